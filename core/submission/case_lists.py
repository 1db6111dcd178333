"""案件清单: cases, their penalties, transfers and terms as one workbook.

Cases with a parcel of military land are left out whole (工作方案 六). The form is Tuban's own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import List, Optional, Sequence

from ..casebook import Casebook
from ..casebook.queries import dossiers_of
from ..casefile import CaseFile, Penalty, Transfer
from ..cases import Due, due_items, remains
from ..documents import Column, Kind, Sheet, Value, write_workbook
from ..legality import military_patches
from ..model import Dossier
from ..plan import Plan, term_in
from ..plan.cases import DECIDED, FILED
from ..text import Translate, text
from .values.case import CLOSED, penalty_name, penalty_unit, receiver_name, why_not_filed


def ordinary_cases(book: Casebook, plan: Plan) -> List[CaseFile]:
    """All cases but those with a parcel of a patch that is military in any part."""
    files = book.case_files()
    patches = {_patch_of(number) for one in files for number in one.case.parcels}
    with book.reading() as connection:
        hidden = military_patches(dossiers_of(connection, sorted(patches)), plan)
    return [one for one in files if hidden.isdisjoint(map(_patch_of, one.case.parcels))]


def _patch_of(parcel: str) -> str:
    return parcel.rpartition("_")[0]


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
    own = text("Tuban's own form, not official.").say(say)
    titled = [
        replace(
            sheet,
            title=f"{book.county_name} {sheet.name}",
            above_left=above,
            notes=(*sheet.notes, own),
        )
        for sheet in sheets
    ]
    write_workbook(path, titled, datetime.now())
    return found


def _sheet(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
    say: Translate,
    *notes: str,
) -> Sheet:
    """A sheet whose rows are numbered; the title is put over it with all the others'."""
    numbered = [(at, *row) for at, row in enumerate(rows, start=1)]
    first = Column(text("No.").say(say), 6, Kind.INTEGER)
    return Sheet(name, name, (first, *columns), numbered, notes=notes)


def _due_sheet(found: Sequence[Due], as_of: date, say: Translate) -> Sheet:
    columns = [
        Column(text("State").say(say), 10, Kind.CODE),
        Column(text("Last day").say(say), 12, Kind.DATE),
        Column(text("Days left").say(say), 9, Kind.INTEGER),
        Column(text("Case").say(say), 18, Kind.CODE),
        Column(text("Actor").say(say), 18, Kind.TEXT),
        Column(text("What has to be done").say(say), 18, Kind.TEXT),
        Column(text("Term").say(say), 22, Kind.TEXT),
        Column(text("Counted from").say(say), 12, Kind.DATE),
        Column(text("Where the term is from").say(say), 44, Kind.TEXT),
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
    return _sheet(name, columns, rows, say, waiting)


def _source(one: Due, say: Translate) -> str:
    parts = [one.article, one.origin.label.say(say)]
    for stop in one.stopped:
        parts += [stop.told.say(say), stop.kind.article]
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
        Column(text("Case").say(say), 17, Kind.CODE),
        Column(text("Actor").say(say), 16, Kind.TEXT),
        Column(text("Project or matter").say(say), 16, Kind.TEXT),
        Column(text("Parcels").say(say), 22, Kind.TEXT),
        Column(text("Area (mu)").say(say), 10, Kind.AREA),
        Column(text("Cultivated land (mu)").say(say), 10, Kind.AREA),
        Column(number, 15, Kind.CODE, group=stop),
        Column(day, 11, Kind.DATE, group=stop),
        Column(text("What came of it").say(say), 11, Kind.CODE, group=stop),
        Column(number, 15, Kind.CODE, group=filed),
        Column(day, 11, Kind.DATE, group=filed),
        Column(text("Why it is not filed").say(say), 16, Kind.TEXT, group=filed),
        Column(number, 15, Kind.CODE, group=decided),
        Column(day, 11, Kind.DATE, group=decided),
        Column(text("Closed").say(say), 11, Kind.DATE),
    ]
    rows = [_case_row(one, book, plan) for one in files]
    return _sheet(text("Cases").say(say), columns, rows, say)


def _case_row(file: CaseFile, book: Casebook, plan: Plan) -> List[Value]:
    case, notice, steps = file.case, file.stop_notice, file.filing.steps
    found = [book.dossier(number) for number in case.parcels]
    there = [one for one in found if one is not None]
    result = notice.result if notice else ""
    known = term_in(plan.field_rules.stop_results, result)
    row: List[Value] = [case.number, case.actor, case.name, "、".join(case.parcels)]
    factor = plan.area_rules.mu_per_m2
    row.append(sum((one.parcel.mu(factor) for one in there), Decimal(0)) if there else None)
    row.append(_cultivated(there))
    row += [notice.number if notice else "", (notice.date or None) if notice else None]
    row.append(known.label.zh if known else result)
    for code in (FILED, DECIDED):
        step = steps.get(code)
        row += [step.document if step else "", step.date if step else None]
        row += [why_not_filed(file.filing, plan)] if code == FILED else []
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
        Column(text("Case").say(say), 18, Kind.CODE),
        Column(text("Actor").say(say), 20, Kind.TEXT),
        Column(text("Penalty").say(say), 24, Kind.TEXT),
        Column(text("Unit").say(say), 8, Kind.CODE),
        Column(amount, 14, Kind.AREA, group=decided),
        Column(day, 12, Kind.DATE, group=decided),
        Column(text("Document number").say(say), 18, Kind.CODE, group=decided),
        Column(amount, 14, Kind.AREA, group=done),
        Column(day, 12, Kind.DATE, group=done),
        Column(text("Remains").say(say), 14, Kind.AREA),
        Column(text("Note").say(say), 20, Kind.TEXT),
    ]
    rows = [_penalty_row(file, one, plan) for file in files for one in file.penalties]
    told = text("A minus means that more was carried out than decided.").say(say)
    return _sheet(text("Penalties").say(say), columns, rows, say, told)


def _penalty_row(file: CaseFile, one: Penalty, plan: Plan) -> Sequence[Value]:
    return (
        *(file.case.number, file.case.actor, penalty_name(one, plan), penalty_unit(one, plan)),
        *(one.decided, one.decided_on or None),
        *(one.document, one.done, one.done_on or None, remains(one), one.note),
    )


def _transfer_sheet(files: Sequence[CaseFile], plan: Plan, say: Translate) -> Sheet:
    columns = [
        Column(text("Case").say(say), 18, Kind.CODE),
        Column(text("Actor").say(say), 18, Kind.TEXT),
        Column(text("Receiver").say(say), 18, Kind.TEXT),
        Column(text("What").say(say), 26, Kind.TEXT),
        Column(text("To whom").say(say), 18, Kind.TEXT),
        Column(text("Letter number").say(say), 18, Kind.CODE),
        Column(text("Sent on").say(say), 12, Kind.DATE),
        Column(text("Receipt").say(say), 18, Kind.TEXT),
        Column(text("Received on").say(say), 12, Kind.DATE),
        Column(text("Note").say(say), 18, Kind.TEXT),
    ]
    rows = [_transfer_row(file, one, plan) for file in files for one in file.transfers]
    return _sheet(text("Transfers").say(say), columns, rows, say)


def _transfer_row(file: CaseFile, one: Transfer, plan: Plan) -> Sequence[Value]:
    return (
        *(file.case.number, file.case.actor, receiver_name(one, plan)),
        *(one.what, one.to_whom, one.letter, one.sent_on or None),
        *(one.receipt, one.receipt_on or None, one.note),
    )
