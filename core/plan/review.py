"""What the plan says of the city's review: reasons of a return, deadlines, who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, FrozenSet, Optional, Tuple

from ..rounds import Office
from .reader import Node
from .rights import rights_of
from .sections import Label, Origin, Term, by_code, label_of, origin_of, term_of

ABOUT = ["verdict", "evidence", "flags", "field", "photos", "figures", "division"]
ABOUT += ["cases", "other"]
ACTIONS = ["pass", "return", "override", "correct", "keep"]


@dataclass(frozen=True)
class ReturnReason:
    """A coded reason of a return; ``about`` names the part of the parcel's form it is about."""

    term: Term
    about: str
    needs_text: bool

    @property
    def code(self) -> str:
        """The code."""
        return self.term.code


@dataclass(frozen=True)
class ReviewRules:
    """The rules of ``review.json``.

    A return is due by the calendar's correction day, or ``late_days`` after it where that comes
    later. The city may decide itself after so many returns; ``may`` says which office may do
    what.
    """

    reasons: Tuple[ReturnReason, ...]
    late_days: int
    deadline_origin: Origin
    after_returns: int
    needs_reason: bool
    override_origin: Origin
    may: Dict[str, FrozenSet[Office]]

    def reason(self, code: str) -> Optional[ReturnReason]:
        """The reason with this code."""
        return next((one for one in self.reasons if one.code == code), None)


@dataclass(frozen=True)
class FormerCode:
    """曾用代码: a code that a unit had before, or that some of its ``towns`` were counted under.

    Without towns everything of the old code is the unit's now.
    """

    code: str
    label: Label
    origin: Origin
    towns: Tuple[str, ...]


@dataclass(frozen=True)
class ReportingUnit:
    """A county, or a branch without a six-digit code of its own, that hands up to the city."""

    code: str
    label: Label
    origin: Origin
    branch: bool
    former: Tuple[FormerCode, ...] = ()


def read_review(node: Node) -> ReviewRules:
    """The rules of ``review.json``; raises :class:`PlanError`."""
    deadline, override = node.at("deadline"), node.at("override")
    return ReviewRules(
        reasons=_reasons(node),
        late_days=deadline.whole("late_days", 0, 60),
        deadline_origin=origin_of(deadline),
        after_returns=override.whole("after_returns", 0, 9),
        needs_reason=override.flag("needs_reason"),
        override_origin=origin_of(override),
        may=rights_of(node, ACTIONS),
    )


def _reasons(node: Node) -> Tuple[ReturnReason, ...]:
    return tuple(by_code(node.some("reasons"), _reason).values())


def _reason(node: Node) -> ReturnReason:
    return ReturnReason(term_of(node), node.one_of("about", ABOUT), node.flag("needs_text", False))


def read_units(node: Node) -> Tuple[ReportingUnit, ...]:
    """The units of ``units.json``; raises :class:`PlanError`."""
    return tuple(by_code(node.some("units"), _unit).values())


def _unit(node: Node) -> ReportingUnit:
    branch = node.flag("branch", False)
    former = tuple(_former(one) for one in node.each("former"))
    return ReportingUnit(node.text("code"), label_of(node), origin_of(node), branch, former)


def _former(node: Node) -> FormerCode:
    towns = tuple(node.texts("towns"))
    return FormerCode(node.text("code"), label_of(node), origin_of(node), towns)
