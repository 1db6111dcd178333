"""A table as an algorithm's result: written whole, or the run fails with a sentence."""

from __future__ import annotations

from typing import Dict, Iterable, Iterator, Mapping, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingException,
    QgsWkbTypes,
)

from .algorithm import Given, TubanAlgorithm


def write_rows(
    given: Given, columns: Mapping[str, object], rows: Iterable[Sequence[object]]
) -> Dict[str, object]:
    """Rows without geometry into the algorithm's table, if somebody wants it, as its result.

    ``columns`` are their names with their types of ``maps.field_types``.
    """
    fields = QgsFields()
    for name, kind in columns.items():
        fields.append(QgsField(name, kind))
    return write_features(given, fields, _features(fields, rows), QgsWkbTypes.Type.NoGeometry)


def _features(fields: QgsFields, rows: Iterable[Sequence[object]]) -> Iterator[QgsFeature]:
    for row in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(list(row))
        yield feature


def write_features(
    given: Given,
    fields: QgsFields,
    features: Iterable[QgsFeature],
    geometry: QgsWkbTypes.Type,
    crs: str = "",
) -> Dict[str, object]:
    """Features into the algorithm's table or layer, if somebody wants it, as its result."""
    name, algorithm, parameters = TubanAlgorithm.OUTPUT, given.algorithm, given.parameters
    if not parameters.get(name):
        return {}
    sink, target = algorithm.parameterAsSink(
        parameters, name, given.context, fields, geometry, QgsCoordinateReferenceSystem(crs)
    )
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for feature in features:
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(algorithm.writeFeatureError(sink, parameters, name))
    return {name: target}
