"""Forms as files: xlsx in the shape an office prints and files."""

from .sheet import Column, Kind, Sheet, Value
from .workbook import clean, workbook_bytes, write_workbook

__all__ = ["Column", "Kind", "Sheet", "Value", "clean", "workbook_bytes", "write_workbook"]
