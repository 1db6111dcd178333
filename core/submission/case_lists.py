"""案件清单: cases, their penalties, transfers and terms as one workbook.

Cases with a parcel of military land are left out whole (工作方案 六). The form is Tuban's own.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

from ..casebook import Casebook
from ..casefile import CaseFile, Penalty
from ..cases import Due, due_items, remains
from ..documents import Column, Kind, Sheet, Value, write_workbook
from ..legality import is_military
from ..model import Dossier
from ..plan import Plan
from ..plan.cases import DECIDED, FILED
from ..text import Translate, text
from .values.case import CLOSED, UNITS

Titled = Tuple[str, float, Kind, str]
"""Heading, width, kind, and the heading of its group."""


def ordinary_cases(book: Casebook, plan: Plan) -> List[CaseFile]:
    """All cases but those with a parcel of a patch that is military in any part."""
    known: Dict[str, bool] = {}

    def is_kept_back(number: str) -> bool:
        patch = number.rpartition("_")[0]
        if patch not in known:
            known[patch] = _is_military(book, plan, patch)
        return known[patch]

    return [one for one in book.case_files() if not any(map(is_kept_back, one.case.parcels))]


def _is_military(book: Casebook, plan: Plan, patch_number: str) -> bool:
    dossiers = [book.dossier(parcel.number) for parcel in book.parcels_of(patch_number)]
    return any(is_military(one, plan) for one in dossiers if one is not None)


def write_case_lists(
    book: Casebook, plan: Plan, as_of: date, path: Path, say: Translate
) -> List[Due]:
    """Write the lists as of a day; gives the terms that are open.

    :raises OutputError: the file cannot be written.
    """
    files = ordinary_cases(book, plan)
    found = due_items(files, plan, as_of)
    sheets = [
        _due_sheet(found, as_of, say),
        _case_sheet(files, book, plan, say),
        _penalty_sheet(files, plan, say),
        _transfer_sheet(files, plan, say),
    ]
    above = text("As of {day}", day=as_of.isoformat()).say(say)
    titled = [
        Sheet(
            **{
                **vars(sheet),
                "title": f"{book.county_name} {sheet.name}",
                "above_left": above,
                "notes": (*sheet.notes, text("Tuban's own form, not official.").say(say)),
            }
        )
        for sheet in sheets
    ]
    write_workbook(path, titled, datetime.now())
    return found


def _sheet(name: str, columns: Sequence[Titled], rows: Sequence[Sequence[Value]]) -> Sheet:
    made = tuple(Column(heading, width, kind, 2, group) for heading, width, kind, group in columns)
    numbered = [(at, *row) for at, row in enumerate(rows, start=1)]
    return Sheet(name=name, title=name, columns=made, rows=numbered)


def _due_sheet(found: Sequence[Due], as_of: date, say: Translate) -> Sheet:
    columns = [
        (text("No.").say(say), 6, Kind.INTEGER, ""),
        (text("State").say(say), 10, Kind.CODE, ""),
        (text("Last day").say(say), 12, Kind.DATE, ""),
        (text("Days left").say(say), 9, Kind.INTEGER, ""),
        (text("Case").say(say), 18, Kind.CODE, ""),
        (text("Actor").say(say), 18, Kind.TEXT, ""),
        (text("What has to be done").say(say), 18, Kind.TEXT, ""),
        (text("Term").say(say), 22, Kind.TEXT, ""),
        (text("Counted from").say(say), 12, Kind.DATE, ""),
        (text("Where the term is from").say(say), 44, Kind.TEXT, ""),
    ]
    rows = [
        (
            *(one.state.label.say(say), one.due.isoformat(), one.days_left(as_of)),
            *(one.file.case.number, one.file.case.actor, one.step.zh, one.label.zh),
            *(one.start.isoformat(), _source(one, say)),
        )
        for one in found
    ]
    name = text("Terms of cases").say(say)
    waiting = text(
        "“Not before”: until its last day the step must not be taken. “Weekends only”: the work "
        "plan has no list of that year's holidays."
    ).say(say)
    return Sheet(**{**vars(_sheet(name, columns, rows)), "notes": (waiting,)})


def _source(one: Due, say: Translate) -> str:
    parts = [one.article, one.origin.label.say(say)]
    if not one.certain:
        parts.append(text("Weekends only").say(say))
    return "；".join(part for part in parts if part)


def _case_sheet(files: Sequence[CaseFile], book: Casebook, plan: Plan, say: Translate) -> Sheet:
    stop, filed, decided = (
        text("Stop notice").say(say),
        text("Filing").say(say),
        text("Decision").say(say),
    )
    number, day = text("Document number").say(say), text("Date").say(say)
    columns = [
        (text("No.").say(say), 6, Kind.INTEGER, ""),
        (text("Case").say(say), 17, Kind.CODE, ""),
        (text("Actor").say(say), 16, Kind.TEXT, ""),
        (text("Project or matter").say(say), 16, Kind.TEXT, ""),
        (text("Parcels").say(say), 22, Kind.TEXT, ""),
        (text("Area (mu)").say(say), 10, Kind.AREA, ""),
        (text("Cultivated land (mu)").say(say), 10, Kind.AREA, ""),
        (number, 15, Kind.CODE, stop),
        (day, 11, Kind.DATE, stop),
        (text("What came of it").say(say), 11, Kind.CODE, stop),
        (number, 15, Kind.CODE, filed),
        (day, 11, Kind.DATE, filed),
        (text("Why it is not filed").say(say), 16, Kind.TEXT, filed),
        (number, 15, Kind.CODE, decided),
        (day, 11, Kind.DATE, decided),
        (text("Closed").say(say), 11, Kind.DATE, ""),
    ]
    return _sheet(text("Cases").say(say), columns, [_case_row(one, book, plan) for one in files])


def _case_row(file: CaseFile, book: Casebook, plan: Plan) -> List[Value]:
    case, notice, steps = file.case, file.stop_notice, file.filing.steps
    found = [book.dossier(number) for number in case.parcels]
    there = [one for one in found if one is not None]
    result = notice.result if notice else ""
    results = {one.code: one.label.zh for one in plan.field_rules.stop_results}
    reason = plan.case_rules.reasons.get(file.filing.reason)
    words = reason.label.zh if reason else file.filing.reason
    why = "：".join(part for part in (words, file.filing.explanation) if part)
    row: List[Value] = [case.number, case.actor, case.name, "、".join(case.parcels)]
    factor = plan.area_rules.mu_per_m2
    row.append(sum((one.parcel.mu(factor) for one in there), Decimal(0)) if there else None)
    row.append(_cultivated(there))
    row += [notice.number if notice else "", (notice.date or None) if notice else None]
    row.append(results.get(result, result))
    for code in (FILED, DECIDED):
        step = steps.get(code)
        row += [step.document if step else "", step.date if step else None]
        row += [why] if code == FILED else []
    row.append(steps[CLOSED].date if CLOSED in steps else None)
    return row


def _cultivated(found: Sequence[Dossier]) -> Optional[Decimal]:
    """The sum over the parcels; unknown as soon as one of them is."""
    if not found or any(one.figures is None for one in found):
        return None
    return sum((one.figures.cultivated_mu for one in found if one.figures), Decimal(0))


def _penalty_sheet(files: Sequence[CaseFile], plan: Plan, say: Translate) -> Sheet:
    decided, done = text("Decided").say(say), text("Carried out").say(say)
    amount, day = text("Amount or area").say(say), text("Date").say(say)
    columns = [
        (text("No.").say(say), 6, Kind.INTEGER, ""),
        (text("Case").say(say), 18, Kind.CODE, ""),
        (text("Actor").say(say), 20, Kind.TEXT, ""),
        (text("Penalty").say(say), 24, Kind.TEXT, ""),
        (text("Unit").say(say), 8, Kind.CODE, ""),
        (amount, 14, Kind.AREA, decided),
        (day, 12, Kind.DATE, decided),
        (text("Document number").say(say), 18, Kind.CODE, decided),
        (amount, 14, Kind.AREA, done),
        (day, 12, Kind.DATE, done),
        (text("Remains").say(say), 14, Kind.AREA, ""),
        (text("Note").say(say), 20, Kind.TEXT, ""),
    ]
    rows = [_penalty_row(file, one, plan) for file in files for one in file.penalties]
    sheet = _sheet(text("Penalties").say(say), columns, rows)
    told = text("A minus means that more was carried out than decided.").say(say)
    return Sheet(**{**vars(sheet), "notes": (told,)})


def _penalty_row(file: CaseFile, one: Penalty, plan: Plan) -> Sequence[Value]:
    kind = plan.case_rules.penalties.get(one.kind)
    return (
        *(file.case.number, file.case.actor, kind.label.zh if kind else one.kind),
        *(UNITS.get(kind.unit, kind.unit) if kind else "", one.decided, one.decided_on or None),
        *(one.document, one.done, one.done_on or None, remains(one), one.note),
    )


def _transfer_sheet(files: Sequence[CaseFile], plan: Plan, say: Translate) -> Sheet:
    columns = [
        (text("No.").say(say), 6, Kind.INTEGER, ""),
        (text("Case").say(say), 18, Kind.CODE, ""),
        (text("Actor").say(say), 18, Kind.TEXT, ""),
        (text("Receiver").say(say), 18, Kind.TEXT, ""),
        (text("What").say(say), 26, Kind.TEXT, ""),
        (text("To whom").say(say), 18, Kind.TEXT, ""),
        (text("Letter number").say(say), 18, Kind.CODE, ""),
        (text("Sent on").say(say), 12, Kind.DATE, ""),
        (text("Receipt").say(say), 18, Kind.TEXT, ""),
        (text("Received on").say(say), 12, Kind.DATE, ""),
        (text("Note").say(say), 18, Kind.TEXT, ""),
    ]
    names = {code: one.label.zh for code, one in plan.case_rules.receivers.items()}
    rows = [
        (
            *(file.case.number, file.case.actor, names.get(one.receiver, one.receiver)),
            *(
                one.what,
                one.to_whom,
                one.letter,
                one.sent_on or None,
                one.receipt,
                one.receipt_on or None,
                one.note,
            ),
        )
        for file in files
        for one in file.transfers
    ]
    return _sheet(text("Transfers").say(say), columns, rows)
