"""整改、初验、申请、核验、证明、复核: how the illegal state of a parcel ends, as records.

Codes (``way``, checklist items, findings) are those of the plan's ``rectification.json`` and
``recheck.json``; days are ISO text, empty while they are open; areas are mu to 0.01, as the
figures are. The county plans, puts right, inspects first and applies; the city accepts and
certifies. What stays empty is not known, or was not done.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Dict, Optional, Tuple

from .text import Labelled, text


class Progress(Labelled):
    """How far a measure is."""

    PLANNED = "planned", text("Planned")
    UNDER_WAY = "under_way", text("Under way")
    DONE = "done", text("Done")


class PhotoStage(Labelled):
    """When a photo of a place that is put right was taken."""

    BEFORE = "before", text("Before the work")
    DURING = "during", text("During the work")
    AFTER = "after", text("After the work")


@dataclass(frozen=True)
class VerdictKept:
    """The verdict that a rectification answers, as it stood when it was recorded."""

    level: str
    category: str
    subcategory: str
    plan_id: str
    plan_sha256: str


@dataclass(frozen=True)
class Measure:
    """整改措施: one way in which a share of the parcel is put right.

    ``area_mu`` with ``cultivated_mu`` and ``basic_farmland_mu`` of it is the illegal land that
    this way clears; ``recultivated_mu`` stands beside it: what is cultivated again. ``document``
    is the approval's number, the receipt of hand-over, the decision; ``document_date`` its day.
    """

    way: str
    progress: Progress
    area_mu: Decimal
    cultivated_mu: Decimal = Decimal(0)
    basic_farmland_mu: Decimal = Decimal(0)
    recultivated_mu: Optional[Decimal] = None
    document: str = ""
    document_date: str = ""
    done_on: str = ""
    note: str = ""

    @property
    def is_done(self) -> bool:
        """True when nothing of it is left to do."""
        return self.progress is Progress.DONE

    @property
    def finished_on(self) -> str:
        """The day it was done; of an approval that has none the document's."""
        return self.done_on or self.document_date


@dataclass(frozen=True)
class Rectification:
    """整改 of one parcel: how, by whom, by when; the verdict it answers."""

    verdict: VerdictKept
    measures: Tuple[Measure, ...] = ()
    due: str = ""
    responsible: str = ""
    note: str = ""


@dataclass(frozen=True)
class Preliminary:
    """县级初验: who looked when, and whether it is in place."""

    on: str
    inspectors: Tuple[str, ...]
    in_place: bool
    finding: str = ""


@dataclass(frozen=True)
class Application:
    """申请验收: the county asks the city to inspect."""

    on: str
    by: str
    document: str = ""


@dataclass(frozen=True)
class Acceptance:
    """市级核验 of one parcel on the ground.

    ``items`` tells by code of the plan's checklist whether it is so; what does not apply is not
    in it. ``outline`` is what was measured, as WKB in EPSG:4490 written in hex, empty when
    nothing was; ``inside_mu`` is how much of it lies in the parcel. Not in place: ``missing``
    says what, ``by_when`` until which day.
    """

    on: str
    inspectors: Tuple[str, ...]
    items: Dict[str, bool]
    in_place: bool
    outline: str = ""
    measured_mu: Optional[Decimal] = None
    inside_mu: Optional[Decimal] = None
    missing: str = ""
    by_when: str = ""
    note: str = ""


@dataclass(frozen=True)
class Certificate:
    """拆除复耕到位证明; never taken out of the record, only revoked.

    ``office`` is the code of the office that issued it: with ``year`` and ``serial`` it is what
    no other certificate has. ``facts_sha256`` is the hash of all that it certifies.
    """

    number: str
    office: str
    year: int
    serial: int
    issued_on: str
    issued_by: str
    accepted_on: str
    recultivated_mu: Decimal
    facts_sha256: str
    revoked_on: str = ""
    revoked_by: str = ""
    revoked_why: str = ""


@dataclass(frozen=True)
class Recheck:
    """复核: what was found when a finished parcel was looked at again.

    ``cycle`` and ``finding`` are codes of ``recheck.json``; ``new_patch`` is the patch that shows
    new building, where there is one.
    """

    cycle: str
    on: str
    by: str
    finding: str
    note: str = ""
    new_patch: str = ""


@dataclass(frozen=True)
class Turn:
    """销号 or its reopening: one turn in the ledger, with who, when and why.

    ``basis`` is a code of the plan: what allows the closing. ``document`` is its number.
    """

    closed: bool
    on: str
    by: str
    basis: str = ""
    document: str = ""
    why: str = ""
    new_patch: str = ""


@dataclass(frozen=True)
class Freezing:
    """两平衡一冻结: reserve quota frozen for illegally taken cultivated land, and set free."""

    frozen_on: str = ""
    frozen_document: str = ""
    freed_on: str = ""
    freed_document: str = ""


@dataclass(frozen=True)
class LedgerEntry:
    """跨年度台账: one old case as an office's own list has it; never deleted.

    ``id`` is made from year, patch and parcel number; ``parcel_number`` is the parcel in this
    casebook it was linked to, empty while it is none. ``written`` is the row as it was read.
    ``rectified_mu`` and ``closed_on`` are what the old list said; ``lon_deg`` and ``lat_deg`` a
    point of the place (EPSG:4490) where the list has one.
    """

    id: str
    year: int
    county_code: str
    county_name: str
    patch: str
    parcel: str
    place: str = ""
    actor: str = ""
    project: str = ""
    use: str = ""
    found_on: str = ""
    area_mu: Optional[Decimal] = None
    cultivated_mu: Optional[Decimal] = None
    basic_farmland_mu: Optional[Decimal] = None
    measure: str = ""
    due: str = ""
    progress: str = ""
    rectified_mu: Optional[Decimal] = None
    accepted_on: str = ""
    certificate: str = ""
    closed_on: str = ""
    note: str = ""
    source: str = ""
    source_row: int = 0
    parcel_number: str = ""
    lon_deg: Optional[float] = None
    lat_deg: Optional[float] = None
    written: Dict[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class PutRight:
    """Everything the record says about how one parcel is put right."""

    rectification: Optional[Rectification] = None
    preliminary: Tuple[Preliminary, ...] = ()
    applications: Tuple[Application, ...] = ()
    acceptances: Tuple[Acceptance, ...] = ()
    certificates: Tuple[Certificate, ...] = ()
    rechecks: Tuple[Recheck, ...] = ()
    turns: Tuple[Turn, ...] = ()
    freezing: Optional[Freezing] = None

    @property
    def reopened_on(self) -> str:
        """The day of the last reopening; empty where there was none."""
        days = [one.on for one in self.turns if not one.closed]
        return days[-1] if days else ""

    @property
    def measures(self) -> Tuple[Measure, ...]:
        """The measures that hold: what was done up to a reopening is built on again."""
        since, found = self.reopened_on, self.rectification
        return tuple(
            one
            for one in (found.measures if found else ())
            if not (since and one.is_done and one.finished_on <= since)
        )

    @property
    def done_on(self) -> str:
        """The day on which the last measure was done; empty while one is not."""
        measures = self.measures
        if not measures or not all(one.is_done for one in measures):
            return ""
        return max(one.finished_on for one in measures)
