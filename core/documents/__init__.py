"""Forms as files: xlsx in the shape an office prints and files."""

from .cells import clean, half_widths, visible
from .plain import write_plain_workbook
from .reading import SheetRows, first_sheet
from .sheet import Column, Kind, Sheet, Value
from .template import FormTemplate, default_template, laid_out, read_template
from .workbook import HEADING_ROW, workbook_bytes, write_workbook

__all__ = [
    "HEADING_ROW",
    "Column",
    "FormTemplate",
    "Kind",
    "Sheet",
    "SheetRows",
    "Value",
    "clean",
    "default_template",
    "first_sheet",
    "half_widths",
    "laid_out",
    "read_template",
    "visible",
    "workbook_bytes",
    "write_plain_workbook",
    "write_workbook",
]
