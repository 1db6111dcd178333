"""A month's work as the sheets of the package's forms."""

from __future__ import annotations

from datetime import datetime
from typing import Dict

from ..documents import Sheet, default_template, laid_out
from ..text import Translate
from .description import Form, PackageSchema
from .values import rows_of, values_of
from .work import MonthWork


def placeholders(county: str, month: str) -> Dict[str, str]:
    """What titles may name: the county, and the year and month in numbers."""
    year, _, number = month.partition("-")
    return {"county": county, "year": year, "number": str(int(number))}


def form_sheet(work: MonthWork, form: Form, say: Translate) -> Sheet:
    """A form with its rows."""
    get = values_of(form.rows, form.values, work.plan)
    names = placeholders(work.county_name, work.month)
    return Sheet(
        name=form.sheet,
        title=form.title.format(**names),
        columns=form.columns,
        rows=[get(row) for row in rows_of(form.rows, work, say)],
        above_left=form.above_left.format(**names),
        above_right=form.above_right,
        signatures=form.signatures,
        notes=form.notes,
        page_footer=work.schema.page_footer,
    )


def form_bytes(work: MonthWork, form: Form, sheet: Sheet, when: datetime) -> bytes:
    """A form as the bytes of its xlsx, in the office's own layout where there is one."""
    return laid_out(form.template, sheet, placeholders(work.county_name, work.month), when)


def template_bytes(schema: PackageSchema, form: Form, when: datetime) -> bytes:
    """A template of a form as it looks without one, for an office to lay out its own way."""
    sheet = Sheet(
        name=form.sheet,
        title=form.title,
        columns=form.columns,
        rows=(),
        above_left=form.above_left,
        above_right=form.above_right,
        signatures=form.signatures,
        notes=form.notes,
        page_footer=schema.page_footer,
    )
    return default_template(sheet, when)
