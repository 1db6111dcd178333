"""What part of a parcel each kind of land is, in percent: the parts add up to 100.00."""

from __future__ import annotations

from decimal import Decimal
from typing import Dict, Optional

from ..areas import adjust
from ..model import Figures
from ..mu import round_half_up
from .figures import OF_WHICH

PARTS = ("cultivated", "other_agricultural", "unused", "construction", "uncovered")
WITHIN = ("cultivated_gross", *OF_WHICH)
"""What lies within the parts, and is never added to them."""
WHOLE = Decimal("100.00")


def shares(figures: Figures) -> Dict[str, Optional[Decimal]]:
    """Percent to 0.01 of each part and of what is "of which"; ``None`` where it is not known.

    The parts are adjusted as areas are, so that they add up.
    """
    if not figures.area_m2:
        return dict.fromkeys((*PARTS, *WITHIN))
    parts = {name: _share(getattr(figures, f"{name}_m2"), figures.area_m2) for name in PARTS}
    within = {name: getattr(figures, f"{name}_m2") for name in WITHIN}
    return {
        **adjust(parts, WHOLE),
        **{
            name: None if area is None else _share(area, figures.area_m2)
            for name, area in within.items()
        },
    }


def _share(area_m2: Decimal, whole_m2: Decimal) -> Decimal:
    return round_half_up(100 * area_m2 / whole_m2)
