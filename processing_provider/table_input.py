"""A table as an algorithm's input: a layer, or a CSV or xlsx file read as text."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List

from qgis.core import NULL, QgsProcessingException, QgsProviderRegistry

from .algorithm import Given


def rows_given(given: Given, name: str) -> List[Dict[str, str]]:
    """The rows of the table parameter ``name``, all values text."""
    from ..core.intake.tables import SUFFIXES, read_table

    value = given.parameters.get(name)
    # QGIS would guess the columns' types, though a number with many digits is a text, and takes
    # the headings of an xlsx that holds nothing but texts for a row like the others.
    if isinstance(value, str):
        parts = QgsProviderRegistry.instance().decodeUri("ogr", value)
        path = Path(parts.get("path") or "")
        if path.suffix.lower() in SUFFIXES and path.is_file():
            return read_table(path, parts.get("layerName") or "")
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
