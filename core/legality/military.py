"""军用土地: what must never leave in an ordinary package.

Source: 工作方案 六. One sign is enough, whoever gave it: a verdict of any level in a military
category, or a marker word of the plan anywhere in the issued row.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Callable, Collection, FrozenSet, Iterable, Mapping, Optional, Union

from ..model import Dossier, Patch
from ..plan import Plan


def is_military(subject: Union[Dossier, Patch], plan: Plan) -> bool:
    """True when a patch, or what is known of one of its parcels, says military land.

    A patch whose parcels are judged apart is military as a whole when one of them is:
    :func:`military_patches` tells that.
    """
    if isinstance(subject, Patch):
        return _is_marked(subject, plan)
    categories = (plan.category(verdict.category) for verdict in subject.verdicts.values())
    judged = any(category is not None and category.military for category in categories)
    return judged or _is_marked(subject.patch, plan)


def _is_marked(patch: Patch, plan: Plan) -> bool:
    return is_said_to_be_military(patch.remark, patch.issued, plan)


def is_said_to_be_military(remark: str, issued: Mapping[str, str], plan: Plan) -> bool:
    """True when a patch's remark or issued row has a marker word of the plan."""
    said = (remark, *issued.values())
    return any(marker in value for value in said for marker in plan.military_markers)


def is_said_in_row(remark: str, issued: str, plan: Plan) -> bool:
    """As :func:`is_said_to_be_military`, of an issued row as a casebook keeps it: JSON."""
    for marker in plan.military_markers:
        # Reading the JSON takes a hundred times as long as looking into it.
        if marker in remark or marker in issued:
            return is_said_to_be_military(remark, json.loads(issued), plan)
    return False


def military_patches(dossiers: Iterable[Dossier], plan: Plan) -> FrozenSet[str]:
    """Numbers of the patches of which one parcel at least is military."""
    return frozenset(one.patch.number for one in dossiers if is_military(one, plan))


def mention_finder(numbers: Collection[str]) -> Callable[[str], Optional[str]]:
    """A function that gives the first of ``numbers`` that a text names, or ``None``.

    A number inside a longer one is another number; full-width digits are the same.
    """
    if not numbers:
        return lambda content: None
    folded = [unicodedata.normalize("NFKC", number) for number in numbers]
    choice = "|".join(re.escape(number) for number in sorted(folded, key=len, reverse=True))
    pattern = re.compile(f"(?<![0-9A-Za-z])(?:{choice})(?![0-9A-Za-z])", re.IGNORECASE)

    def find(content: str) -> Optional[str]:
        found = pattern.search(unicodedata.normalize("NFKC", content))
        return found.group() if found else None

    return find
