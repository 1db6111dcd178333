"""Verdicts that were written down in a table (内业判定), as events for the casebook.

The table has one row per parcel, all values text:

=============  =========================================================
地块编号        number of the parcel
判定类型        code of a category of the plan, or its name
判定细类        code of one of its subcategories, or its name; may be empty
判断依据说明    the reason; may be empty
SFLZGD …       one column per flag of the plan: 是, 否, 不适用 or empty
=============  =========================================================

A row without a category is a parcel nobody has judged yet. Blank rows and columns with other
names are ignored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterable, List, Optional, Tuple

from ..casebook import Casebook, events
from ..casebook.journal import Event
from ..errors import InputError
from ..model import Answer, Dossier, PatchKind, Verdict, VerdictLevel
from ..plan import Category, Plan, Term
from ..progress import SILENT, Progress
from ..text import text
from .rows import NUMBER, TableRow, cell, check_columns, read_rows

CATEGORY, SUBCATEGORY, REASON = "判定类型", "判定细类", "判断依据说明"
ANSWERS = {"是": Answer.YES, "否": Answer.NO, "不适用": Answer.NOT_APPLICABLE}


@dataclass(frozen=True)
class GivenVerdicts:
    """What the table changes: ``events`` to be recorded, and how many rows change nothing."""

    events: List[Event]
    judged: int
    same: int
    unjudged: int


def verdicts_from_table(
    rows: Iterable[TableRow],
    book: Casebook,
    plan: Plan,
    first_row: int = 2,
    progress: Progress = SILENT,
) -> GivenVerdicts:
    """The county's verdicts and flags of a table, compared with what the casebook holds.

    ``first_row`` is what a person calls the first row of values: 2 under a line of headings.

    :raises InputError: names every wrong row (ten at most) and what is wrong with it.
    """
    table = list(rows)
    check_columns(table, (NUMBER, CATEGORY))
    reader = _Reader(plan)
    return _changes(read_rows(table, book, first_row, progress, reader.judged))


_Judged = Tuple[Optional[Verdict], Dict[str, Answer]]


class _Reader:
    """Understands the cells of a row by the plan's codes and names."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def judged(self, row: TableRow, dossier: Dossier) -> _Judged:
        """The verdict and the flags of a row."""
        return self.verdict(row, dossier), self.flags(row)

    def verdict(self, row: TableRow, dossier: Dossier) -> Optional[Verdict]:
        given = cell(row, CATEGORY)
        if not given:
            return None
        category = self._category(given, dossier.patch.kind)
        return Verdict(
            parcel_number=dossier.parcel.number,
            level=VerdictLevel.COUNTY,
            category=category.code,
            subcategory=self._subcategory(category, cell(row, SUBCATEGORY)),
            reason=cell(row, REASON),
            plan_id=self.plan.id,
            plan_sha256=self.plan.sha256,
        )

    def _category(self, given: str, kind: PatchKind) -> Category:
        there = self.plan.categories_of(kind)
        for one in there:
            if given in (one.code, one.label.zh, one.label.en):
                return one
        known = "、".join(one.label.zh for one in there)
        raise InputError(
            text(
                "“{given}” is not a category of the work plan ({known}).", given=given, known=known
            )
        )

    def _subcategory(self, category: Category, given: str) -> str:
        if not given:
            return ""
        for one in category.subcategories:
            if given in (one.code, one.label.zh, one.label.en):
                return one.code
        known = "、".join(one.label.zh for one in category.subcategories)
        raise InputError(
            text(
                "“{given}” is not a subcategory of {category} ({known}).",
                given=given,
                category=category.label.zh,
                known=known,
            )
        )

    def flags(self, row: TableRow) -> Dict[str, Answer]:
        given = ((flag, _flag_cell(row, flag)) for flag in self.plan.flag_rules.flags)
        return {flag.code: _answer(flag, value) for flag, value in given if value}


def _flag_cell(row: TableRow, flag: Term) -> str:
    by_code, by_name = cell(row, flag.code), cell(row, flag.label.zh)
    if by_code and by_name and by_code != by_name:
        raise InputError(
            text(
                "{flag} is answered twice: “{one}” and “{other}”.",
                flag=flag.label.zh,
                one=by_code,
                other=by_name,
            )
        )
    return by_code or by_name


def _answer(flag: Term, value: str) -> Answer:
    if value in ANSWERS:
        return ANSWERS[value]
    for answer in Answer:
        if value == answer.value:
            return answer
    raise InputError(
        text("“{given}” is no answer to {flag} (是, 否, 不适用).", given=value, flag=flag.label.zh)
    )


def _changes(found: List[Tuple[Dossier, _Judged]]) -> GivenVerdicts:
    changes: List[Event] = []
    judged = same = unjudged = 0
    for dossier, (verdict, answers) in found:
        before = len(changes)
        if verdict is not None and verdict != dossier.county_verdict:
            changes.append(events.verdict_given(verdict, dossier.county_verdict))
            judged += 1
        flags = {**dossier.flags, **answers}
        if flags != dossier.flags:
            changes.append(events.flags_answered(dossier.parcel.number, flags, dossier.flags))
        if verdict is None:
            unjudged += 1
        elif len(changes) == before:
            same += 1
    return GivenVerdicts(changes, judged, same, unjudged)
