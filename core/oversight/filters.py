"""Which parcels are in a queue: conditions that all have to hold, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import FrozenSet, Mapping, Optional, Protocol, Tuple

from ..model import PatchKind
from ..rectification import Stage as Righting
from ..rectification import Standing
from ..review import Stage
from ..text import Labelled, text

Place = Tuple[float, float]
"""Longitude and latitude in degrees."""


class Listed(Protocol):
    """What a queue needs to know of a row."""

    @property
    def parcel_number(self) -> str:
        """The parcel's number."""

    @property
    def kind(self) -> PatchKind:
        """Land or mineral."""

    @property
    def patch_number(self) -> str:
        """The number of its patch."""

    @property
    def patch_class(self) -> str:
        """The class it was issued with."""

    @property
    def area_mu(self) -> Decimal:
        """The parcel's area."""

    @property
    def category(self) -> str:
        """The county verdict's category; empty while there is none."""

    @property
    def cultivated_mu(self) -> Optional[Decimal]:
        """On cultivated land; None while unknown."""

    @property
    def basic_farmland_mu(self) -> Optional[Decimal]:
        """On basic farmland; None while unknown."""

    @property
    def red_line_mu(self) -> Optional[Decimal]:
        """Inside the red line; None while unknown."""

    @property
    def judged_by(self) -> str:
        """Who gave the county verdict."""

    @property
    def second_look(self) -> str:
        """Why somebody should look again; empty when nobody has to."""

    @property
    def comment(self) -> str:
        """What is noted of it."""


class Need(Enum):
    """What has to be found out besides the rows, because it takes time."""

    ROUNDS = "rounds"
    VISITS = "visits"
    PLACES = "places"
    TOWNS = "towns"
    RECTIFICATION = "rectification"
    EXPRESSION = "expression"


class Trait(Labelled):
    """Something that is so of a parcel, or not."""

    UNDECIDED = "undecided", text("Undecided")
    RETURNED = "returned", text("Returned")
    MUST_VISIT = "must_visit", text("Must be visited")
    SECOND_LOOK = "second_look", text("Wants a second look")
    COMMENTED = "commented", text("With a comment")
    BASIC_FARMLAND = "basic_farmland", text("On basic farmland")
    RED_LINE = "red_line", text("Inside the red line")
    APPLIED = "applied", text("Applied for acceptance")
    REFUSED = "refused", text("Not in place")
    OVERDUE = "overdue", text("Overdue, not put right")
    RECTIFIED_VISIT = "rectified_visit", text("Its rectification must be visited")

    @property
    def is_of_rectification(self) -> bool:
        """True for what is so of how a parcel is put right."""
        return self in _OF_RECTIFICATION


_OF_RECTIFICATION = (Trait.APPLIED, Trait.REFUSED, Trait.OVERDUE, Trait.RECTIFIED_VISIT)


class Figure(Labelled):
    """A figure in mu that a threshold can be about."""

    AREA = "area", text("Area")
    CULTIVATED = "cultivated", text("Cultivated land")
    BASIC_FARMLAND = "basic_farmland", text("Basic farmland")
    RED_LINE = "red_line", text("Red line")

    def of(self, row: Listed) -> Optional[Decimal]:
        """The figure of a row; None while it is unknown."""
        return {
            Figure.AREA: row.area_mu,
            Figure.CULTIVATED: row.cultivated_mu,
            Figure.BASIC_FARMLAND: row.basic_farmland_mu,
            Figure.RED_LINE: row.red_line_mu,
        }[self]


@dataclass(frozen=True)
class Known:
    """What was found out about a month's parcels besides their rows, by parcel number.

    ``deadlines`` has those that somebody still has to do something about; ``matching`` are the
    parcels for which the queue's expression holds. ``standings`` are those of parcels that have
    to be put right, ``rectified_visits`` those whose result the city has to visit and has not.
    """

    today: date = date.min
    stages: Mapping[str, Stage] = field(default_factory=dict)
    deadlines: Mapping[str, date] = field(default_factory=dict)
    must_visit: FrozenSet[str] = frozenset()
    places: Mapping[str, Place] = field(default_factory=dict)
    towns: Mapping[str, str] = field(default_factory=dict)
    matching: FrozenSet[str] = frozenset()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    rectified_visits: FrozenSet[str] = frozenset()


NOTHING_KNOWN = Known()


@dataclass(frozen=True)
class Filter:
    """All conditions have to hold; within one list any will do, an empty list asks nothing.

    ``due_within``: days from today, overdue included. ``numbers``: these parcels alone, those
    behind a figure for instance. ``expression``: one of QGIS's, which the face evaluates.
    """

    traits: Tuple[Trait, ...] = ()
    kinds: Tuple[PatchKind, ...] = ()
    categories: Tuple[str, ...] = ()
    classes: Tuple[str, ...] = ()
    towns: Tuple[str, ...] = ()
    persons: Tuple[str, ...] = ()
    figure: Figure = Figure.CULTIVATED
    at_least_mu: Optional[Decimal] = None
    due_within: Optional[int] = None
    numbers: FrozenSet[str] = frozenset()
    expression: str = ""

    @property
    def is_everything(self) -> bool:
        """True when it leaves nothing out."""
        return self == Filter(figure=self.figure)

    @property
    def needs(self) -> FrozenSet[Need]:
        """What has to be known to ask it."""
        wanted = {
            Need.ROUNDS: Trait.RETURNED in self.traits or self.due_within is not None,
            Need.VISITS: Trait.MUST_VISIT in self.traits,
            Need.TOWNS: bool(self.towns),
            Need.RECTIFICATION: any(one.is_of_rectification for one in self.traits),
            Need.EXPRESSION: bool(self.expression),
        }
        return frozenset(need for need, is_so in wanted.items() if is_so)

    def accepts(self, row: Listed, known: Known) -> bool:
        """True when the row is in the queue."""
        return (
            all(has_trait(row, trait, known) for trait in self.traits)
            and self._is_listed(row, known)
            and self._reaches(row)
            and self._is_due(row, known)
            and (not self.expression or row.parcel_number in known.matching)
        )

    def _is_listed(self, row: Listed, known: Known) -> bool:
        town = known.towns.get(row.parcel_number, "")
        return (
            (not self.kinds or row.kind in self.kinds)
            and (not self.categories or row.category in self.categories)
            and (not self.classes or row.patch_class in self.classes)
            and (not self.towns or town in self.towns)
            and (not self.persons or row.judged_by in self.persons)
            and (not self.numbers or row.parcel_number in self.numbers)
        )

    def _reaches(self, row: Listed) -> bool:
        """Whether a threshold is reached; what is unknown reaches none."""
        if self.at_least_mu is None:
            return True
        value = self.figure.of(row)
        return value is not None and value >= self.at_least_mu

    def _is_due(self, row: Listed, known: Known) -> bool:
        if self.due_within is None:
            return True
        deadline = known.deadlines.get(row.parcel_number)
        return deadline is not None and (deadline - known.today).days <= self.due_within


def has_trait(row: Listed, trait: Trait, known: Known) -> bool:
    """True when it is so of the row; what is unknown is not so."""
    if trait is Trait.RETURNED:
        return known.stages.get(row.parcel_number) is Stage.RETURNED
    if trait is Trait.MUST_VISIT:
        return row.parcel_number in known.must_visit
    if trait.is_of_rectification:
        return _is_of_rectification(row.parcel_number, trait, known)
    return {
        Trait.UNDECIDED: not row.category,
        Trait.SECOND_LOOK: bool(row.second_look),
        Trait.COMMENTED: bool(row.comment),
        Trait.BASIC_FARMLAND: bool(row.basic_farmland_mu),
        Trait.RED_LINE: bool(row.red_line_mu),
    }[trait]


def _is_of_rectification(number: str, trait: Trait, known: Known) -> bool:
    if trait is Trait.RECTIFIED_VISIT:
        return number in known.rectified_visits
    found = known.standings.get(number)
    if found is None:
        return False
    return {
        Trait.APPLIED: found.stage is Righting.APPLIED,
        Trait.REFUSED: found.stage is Righting.REFUSED,
        Trait.OVERDUE: bool(found.overdue_since),
    }[trait]
