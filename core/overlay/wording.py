"""What figures say beside the areas: what lies outside a layer, what is near, what was adjusted,
and which layers all of it rests on. One place for the dock and for the forms."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional

from ..model import Figures, LayerUsed
from ..text import Text, text

# The name of a layer's role in the language of whoever reads.
Named = Callable[[str], str]
_CLASSES: Dict[str, Text] = {
    "cultivated": text("cultivated land"),
    "other_agricultural": text("other agricultural land"),
    "unused": text("unused land"),
    "construction": text("construction land"),
    "uncovered": text("what no land use covers"),
}
_SHOWN_HASH = 12


def besides(figures: Figures, named: Named) -> List[Text]:
    """What lies outside a layer's extent, how far a protected area is, what was adjusted."""
    found = [
        text("{area} m² lie outside the extent of {layer}.", area=str(area), layer=named(role))
        for role, area in figures.outside_extent_m2.items()
        if area != figures.area_m2
    ]
    found += [
        text("{layer}: {distance} m away.", layer=named(role), distance=str(distance))
        for role, distance in figures.nearest_m.items()
    ]
    found += [
        text("Adjusted by {area} m² so that the parts add up: {part}.", area=f"{by:+}", part=part)
        for name, by in figures.adjusted_m2.items()
        for part in [_CLASSES.get(name, text("what no land use covers"))]
    ]
    return found


def layer_line(used: LayerUsed, named: Named, whole_hash: bool = False) -> Text:
    """A layer with its version or date, its coordinate system and the hash of its file."""
    facts = {
        "role": named(used.role),
        "layer": used.name,
        "version": used.version or "?",
        "crs": used.crs or "?",
    }
    if not used.sha256:
        return text("{role}: {layer}, {version}, {crs}; a database has no hash", **facts)
    shown = used.sha256 if whole_hash else used.sha256[:_SHOWN_HASH]
    return text("{role}: {layer}, {version}, {crs}; SHA-256 {hash}", hash=shown, **facts)


def layer_of(figures: Figures, role: str) -> Optional[LayerUsed]:
    """The layer that figures of a role rest on; of several the first."""
    return next((one for one in figures.layers if one.role == role), None)
