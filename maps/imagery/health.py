"""How the sources of the pictures are: heard from QGIS's own traffic, never asked for.

Nothing here waits: a service that hangs is told after a while, and the map goes on.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
    QgsNetworkRequestParameters,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ...core.imagery.troubles import Answer, answer_of
from ...core.text import Text, text
from .epochs import epoch_of, pictures_of

SILENT_AFTER_S = 8.0
LOOK_EVERY_MS = 1000


def address_of(layer: QgsMapLayer) -> str:
    """The address of the service a tile layer comes from; empty for files."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "wms":
        return ""
    uri = QgsDataSourceUri()
    uri.setEncodedUri(layer.source())
    return uri.param("url")


def file_of(layer: QgsMapLayer) -> Optional[Path]:
    """The file a picture layer comes from; None for services and databases."""
    if layer.providerType() != "gdal":
        return None
    path = QgsProviderRegistry.instance().decodeUri("gdal", layer.source()).get("path", "")
    plain = path and "://" not in path and not path.startswith("/vsi")
    return Path(path) if plain else None


def place_of(address: str) -> str:
    """What requests to one service have in common: everything up to the path's first blank."""
    return address.partition("{")[0].partition("%7B")[0].partition("?")[0]


@dataclass(frozen=True)
class _Heard:
    answer: Answer
    status: int = 0


class Health(QObject):
    """Listens to all requests, and says of a layer what is wrong with its source.

    ``changed``: a sentence has come or gone.
    """

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._places: List[str] = []
        self._heard: Dict[str, _Heard] = {}
        self._under_way: Dict[int, Tuple[str, float]] = {}
        self._files: Dict[str, Text] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_for_silence)
        self._network = QgsNetworkAccessManager.instance()
        self._network.requestAboutToBeCreated[QgsNetworkRequestParameters].connect(self._asked)
        self._network.finished[QgsNetworkReplyContent].connect(self._answered)
        self._network.requestTimedOut[QgsNetworkRequestParameters].connect(self._timed_out)
        project.layersAdded.connect(self._learn)
        project.layersRemoved.connect(self._learn)
        self._learn()

    def _learn(self, *_: object) -> None:
        layers = self._project.mapLayers().values()
        places = {place_of(address_of(layer)) for layer in layers}
        self._places = sorted(places - {""}, key=len, reverse=True)

    def _place(self, address: str) -> str:
        return next((one for one in self._places if address.startswith(one)), "")

    # ---- services

    def _asked(self, request: QgsNetworkRequestParameters) -> None:
        place = self._place(request.request().url().toString())
        if place:
            self._under_way[request.requestId()] = (place, time.monotonic())
            self._timer.start()

    def _answered(self, reply: QgsNetworkReplyContent) -> None:
        place, _ = self._under_way.pop(reply.requestId(), ("", 0.0))
        if not place or reply.error() == QNetworkReply.NetworkError.OperationCanceledError:
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute) or 0
        content_type = bytes(reply.rawHeader(b"Content-Type")).decode("latin-1")
        self._hear(place, _Heard(answer_of(int(status), content_type), int(status)))

    def _timed_out(self, request: QgsNetworkRequestParameters) -> None:
        place, _ = self._under_way.pop(request.requestId(), ("", 0.0))
        if place:
            self._hear(place, _Heard(Answer.SILENT))

    def _look_for_silence(self) -> None:
        now = time.monotonic()
        for place, since in self._under_way.values():
            if now - since > SILENT_AFTER_S:
                self._hear(place, _Heard(Answer.SILENT))
        if not self._under_way:
            self._timer.stop()

    def _hear(self, place: str, heard: _Heard) -> None:
        before = self._heard.get(place, _Heard(Answer.FINE))
        if (before.answer, before.status) != (heard.answer, heard.status):
            self._heard[place] = heard
            self.changed.emit()

    # ---- files

    def file_looked_at(self, layer_id: str, trouble: Optional[Text]) -> None:
        """Keep what a look at a layer's file has found."""
        if self._files.get(layer_id) == trouble:
            return
        if trouble is None:
            del self._files[layer_id]
        else:
            self._files[layer_id] = trouble
        self.changed.emit()

    # ---- what is said

    def trouble(self, layer: QgsMapLayer) -> Optional[Text]:
        """What is wrong with a layer; None when nothing is known to be."""
        name = layer.name()
        if layer.id() in self._files:
            return self._files[layer.id()]
        if not layer.isValid():
            return text("{name} cannot be shown: its file or service is not there.", name=name)
        if not layer.crs().isValid():
            return text(
                "{name} has no coordinate system, so it lies nowhere. Set it under the layer's "
                "properties.",
                name=name,
            )
        address = address_of(layer)
        heard = self._heard.get(self._place(address)) if address else None
        return heard.answer.say(name, heard.status) if heard else None

    def troubles(self) -> List[Text]:
        """What is wrong with the project's epochs, in the order of the layer tree."""
        layers = [one for one in pictures_of(self._project) if epoch_of(one) is not None]
        found = [self.trouble(layer) for layer in layers]
        return [one for one in found if one is not None]

    def remove(self) -> None:
        """Stop listening."""
        self._timer.stop()
        network = self._network
        network.requestAboutToBeCreated[QgsNetworkRequestParameters].disconnect(self._asked)
        network.finished[QgsNetworkReplyContent].disconnect(self._answered)
        network.requestTimedOut[QgsNetworkRequestParameters].disconnect(self._timed_out)
        self._project.layersAdded.disconnect(self._learn)
        self._project.layersRemoved.disconnect(self._learn)
