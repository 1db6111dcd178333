"""A patch as an office issued it, for tests that need one and care for little of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Tuple

import numpy as np

from tuban.core.geometry import digest, wkb_from_multipolygon
from tuban.core.model import Parcel, Patch, PatchKind

AREA_M2 = Decimal("9933.10")


def square_wkb(west: float = 115.2) -> bytes:
    """A square of a thousandth of a degree north-east of ``west`` and 36.4°N."""
    ring = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]) * 0.001 + (west, 36.4)
    return wkb_from_multipolygon([[ring]])


def land_patch(number: str, wkb: bytes, **changes: Any) -> Patch:
    """A patch with this outline, whatever its real area, and with ``changes`` to its facts."""
    facts = {
        "kind": PatchKind.LAND,
        "month": "2023-04",
        "county_code": "379901",
        "county_name": "虚构县",
        "patch_class": "其他变化类",
        "change_type": "",
        "before_date": None,
        "after_date": None,
        "issued_area": None,
        "issued_area_unit": "",
        "area_m2": AREA_M2,
        "remark": "",
        "source_sha256": "ab" * 32,
        "source_row": 1,
        "issued": {},
    }
    shape = {"geometry": wkb, "geometry_sha256": digest(wkb)}
    return Patch(number=number, **{**facts, **shape, **changes})


def undivided(number: str, west: float = 115.2, **changes: Any) -> Tuple[Patch, Parcel]:
    """A square patch and its only parcel, ``number`` and ``_1``."""
    patch = land_patch(number, square_wkb(west), **changes)
    outline = (patch.geometry, patch.geometry_sha256)
    return patch, Parcel(f"{number}_1", number, patch.area_m2, *outline)
