"""Cases that were written down in a table (案件), as events for the casebook.

The table has one row per case with the column 案件编号, all values text. Other columns are read
where they are there; an empty cell leaves what is recorded:

* 当事人, 项目或事项, 地块编号 (with 、 between them; needed for a new case)
* 通知书文号, 通知书日期, 送达对象, 送达日期, 制止结果: the stop notice
* a step of the plan by its name or code: its day; the same with 文号 behind: its document
* 不予立案原因, 不予立案说明
* a kind of penalty with 决定, 决定日期, 决定书文号, 执行 or 执行日期 behind (罚款决定)
* a receiver with 移送内容, 移送文号, 移送日期 or 签收日期 behind (公安机关移送日期)
* what stops the terms with 开始日期, 结束日期 or 不计入原因 behind (听证开始日期)

Of several penalties or interruptions of one kind, or transfers to one receiver, the first is
meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple, TypeVar

from ..casebook import Casebook
from ..casebook.case_changes import changes_of
from ..casebook.journal import Event
from ..casefile import Case, CaseFile, CaseStep, Filing, Interruption, Penalty, StopNotice, Transfer
from ..cases.typed import typed_amount, typed_day
from ..errors import InputError
from ..plan import Label, Plan
from ..progress import SILENT, Progress
from ..text import text
from .rows import NUMBER, TableRow, cell, check_columns, dossier_of, none_of, read_each

CASE_NUMBER, ACTOR, MATTER = "案件编号", "当事人", "项目或事项"
REASON, EXPLANATION = "不予立案原因", "不予立案说明"
NOTICE = {"number": "通知书文号", "served_to": "送达对象"}
NOTICE_DAYS = {"date": "通知书日期", "served_on": "送达日期"}
NOTICE_RESULT = "制止结果"
DOCUMENT = "文号"
PENALTY_AMOUNTS = {"decided": "决定", "done": "执行"}
PENALTY_DAYS = {"decided_on": "决定日期", "done_on": "执行日期"}
PENALTY_TEXTS = {"document": "决定书文号"}
TRANSFER_TEXTS = {"what": "移送内容", "letter": "移送文号"}
TRANSFER_DAYS = {"sent_on": "移送日期", "receipt_on": "签收日期"}
STOP_DAYS = {"begun_on": "开始日期", "ended_on": "结束日期"}
STOP_TEXTS = {"note": "不计入原因"}
Part = TypeVar("Part")
_BETWEEN = re.compile(r"[、,，;；\s]+")


@dataclass(frozen=True)
class GivenCases:
    """What the table changes: ``events`` to be recorded, of ``cases`` of its rows, and rows
    that change nothing."""

    events: List[Event]
    cases: int
    same: int


def cases_from_table(
    rows: Iterable[TableRow],
    book: Casebook,
    plan: Plan,
    first_row: int = 2,
    progress: Progress = SILENT,
) -> GivenCases:
    """The cases of a table, compared with what the casebook holds.

    ``first_row`` is what a person calls the first row of values: 2 under a line of headings.

    :raises InputError: names every wrong row (ten at most) and what is wrong with it.
    """
    table = list(rows)
    check_columns(table, (CASE_NUMBER,))
    there = {one.case.number: one for one in book.case_files()}
    seen: Dict[str, int] = {}

    def of_case(row: TableRow, row_number: int) -> List[Event]:
        shown = there.get(_number(row, seen, row_number))
        return changes_of(_read(row, shown, book, plan), shown)

    changes = read_each(table, first_row, progress, of_case)
    changed = [one for one in changes if one]
    events = [event for one in changed for event in one]
    return GivenCases(events, len(changed), len(changes) - len(changed))


def _number(row: TableRow, seen: Dict[str, int], row_number: int) -> str:
    number = cell(row, CASE_NUMBER)
    if not number:
        raise InputError(text("the case number is missing."))
    if number in seen:
        raise InputError(
            text("case {number} is in row {row} already.", number=number, row=seen[number])
        )
    seen[number] = row_number
    return number


def _read(row: TableRow, shown: Optional[CaseFile], book: Casebook, plan: Plan) -> CaseFile:
    old = shown or CaseFile(Case(cell(row, CASE_NUMBER), "", "", ()))
    case = replace(
        old.case,
        actor=cell(row, ACTOR) or old.case.actor,
        name=cell(row, MATTER) or old.case.name,
        parcels=_parcels(row, book) or old.case.parcels,
    )
    if not case.parcels:
        raise InputError(text("a new case needs the numbers of its parcels."))
    rules = plan.case_rules
    of_transfer = partial(_given, row, TRANSFER_TEXTS, TRANSFER_DAYS)
    of_stop = partial(_given, row, STOP_TEXTS, STOP_DAYS)
    return CaseFile(
        case,
        _notice(row, old.stop_notice or StopNotice(), plan),
        _filing(row, old.filing, plan),
        _each(old.penalties, "kind", rules.penalties, Penalty, partial(_of_penalty, row)),
        _each(old.transfers, "receiver", rules.receivers, Transfer, of_transfer),
        _each(old.interruptions, "kind", rules.interruptions, Interruption, of_stop),
    )


def _parcels(row: TableRow, book: Casebook) -> Tuple[str, ...]:
    numbers = tuple(dict.fromkeys(filter(None, _BETWEEN.split(cell(row, NUMBER)))))
    for number in numbers:
        dossier_of(book, number)
    return numbers


def _notice(row: TableRow, old: StopNotice, plan: Plan) -> Optional[StopNotice]:
    given = _given(row, NOTICE, NOTICE_DAYS, "")
    result = cell(row, NOTICE_RESULT)
    if result:
        terms = {one.code: one.label for one in plan.field_rules.stop_results}
        given["result"] = _code(NOTICE_RESULT, result, terms)
    made = replace(old, **given)
    return None if made == StopNotice() else made


def _filing(row: TableRow, old: Filing, plan: Plan) -> Filing:
    steps = dict(old.steps)
    for code, rule in plan.case_rules.steps.items():
        for name in (rule.label.zh, rule.label.en, code):
            day = typed_day(name, cell(row, name))
            document = cell(row, name + DOCUMENT)
            before = steps.get(code)
            if document and not day and before is None:
                raise InputError(text("{step}: the day is missing.", step=name))
            if day or document:
                kept = before or CaseStep(day)
                steps[code] = replace(
                    kept, date=day or kept.date, document=document or kept.document
                )
    reason = cell(row, REASON)
    labels = {code: one.label for code, one in plan.case_rules.reasons.items()}
    return Filing(
        steps,
        _code(REASON, reason, labels) if reason else old.reason,
        cell(row, EXPLANATION) or old.explanation,
    )


def _each(
    parts: Tuple[Part, ...],
    code_in: str,
    known: Mapping[str, Any],
    blank: Callable[[str], Part],
    given: Callable[[str], Mapping[str, Any]],
) -> Tuple[Part, ...]:
    """The parts with what is ``given`` under each code's name; the code is in field ``code_in``."""
    for code, rule in known.items():
        new = given(rule.label.zh)
        if new:
            parts = _with(parts, code_in, blank(code), new)
    return parts


def _with(
    parts: Tuple[Any, ...], code_in: str, blank: Any, given: Mapping[str, Any]
) -> Tuple[Any, ...]:
    """The parts with what is given for the first one of ``blank``'s code, or for a new one."""
    for at, one in enumerate(parts):
        if getattr(one, code_in) == getattr(blank, code_in):
            return (*parts[:at], replace(one, **given), *parts[at + 1 :])
    return (*parts, replace(blank, **given))


def _of_penalty(row: TableRow, name: str) -> Dict[str, Any]:
    given: Dict[str, Any] = _given(row, PENALTY_TEXTS, PENALTY_DAYS, name)
    for field, ending in PENALTY_AMOUNTS.items():
        amount = typed_amount(name + ending, cell(row, name + ending))
        if amount is not None:
            given[field] = amount
    return given


def _given(
    row: TableRow, texts: Mapping[str, str], days: Mapping[str, str], name: str
) -> Dict[str, Any]:
    """Texts and days under a name, by field; nothing of empty cells."""
    return {**_texts(row, texts, name), **_days(row, days, name)}


def _texts(row: TableRow, columns: Mapping[str, str], name: str) -> Dict[str, str]:
    found = {field: cell(row, name + ending) for field, ending in columns.items()}
    return {field: value for field, value in found.items() if value}


def _days(row: TableRow, columns: Mapping[str, str], name: str) -> Dict[str, str]:
    found = {
        field: typed_day(name + ending, cell(row, name + ending))
        for field, ending in columns.items()
    }
    return {field: value for field, value in found.items() if value}


def _code(what: str, given: str, labels: Mapping[str, Label]) -> str:
    for code, label in labels.items():
        if given in (code, label.zh, label.en):
            return code
    raise none_of(what, given, (label.zh for label in labels.values()))
