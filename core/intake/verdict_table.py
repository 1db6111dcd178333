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
names are ignored; a column that is not there leaves what is recorded. What a row says again
changes nothing, whatever plan it was said under.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import (
    Callable,
    Collection,
    Dict,
    Iterable,
    List,
    Mapping,
    Optional,
    Set,
    Tuple,
    Union,
)

from ..casebook import Casebook, events
from ..casebook.journal import Event
from ..errors import InputError
from ..model import Answer, Dossier, PatchKind, Verdict, VerdictLevel
from ..plan import Category, Label, Plan, Term
from ..progress import SILENT, Progress
from ..text import Text, text
from .columns import folded
from .rows import (
    NUMBER,
    Refused,
    TableRow,
    cell,
    check_columns,
    dossiers_for,
    joined_rows,
    parcel_number,
    sort_out,
)

CATEGORY, SUBCATEGORY, REASON = "判定类型", "判定细类", "判断依据说明"
ANSWERS = {"是": Answer.YES, "否": Answer.NO, "不适用": Answer.NOT_APPLICABLE}
_WORDS = {answer: word for word, answer in ANSWERS.items()}


@dataclass(frozen=True)
class Difference:
    """A field in which a row differs from what is recorded, as a person reads it.

    ``field`` is :data:`CATEGORY` (with its subcategory), :data:`REASON` or a flag's code.
    """

    row: int
    parcel: str
    field: str
    label: Union[Text, Label]
    old: str
    new: str


@dataclass(frozen=True)
class _Given:
    """What a row says; ``None`` where it says nothing. ``judges``: the table has a column for
    verdicts."""

    row: int
    dossier: Dossier
    judges: bool
    category: Optional[Tuple[str, str]]
    reason: Optional[str]
    flags: Dict[str, Answer]


@dataclass(frozen=True)
class GivenVerdicts:
    """What the table says, held against the record; ``refused`` are rows that say what cannot be.

    ``judged`` rows change a verdict, ``same`` change nothing, ``unjudged`` have no category.
    """

    differences: Tuple[Difference, ...]
    refused: Tuple[Refused, ...]
    judged: int
    same: int
    unjudged: int
    events_of: Callable[[Iterable[Difference]], List[Event]]

    @property
    def events(self) -> List[Event]:
        """All that it changes."""
        return self.events_of(self.differences)


def verdicts_from_table(
    rows: Iterable[TableRow],
    book: Casebook,
    plan: Plan,
    first_row: int = 2,
    progress: Progress = SILENT,
) -> GivenVerdicts:
    """The county's verdicts and flags of a table; all rows or none.

    ``first_row`` is what a person calls the first row of values: 2 under a line of headings.

    :raises InputError: names every wrong row (ten at most) and what is wrong with it.
    """
    table = list(rows)
    check_columns(table, (NUMBER, CATEGORY))
    return all_or_none(compare_verdicts(table, book, plan, first_row, progress))


def all_or_none(given: GivenVerdicts) -> GivenVerdicts:
    """What was read of a table without a wrong row; raises :class:`InputError` naming those."""
    if given.refused:
        raise InputError(joined_rows(given.refused))
    return given


def compare_verdicts(
    table: List[TableRow],
    book: Casebook,
    plan: Plan,
    first_row: int = 2,
    progress: Progress = SILENT,
) -> GivenVerdicts:
    """The county's verdicts and flags of a table beside the recorded ones, row by row; what
    cannot be read of it is told and stands in nobody's way. Nothing is recorded."""
    reader = _Reader(plan)
    seen: Dict[str, int] = {}
    find = dossiers_for(book, table)

    def read(row: TableRow, at: int) -> _Given:
        dossier = find(parcel_number(row, seen, at))
        return reader.given(row, at, dossier)

    rows, refused = sort_out(table, first_row, progress, read)
    by_row = {one.row: _differences(one, plan) for one in rows}
    verdicts = {at: any(_is_of_verdict(one) for one in found) for at, found in by_row.items()}

    def events_of(chosen: Iterable[Difference]) -> List[Event]:
        wanted: Dict[int, Set[str]] = {}
        for one in chosen:
            wanted.setdefault(one.row, set()).add(one.field)
        return [event for one in rows for event in _events(one, plan, wanted.get(one.row, set()))]

    return GivenVerdicts(
        differences=tuple(one for found in by_row.values() for one in found),
        refused=tuple(refused),
        judged=sum(verdicts.values()),
        same=sum(not (by_row[one.row] or _is_open(one)) for one in rows),
        unjudged=sum(map(_is_open, rows)),
        events_of=events_of,
    )


class _Reader:
    """Understands the cells of a row by the plan's codes and names."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def given(self, row: TableRow, at: int, dossier: Dossier) -> _Given:
        """What a row says of a parcel; its reason counts with a category only."""
        category = self._judged(row, dossier)
        reason = cell(row, REASON) if category is not None and REASON in row else None
        return _Given(at, dossier, CATEGORY in row, category, reason, self.flags(row))

    def _judged(self, row: TableRow, dossier: Dossier) -> Optional[Tuple[str, str]]:
        """Category and subcategory; without a column of its own that one stays with its
        category."""
        said, old = cell(row, CATEGORY), dossier.county_verdict
        if not said:
            return None
        category = self._category(said, dossier.patch.kind)
        if SUBCATEGORY in row:
            return category.code, self._subcategory(category, cell(row, SUBCATEGORY))
        return category.code, old.subcategory if old and old.category == category.code else ""

    def _category(self, given: str, kind: PatchKind) -> Category:
        there = self.plan.categories_of(kind)
        for one in there:
            if _is(given, one.code, one.label):
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
            if _is(given, one.code, one.label):
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


def _is(given: str, code: str, label: Label) -> bool:
    """Whatever width its brackets have, and where it breaks."""
    return folded(given) in (code, folded(label.zh), folded(label.en))


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


def _differences(given: _Given, plan: Plan) -> List[Difference]:
    """Field by field, in the order that a form has them."""
    old, found = given.dossier.county_verdict, []

    def differs(field: str, label: Union[Text, Label], before: str, now: str) -> None:
        found.append(Difference(given.row, given.dossier.parcel.number, field, label, before, now))

    was = (old.category, old.subcategory) if old else ("", "")
    if given.category is not None and given.category != was:
        words = (_verdict_words(plan, one) for one in (was, given.category))
        differs(CATEGORY, text("County verdict"), *words)
    reason = old.reason if old else ""
    if given.reason is not None and given.reason != reason:
        differs(REASON, text("Reason"), reason, given.reason)
    for flag in plan.flag_rules.flags:
        before, now = given.dossier.flags.get(flag.code), given.flags.get(flag.code)
        if now is not None and now is not before:
            differs(flag.code, flag.label, _WORDS[before] if before else "", _WORDS[now])
    return found


def _verdict_words(plan: Plan, judged: Tuple[str, str]) -> str:
    category = plan.category(judged[0])
    term = category.subcategory(judged[1]) if category else None
    names = (category.label.zh if category else judged[0], term.label.zh if term else judged[1])
    return " · ".join(filter(None, names))


def _is_open(given: _Given) -> bool:
    return given.judges and given.category is None


def _is_of_verdict(one: Difference) -> bool:
    return one.field in (CATEGORY, REASON)


def _events(given: _Given, plan: Plan, chosen: Collection[str]) -> List[Event]:
    """What recording the chosen fields of a row takes; a reason alone is no verdict."""
    number, old = given.dossier.parcel.number, given.dossier.county_verdict
    found = []
    judged = (old.category, old.subcategory) if old else None
    reason = old.reason if old else ""
    if CATEGORY in chosen:
        judged = given.category
    if REASON in chosen and given.reason is not None:
        reason = given.reason
    if judged is not None and not {CATEGORY, REASON}.isdisjoint(chosen):
        new = Verdict(number, VerdictLevel.COUNTY, *judged, reason, plan.id, plan.sha256)
        found.append(events.verdict_given(new, old))
    answers = {code: answer for code, answer in given.flags.items() if code in chosen}
    if answers:
        before: Mapping[str, Answer] = given.dossier.flags
        found.append(events.flags_answered(number, {**before, **answers}, dict(before)))
    return found
