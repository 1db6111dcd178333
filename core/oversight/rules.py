"""What a plan says of watching over a month: its notices, spot checks and signs of untruth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, FrozenSet

from ..plan import Origin, Plan
from ..plan.reader import Node
from ..plan.sections import origin_of
from ..rounds import Office

FILE = "oversight"
COUNTS = ("issued", "checked", "filled", "submitted", "returned", "corrected", "passed")
MONTH_WORDS = ("city", "year", "number", "date", "county_date", "correction_date")
ALL_WORDS = frozenset((*MONTH_WORDS, *COUNTS, "percent"))
UNIT_WORDS = frozenset((*COUNTS, "percent", "unit"))
BEHIND_WORDS = frozenset((*MONTH_WORDS, "units", "days"))
BEHIND = ("not_submitted", "not_submitted_late", "not_corrected", "not_corrected_late")
LINES = {
    "title": ALL_WORDS,
    "opening": ALL_WORDS,
    "unit": UNIT_WORDS,
    **dict.fromkeys(BEHIND, BEHIND_WORDS),
    "closing": ALL_WORDS,
}
"""The lines of the notice, and the words in braces that each may hold."""


@dataclass(frozen=True)
class Notice:
    """The notice of progress, line by line, in Chinese with words in braces."""

    title: str
    opening: str
    unit: str
    not_submitted: str
    not_submitted_late: str
    not_corrected: str
    not_corrected_late: str
    closing: str
    origin: Origin


@dataclass(frozen=True)
class SampleRules:
    """How much is drawn of each unit: so many per cent, but so many patches at least."""

    percent: int
    least: int
    origin: Origin


@dataclass(frozen=True)
class SignRules:
    """What is pointed out.

    ``unchanged`` are categories that say nothing was built, ``building_classes`` issued classes
    that say something was. A text of so many characters is told when so many patches have it;
    figures that moved are told from ``moved_mu`` on.
    """

    unchanged: FrozenSet[str]
    building_classes: FrozenSet[str]
    same_text_patches: int
    same_text_characters: int
    moved_mu: Decimal
    origin: Origin


@dataclass(frozen=True)
class OversightRules:
    """The rules of ``oversight.json``, and where it says they are from.

    ``notices`` are the city's to its counties, and a county's to its towns.
    """

    notices: Dict[Office, Notice]
    sample: SampleRules
    signs: SignRules
    source: str


def oversight_rules(plan: Plan) -> OversightRules:
    """The rules of ``oversight.json``; raises :class:`PlanError`."""
    node = plan.section(FILE)
    sample = node.at("sample")
    return OversightRules(
        notices=_notices(node.at("notice")),
        sample=SampleRules(
            sample.whole("percent", 1, 100), sample.whole("least", 0, 1000), origin_of(sample)
        ),
        signs=_signs(node.at("signs"), plan),
        source=plan.source_of(FILE),
    )


def _notices(node: Node) -> Dict[Office, Notice]:
    """A county's has its own words for who is behind, where the plan has some."""
    origin = origin_of(node)
    lines = {name: node.wording(name, allowed) for name, allowed in LINES.items()}
    its_own = dict(lines)
    if node.has("county"):
        its_own.update((one, node.at("county").wording(one, LINES[one])) for one in BEHIND)
    return {
        Office.CITY: Notice(origin=origin, **lines),
        Office.COUNTY: Notice(origin=origin, **its_own),
    }


def _signs(node: Node, plan: Plan) -> SignRules:
    codes = [one.code for one in plan.categories]
    classes = [one.code for one in plan.patch_classes]
    return SignRules(
        unchanged=frozenset(node.among("unchanged", codes)),
        building_classes=frozenset(node.among("building_classes", classes)),
        same_text_patches=node.whole("same_text_patches", 2, 1000),
        same_text_characters=node.whole("same_text_characters", 1, 1000),
        moved_mu=node.decimal("moved_mu"),
        origin=origin_of(node),
    )
