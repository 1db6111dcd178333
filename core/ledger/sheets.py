"""Ledger, table of ages, freeze list as xlsx: by the plan's forms, or an office's own layout."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Dict, List, Sequence

from ..documents import Sheet, Value, default_template, laid_out
from ..files import file_name_of, whole_file
from ..plan import Plan
from ..text import Translate, text
from .ageing import ages
from .case import LedgerCase
from .forms import LedgerForm, ledger_forms
from .freezing import freeze_rows
from .rules import LedgerRules, ledger_rules
from .values import AGEING, CASE, FREEZING, CaseLine

TOTAL = text("Total")


def names_in(place: str, day: date, rules: LedgerRules) -> Dict[str, str]:
    """What titles and files' names may say."""
    return {"place": place, "day": day.isoformat(), "first_year": str(rules.first_year)}


def form_rows(
    name: str, cases: Sequence[LedgerCase], day: date, plan: Plan, say: Translate
) -> List[List[Value]]:
    """The rows of the form ``ledger``, ``ageing`` or ``freezing`` for these cases."""
    rules = ledger_rules(plan)
    values = ledger_forms(plan)[name].values
    if name == "ageing":
        return [
            [*(AGEING[one][1](row) for one in values), *row.bands]
            for row in ages(cases, day, rules.bounds_years, TOTAL.say(say))
        ]
    if name == "freezing":
        rows = freeze_rows(cases)
        lines = [CaseLine(at, one.case, rules, say, one) for at, one in enumerate(rows, 1)]
        return [[FREEZING[one][1](line) for one in values] for line in lines]
    lines = [CaseLine(at, one, rules, say) for at, one in enumerate(cases, 1)]
    return [[CASE[one][1](line) for one in values] for line in lines]


def form_bytes(
    name: str, cases: Sequence[LedgerCase], place: str, day: date, plan: Plan, say: Translate
) -> bytes:
    """A form as the bytes of its xlsx; ``place`` is whose ledger it is."""
    return filled_form(name, form_rows(name, cases, day, plan, say), place, day, plan)


def filled_form(
    name: str, rows: Sequence[Sequence[Value]], place: str, day: date, plan: Plan
) -> bytes:
    """A form with these rows, in the office's own layout where there is one."""
    form, names = ledger_forms(plan)[name], names_in(place, day, ledger_rules(plan))
    sheet = Sheet(
        name=form.sheet,
        title=form.title.format(**names),
        columns=form.columns,
        rows=rows,
        above_left=form.above_left.format(**names),
        signatures=form.signatures,
        notes=form.notes,
    )
    return laid_out(form.template, sheet, names, datetime.combine(day, time()))


def file_name(name: str, place: str, day: date, plan: Plan) -> str:
    """What the form's file is called."""
    names = names_in(place, day, ledger_rules(plan))
    return f"{file_name_of(ledger_forms(plan)[name].file.format(**names))}.xlsx"


def write_form(
    name: str,
    cases: Sequence[LedgerCase],
    place: str,
    day: date,
    plan: Plan,
    path: Path,
    say: Translate,
) -> None:
    """Write a form, whole or not at all; :raises OutputError: it cannot be written."""
    content = form_bytes(name, cases, place, day, plan, say)
    with whole_file(path) as part:
        part.write_bytes(content)


def template_bytes(form: LedgerForm, when: datetime) -> bytes:
    """The form as it looks without a template, for an office to lay out its own way."""
    sheet = Sheet(
        name=form.sheet,
        title=form.title,
        columns=form.columns,
        rows=(),
        above_left=form.above_left,
        signatures=form.signatures,
        notes=form.notes,
    )
    return default_template(sheet, when)
