"""整改台账: the cases of all years as one list; what is one case stands there once.

Source: 工作方案 四（六）: all illegal use of cultivated land found since 2018. A case is an old
list's row, a parcel of the casebook, or both: a parcel that is judged illegal and takes cultivated
land, with the rows that were linked to it. A row whose patch is here with parcels that
stand in the ledger by themselves tells nothing more, and is not counted a second time.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from ..casebook import Casebook
from ..legality import military_patches
from ..model import Dossier
from ..plan import Plan
from ..rectification import Standing, effective_verdict, is_illegal, standing
from ..rectified import Freezing, LedgerEntry, Turn
from ..rounds import Office
from ..text import Text, text
from .case import Areas, LedgerCase
from .linking import is_of_year
from .rules import LedgerRules, ledger_rules

NONE = Decimal(0)
ACTOR = "actor"


class _Record:
    """What the casebook says, by subject."""

    def __init__(self, book: Casebook, plan: Plan) -> None:
        self.plan = plan
        self.rules = ledger_rules(plan)
        self.is_city = book.office is Office.CITY
        self.own = (book.county_code, book.county_name)
        dossiers = book.dossiers()
        hidden = military_patches(dossiers, plan)
        self.hidden = hidden
        self.dossiers = {
            one.parcel.number: one for one in dossiers if one.patch.number not in hidden
        }
        self.entries = [one for one in book.ledger_entries() if one.patch not in hidden]
        self.turns: Mapping[str, Tuple[Turn, ...]] = book.turns()
        self.freezings: Mapping[str, Freezing] = book.freezings()


def ledger_of(book: Casebook, plan: Plan) -> List[LedgerCase]:
    """All cases by year, county and number; military land is not among them."""
    record = _Record(book, plan)
    linked: Dict[str, List[LedgerEntry]] = defaultdict(list)
    others: List[LedgerEntry] = []
    for entry in record.entries:
        if entry.parcel_number in record.dossiers:
            linked[entry.parcel_number].append(entry)
        else:
            others.append(entry)
    numbers = [
        number
        for number, one in record.dossiers.items()
        if number in linked or _belongs(one, number, record)
    ]
    cases = [_of_parcel(record.dossiers[one], linked.get(one, []), record) for one in numbers]
    cases = _with_whole_patches(cases, others, record)
    return sorted(cases, key=lambda one: (one.year, one.county_code, one.patch, one.parcel))


def _with_whole_patches(
    cases: Sequence[LedgerCase], others: Sequence[LedgerEntry], record: _Record
) -> List[LedgerCase]:
    """The cases with the rows that are no parcel here. A row of a patch whose parcels stand in the
    ledger is told of at these, and not counted."""
    there: Dict[str, List[LedgerCase]] = defaultdict(list)
    for one in cases:
        there[one.patch].append(one)
    by_parcels = {(one.patch, one.year) for one in others if one.parcel}
    told: Dict[str, List[str]] = defaultdict(list)
    found: List[LedgerCase] = []
    for entry in others:
        mine = [one for one in there[entry.patch] if _is_of_year(one, entry.year)]
        for one in mine:
            told[one.subject].append(entry.id)
        if not mine:
            doubled = not entry.parcel and (entry.patch, entry.year) in by_parcels
            found.append(_of_entry(entry, record, doubled, there[entry.patch]))
    return [_with_remark(one, tuple(told.get(one.subject, ()))) for one in (*cases, *found)]


def _is_of_year(case: LedgerCase, year: int) -> bool:
    """By its patch's month, or by the row that was linked to it."""
    return case.year == year or is_of_year(year, case.month)


def _with_remark(case: LedgerCase, rows: Tuple[str, ...]) -> LedgerCase:
    if not rows:
        return case
    remark = text("Old rows tell of its whole patch; they are not counted: {rows}.", rows=rows)
    return replace(case, remarks=(*case.remarks, remark))


def _belongs(one: Dossier, number: str, record: _Record) -> bool:
    """Judged illegal on cultivated land, or once closed here: nobody can leave the ledger."""
    if number in record.turns:
        return True
    if not is_illegal(one, record.plan):
        return False
    cultivated = one.figures.cultivated_mu if one.figures else None
    return cultivated is None or cultivated > NONE


def _of_parcel(dossier: Dossier, entries: Sequence[LedgerEntry], record: _Record) -> LedgerCase:
    number, plan = dossier.parcel.number, record.plan
    stands = standing(dossier, plan)
    first = entries[0] if entries else None
    illegal = is_illegal(dossier, plan)
    code, name = _county(dossier, record)
    put_right = dossier.put_right
    live = [one for one in put_right.certificates if not one.revoked_on]
    in_place = [one.on for one in put_right.acceptances if one.in_place]
    return LedgerCase(
        subject=number,
        year=first.year if first else int(dossier.patch.month[:4]),
        county_code=code,
        county_name=name,
        patch=dossier.patch.number,
        parcel=number,
        place=_said(first, "place", dossier.figures.location if dossier.figures else ""),
        actor=_said(first, "actor", _actor(dossier)),
        project=_said(first, "project", first.use if first else ""),
        found_on=_said(first, "found_on", _found_on(dossier)),
        measure=_measures(dossier, plan) or _said(first, "measure", ""),
        due=_due(dossier, stands) or _said(first, "due", ""),
        accepted_on=in_place[-1] if in_place else _said(first, "accepted_on", ""),
        certificate=live[-1].number if live else _said(first, "certificate", ""),
        note=_said(first, "note", ""),
        is_building=_is_building(dossier, record.rules),
        parcel_number=number,
        month=dossier.patch.month,
        turns=turns_of(number, entries, record.turns),
        closed_in_list=next((one.closed_on for one in entries if one.closed_on), ""),
        freezing=_freezing(number, entries, record),
        entries=tuple(entries),
        remarks=tuple(_remarks(dossier, entries, illegal, record)),
        areas=_areas(stands, first, illegal),
    )


def _areas(stands: Standing, first: Optional[LedgerEntry], illegal: bool) -> Areas:
    """The casebook's own figures; those of the old list where it judges otherwise now."""
    if not illegal and first is not None:
        return areas_of_entry(first, is_closed=bool(first.closed_on))
    return Areas(
        area_mu=stands.illegal_mu,
        cultivated_mu=stands.illegal_cultivated_mu,
        basic_farmland_mu=stands.illegal_basic_farmland_mu,
        rectified_mu=stands.rectified_mu,
        remaining_mu=stands.remaining_mu,
        remaining_cultivated_mu=stands.remaining.cultivated_mu,
    )


def areas_of_entry(entry: LedgerEntry, is_closed: bool) -> Areas:
    """What an old list leaves: nothing of a closed case, all where it does not say.

    What is put right is taken from the other land first: no more cultivated land counts as put
    right than has to be.
    """
    area, done, cultivated = entry.area_mu, entry.rectified_mu, entry.cultivated_mu
    left = NONE if is_closed else area if area is None or done is None else max(area - done, NONE)
    cultivated_left = cultivated
    if left is not None and cultivated is not None:
        cultivated_left = min(cultivated, left)
    elif is_closed:
        cultivated_left = NONE
    return Areas(
        area_mu=area,
        cultivated_mu=cultivated,
        basic_farmland_mu=entry.basic_farmland_mu,
        rectified_mu=area if is_closed and done is None else done,
        remaining_mu=left,
        remaining_cultivated_mu=cultivated_left,
    )


def areas_by_turns(entry: LedgerEntry, turns: Sequence[Turn]) -> Areas:
    """The same under its turns; what was put right of a case that was reopened is not known."""
    closed = is_closed(turns, (entry,))
    told = replace(entry, rectified_mu=None) if turns and not closed else entry
    return areas_of_entry(told, closed)


def is_closed(turns: Sequence[Turn], entries: Sequence[LedgerEntry]) -> bool:
    """Whether the last turn closed it; without any, whether the old list says so."""
    return turns[-1].closed if turns else any(one.closed_on for one in entries)


def _of_entry(
    entry: LedgerEntry, record: _Record, doubled: bool, others: Sequence[LedgerCase]
) -> LedgerCase:
    """A row that is no parcel here; ``doubled``: rows of its parcels are there, too; ``others``
    are the casebook's cases of its patch in other years."""
    remarks: List[Text] = []
    if doubled:
        remarks.append(
            text("Rows of its patch's parcels are in the ledger, too: look whether it is one case.")
        )
    if others:
        months = tuple(dict.fromkeys(one.month for one in others))
        remarks.append(
            text("A patch of this number is in this casebook, of {months}.", months=months)
        )
    if entry.parcel_number:
        remarks.append(text("Its parcel {parcel} is no longer there.", parcel=entry.parcel_number))
    turns = turns_of(entry.id, (), record.turns)
    return LedgerCase(
        subject=entry.id,
        year=entry.year,
        county_code=entry.county_code,
        county_name=entry.county_name,
        patch=entry.patch,
        parcel=entry.parcel,
        place=entry.place,
        actor=entry.actor,
        project=entry.project or entry.use,
        found_on=entry.found_on,
        measure=entry.measure,
        due=entry.due,
        accepted_on=entry.accepted_on,
        certificate=entry.certificate,
        note=entry.note or entry.progress,
        turns=turns,
        closed_in_list=entry.closed_on,
        freezing=record.freezings.get(entry.id, Freezing()),
        entries=(entry,),
        remarks=(*remarks, *_of_old_closing(entry)),
        areas=areas_by_turns(entry, turns),
    )


def _of_old_closing(entry: LedgerEntry) -> List[Text]:
    if entry.closed_on and not (entry.accepted_on or entry.certificate):
        return [
            text("Closed in the old list without a day of acceptance and without a certificate.")
        ]
    return []


def _said(first: Optional[LedgerEntry], name: str, otherwise: str) -> str:
    """What the old list says, else what the casebook does."""
    found = getattr(first, name) if first else ""
    return str(found) if found else otherwise


def _county(dossier: Dossier, record: _Record) -> Tuple[str, str]:
    """Code and name as the plan has them; a county's own casebook is all of one county."""
    code, name = dossier.patch.county_code, dossier.patch.county_name
    if not record.is_city:
        return record.own
    unit = record.plan.unit(code)
    return code, unit.label.zh if unit else name


def _found_on(dossier: Dossier) -> str:
    """When it was found: looked at in the field, else the day of the later picture."""
    check = dossier.field_check
    return check.checked_on if check else dossier.patch.after_date or ""


def _actor(dossier: Dossier) -> str:
    said = [one.case.actor for one in dossier.cases if one.case.actor]
    if said:
        return said[0]
    evidence, check = dossier.evidence.get(ACTOR), dossier.field_check
    return (evidence.value if evidence else "") or (check.actor if check else "")


def _measures(dossier: Dossier, plan: Plan) -> str:
    rectification = dossier.put_right.rectification
    ways = plan.rectification_rules.ways
    codes = dict.fromkeys(one.way for one in (rectification.measures if rectification else ()))
    return "、".join(ways[code].label.zh if code in ways else code for code in codes)


def _due(dossier: Dossier, stands: Standing) -> str:
    rectification = dossier.put_right.rectification
    return (rectification.due if rectification else "") or stands.due


def _is_building(dossier: Dossier, rules: LedgerRules) -> bool:
    verdict = effective_verdict(dossier)
    return verdict is None or verdict.subcategory not in rules.freezing.not_subcategories


def turns_of(
    number: str, entries: Iterable[LedgerEntry], turns: Mapping[str, Tuple[Turn, ...]]
) -> Tuple[Turn, ...]:
    """The turns of all subjects that are the case, by day."""
    subjects = (number, *(one.id for one in entries))
    found = [turn for one in subjects for turn in turns.get(one, ())]
    return tuple(sorted(found, key=lambda turn: turn.on))


def _freezing(number: str, entries: Iterable[LedgerEntry], record: _Record) -> Freezing:
    subjects = (number, *(one.id for one in entries))
    found = [record.freezings[one] for one in subjects if one in record.freezings]
    return found[0] if found else Freezing()


def _remarks(
    dossier: Dossier, entries: Sequence[LedgerEntry], illegal: bool, record: _Record
) -> List[Text]:
    found: List[Text] = []
    if not illegal:
        found.append(text("The verdict that counts is no illegal one now."))
    elif dossier.figures is None:
        found.append(text("How much cultivated land it takes is unknown: it is not overlaid."))
    if len(entries) > 1:
        rows = tuple(one.id for one in entries)
        found.append(text("Several rows of old lists are this parcel: {rows}.", rows=rows))
    for one in entries:
        found += _of_old_closing(one)
    return found
