"""The words of the field as records: what is issued, what is judged, what was found.

Records are frozen. Dates are ISO text (``2023-04-01``), times ISO text with offset, areas are
``Decimal`` in columns that carry their unit, geometry is WKB in EPSG:4490 (longitude, latitude).
Codes whose values change by year (classes, categories, flags) are opaque text here; the plan
knows what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Dict, Optional, Tuple

from .casefile import CaseFile
from .mu import MU_PER_M2, mu_from_m2
from .rectified import PutRight
from .rounds import Rounds
from .text import Labelled, Text, text


class PatchKind(Labelled):
    """What a patch is about; land and mineral patches have calendars of their own."""

    LAND = "land", text("Land")
    MINERAL = "mineral", text("Mineral")


class VerdictLevel(Labelled):
    """Who judged. The three stand side by side; none overwrites another."""

    COUNTY = "county", text("County verdict")
    CITY = "city", text("City verdict")
    FINAL = "final", text("Final verdict")


class Answer(Labelled):
    """Answer to one of the six flags; "not applicable" is not "no"."""

    YES = "yes", text("Yes")
    NO = "no", text("No")
    NOT_APPLICABLE = "n/a", text("Not applicable")


class Severity(Labelled):
    """How much a finding weighs: an error stops the package, a warning must be read."""

    ERROR = "error", text("Error")
    WARNING = "warning", text("Warning")
    NOTICE = "notice", text("Notice")


@dataclass(frozen=True)
class Source:
    """A file from outside as it was when it was read."""

    sha256: str
    name: str
    layer: str
    crs: str
    encoding: str
    area_unit: str
    feature_count: int


@dataclass(frozen=True)
class Patch:
    """图斑: what the Ministry issued. Never changed after intake.

    ``issued`` holds every attribute of the issued row as text, under its own field name;
    ``area_m2`` is computed (TD/T 1055-2019), ``issued_area`` is what the row said.
    """

    number: str
    kind: PatchKind
    month: str
    county_code: str
    county_name: str
    patch_class: str
    change_type: str
    before_date: Optional[str]
    after_date: Optional[str]
    issued_area: Optional[str]
    issued_area_unit: str
    area_m2: Decimal
    remark: str
    geometry: bytes = field(repr=False)
    geometry_sha256: str
    source_sha256: str
    source_row: int
    issued: Dict[str, str] = field(repr=False)


@dataclass(frozen=True)
class Parcel:
    """地块: what is judged; ``<patch number>_n``.

    ``adjusted_mu`` is there where the parcels of a divided patch, each rounded to 0.01 mu, would
    not add up to it.
    """

    number: str
    patch_number: str
    area_m2: Decimal
    geometry: bytes = field(repr=False)
    geometry_sha256: str = ""
    adjusted_mu: Optional[Decimal] = None

    def mu(self, mu_per_m2: Decimal = MU_PER_M2) -> Decimal:
        """The area in mu, to 0.01; the parcels of a patch add up to its own."""
        return mu_from_m2(self.area_m2, mu_per_m2) if self.adjusted_mu is None else self.adjusted_mu


@dataclass(frozen=True)
class Verdict:
    """合法性判定 of one parcel at one level, with the plan it was made under."""

    parcel_number: str
    level: VerdictLevel
    category: str
    subcategory: str
    reason: str
    plan_id: str
    plan_sha256: str


@dataclass(frozen=True)
class LayerUsed:
    """The layer a figure rests on: role, name, version or date, and hash of its file."""

    role: str
    name: str
    version: str
    sha256: str
    crs: str


@dataclass(frozen=True)
class Coverage:
    """How much of a parcel lies inside an approval, per document number."""

    role: str
    document: str
    area_m2: Decimal
    percent: Decimal


@dataclass(frozen=True)
class Figures:
    """套合: what a parcel lies on. All areas in m² to 0.01, adjusted so that they add up.

    ``cultivated + other_agricultural + unused + construction + uncovered = area`` in m² and,
    after adjustment of its own, in mu. ``cultivated`` is net of KCXS when ``net`` is true (the
    deduction is then part of ``other_agricultural``); ``cultivated_gross_m2`` is always gross.
    Basic farmland, red line and urban area are "of which" and ``None`` where the layer does not
    reach the parcel: unknown, not none. ``by_code_m2`` is per land-use code; ``adjusted_m2``
    holds what the adjustment added to each class. ``outside_extent_m2`` is per role how much of
    the parcel lies outside the layer's own extent, where anything does. ``nearest_m`` is per "of
    which" role how far the nearest area is, where the parcel touches none, as far as was looked.
    """

    parcel_number: str
    net: bool
    area_m2: Decimal
    cultivated_gross_m2: Decimal
    cultivated_m2: Decimal
    other_agricultural_m2: Decimal
    unused_m2: Decimal
    construction_m2: Decimal
    uncovered_m2: Decimal
    basic_farmland_m2: Optional[Decimal]
    red_line_m2: Optional[Decimal]
    urban_m2: Optional[Decimal]
    area_mu: Decimal
    cultivated_gross_mu: Decimal
    cultivated_mu: Decimal
    other_agricultural_mu: Decimal
    unused_mu: Decimal
    construction_mu: Decimal
    uncovered_mu: Decimal
    basic_farmland_mu: Optional[Decimal]
    red_line_mu: Optional[Decimal]
    urban_mu: Optional[Decimal]
    by_code_m2: Dict[str, Decimal]
    adjusted_m2: Dict[str, Decimal]
    approvals: Tuple[Coverage, ...]
    location: str
    layers: Tuple[LayerUsed, ...]
    notes: Tuple[Text, ...]
    outside_extent_m2: Dict[str, Decimal] = field(default_factory=dict)
    nearest_m: Dict[str, Decimal] = field(default_factory=dict)
    basis: str = ""
    """Hash of all that the figures rest on; empty when a layer cannot be known again."""


@dataclass(frozen=True)
class Photo:
    """A field photo: where its file is, what it is, and what its EXIF says."""

    parcel_number: str
    file: str
    sha256: str
    size_bytes: int
    taken_at: Optional[str]
    lon_deg: Optional[float]
    lat_deg: Optional[float]
    azimuth_deg: Optional[float]
    name: str = ""
    """What it was called when it came, its folder included: tells its kind (远景, 近景 …)."""
    likeness: str = ""
    """Small fingerprint of the picture, the same after resizing; see ``field.likeness``."""
    stage: str = ""
    """Value of :class:`~.rectified.PhotoStage`, where it was taken while a place is put right."""
    station: str = ""
    """Name of the spot and direction; photos of one station show the same view at other times."""


@dataclass(frozen=True)
class FieldCheck:
    """外业核查 of one parcel: who looked when and how, and what was found.

    ``way``, ``stage``, ``actor_kind`` and ``stop_result`` are codes of the plan's ``field.json``;
    ``build_time`` is what people know of it (``2023-03``, ``2023年春``); all but people, day and
    way may be empty.
    """

    parcel_number: str
    checkers: Tuple[str, ...]
    checked_on: str
    way: str
    found: str = ""
    actual_use: str = ""
    stage: str = ""
    build_time: str = ""
    actor: str = ""
    actor_kind: str = ""
    stop_notice: str = ""
    stop_result: str = ""


@dataclass(frozen=True)
class Evidence:
    """举证: what a person recorded for one of the plan's kinds of evidence.

    ``value`` is what the kind asks for: a document's number, an ISO date, a decimal number, the
    code of a choice, or what the document is; ``date`` is the document's, as ISO text.
    """

    kind: str
    value: str
    date: str = ""
    note: str = ""


class LinkedBy(Labelled):
    """How earlier work is known to be about the same place; the surest sign first."""

    PREVIOUS_NUMBER = "previous_number", text("Named as the previous number")
    SAME_NUMBER = "same_number", text("The same number")
    SAME_PLACE = "same_place", text("The same place")
    OVERLAP = "overlap", text("Overlapping")


@dataclass(frozen=True)
class EarlierLink:
    """往期: earlier work on the place of a patch, and what was found then.

    ``source`` is the file or programme it is from, empty for this casebook. ``percent`` is the
    share of the patch that lies in the earlier one, ``earlier_percent`` the share of the earlier
    one that lies in the patch; ``None`` where the number alone links them. ``verdict``,
    ``found_on`` and ``rectification`` are as the source words them; empty is unknown.
    """

    source: str
    number: str
    linked_by: LinkedBy
    month: str = ""
    percent: Optional[Decimal] = None
    earlier_percent: Optional[Decimal] = None
    verdict: str = ""
    found_on: str = ""
    rectification: str = ""


@dataclass(frozen=True)
class Notes:
    """What people note of a parcel for one another; it is never handed up.

    ``second_look``: why somebody should look again; empty when nobody has to.
    """

    second_look: str = ""
    comment: str = ""


@dataclass(frozen=True)
class Dossier:
    """Everything the record says about one parcel: one row of the month's work."""

    patch: Patch
    parcel: Parcel
    figures: Optional[Figures]
    verdicts: Dict[VerdictLevel, Verdict]
    flags: Dict[str, Answer]
    photos: Tuple[Photo, ...]
    field_check: Optional[FieldCheck] = None
    evidence: Dict[str, Evidence] = field(default_factory=dict)
    cases: Tuple[CaseFile, ...] = ()
    earlier: Tuple[EarlierLink, ...] = ()
    rounds: Rounds = field(default_factory=Rounds)
    notes: Notes = field(default_factory=Notes)
    put_right: PutRight = field(default_factory=PutRight)

    @property
    def county_verdict(self) -> Optional[Verdict]:
        """The county's own verdict, if there is one."""
        return self.verdicts.get(VerdictLevel.COUNTY)


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or worth reading, where it is, and where the rule comes from."""

    check: str
    severity: Severity
    message: Text
    subject: str = ""
    rule: str = ""
