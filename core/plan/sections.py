"""The sections of a work plan: what a year and a place fix, as checked records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Callable, Dict, Iterable, Optional, Protocol, Tuple, TypeVar

from ..model import PatchKind
from ..text import Labelled, text
from .reader import Node


class Origin(Labelled):
    """Where a fact comes from. What is neither plan nor law is shown as such."""

    PLAN = "plan", text("From the work plan")
    LAW = "law", text("From law")
    STANDARD = "standard", text("From a technical standard")
    PRACTICE = "practice", text("Seen in practice, not official")
    TUBAN = "tuban", text("Tuban's default, not official")


@dataclass(frozen=True)
class Label:
    """A term in Chinese and English; the Chinese one is what forms print."""

    zh: str
    en: str

    def in_language(self, locale: str) -> str:
        """The term for a locale such as ``zh_CN`` or ``en``."""
        return self.zh if locale.startswith("zh") else self.en


@dataclass(frozen=True)
class Term:
    """A code with its label and origin."""

    code: str
    label: Label
    origin: Origin


@dataclass(frozen=True)
class Category:
    """判定类型: a verdict category, its key in the dock and what follows from it.

    ``kinds`` are the kinds of patches that it is for.
    """

    code: str
    label: Label
    origin: Origin
    key: str
    illegal: bool
    military: bool
    colour: str
    subcategories: Tuple[Term, ...]
    kinds: Tuple[PatchKind, ...] = (PatchKind.LAND,)

    def subcategory(self, code: str) -> Optional[Term]:
        """The subcategory with this code, if the category has it."""
        return next((term for term in self.subcategories if term.code == code), None)


@dataclass(frozen=True)
class YearDay:
    """A day of the plan's year by which something is due; ``date`` is ISO text."""

    code: str
    label: Label
    origin: Origin
    date: str


@dataclass(frozen=True)
class Calendar:
    """Days of the month: patches issued up to ``cutoff_day`` are cleared by ``county_day`` and
    corrected by ``correction_day``. ``year_days`` are single days, in order."""

    cutoff_day: int
    county_day: int
    correction_day: int
    origin: Origin
    year_days: Tuple[YearDay, ...] = ()

    def month_of(self, issued: date) -> str:
        """``YYYY-MM`` that a patch belongs to: its own month up to the cut-off day, then the
        next."""
        later = issued.day > self.cutoff_day
        months = issued.year * 12 + issued.month - 1 + later
        return f"{months // 12:04d}-{months % 12 + 1:02d}"


@dataclass(frozen=True)
class MineralCalendar:
    """When mineral patches are issued and filled in: apart from the months of land patches.

    ``fill_month`` and ``fill_day`` lie in the year after the one that is monitored;
    ``correct_months`` is how long there is for what an audit returns.
    """

    issue_months: Tuple[int, ...]
    fill_month: int
    fill_day: int
    correct_months: int
    origin: Origin

    def fill_by(self, month: str) -> date:
        """The day by which the patches of a month (``2023-04``) are filled in."""
        return date(int(month[:4]) + 1, self.fill_month, self.fill_day)


@dataclass(frozen=True)
class OverlapRule:
    """Which of two features of one layer counts where they overlap and disagree.

    ``wins`` is ``first`` (the lower number) or ``last`` (the higher one).
    """

    wins: str
    label: Label
    origin: Origin


@dataclass(frozen=True)
class AreaRules:
    """Units, rounding and tolerances of areas, and how far a protected area is looked for."""

    mu_per_m2: Decimal
    identity_tolerance_mu: Decimal
    repair_tolerance_m2: Decimal
    sliver_m2: Decimal
    cultivated_net: bool
    overlap: OverlapRule
    nearest_within_m: Decimal


@dataclass(frozen=True)
class LandUse:
    """DLBM → class (``cultivated``, ``other_agricultural``, ``unused``, ``construction``)."""

    code_set: str
    classes: Dict[str, str]
    names: Dict[str, str]
    deduction_code: str

    def class_of(self, code: str) -> Optional[str]:
        """The class of a land-use code; suffixes A and K follow their base code."""
        return self.classes.get(code) or self.classes.get(code.rstrip("ABK"))


@dataclass(frozen=True)
class LayerRole:
    """A layer that parcels are laid over: what it is and what its fields are called.

    ``part`` is ``land_use`` (a partition with codes), ``of_which`` (an area inside the parcel)
    or ``approval`` (a document's extent). ``fields`` maps a meaning to the names it may have.
    """

    code: str
    label: Label
    part: str
    required: bool
    origin: Origin
    layer_names: Tuple[str, ...]
    fields: Dict[str, Tuple[str, ...]]


@dataclass(frozen=True)
class FlagRules:
    """六个是否: the flags and where they must be answered."""

    flags: Tuple[Term, ...]
    mandatory_when: str
    origin: Origin


@dataclass(frozen=True)
class MustVisit:
    """A threshold above which the city (or the province) visits a patch on the ground.

    ``rectified`` names the evidence that tells that it was put right: the visit is then about
    the result, too, whatever the verdict has become; empty where the plan asks for no second
    visit. ``by`` is one of :data:`VISITED_BY`.
    """

    code: str
    label: Label
    figures: Tuple[str, ...]
    at_least_mu: Decimal
    categories: Tuple[str, ...]
    subcategories: Tuple[str, ...]
    origin: Origin
    kinds: Tuple[PatchKind, ...] = (PatchKind.LAND,)
    by: str = "city"
    rectified: str = ""


VISITED_BY = ["city", "province"]


class _HasCode(Protocol):
    @property
    def code(self) -> str:
        """The code that other files and records name it by."""


Coded = TypeVar("Coded", bound=_HasCode)


def label_of(node: Node) -> Label:
    """The ``zh`` and ``en`` of a node."""
    return Label(node.text("zh"), node.text("en"))


def origin_of(node: Node) -> Origin:
    """The ``origin`` of a node."""
    return Origin(node.one_of("origin", [origin.value for origin in Origin]))


def kinds_of(node: Node) -> Tuple[PatchKind, ...]:
    """The ``kinds`` of patches that a node is for; land where it does not say."""
    found = node.among("kinds", [one.value for one in PatchKind])
    return tuple(map(PatchKind, found)) or (PatchKind.LAND,)


def by_code(nodes: Iterable[Node], make: Callable[[Node], Coded]) -> Dict[str, Coded]:
    """What is made of each node, by its code, in the order of the file; no code comes twice."""
    found: Dict[str, Coded] = {}
    for node in nodes:
        one = make(node)
        if one.code in found:
            raise node.at("code").wrong(text("the code {code} is there twice", code=one.code))
        found[one.code] = one
    return found


def term_of(node: Node) -> Term:
    """A code with label and origin."""
    return Term(node.text("code"), label_of(node), origin_of(node))
