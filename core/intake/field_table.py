"""Field checks that were written down in a table (外业核查), as events for the casebook.

The table has one row per parcel, all values text:

==============  ===========================================================
地块编号         number of the parcel
核查人           names, with 、 between them
核查日期         2023-04-14, 2023/4/14, 20230414 or 2023年4月14日
核查方式         code or name of one of the plan's ways (``field.json``)
现场描述         what was found
实际用途         what the land is used for
建设状态         code or name of one of the plan's stages
建设时间         what is known of it, as written
用地主体         who uses the land
主体类型         code or name of one of the plan's kinds of actor
责令停止通知书    number or day of the stop notice
制止情况         code or name of what it led to
==============  ===========================================================

A row without people, day and way is a parcel nobody has checked yet. Blank rows and columns
with other names are ignored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Iterable, List, Optional, Tuple

from ..casebook import Casebook, events
from ..casebook.journal import Event
from ..errors import InputError
from ..field.checks import mistakes_in
from ..model import Dossier, FieldCheck
from ..plan import Plan, Term
from ..progress import SILENT, Progress
from ..text import text
from .dates import parse_date
from .rows import NUMBER, TableRow, cell, check_columns, read_rows

PEOPLE, DAY, WAY = "核查人", "核查日期", "核查方式"
STAGE, ACTOR_KIND, STOP_RESULT = "建设状态", "主体类型", "制止情况"
AS_WRITTEN = {
    "found": "现场描述",
    "actual_use": "实际用途",
    "build_time": "建设时间",
    "actor": "用地主体",
    "stop_notice": "责令停止通知书",
}
_BETWEEN_NAMES = re.compile(r"[、,，;；/\n]+")


@dataclass(frozen=True)
class GivenFieldChecks:
    """What the table changes: ``events`` to be recorded, and rows that change nothing."""

    events: List[Event]
    same: int
    unchecked: int


def names_in(written: str) -> Tuple[str, ...]:
    """The names in a text; 、 , ; / or a new line stands between two of them."""
    names = (one.strip() for one in _BETWEEN_NAMES.split(written))
    return tuple(dict.fromkeys(name for name in names if name))


def field_checks_from_table(
    rows: Iterable[TableRow],
    book: Casebook,
    plan: Plan,
    first_row: int = 2,
    progress: Progress = SILENT,
    today: Optional[date] = None,
) -> GivenFieldChecks:
    """The field checks of a table, compared with what the casebook holds.

    ``first_row`` is what a person calls the first row of values: 2 under a line of headings.

    :raises InputError: names every wrong row (ten at most) and what is wrong with it.
    """
    table = list(rows)
    check_columns(table, (NUMBER, PEOPLE, DAY, WAY))
    reader = _Reader(plan, today or date.today())
    changes: List[Event] = []
    same = unchecked = 0
    for dossier, check in read_rows(table, book, first_row, progress, reader.check_of):
        if check is None:
            unchecked += 1
        elif check == dossier.field_check:
            same += 1
        else:
            changes.append(events.field_checked(check, dossier.field_check))
    return GivenFieldChecks(changes, same, unchecked)


class _Reader:
    """Understands the cells of a row by the plan's codes and names."""

    def __init__(self, plan: Plan, today: date) -> None:
        self._plan = plan
        self._today = today

    def check_of(self, row: TableRow, dossier: Dossier) -> Optional[FieldCheck]:
        """The field check of a row, about the parcel that the casebook has."""
        return self.check(row, dossier.parcel.number)

    def check(self, row: TableRow, number: str) -> Optional[FieldCheck]:
        if not any(cell(row, name) for name in (PEOPLE, DAY, WAY)):
            return None
        rules = self._plan.field_rules
        made = FieldCheck(
            parcel_number=number,
            checkers=names_in(cell(row, PEOPLE)),
            checked_on=parse_date(cell(row, DAY)) or "",
            way=_code(row, WAY, rules.ways),
            stage=_code(row, STAGE, rules.stages),
            actor_kind=_code(row, ACTOR_KIND, rules.actor_kinds),
            stop_result=_code(row, STOP_RESULT, rules.stop_results),
            **{name: cell(row, column) for name, column in AS_WRITTEN.items()},
        )
        for mistake in mistakes_in(made, self._plan, self._today):
            raise InputError(mistake)
        return made


def _code(row: TableRow, column: str, terms: Tuple[Term, ...]) -> str:
    given = cell(row, column)
    if not given:
        return ""
    for term in terms:
        if given in (term.code, term.label.zh, term.label.en):
            return term.code
    known = "、".join(term.label.zh for term in terms)
    raise InputError(
        text("“{given}” is no {column} ({known}).", given=given, column=column, known=known)
    )
