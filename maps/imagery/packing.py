"""Imagery offline: the tiles around a month's patches, in one file."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, List, Optional, Protocol, Sequence, Set, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QBuffer, QIODevice, QSize, QThread
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ...core.errors import Cancelled, InputError
from ...core.geometry import box, multipolygon_from_wkb
from ...core.imagery import Fetching
from ...core.imagery.fetch import Proxy, fetch
from ...core.imagery.pack import Pack, kind_of, request_digest
from ...core.imagery.sources import address_of, host_of, with_key, without_key
from ...core.imagery.tiles import TILE_PIXELS, LonLatBox, Tile, extent_m, grown, tiles_around
from ...core.imagery.troubles import Answer
from ...core.progress import Progress
from ...core.text import Text, text
from .health import address_of as layer_address
from .services import KEY_NAME_PROPERTY, OfficeKeys, service_of

WEB_CRS = "EPSG:3857"
# So many tiles one after the other without a picture: the service does not want, or is away.
MOST_FAILURES = 8
PROBED = 5
JPEG_QUALITY = 85


class Source(Protocol):
    """Where tiles come from."""

    name: str
    what: str
    pause_ms: int

    def bring(self, tile: Tile) -> Tuple[bytes, Optional[Text]]:
        """The tile's picture, or nothing and what was wrong (None: there is simply none)."""


class Downloaded:
    """Tiles of an XYZ service as they are, byte by byte."""

    def __init__(
        self, name: str, address: str, key_name: str, key: str, limits: Fetching,
        proxy: Optional[Proxy],
    ) -> None:  # fmt: skip
        self.name = name
        self.what = address
        self.pause_ms = limits.pause_ms
        self._key_name, self._key = key_name, key
        self._wait_s = limits.wait_s
        self._proxy = proxy

    def bring(self, tile: Tile) -> Tuple[bytes, Optional[Text]]:
        """Fetch a tile; a page instead of a picture is no tile."""
        address = with_key(address_of(self.what, tile), self._key_name, self._key)
        fetched = fetch(address, self._wait_s, self._proxy)
        if fetched.answer is Answer.NO_PICTURE:
            return b"", None
        if fetched.answer is not Answer.FINE:
            return b"", fetched.answer.say(self.name, fetched.status)
        if not kind_of(fetched.data):
            return b"", Answer.A_PAGE.say(self.name, fetched.status)
        return fetched.data, None


class Drawn:
    """Tiles drawn by QGIS out of any picture layer: files, WMS, WMTS, another system."""

    pause_ms = 0

    def __init__(self, layer: QgsRasterLayer, project: QgsProject) -> None:
        self.name = layer.name()
        self.what = without_key(layer.source())[0]
        self._layer = layer
        self._layer.moveToThread(None)
        self._settings = QgsMapSettings()
        self._settings.setLayers([layer])
        self._settings.setTransformContext(project.transformContext())
        self._settings.setDestinationCrs(QgsCoordinateReferenceSystem(WEB_CRS))
        self._settings.setOutputSize(QSize(TILE_PIXELS, TILE_PIXELS))
        self._settings.setBackgroundColor(QColor(0, 0, 0, 0))

    def bring(self, tile: Tile) -> Tuple[bytes, Optional[Text]]:
        """Draw a tile; one on which nothing is drawn is none."""
        if self._layer.thread() is None:
            self._layer.moveToThread(QThread.currentThread())
        self._settings.setExtent(QgsRectangle(*extent_m(tile)))
        picture = QImage(TILE_PIXELS, TILE_PIXELS, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(0)
        painter = QPainter(picture)
        job = QgsMapRendererCustomPainterJob(self._settings, painter)
        job.renderSynchronously()
        painter.end()
        return _encoded(picture), None


def _encoded(picture: QImage) -> bytes:
    """JPEG where the whole tile is covered, PNG where not, nothing where it is empty."""
    alpha = picture.convertToFormat(QImage.Format.Format_Alpha8)
    covered = bytes(alpha.constBits().asarray(alpha.sizeInBytes()))
    if not any(covered):
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if min(covered) == 255:
        picture.save(buffer, "JPG", JPEG_QUALITY)
    else:
        picture.save(buffer, "PNG")
    return bytes(buffer.data())


Make = Callable[[Fetching], Source]


def source_of(
    layer: QgsRasterLayer, project: QgsProject, keys: OfficeKeys, proxy: Optional[Proxy]
) -> Make:
    """How to get tiles out of a layer: as they are where they are plain XYZ, else drawn.

    Called in the main thread, where QGIS may ask for the password of its store; what it gives
    may be used in another one.
    """
    uri = QgsDataSourceUri()
    if layer.providerType() == "wms":
        uri.setEncodedUri(layer.source())
    if uri.param("type") != "xyz" or uri.authConfigId():
        drawn = Drawn(layer.clone(), project)
        return lambda _limits: drawn
    plain, name = service_of(layer), layer.name()
    key_name = str(layer.customProperty(KEY_NAME_PROPERTY, "") or "")
    key = keys.read(host_of(plain)) if key_name else ""
    if not key_name:
        _, key_name, key = without_key(layer_address(layer))
    return lambda limits: Downloaded(name, plain, key_name, key, limits, proxy)


@dataclass(frozen=True)
class Size:
    """How much a request is: tiles in all, those that are there already, bytes in all."""

    tiles: int
    there: int
    bytes: int


class Packing:
    """One request: these places, these zooms, this source, this file."""

    def __init__(
        self,
        source: Source,
        wkbs: Sequence[bytes],
        zooms: Sequence[int],
        limits: Fetching,
        target: Path,
    ) -> None:
        self._source = source
        self._target = target
        self._boxes: List[LonLatBox] = [
            grown(box(multipolygon_from_wkb(wkb)), limits.around_m) for wkb in wkbs
        ]
        if not self._boxes:
            raise InputError(text("The month has no patch whose imagery may be fetched."))
        self._limits = limits
        self._tiles = tiles_around(self._boxes, zooms)
        self._refuse_too_many()

    def _refuse_too_many(self) -> None:
        if len(self._tiles) > self._limits.most_tiles:
            raise InputError(
                text(
                    "{count} tiles are too many; {most} are allowed at once. Choose fewer zooms "
                    "or a smaller margin.",
                    count=len(self._tiles),
                    most=self._limits.most_tiles,
                )
            )

    def run(self, progress: Progress, day: str, only_size: bool) -> Size:
        """Tell the size, then bring what is missing; with ``only_size`` only the former.

        What was brought stays when the work is cut. :raises InputError: the service refuses.
        """
        request = request_digest(self._source.what, self._tiles)
        with Pack(self._target, request) as pack:
            bringing = _Bringing(self._source, pack)
            size = self._tell_size(bringing, pack, progress)
            if only_size:
                return size
            there = pack.there() | bringing.empty
            missing = [tile for tile in self._tiles if tile not in there]
            for done, tile in enumerate(missing):
                if progress.is_cancelled():
                    raise Cancelled(text("Stopped. What was brought so far is kept for next time."))
                progress.at(len(self._tiles) - len(missing) + done, len(self._tiles))
                bringing.bring(tile)
            bringing.refuse_gaps()
            brought = len(pack.there())
            total = pack.bytes_there()
            pack.finish(self._source.name, day, self._around())
        return Size(brought, size.there, total)

    def _tell_size(self, bringing: _Bringing, pack: Pack, progress: Progress) -> Size:
        there = pack.there()
        count = len(self._tiles)
        step = max(1, count // PROBED)
        for tile in self._tiles[step // 2 :: step][:PROBED]:
            if tile not in there:
                bringing.bring(tile)
        known = pack.there()
        each = pack.bytes_there() / len(known) if known else 0
        size = Size(count, len(there), int(each * count))
        progress.say(
            text(
                "{tiles} tiles of zooms {zooms}, about {megabytes} MB; {there} are there already.",
                tiles=count,
                zooms=f"{self._tiles[0].zoom}-{self._tiles[-1].zoom}",
                megabytes=f"{size.bytes / 1e6:.1f}",
                there=len(there),
            )
        )
        return size

    def _around(self) -> LonLatBox:
        west, south, east, north = zip(*self._boxes)
        return min(west), min(south), max(east), max(north)


class _Bringing:
    """Brings tile after tile, politely, and gives up when nothing comes any more."""

    def __init__(self, source: Source, pack: Pack) -> None:
        self._source = source
        self._pack = pack
        self._failures = 0
        self._missing: Dict[Tile, Text] = {}
        self.empty: Set[Tile] = set()

    def bring(self, tile: Tile) -> None:
        data, trouble = self._source.bring(tile)
        if data:
            self._failures = 0
            self._missing.pop(tile, None)
            self._pack.add(tile, data)
        elif trouble is None:
            self.empty.add(tile)
        else:
            self._failures += 1
            self._missing[tile] = trouble
            if self._failures >= MOST_FAILURES:
                self.refuse_gaps()
        time.sleep(self._source.pause_ms / 1000)

    def refuse_gaps(self) -> None:
        """A file with gaps that nobody knows of would be taken for the whole."""
        if self._missing:
            raise InputError(
                text(
                    "{count} tiles did not come. {why} What was brought so far is kept: run it "
                    "again to go on.",
                    count=len(self._missing),
                    why=list(self._missing.values())[-1],
                )
            )
