"""套合: what parcels lie on. Layers in, figures out.

The arithmetic (``figures``) needs nothing but the standard library; reading files and cutting
polygons need GDAL. So the names below are fetched on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .coverage import Uncovered, uncovered
    from .files import FileSource, open_source
    from .find import LayerFile, find_layers
    from .given import parcels_of
    from .pieces import PieceShape, pieces_of
    from .renewal import Basis
    from .run import overlay_parcels
    from .source import LayerFeature, LayerSource, about_columns, columns_of, unchanged

_HOMES = {
    "Basis": "renewal",
    "FileSource": "files",
    "LayerFeature": "source",
    "LayerFile": "find",
    "LayerSource": "source",
    "PieceShape": "pieces",
    "Uncovered": "coverage",
    "about_columns": "source",
    "columns_of": "source",
    "find_layers": "find",
    "open_source": "files",
    "overlay_parcels": "run",
    "parcels_of": "given",
    "pieces_of": "pieces",
    "unchanged": "source",
    "uncovered": "coverage",
}

__all__ = [
    "Basis",
    "FileSource",
    "LayerFeature",
    "LayerFile",
    "LayerSource",
    "PieceShape",
    "Uncovered",
    "about_columns",
    "columns_of",
    "find_layers",
    "open_source",
    "overlay_parcels",
    "parcels_of",
    "pieces_of",
    "unchanged",
    "uncovered",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
