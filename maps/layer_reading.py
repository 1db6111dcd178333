"""Reading a layer of QGIS to its end: what breaks off is refused, not taken for all there is.

QGIS tells of a lost connection in its log only: features that break off look like features that
have come to their end. And a server that does not answer answers no cancel either.
"""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from typing import Callable, Iterator, List, Optional, TypeVar

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, Qt

from ..core.errors import InputError
from ..core.geometry import LONLAT_CRS
from ..core.progress import Progress, check_cancelled
from ..core.text import text
from .tasks import Carried

WEB = ("WFS", "OAPIF")
DATABASES = ("postgres", "mssql", "oracle", "hana")
_POLL_S = 0.05
_BAD = (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
# "Retrying request …: 1/3", in any language; what comes of it is told afterwards.
_RETRY = re.compile(r"\d+/\d+\s*$")
Result = TypeVar("Result")


class LayerReader:
    """Reads features in EPSG:4490, all or none; ``provider`` is what QGIS calls its driver.

    What another computer has to answer is waited for in a thread of its own, so that a cancel
    need not wait for it.
    """

    def __init__(
        self,
        source: QgsFeatureSource,
        provider: str,
        context: QgsProcessingContext,
        progress: Progress,
    ) -> None:
        self.name = str(source.sourceName())
        self.is_web = provider in WEB
        self.is_database = provider in DATABASES
        self._source = source
        self._context = context
        self._progress = progress

    def read(self, request: QgsFeatureRequest) -> List[QgsFeature]:
        """The features asked for; raises :class:`InputError` or :class:`Cancelled`."""
        return self._answer(lambda: self._read(request))

    def all(self, request: Optional[QgsFeatureRequest] = None) -> List[QgsFeature]:
        """All features; from a server as many as it says to have.

        ``request`` says what of each is wanted.
        """
        return self._answer(lambda: self._all(request or QgsFeatureRequest()))

    def _answer(self, ask: Callable[[], Result]) -> Result:
        far = self.is_web or self.is_database
        return _waited_for(ask, self._progress) if far else ask()

    def _all(self, request: QgsFeatureRequest) -> List[QgsFeature]:
        count = self._source.featureCount() if self.is_web else -1
        if count < 0:
            return self._read(request)
        with _heard(self.is_web) as said:
            found = self._listed(request)
        if len(found) != count:
            raise self._broken_off(said, len(found), count)
        return found

    def _read(self, request: QgsFeatureRequest) -> List[QgsFeature]:
        with _heard(self.is_web) as said:
            found = self._listed(request)
        # A server is asked again by QGIS itself: only what it says last counts.
        reasons = said[-1:] if self.is_web else said
        if any(not _RETRY.search(one) for one in reasons):
            raise unreadable(self.name, reasons[0])
        return found

    def _listed(self, request: QgsFeatureRequest) -> List[QgsFeature]:
        kind = self._source.wkbType()
        if QgsWkbTypes.isCurvedType(kind) or kind == QgsWkbTypes.Type.Unknown:
            return self._straightened(request)
        astray: List[int] = []
        request.setTransformErrorCallback(lambda feature: astray.append(feature.id()))
        lonlat = QgsCoordinateReferenceSystem(LONLAT_CRS)
        request.setDestinationCrs(lonlat, self._context.transformContext())
        features = self._iterator(request)
        if not features.isValid():
            raise unreadable(self.name, "?")
        found = list(features)
        if astray:
            raise self._no_place(astray[0])
        return found

    def _straightened(self, request: QgsFeatureRequest) -> List[QgsFeature]:
        """Arcs become lines before they are moved: elsewhere three points make another arc."""
        own, context = self._source.sourceCrs(), self._context.transformContext()
        lonlat = QgsCoordinateReferenceSystem(LONLAT_CRS)
        there = QgsCoordinateTransform(own, lonlat, context)
        box = request.filterRect()
        if not box.isNull():
            request.setFilterRect(self._moved(box, QgsCoordinateTransform(lonlat, own, context)))
        features = self._iterator(request)
        if not features.isValid():
            raise unreadable(self.name, "?")
        found = list(features)
        for feature in found:
            if feature.hasGeometry():
                straight = QgsGeometry(feature.geometry().constGet().segmentize())
                try:
                    straight.transform(there)
                except QgsCsException as error:
                    raise self._no_place(feature.id()) from error
                feature.setGeometry(straight)
        return found

    def _moved(self, box: QgsRectangle, way: QgsCoordinateTransform) -> QgsRectangle:
        try:
            return way.transformBoundingBox(box)
        except QgsCsException as error:
            raise unreadable(self.name, str(error)) from error

    def _iterator(self, request: QgsFeatureRequest) -> QgsFeatureIterator:
        if not isinstance(self._source, QgsProcessingFeatureSource):
            return self._source.getFeatures(request)
        # Invalid shapes of a base layer are the overlay's business: it repairs them.
        unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        return self._source.getFeatures(request, unchecked)

    def _no_place(self, fid: int) -> InputError:
        return InputError(
            text(
                "Layer {name}: feature {fid} has coordinates that its coordinate system does not "
                "know. Correct it, or give the layer the right system.",
                name=self.name,
                fid=fid,
            )
        )

    def _broken_off(self, said: List[str], found: int, count: int) -> InputError:
        return InputError(
            text(
                "Layer {name}: the server gave {found} of {count} features and then broke off "
                "({why}). Nothing was computed from it. Try again, or save the layer to a "
                "GeoPackage first.",
                name=self.name,
                found=found,
                count=count,
                why=said[-1] if said else "?",
            )
        )


def unreadable(layer_name: str, why: str) -> InputError:
    """The refusal for a layer that QGIS could not read to its end."""
    return InputError(
        text(
            "Layer {name} could not be read to its end ({why}), so nothing was computed from it. "
            "Check the connection and try again.",
            name=layer_name,
            why=" ".join(why.split()),
        )
    )


@contextmanager
def _heard(from_others: bool) -> Iterator[List[str]]:
    """What QGIS's log is told meanwhile: by this thread, of servers also by their downloaders."""
    me = threading.get_ident()
    said: List[str] = []
    notice = QCoreApplication.translate("QObject", "NOTICE: %1").split("%1")[0]

    def hear(message: str, tag: str, level: Qgis.MessageLevel, *_: object) -> None:
        mine = threading.get_ident() == me or (from_others and tag in (*WEB, "Network"))
        if mine and level in _BAD and not message.startswith(notice):
            said.append(message)

    log = QgsApplication.messageLog()
    log.messageReceived.connect(hear, Qt.ConnectionType.DirectConnection)
    try:
        yield said
    finally:
        log.messageReceived.disconnect(hear)


def _waited_for(work: Callable[[], Result], progress: Progress) -> Result:
    """The work's result; a cancel leaves it alone with its answer."""
    carried, results = Carried(), []

    def run() -> None:
        with carried:
            results.append(work())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        check_cancelled(progress)
        thread.join(_POLL_S)
    if carried.error is not None:
        raise carried.error
    return results[0]
