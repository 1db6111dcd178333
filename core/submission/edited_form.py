"""A form of the package that was worked on in an office program, and is to come back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Tuple

from ..casebook import Casebook
from ..errors import InputError
from ..intake.columns import folded
from ..intake.form_sheet import FormRows, read_form
from ..intake.rows import NUMBER
from ..intake.verdict_table import (
    CATEGORY,
    REASON,
    SUBCATEGORY,
    GivenVerdicts,
    compare_verdicts,
)
from ..plan import Plan
from ..progress import SILENT, Progress
from ..text import text
from .schema import load_schema

_BY_VALUE = {
    "parcel.number": NUMBER,
    "verdict.category": CATEGORY,
    "verdict.category_name": CATEGORY,
    "verdict.subcategory": SUBCATEGORY,
    "verdict.subcategory_name": SUBCATEGORY,
    "verdict.reason": REASON,
}
_FLAG = "flag."


@dataclass(frozen=True)
class EditedForm:
    """What was read, and what it says of verdicts and flags beside the record; ``unread`` are
    columns that no form of the plan has."""

    form: FormRows
    given: GivenVerdicts
    unread: Tuple[str, ...]


def verdicts_from_form(
    path: Path, book: Casebook, plan: Plan, progress: Progress = SILENT, sheet: str = ""
) -> EditedForm:
    """Verdicts, reasons and flags of a form, or of any table whose headings are known.

    What the form shows besides (areas, places, documents) is not read. Nothing is recorded.

    :raises UnreadableFile: it cannot be opened, or is neither xlsx nor CSV.
    :raises InputError: it has no column of parcels, or none of verdicts or flags.
    """
    names = headings_of(plan)
    form = read_form(path, names, NUMBER, sheet)
    wanted = {CATEGORY, *(flag.code for flag in plan.flag_rules.flags)}
    if wanted.isdisjoint(form.names):
        raise InputError(
            text(
                "{file} has neither a column of verdicts ({names}) nor one of flags.",
                file=path.name,
                names=" / ".join(names[CATEGORY]),
            )
        )
    given = compare_verdicts(form.rows, book, plan, form.first_row, progress)
    columns = [column for one in load_schema(plan).forms for column in one.columns]
    shown = {folded(name) for column in columns for name in (column.heading, column.group)}
    return EditedForm(form, given, tuple(one for one in form.unread if one not in shown))


def headings_of(plan: Plan) -> Dict[str, List[str]]:
    """What a column may be called: Tuban's names, and the headings of the plan's forms."""
    found = {name: [name] for name in (NUMBER, CATEGORY, SUBCATEGORY, REASON)}
    for flag in plan.flag_rules.flags:
        found[flag.code] = [flag.code, flag.label.zh, flag.label.en]
    for form in load_schema(plan).forms:
        for column, value in zip(form.columns, form.values):
            name = _BY_VALUE.get(value) or value.partition(_FLAG)[2]
            if name in found and column.heading not in found[name]:
                found[name].append(column.heading)
    return found
