"""Layers in files, read through GDAL: GeoPackage, shapefile, FileGDB, GeoJSON.

Only the features near a parcel are read, through the layer's own index. A layer without one
(a shapefile without .qix, GeoJSON) is gone through once for the boxes of its features.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

from osgeo import gdal, ogr

from ..errors import InputError, UndecidedInput, UnreadableFile
from ..geometry import Box, MultiPolygon, all_finite, multipolygon_from_wkb
from ..model import LayerUsed
from ..plan import LayerRole
from ..reading.fingerprint import Stamp, changed_on, fingerprint, stamp
from ..reading.vector import (
    box_of,
    changed_meanwhile,
    damaged,
    gone,
    may_hold_areas,
    open_dataset,
    reading,
)
from ..text import Text, text
from .boxes import BoxIndex, boxes_of_all
from .encoding import encoding_of
from .reference import Reference, reference_of
from .shapeless import about_shapeless, count_shapeless
from .source import LayerFeature, about_columns, columns_of, naming

# Features with more points are kept after they were read once: a red line is asked for by
# every parcel near it.
_LARGE_POINTS = 2000
_LARGE_KEPT = 64
# About 1 cm, so that a transformed box loses nobody who touches it.
_MARGIN_DEG = 1e-7
_NO_NUMBERS = text("it has coordinates that are not numbers")
_HASHING = ThreadPoolExecutor(1, "tuban-hash")


def open_source(role: LayerRole, path: Path, layer: str = "", crs: str = "") -> FileSource:
    """A layer of a file in its role.

    Without ``layer`` it is the one named as the plan says, or the only one. ``crs`` overrides
    what the file says. Raises :class:`InputError`: unreadable, no such layer, no areas, no field
    that the role needs, a coordinate system that the coordinates cannot be in; and
    :class:`UndecidedInput` when a person has to choose the layer or the coordinate system.
    """
    with reading(Path(path)):
        return FileSource(role, Path(path), layer, crs)


class FileSource:
    """A layer in a file, as the overlay asks for it (:class:`.source.LayerSource`)."""

    def __init__(self, role: LayerRole, path: Path, layer: str, crs: str) -> None:
        self.role = role
        self.path = path
        self._stamp = stamp(path) if path.exists() else ()
        encoding, about_text = encoding_of(path)
        self._dataset = open_dataset(path, [f"ENCODING={encoding}"] if encoding else [])
        self._layer = _choose(self._dataset, role, path, layer)
        name = self._layer.GetName()
        _check_areas(self._layer, path)
        self._fields = columns_of(role, _field_names(self._layer), name)
        extent = _extent_of(self._layer)
        self._reference = reference_of(self._layer, name, extent, crs)
        self.box_deg = None if extent is None else self._reference.box_to_degrees(extent)
        self._notes: Tuple[Text, ...] = (
            *self._reference.notes,
            *about_text,
            *about_columns(role, self._fields, name),
        )
        self.name = str(name)
        self.version = self._version()
        self._hash = _HASHING.submit(fingerprint, path)
        self._large: Dict[int, LayerFeature] = {}
        self._boxes: Optional[BoxIndex] = None
        self._shapeless: Optional[int] = None

    def check_unchanged(self) -> None:
        """Raise :class:`InputError` when the file is not the one that was opened."""
        check_stamp(self.path, self._stamp, self.name)

    @property
    def used(self) -> LayerUsed:
        """Name, version, hash and CRS; the file is hashed while work has begun already."""
        try:
            sha256 = self._hash.result()
        except OSError as error:
            raise damaged(self.path, str(error)) from error
        reference = self._reference.name
        return LayerUsed(self.role.code, self.name, self.version, sha256, reference)

    @property
    def identity(self) -> str:
        """The file's hash, the layer in it and how it is read."""
        return repr((self.used, self.role, self._fields))

    @property
    def notes(self) -> Tuple[Text, ...]:
        """What had to be assumed to read the layer, and what in it lies nowhere."""
        if self._shapeless is None:
            with naming(self.name), reading(self.path):
                self._shapeless = self._count_shapeless()
        return (*self._notes, *about_shapeless(self._shapeless, self.name))

    def _count_shapeless(self) -> int:
        if self._layer.TestCapability(ogr.OLCFastSpatialFilter):
            return count_shapeless(self._dataset, self._layer, self.path)
        return self._all_boxes().shapeless

    @property
    def reference(self) -> Reference:
        """The layer's coordinate system."""
        return self._reference

    @property
    def columns(self) -> Dict[str, str]:
        """The name of the layer's field for each meaning that it has one for."""
        definition = self._layer.GetLayerDefn()
        return {
            meaning: str(definition.GetFieldDefn(index).GetName())
            for meaning, index in self._fields.items()
        }

    def close(self) -> None:
        """Let go of the file."""
        self._layer = self._dataset = None

    def candidates(self, box_deg: Box) -> Iterator[LayerFeature]:
        """Features whose box meets ``box_deg``; raises :class:`InputError` on a damaged one."""
        box = self._box_in_layer(box_deg)
        with naming(self.name), reading(self.path):
            found = [self._feature(feature) for feature in self._read(box)]
        return (feature for feature in found if feature.polygons)

    def _box_in_layer(self, box_deg: Box) -> Box:
        left, bottom, right, top = box_deg
        wider = (
            left - _MARGIN_DEG,
            bottom - _MARGIN_DEG,
            right + _MARGIN_DEG,
            top + _MARGIN_DEG,
        )
        return self._reference.box_from_degrees(wider)

    def _read(self, box: Box) -> Iterator[ogr.Feature]:
        if self._layer.TestCapability(ogr.OLCFastSpatialFilter):
            self._layer.SetSpatialFilterRect(*box)
            yield from self._layer
            self._layer.SetSpatialFilter(None)
            return
        for number in self._all_boxes().meeting(box):
            yield self._layer.GetFeature(number)

    def _all_boxes(self) -> BoxIndex:
        """The boxes of a layer without index, in the layer's coordinates."""
        if self._boxes is None:
            self._boxes = BoxIndex(*boxes_of_all(self._layer, self.path))
        return self._boxes

    def _feature(self, feature: ogr.Feature) -> LayerFeature:
        number = feature.GetFID()
        if number in self._large:
            return self._large[number]
        fields = {
            meaning: _text_of(feature, index)
            for meaning, index in self._fields.items()
            if feature.IsFieldSetAndNotNull(index)
        }
        read = LayerFeature(number, fields, self._polygons(feature))
        if sum(len(ring) for polygon in read.polygons for ring in polygon) > _LARGE_POINTS:
            if len(self._large) >= _LARGE_KEPT:
                del self._large[next(iter(self._large))]
            self._large[number] = read
        return read

    def _polygons(self, feature: ogr.Feature) -> MultiPolygon:
        """The feature's areas in degrees; none when it has no geometry or no area."""
        shape = feature.GetGeometryRef()
        if shape is None or shape.IsEmpty() or shape.GetDimension() < 2:
            return []
        shape = shape.GetLinearGeometry() if shape.HasCurveGeometry() else shape.Clone()
        shape.CloseRings()
        try:
            shape.Transform(self._reference.to_degrees)
        except RuntimeError as error:  # where GDAL was told to raise; else points become infinite
            raise self._bad_feature(feature, _NO_NUMBERS) from error
        shape = ogr.ForceToMultiPolygon(shape)
        try:
            polygons = multipolygon_from_wkb(bytes(shape.ExportToIsoWkb()))
        except ValueError as error:
            reason = text("it is of type {type}, not an area", type=shape.GetGeometryName())
            raise self._bad_feature(feature, reason) from error
        if not all_finite(polygons):
            raise self._bad_feature(feature, _NO_NUMBERS)
        return polygons

    def _bad_feature(self, feature: ogr.Feature, reason: Text) -> UnreadableFile:
        return UnreadableFile(
            text(
                "Feature {fid} in {file} cannot be used: {reason}.",
                fid=feature.GetFID(),
                file=str(self.path),
                reason=reason,
            )
        )

    def _version(self) -> str:
        """What the layer says of its age: its metadata, its data year, else its file's date."""
        said = self._layer.GetMetadataItem("VERSION") or self._year()
        if said:
            return str(said)
        return datetime.fromtimestamp(changed_on(self.path), timezone.utc).date().isoformat()

    def _year(self) -> str:
        if "version" not in self._fields:
            return ""
        self._layer.ResetReading()
        first = self._layer.GetNextFeature()
        return _text_of(first, self._fields["version"]) if first is not None else ""


def check_stamp(path: Path, opened: Stamp, layer_name: str) -> None:
    """Raise :class:`UnreadableFile` when a layer's files are not those that were opened."""
    try:
        now = stamp(path) if path.exists() else ()
    except OSError:  # one of its files went between two looks
        now = ()
    if not now:
        with naming(layer_name):
            raise gone(path)
    if now != opened:
        raise changed_meanwhile(layer_name, path)


def _text_of(feature: ogr.Feature, index: int) -> str:
    value = feature.GetFieldAsString(index)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def layer_names(dataset: gdal.Dataset) -> List[str]:
    """The names of a file's layers."""
    return [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]


def _choose(dataset: gdal.Dataset, role: LayerRole, path: Path, wanted: str) -> ogr.Layer:
    names = layer_names(dataset)
    if wanted and wanted not in names:
        raise InputError(text("File {file} has no layer {layer}.", file=str(path), layer=wanted))
    known = {name.casefold() for name in role.layer_names}
    fitting = [wanted] if wanted else [name for name in names if name.casefold() in known]
    chosen = fitting or names
    if len(chosen) != 1:
        raise UndecidedInput(
            text("File {file} has several layers: choose one.", file=str(path)),
            "layer",
            tuple(chosen),
        )
    return dataset.GetLayerByName(chosen[0])


def _check_areas(layer: ogr.Layer, path: Path) -> None:
    kind = layer.GetGeomType()
    if not may_hold_areas(kind):
        raise InputError(
            text(
                "Layer {layer} of {file} holds no areas but {type}.",
                layer=layer.GetName(),
                file=str(path),
                type=ogr.GeometryTypeToName(ogr.GT_Flatten(kind)),
            )
        )


def _field_names(layer: ogr.Layer) -> List[str]:
    definition = layer.GetLayerDefn()
    return [definition.GetFieldDefn(n).GetName() for n in range(definition.GetFieldCount())]


def _extent_of(layer: ogr.Layer) -> Optional[Box]:
    """The layer's box in its own coordinates; ``None`` when it holds nothing."""
    if not layer.GetFeatureCount():
        return None
    extent = layer.GetExtent(force=1, can_return_null=True)
    return None if extent is None else box_of(extent)
