"""Patches and earlier work put together: by the previous number, the number, the place."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Dict, List, Optional, Sequence, Tuple

from ..model import EarlierLink, LinkedBy, Patch
from ..plan import EarlierRules
from ..progress import Progress
from .found import Earlier
from .overlaps import Shares, overlaps

_SUREST = list(LinkedBy)
_BETWEEN = re.compile("[,，、;；]")


def links_to(
    patches: Sequence[Patch],
    earlier: Sequence[Earlier],
    source: str,
    rules: EarlierRules,
    progress: Progress,
) -> Dict[str, Tuple[EarlierLink, ...]]:
    """The links of each patch to work of one source; patches without any are not there.

    Work of a later month than the patch's is no earlier work.
    """
    by_number: Dict[str, List[int]] = defaultdict(list)
    for place, one in enumerate(earlier):
        by_number[one.patch_number].append(place)
    drawn = [place for place, one in enumerate(earlier) if one.geometry]
    shapes = [one.geometry for one in earlier if one.geometry]
    shares: Dict[Tuple[int, int], Shares] = {
        (mine, drawn[other]): found
        for mine, other, found in overlaps([one.geometry for one in patches], shapes, progress)
    }
    signs: Dict[Tuple[int, int], LinkedBy] = {}
    for (mine, other), found in shares.items():
        _take(signs, mine, other, found.sign(rules))
    for mine, patch in enumerate(patches):
        for other in by_number.get(patch.number, ()):
            _take(signs, mine, other, LinkedBy.SAME_NUMBER)
        for number in previous_numbers(patch, rules):
            for other in by_number.get(number, ()):
                _take(signs, mine, other, LinkedBy.PREVIOUS_NUMBER)
    links: Dict[str, Dict[str, EarlierLink]] = defaultdict(dict)
    for (mine, other), sign in sorted(signs.items()):
        if not earlier[other].month > patches[mine].month:
            link = _link(earlier[other], source, sign, shares.get((mine, other)))
            links[patches[mine].number].setdefault(link.number, link)
    return {number: tuple(found.values()) for number, found in links.items()}


def _take(
    signs: Dict[Tuple[int, int], LinkedBy], mine: int, other: int, sign: Optional[LinkedBy]
) -> None:
    """Keep the surest sign of a pair."""
    if sign is not None:
        known = signs.get((mine, other), sign)
        signs[mine, other] = min(known, sign, key=_SUREST.index)


def _link(one: Earlier, source: str, sign: LinkedBy, shares: Optional[Shares]) -> EarlierLink:
    return EarlierLink(
        source=source,
        number=one.number,
        linked_by=sign,
        month=one.month,
        percent=shares.percent if shares else None,
        earlier_percent=shares.earlier_percent if shares else None,
        verdict=one.verdict,
        found_on=one.found_on,
        rectification=one.rectification,
    )


def previous_numbers(patch: Patch, rules: EarlierRules) -> Tuple[str, ...]:
    """The numbers that the issued row names as the patch's earlier ones."""
    wanted = {name.casefold() for name in rules.fields["previous_number"]}
    found = []
    for name, value in patch.issued.items():
        if name.strip().casefold() in wanted:
            found += [one.strip() for one in _BETWEEN.split(value)]
    return tuple(one for one in dict.fromkeys(found) if one and one != patch.number)
