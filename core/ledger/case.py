"""One line of the ledger: an old case, a parcel of the casebook, or both as one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Optional, Tuple

from ..rectified import Freezing, LedgerEntry, Turn
from ..text import Labelled, Text, text


class CaseState(Labelled):
    """Where a case stands in the ledger."""

    OPEN = "open", text("Not closed")
    CLOSED = "closed", text("Struck off")
    REOPENED = "reopened", text("Reopened")


@dataclass(frozen=True)
class Areas:
    """Mu to 0.01; ``None`` is unknown. ``remaining_mu`` is what is not put right."""

    area_mu: Optional[Decimal] = None
    cultivated_mu: Optional[Decimal] = None
    basic_farmland_mu: Optional[Decimal] = None
    rectified_mu: Optional[Decimal] = None
    remaining_mu: Optional[Decimal] = None
    remaining_cultivated_mu: Optional[Decimal] = None


@dataclass(frozen=True)
class LedgerCase:
    """One case; ``subject`` is what its turns and freezings are recorded about.

    ``parcel_number`` is its parcel in this casebook, empty when there is none, ``month`` that of
    its patch; ``entries`` are the rows of old lists that tell of it. ``is_building`` says that
    quota is frozen for it. ``remarks`` are what a person should look at.
    """

    subject: str
    year: int
    county_code: str
    county_name: str
    patch: str
    parcel: str
    place: str = ""
    actor: str = ""
    project: str = ""
    found_on: str = ""
    areas: Areas = field(default_factory=Areas)
    measure: str = ""
    due: str = ""
    accepted_on: str = ""
    certificate: str = ""
    note: str = ""
    is_building: bool = True
    parcel_number: str = ""
    month: str = ""
    turns: Tuple[Turn, ...] = ()
    closed_in_list: str = ""
    freezing: Freezing = field(default_factory=Freezing)
    entries: Tuple[LedgerEntry, ...] = ()
    remarks: Tuple[Text, ...] = ()

    @property
    def state(self) -> CaseState:
        """Its last turn says so; without any, the old list."""
        if self.turns:
            if self.turns[-1].closed:
                return CaseState.CLOSED
            return CaseState.REOPENED
        return CaseState.CLOSED if self.closed_in_list else CaseState.OPEN

    @property
    def is_open(self) -> bool:
        """True while something is left to be done about it."""
        return self.state is not CaseState.CLOSED

    @property
    def closed_on(self) -> str:
        """The day it was closed; empty while it is open."""
        if self.is_open:
            return ""
        return self.turns[-1].on if self.turns else self.closed_in_list

    @property
    def open_since(self) -> str:
        """The day its age counts from: when it was reopened, else when it was found."""
        if self.state is CaseState.REOPENED:
            return self.turns[-1].on
        return self.found_on

    def age_days(self, day: date) -> Optional[int]:
        """How many days it has been open on a day; ``None`` when nobody knows since when."""
        if not self.open_since:
            return None
        return max(0, (day - date.fromisoformat(self.open_since)).days)
