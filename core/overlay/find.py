"""Finding the layers of a folder by the names that the plan knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

from ..errors import InputError, LockedFile, UndecidedInput
from ..plan import LayerRole, Plan
from ..reading.vector import open_dataset, reading
from ..text import text
from .files import layer_names

_SUFFIXES = (".gpkg", ".shp", ".gdb", ".geojson", ".json")


@dataclass(frozen=True)
class LayerFile:
    """A layer and the file it lies in."""

    path: Path
    layer: str


def find_layers(folder: Path, plan: Plan) -> Dict[str, LayerFile]:
    """The layer of each role that lies in the folder or below it, by role code.

    A layer's name is one of the role's names, as written there or with a number or year around
    it (``371500DLTB``, ``DLTB_2022``). Earlier names of the plan win over later ones, exact
    ones over the others. Files that cannot be read are passed over. Raises
    :class:`InputError` when there is no such folder or a file is locked, and
    :class:`UndecidedInput` when two layers fit a role equally well.
    """
    if not Path(folder).is_dir():
        raise InputError(text("There is no folder {folder}.", folder=str(folder)))
    layers = [layer for path in _files(Path(folder)) for layer in _layers_of(path)]
    found = {}
    for role in plan.layer_roles:
        chosen = _best(role, layers)
        if chosen is not None:
            found[role.code] = chosen
    return found


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _SUFFIXES:
            yield path
        elif path.is_dir():
            yield from _files(path)


def _layers_of(path: Path) -> List[LayerFile]:
    if path.suffix.lower() == ".shp":
        return [LayerFile(path, path.stem)]
    try:
        with reading(path):
            return [LayerFile(path, name) for name in layer_names(open_dataset(path))]
    except LockedFile:
        raise  # it may be the one that is looked for
    except InputError:
        return []


def _best(role: LayerRole, layers: List[LayerFile]) -> Optional[LayerFile]:
    ranked: Dict[Tuple[bool, int], List[LayerFile]] = {}
    for layer in layers:
        rank = _rank(role, layer.layer)
        if rank is not None:
            ranked.setdefault(rank, []).append(layer)
    if not ranked:
        return None
    best = ranked[min(ranked)]
    if len(best) > 1:
        raise UndecidedInput(
            text(
                "Several layers may be {layer}: {files}. Choose one.",
                layer=role.layer_names[0],
                files=", ".join(str(one.path) for one in best),
            ),
            "layer",
            tuple(f"{one.path}|layername={one.layer}" for one in best),
        )
    return best[0]


def _rank(role: LayerRole, name: str) -> Optional[Tuple[bool, int]]:
    for index, known in enumerate(role.layer_names):
        if name.casefold() == known.casefold():
            return False, index
    for index, known in enumerate(role.layer_names):
        if re.fullmatch(rf"[\d_]*{re.escape(known)}[\d_]*", name, re.IGNORECASE):
            return True, index
    return None
