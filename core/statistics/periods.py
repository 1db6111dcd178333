"""The months that a table is about, and the same ones a year before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import InputError
from ..text import Text, text

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])\Z")


@dataclass(frozen=True)
class Period:
    """From the first to the last month, both ``YYYY-MM`` and included."""

    first: str
    last: str

    @classmethod
    def month(cls, month: str) -> Period:
        """One month alone; raises :class:`InputError` for what is none."""
        return cls(_checked(month), month)

    @classmethod
    def to_date(cls, month: str) -> Period:
        """From January to a month."""
        return cls(f"{_checked(month)[:4]}-01", month)

    @classmethod
    def year(cls, year: int) -> Period:
        """The twelve months of a year."""
        return cls(f"{year:04d}-01", f"{year:04d}-12")

    @classmethod
    def everything(cls) -> Period:
        """All months there may be."""
        return cls("0001-01", "9999-12")

    def holds(self, month: str) -> bool:
        """True for a month within; an old case's year (``2019-00``) has to be within as a whole."""
        if month.endswith("-00"):
            return self.first <= f"{month[:4]}-01" and f"{month[:4]}-12" <= self.last
        return self.first <= month <= self.last

    @property
    def is_everything(self) -> bool:
        """True when no month is left out."""
        return self == Period.everything()

    def before(self) -> Period:
        """The same months a year before."""
        return Period(month_before(self.first), month_before(self.last))

    @property
    def label(self) -> Text:
        """What it is called: a month, a year, or from one month to another."""
        if self.is_everything:
            return text("all years")
        if self.first == self.last:
            return text("{month}", month=self.first)
        if (self.first[5:], self.last[5:]) == ("01", "12") and self.first[:4] == self.last[:4]:
            return text("{year}", year=self.first[:4])
        return text("{first} to {last}", first=self.first, last=self.last)

    @property
    def in_year(self) -> str:
        """The part of the year as Chinese papers write it: 4月, 1—4月, 上半年, 全年."""
        first, last = int(self.first[5:]), int(self.last[5:])
        whole = {(1, 6): "上半年", (1, 12): "全年"}.get((first, last))
        return whole or (f"{first}月" if first == last else f"{first}—{last}月")

    @property
    def chinese(self) -> str:
        """The same with its year: 2023年1—4月, 2023年上半年, 2023年."""
        return f"{self.first[:4]}年{self.in_year.replace('全年', '')}"


@dataclass(frozen=True)
class Reach:
    """What is read: everything, or the months from ``since`` on and, of those before, only what
    stands in the ledger; without the ``ledger`` nothing of them."""

    since: str = ""
    ledger: bool = True

    @classmethod
    def enough_for(cls, period: Period, ledger: bool = True) -> Reach:
        """For a period with the same one of last year."""
        return cls(period.before().first, ledger)

    def holds(self, month: str) -> bool:
        """True for a month that is read as a whole, or an old case's year (``2019-00``)."""
        return month >= (self.since[:4] if month.endswith("-00") else self.since)

    def covers(self, other: Reach) -> bool:
        """True when nothing of the other is missing."""
        return self.since <= other.since and (self.ledger or not other.ledger)


EVERYTHING = Reach()


def _checked(month: str) -> str:
    if not _MONTH.match(month):
        raise InputError(text("A month such as 2023-04 is expected, not “{month}”.", month=month))
    return month


def month_before(written: str, years: int = 1) -> str:
    """The same month (``2023-04``) or year (``2023``) so many years before."""
    return f"{max(1, int(written[:4]) - years):04d}{written[4:]}"
