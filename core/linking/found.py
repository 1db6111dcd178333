"""Earlier work: a patch of an earlier batch or of another programme, and what was found then."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Sequence

from ..casebook import Casebook
from ..legality import military_patches
from ..legality.facts import Facts
from ..model import Dossier, Patch
from ..plan import Plan

_PARCEL_END = re.compile(r"_[0-9]+\Z")


@dataclass(frozen=True)
class Earlier:
    """Earlier work as its source tells it; without ``geometry`` (WKB, EPSG:4490) by number only.

    ``month`` is ``2023-03`` or empty; the other texts are empty where they are unknown.
    """

    number: str
    month: str = ""
    geometry: Optional[bytes] = field(default=None, repr=False)
    verdict: str = ""
    found_on: str = ""
    rectification: str = ""

    @property
    def patch_number(self) -> str:
        """The number without the ``_n`` of a parcel."""
        return _PARCEL_END.sub("", self.number)


def earlier_of(patch: Patch, dossiers: Sequence[Dossier], plan: Plan) -> Earlier:
    """A patch of a casebook with what its parcels say; ``plan`` has the words for it."""
    checks = [one.field_check.checked_on for one in dossiers if one.field_check]
    return Earlier(
        number=patch.number,
        month=patch.month,
        geometry=patch.geometry,
        verdict="；".join(dict.fromkeys(_verdict(one, plan) for one in dossiers)).strip("；"),
        found_on=max(checks, default=""),
        rectification="；".join(dict.fromkeys(_rectification(one, plan) for one in dossiers)).strip(
            "；"
        ),
    )


def _verdict(dossier: Dossier, plan: Plan) -> str:
    verdict = dossier.county_verdict
    if verdict is None:
        return ""
    category = plan.category(verdict.category)
    if category is None:
        return verdict.category
    term = category.subcategory(verdict.subcategory)
    return f"{category.label.zh}·{term.label.zh}" if term else category.label.zh


def _rectification(dossier: Dossier, plan: Plan) -> str:
    """What is recorded of putting right, by the kinds of evidence that the visits go by, and
    whether it is closed in the ledger."""
    codes = dict.fromkeys(one.rectified for one in plan.must_visit if one.rectified)
    kinds, facts = [plan.lists.evidence[code] for code in codes], Facts(dossier, plan)
    said = [f"{kind.label.zh} {facts.value(kind.code)}" for kind in kinds if facts.value(kind.code)]
    turns = dossier.put_right.turns
    if turns:
        said.append(f"{'销号' if turns[-1].closed else '重新立账'} {turns[-1].on}")
    return "；".join(said)


def earlier_in(book: Casebook, plan: Plan) -> List[Earlier]:
    """All patches of a casebook but the military ones, of which nothing is told anywhere."""
    dossiers = book.dossiers()
    hidden = military_patches(dossiers, plan)
    of_patch: Dict[str, List[Dossier]] = {}
    for dossier in dossiers:
        of_patch.setdefault(dossier.patch.number, []).append(dossier)
    return [
        earlier_of(found[0].patch, found, plan)
        for number, found in of_patch.items()
        if number not in hidden
    ]
