"""Values that count or add up over a row's parcels."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Dict, Iterable, Optional

from .getters import Getter, count_value, decimal_value


def sum_of(name: str) -> Getter:
    """Unknown as soon as one part is unknown: a sum that leaves parts out would mislead."""

    def get(row: Any) -> Optional[Decimal]:
        total = Decimal("0.00")
        for dossier in row.dossiers:
            part = getattr(dossier.figures, name) if dossier.figures else None
            if part is None:
                return None
            total += part
        return total

    return decimal_value(get)


def joined(row: Any, parts: Iterable[str]) -> str:
    """The parts, each once, with the plan's mark between them."""
    return str(row.work.schema.words["semicolon"]).join(dict.fromkeys(parts))


NUMBER: Dict[str, Getter] = {"row.number": count_value(lambda row: row.number)}
PHOTO_COUNT: Dict[str, Getter] = {
    "photos.count": count_value(lambda row: sum(len(one.photos) for one in row.dossiers)),
}
SUMS: Dict[str, Getter] = {
    "parcels.count": count_value(lambda row: len(row.dossiers)),
    "parcels.cultivated_mu": sum_of("cultivated_mu"),
    "parcels.basic_farmland_mu": sum_of("basic_farmland_mu"),
    "parcels.red_line_mu": sum_of("red_line_mu"),
}
