"""What a plan says of the ledger: from which year, how old lists are read, what closes a case.

``ledger.json``; source: 工作方案 四（六）; for the columns of old lists, ledgers that were seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, FrozenSet, List, Optional, Tuple

from ..plan import Label, Origin, Plan
from ..plan.reader import Node
from ..plan.sections import by_code, label_of, origin_of
from ..text import Text, text

FILE = "ledger"
MEANINGS: Dict[str, Text] = {
    "serial": text("Serial number"),
    "year": text("Year"),
    "county": text("County"),
    "patch": text("Patch"),
    "parcel": text("Parcel"),
    "place": text("Location"),
    "actor": text("Actor"),
    "project": text("Project or matter"),
    "use": text("Use"),
    "found_on": text("Day it was found"),
    "area": text("Area (mu)"),
    "cultivated": text("Cultivated land (mu)"),
    "basic_farmland": text("Basic farmland (mu)"),
    "measure": text("Measure"),
    "due": text("To be put right by"),
    "progress": text("State of putting right"),
    "rectified": text("Put right (mu)"),
    "accepted_on": text("Accepted on"),
    "certificate": text("Certificate"),
    "closed_on": text("Closed on"),
    "closed": text("Whether it is closed"),
    "longitude": text("Longitude"),
    "latitude": text("Latitude"),
    "note": text("Note"),
}
"""What a column of an old list may mean, and what a person calls it."""
AREAS = ("area", "cultivated", "basic_farmland", "rectified")
DAYS = ("found_on", "due", "accepted_on", "closed_on")
UNITS = ("mu", "m2", "ha")
NEEDS = ["acceptance", "document", "both"]


@dataclass(frozen=True)
class Basis:
    """What allows a case to be closed (销号).

    ``needs`` is ``acceptance`` (the city found it in place), ``document`` (an approval, a
    receipt: its number) or ``both``; ``ways`` are the ways of ``rectification.json`` it is for.
    """

    code: str
    label: Label
    origin: Origin
    needs: str
    ways: Tuple[str, ...]


@dataclass(frozen=True)
class OldLists:
    """How offices' own lists are read: names of columns by meaning, and words in their cells."""

    columns: Dict[str, Tuple[str, ...]]
    totals: Tuple[str, ...]
    blanks: FrozenSet[str]
    yes: FrozenSet[str]
    units: Dict[str, Tuple[str, ...]]


@dataclass(frozen=True)
class FreezeRules:
    """两平衡一冻结: illegal subcategories that are no building, so that nothing is frozen."""

    not_subcategories: FrozenSet[str]
    origin: Origin
    subcategories_origin: Origin


@dataclass(frozen=True)
class LedgerRules:
    """The ledger of a plan; ``bounds_years`` are those of the table of ages, in order."""

    first_year: int
    first_year_origin: Origin
    lists: OldLists
    bases: Dict[str, Basis]
    bounds_years: Tuple[int, ...]
    bounds_origin: Origin
    freezing: FreezeRules

    def basis(self, code: str) -> Optional[Basis]:
        """The basis of a closing with this code."""
        return self.bases.get(code)


def ledger_rules(plan: Plan) -> LedgerRules:
    """The rules of a plan's ledger.

    :raises PlanError: names the file, the key and what is wrong with it.
    """
    node = plan.section(FILE)
    begins, ageing = node.at("begins"), node.at("ageing")
    closing, ways = node.at("closings"), list(plan.rectification_rules.ways)
    origin_of(closing)
    return LedgerRules(
        first_year=begins.whole("year", 1990, 2100),
        first_year_origin=origin_of(begins),
        lists=_old_lists(node),
        bases=by_code(closing.some("bases"), lambda one: _basis(one, ways)),
        bounds_years=_bounds(ageing),
        bounds_origin=origin_of(ageing),
        freezing=_freezing(node.at("freezing"), plan),
    )


def _old_lists(node: Node) -> OldLists:
    columns, units = node.at("columns"), node.at("area_units")
    origin_of(columns), origin_of(units)
    names = {one: tuple(name.as_text() for name in columns.some(one)) for one in MEANINGS}
    return OldLists(
        columns=names,
        totals=tuple(_words(node.at("totals"))),
        blanks=frozenset(_words(node.at("blanks"))),
        yes=frozenset(_words(node.at("yes"))),
        units={unit: tuple(name.as_text() for name in units.some(unit)) for unit in UNITS},
    )


def _words(node: Node) -> Tuple[str, ...]:
    origin_of(node)
    return tuple(one.as_text() for one in node.some("words"))


def _basis(node: Node, ways: List[str]) -> Basis:
    node.some("ways")  # one at least
    return Basis(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        needs=node.one_of("needs", NEEDS),
        ways=node.among("ways", ways),
    )


def _bounds(node: Node) -> Tuple[int, ...]:
    found: List[int] = []
    for one in node.some("bounds_years"):
        value = one.value
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 50:
            raise one.wrong(text("{low} to {high} is expected", low=1, high=50))
        if found and value <= found[-1]:
            raise one.wrong(text("the years must grow"))
        found.append(value)
    return tuple(found)


def _freezing(node: Node, plan: Plan) -> FreezeRules:
    codes = [term.code for one in plan.categories if one.illegal for term in one.subcategories]
    return FreezeRules(
        frozenset(node.among("not_subcategories", codes)),
        origin_of(node),
        Origin(node.one_of("subcategories_origin", [one.value for one in Origin])),
    )
