"""What the overlay asks of a layer, wherever it lies.

Files are read by :mod:`.files`; layers that only QGIS can open (PostGIS, WFS, memory) are lent
by ``maps/`` through the same protocol.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Dict, Iterator, Optional, Protocol, Sequence, Tuple

from ..errors import InputError, UnreadableFile
from ..geometry import Box, MultiPolygon
from ..model import LayerUsed
from ..plan import LayerRole
from ..text import Text, text


@dataclass(frozen=True)
class LayerFeature:
    """One feature: polygons in EPSG:4490 (longitude, latitude) and its attributes as text.

    ``fields`` is by meaning (``code``, ``document`` …), as the role in the plan names them; a
    meaning that the layer has no field for is not in it.
    """

    fid: int
    fields: Dict[str, str]
    polygons: MultiPolygon = field(repr=False)


class LayerSource(Protocol):
    """A layer in its role."""

    @property
    def role(self) -> LayerRole:
        """What the layer is, by the plan."""

    @property
    def name(self) -> str:
        """What the layer is called in a sentence."""

    @property
    def version(self) -> str:
        """What the layer says of its age: a year, a date, anything; empty when nothing."""

    @property
    def used(self) -> LayerUsed:
        """Name, version, hash and CRS, kept beside every figure."""

    @property
    def identity(self) -> str:
        """The same as long as the layer gives the same features; empty when nobody can know."""

    @property
    def box_deg(self) -> Optional[Box]:
        """Extent in EPSG:4490; ``None`` when the layer is empty."""

    @property
    def notes(self) -> Tuple[Text, ...]:
        """What had to be assumed to read the layer."""

    def candidates(self, box_deg: Box) -> Iterator[LayerFeature]:
        """Every feature whose box meets ``box_deg``, perhaps a few more, in any order.

        Raises :class:`InputError` when the layer cannot be read to the end.
        """

    def check_unchanged(self) -> None:
        """Raise :class:`InputError` when the layer is no longer the one that was opened."""


@contextmanager
def unchanged(sources: Sequence[LayerSource]) -> Iterator[None]:
    """What is read within is of the layers as they were opened, or it is refused.

    That a layer was replaced is the reason for whatever fails then.
    """
    try:
        yield
    except UnreadableFile:
        for source in sources:
            source.check_unchanged()
        raise
    for source in sources:
        source.check_unchanged()


@contextmanager
def naming(layer_name: str) -> Iterator[None]:
    """A refusal that knows only the file also says which layer it was."""
    try:
        yield
    except UnreadableFile as error:
        problem = error.text
        raise type(error)(
            text("Layer {layer}: {problem}", layer=layer_name, problem=problem)
        ) from error


def columns_of(role: LayerRole, names: Sequence[str], layer_name: str) -> Dict[str, int]:
    """The column (index into ``names``) for each meaning of the role that the layer has.

    The role's earlier names win. Raises :class:`InputError` for a land-use layer without codes.
    """
    index = {name.casefold(): number for number, name in reversed(list(enumerate(names)))}
    found: Dict[str, int] = {}
    for meaning, wanted in role.fields.items():
        fitting = [index[name.casefold()] for name in wanted if name.casefold() in index]
        if fitting:
            found[meaning] = fitting[0]
    if role.part == "land_use" and "code" not in found:
        raise InputError(
            text(
                "Layer {layer} has no field for the land-use code ({expected}); its fields are "
                "{fields}.",
                layer=layer_name,
                expected=", ".join(role.fields["code"]),
                fields=", ".join(names),
            )
        )
    return found


def about_columns(role: LayerRole, columns: Dict[str, int], layer_name: str) -> Tuple[Text, ...]:
    """What a person must know about columns that the layer lacks."""
    if role.part != "land_use" or "deduction" in columns:
        return ()
    return (
        text(
            "{layer} has no field for the deduction factor ({expected}): nothing is deducted, and "
            "net cultivated land is the gross one.",
            layer=layer_name,
            expected=", ".join(role.fields.get("deduction", ())),
        ),
    )
