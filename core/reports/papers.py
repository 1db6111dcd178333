"""Papers from a casebook: which one, for when, for whom."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable, List, Optional, Protocol, Sequence, Tuple

from sqlalchemy import Connection

from ..certificates.rules import certificate_rules
from ..errors import InputError
from ..model import Dossier, PatchKind
from ..oversight import correction_deadline, county_deadline
from ..oversight.progress import month_work, shared_out
from ..plan import Plan
from ..rounds import Office
from ..statistics import Facts, Period, read_facts, statistics_rules
from ..statistics.accountability import ratio_rules
from ..statistics.ratio import ratio
from ..statistics.warning import Warning, warning, warnings
from ..text import Translate, chinese_day, text
from .composing import About, Composer, Paper
from .counting import Counting
from .month_state import Month, month_state
from .rules import DUE, PaperRule, ReportRules, report_rules

HALF_YEAR = "06"


class Book(Protocol):
    """What papers need of the casebook."""

    office: Office
    county_code: str
    county_name: str

    def dossiers(self, month: str, kind: PatchKind) -> Sequence[Dossier]:
        """Everything about the month's parcels, by number."""

    def months(self) -> Sequence[str]:
        """The months there are."""

    def places(self, month: str) -> Dict[str, Tuple[float, float]]:
        """The middle of each parcel of a month: longitude and latitude."""

    def senders(self) -> Dict[str, str]:
        """Which unit each patch was received from, by patch."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions."""


@dataclass(frozen=True)
class Wanted:
    """A paper that is asked for.

    ``month`` is the last one that it is about; of a half-year or year its year counts. ``day``
    is as of when (its end), ``None`` now; ``unit`` the county that a notice is for; ``by_hand``
    are parcels chosen as typical cases.
    """

    code: str
    month: str
    day: Optional[date] = None
    unit: str = ""
    by_hand: Tuple[str, ...] = ()


class Desk:
    """Makes papers of one casebook; the facts of a day are read once for all of them."""

    def __init__(self, book: Book, plan: Plan, say: Translate) -> None:
        self._book, self.plan, self._say = book, plan, say
        self.rules: ReportRules = report_rules(plan)
        self._statistics, self._ratio = statistics_rules(plan), ratio_rules(plan)
        self._facts: Dict[Optional[date], Facts] = {}

    def facts(self, day: Optional[date]) -> Facts:
        """The facts as of a day; raises :class:`CasebookError` when the casebook begins later."""
        if day not in self._facts:
            self._facts[day] = read_facts(self._book, self.plan, day)
        return self._facts[day]

    def rule(self, code: str) -> PaperRule:
        """The paper with this code.

        :raises InputError: the plan has none.
        """
        found = self.rules.papers.get(code)
        if found is None:
            known = ", ".join(self.rules.papers)
            raise InputError(
                text("The work plan has no paper “{code}”; it has {known}.", code=code, known=known)
            )
        return found

    def unit_name(self, wanted: Wanted) -> str:
        """What the county of a notice is called."""
        return self.facts(wanted.day).unit_names.get(wanted.unit, wanted.unit)

    def units(self, wanted: Wanted) -> List[str]:
        """The units whose ratio reaches a line of the plan by the paper's day, that are warned;
        the highest ratio first."""
        counting = self._counting(wanted, self.rule(wanted.code), "")
        found = ratio(counting.facts, self._ratio, counting.period)
        day = wanted.day or date.today()
        told = warnings(counting.facts, found, self.plan, office_name(self._book, self.plan), day)
        return [one.unit for one in told]

    def paper(self, wanted: Wanted) -> Paper:
        """Compose it.

        :raises InputError: month or unit is none.
        :raises CasebookError: the casebook begins after the day.
        """
        rule = self.rule(wanted.code)
        counting = self._counting(wanted, rule, wanted.unit if rule.about_unit else "")
        warned = self._warning(wanted, counting) if rule.about_unit else None
        month = self._month(wanted, rule)
        words = {**self._words(wanted, counting, warned), DUE: str(len(month.due) if month else 0)}
        about = About(self._book.office, words, wanted.by_hand, month, warned, self._places)
        return Composer(self.plan, self.rules, counting, about, self._say).paper(rule)

    def _warning(self, wanted: Wanted, counting: Counting) -> Warning:
        facts, office = counting.facts, office_name(self._book, self.plan)
        found = ratio(facts, self._ratio, counting.period, units=(wanted.unit,))
        day = wanted.day or date.today()
        return warning(facts, found, wanted.unit, self.plan, office, day)

    def _places(self, period: Period) -> Dict[str, Tuple[float, float]]:
        found: Dict[str, Tuple[float, float]] = {}
        for month in self._book.months():
            if period.holds(month):
                found.update(self._book.places(month))
        return found

    def _counting(self, wanted: Wanted, rule: PaperRule, unit: str) -> Counting:
        facts = self.facts(wanted.day)
        if rule.about_unit and wanted.unit not in ("", *facts.unit_names):
            raise InputError(
                text(
                    "The casebook has no parcels of the county {unit}; it has {known}.",
                    unit=wanted.unit,
                    known=", ".join(facts.unit_names),
                )
            )
        day = wanted.day or date.today()
        period = so_far(period_of(rule, wanted.month), day, facts.months())
        parts = "township" if self._book.office is Office.COUNTY else "unit"
        return Counting(facts, self._statistics, self._ratio, period, unit, parts)

    def _month(self, wanted: Wanted, rule: PaperRule) -> Optional[Month]:
        if not any(one.kind == "due" for one in rule.blocks):
            return None
        day = wanted.day or date.today()
        work = month_work(self._book, self.plan, wanted.month, day)
        shared = shared_out(work, self._book.office)
        return month_state(shared, self.plan, wanted.month, day, self._say)

    def _words(
        self, wanted: Wanted, counting: Counting, warned: Optional[Warning]
    ) -> Dict[str, str]:
        plan, period = self.plan, counting.period
        month = period.last
        calendar = plan.calendar
        cutoff = date.fromisoformat(plan.rectification_rules.cutoff.date)
        return {
            "office": office_name(self._book, self.plan),
            "place": plan.place,
            "plan": plan.title,
            "year": month[:4],
            "month": str(int(month[5:])),
            "period": period.chinese,
            "months": Period.to_date(month).in_year,
            "day": chinese_day(wanted.day or date.today()),
            "unit": counting.facts.unit_names.get(wanted.unit, wanted.unit),
            "county_day": str(calendar.county_day),
            "cutoff_day": str(calendar.cutoff_day),
            "correction_day": str(calendar.correction_day),
            "county_date": chinese_day(county_deadline(month, plan)),
            "correction_date": chinese_day(correction_deadline(month, plan)),
            "cutoff_date": chinese_day(cutoff),
            "warning_title": warned.title if warned else "",
            "warning_addressee": warned.addressee if warned else "",
        }


def office_name(book: Book, plan: Plan) -> str:
    """Who signs: the office that the plan names for the casebook's place, else the place."""
    office = certificate_rules(plan).offices.get(book.county_code)
    return office.label.zh if office else book.county_name


def period_of(rule: PaperRule, month: str) -> Period:
    """The months that a paper is about; raises :class:`InputError` for what is no month."""
    one = Period.month(month)
    if rule.period == "to_date":
        return Period.to_date(month)
    if rule.period == "half_year":
        return Period(f"{month[:4]}-01", f"{month[:4]}-{HALF_YEAR}")
    return Period.year(int(month[:4])) if rule.period == "year" else one


def so_far(period: Period, day: date, months: Iterable[str]) -> Period:
    """Up to the last month that there is, or to the day's, as long as the period is not over by
    the day: else it would be compared with more months of the year before."""
    now = f"{day:%Y-%m}"
    there = [one for one in months if period.first <= one <= period.last]
    is_running = period.first <= now <= period.last
    if there and now <= period.last:
        return Period(period.first, max(there))
    return Period(period.first, now) if is_running else period
