"""The tables that one run gives, all or none: stopped or failed, it takes back what it wrote."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Dict, Iterable, List, Optional, Type

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
)

from ..core.progress import Progress, check_cancelled
from .algorithm import Given

if TYPE_CHECKING:
    from ..maps.overlay_tables import Table

_ASK_EVERY = 200
# What stands beside a file that GDAL writes.
_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qpj", ".gpkg-wal", ".gpkg-shm")


class Outputs:
    """``results`` holds where each table went."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._written: List[Path] = []
        self.results: Dict[str, object] = {}

    def __enter__(self) -> Outputs:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        if error is None:
            return
        for path in self._written:
            for part in (path, *(path.with_suffix(suffix) for suffix in _PARTS)):
                if part.is_file():
                    part.unlink()

    def wants(self, name: str) -> bool:
        """True when somebody asked for this table."""
        return bool(self._given.parameters.get(name))

    def fill(
        self,
        name: str,
        table: Table,
        features: Iterable[QgsFeature],
        progress: Progress,
        count: int,
    ) -> None:
        """Write a table of about ``count`` rows, if it is wanted; may be cancelled."""
        given, algorithm = self._given, self._given.algorithm
        if not self.wants(name):
            progress.at(count, count)
            return
        file = _plain_file(given.parameters[name])
        sink, target = algorithm.parameterAsSink(
            given.parameters, name, given.context, table.fields, table.geometry_type, table.crs()
        )
        if sink is None:
            raise QgsProcessingException(algorithm.invalidSinkError(given.parameters, name))
        if file is not None:
            self._written.append(file)
        for number, feature in enumerate(features):
            if number % _ASK_EVERY == 0:
                check_cancelled(progress)
                progress.at(min(number, count), count)
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                told = algorithm.writeFeatureError(sink, given.parameters, name)
                raise QgsProcessingException(told)
        progress.at(count, count)
        self.results[name] = target


def _plain_file(value: object) -> Optional[Path]:
    """The file that a table of its own goes to; none for a database or a table in a file."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        if value.useRemapping():  # rows are added to somebody's table
            return None
        value = value.sink.staticValue()
    text = str(value)
    if ":" in text[2:] or text == "TEMPORARY_OUTPUT":  # a drive's letter is no provider
        return None
    return Path(text) if Path(text).suffix else None
