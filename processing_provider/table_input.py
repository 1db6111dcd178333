"""A table as an algorithm's input: a layer, or a CSV or xlsx file read as text."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional, Tuple

from qgis.core import NULL, QgsProcessingException, QgsProviderRegistry

from .algorithm import Given


def file_given(given: Given, name: str) -> Optional[Tuple[Path, str]]:
    """The table file that the parameter ``name`` names, and its sheet; ``None`` for a layer."""
    from ..core.intake.tables import SUFFIXES

    value = given.parameters.get(name)
    if isinstance(value, str):
        parts = QgsProviderRegistry.instance().decodeUri("ogr", value)
        path = Path(parts.get("path") or "")
        if path.suffix.lower() in SUFFIXES and path.is_file():
            return path, parts.get("layerName") or ""
    return None


def rows_given(given: Given, name: str) -> List[Dict[str, str]]:
    """The rows of the table parameter ``name``, all values text."""
    from ..core.intake.tables import read_table

    # QGIS would guess the columns' types, though a number with many digits is a text, and takes
    # the headings of an xlsx that holds nothing but texts for a row like the others.
    file = file_given(given, name)
    if file is not None:
        return read_table(*file)
    algorithm = given.algorithm
    source = algorithm.parameterAsSource(given.parameters, name, given.context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(given.parameters, name))
    names = source.fields().names()
    return [
        {name: _text(value) for name, value in zip(names, feature.attributes())}
        for feature in source.getFeatures()
    ]


def _text(value: object) -> str:
    return "" if value is None or value == NULL else str(value)
