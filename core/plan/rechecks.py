"""复核: when finished parcels are looked at again, terms of evidence, and what may be found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Dict, FrozenSet, Tuple

from ..text import text
from .reader import Node
from .sections import Label, Origin, by_code, label_of, origin_of

YEARS = "year"


@dataclass(frozen=True)
class Recheck:
    """复核周期: how often parcels of these categories are looked at again.

    ``after`` is the kind of evidence, a day, that the time counts from; without it, it counts
    from the verdict. With it ``categories`` may be empty: then the verdict does not matter.
    ``ways`` are the ways of putting right that it is for, where one is recorded; empty: all.
    """

    code: str
    label: Label
    origin: Origin
    categories: Tuple[str, ...]
    months: int
    months_origin: Origin
    after: str = ""
    ways: Tuple[str, ...] = ()


@dataclass(frozen=True)
class RecheckTerm:
    """A single day on which parcels of these categories are looked at: a recorded day
    (``evidence``), and where ``limit`` names a limit in years, so much later."""

    code: str
    label: Label
    origin: Origin
    categories: Tuple[str, ...]
    evidence: str
    limit: str = ""


@dataclass(frozen=True)
class RecheckFinding:
    """What a recheck may find. ``is_sound``: nothing has to be done. ``reopens``: what was closed
    is open again. ``cycles`` are those it is for; empty: all."""

    code: str
    label: Label
    origin: Origin
    is_sound: bool
    reopens: bool
    cycles: Tuple[str, ...]


@dataclass(frozen=True)
class Rechecks:
    """All of them, in the order of the file."""

    cycles: Tuple[Recheck, ...]
    terms: Tuple[RecheckTerm, ...]
    findings: Dict[str, RecheckFinding]

    def label_of(self, code: str) -> Label:
        """What a cycle or term is called; an unknown one by its code."""
        known: Dict[str, Label] = {one.code: one.label for one in self.cycles}
        known.update({one.code: one.label for one in self.terms})
        return known.get(code, Label(code, code))

    def findings_of(self, cycle: str) -> Tuple[RecheckFinding, ...]:
        """What may be found in a cycle or at a term."""
        return tuple(one for one in self.findings.values() if not one.cycles or cycle in one.cycles)


def read_rechecks(
    node: Node,
    categories: FrozenSet[str],
    days: FrozenSet[str],
    years: Collection[str],
    ways: Collection[str],
) -> Rechecks:
    """``recheck.json``; ``days`` are kinds of evidence that are days, ``years`` limits in years.

    :raises PlanError: names the file, the key and the reason.
    """
    cycles = by_code(node.some("cycles"), lambda one: _cycle(one, categories, days, ways))
    terms = by_code(node.each("terms"), lambda one: _term(one, categories, days, years))
    twice = next((one for one in terms if one in cycles), None)
    if twice is not None:
        raise node.at("terms").wrong(text("the code {code} is there twice", code=twice))
    codes = [*cycles, *terms]
    findings = by_code(node.some("findings"), lambda one: _finding(one, codes))
    return Rechecks(tuple(cycles.values()), tuple(terms.values()), findings)


def _cycle(
    node: Node, categories: FrozenSet[str], days: FrozenSet[str], ways: Collection[str]
) -> Recheck:
    after = node.one_of("after", sorted(days)) if node.has("after") else ""
    if not after:
        node.some("categories")  # one at least
    return Recheck(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        categories=node.among("categories", sorted(categories)),
        months=node.whole("months", 1, 60),
        months_origin=Origin(node.one_of("months_origin", [origin.value for origin in Origin])),
        after=after,
        ways=node.among("ways", ways),
    )


def _term(
    node: Node, categories: FrozenSet[str], days: FrozenSet[str], years: Collection[str]
) -> RecheckTerm:
    node.some("categories")
    return RecheckTerm(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        categories=node.among("categories", sorted(categories)),
        evidence=node.one_of("evidence", sorted(days)),
        limit=node.one_of("limit", sorted(years)) if node.has("limit") else "",
    )


def _finding(node: Node, codes: Collection[str]) -> RecheckFinding:
    return RecheckFinding(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        is_sound=node.flag("is_sound", False),
        reopens=node.flag("reopens", False),
        cycles=node.among("cycles", codes),
    )
