"""Draws pictures of the map beside the window's work, one after the other."""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .pictures import Pictures, View, bytes_of, view_of


class Drawing(QObject):
    """Draws what is wanted, most wanted first, while the map itself has nothing to draw.

    ``drawn(view)``: a picture has come into ``pictures``. ``lost``: some are out of date.
    """

    drawn = pyqtSignal(object)
    lost = pyqtSignal()

    def __init__(
        self,
        canvas: QgsMapCanvas,
        project: QgsProject,
        pictures: Pictures,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._project = project
        self.pictures = pictures
        self._waiting: List[QgsMapSettings] = []
        self._job: Optional[QgsMapRendererSequentialJob] = None
        self._view: Optional[View] = None
        self._ending: List[QgsMapRendererSequentialJob] = []
        self._watched: List[str] = []
        canvas.mapCanvasRefreshed.connect(self._next)
        project.layersWillBeRemoved.connect(self._forget_layers)

    @property
    def is_idle(self) -> bool:
        """True when nothing is drawn and nothing waits."""
        return self._job is None and not self._waiting

    def want(self, wanted: Sequence[QgsMapSettings]) -> None:
        """Draw these, in this order, instead of what waited; other pictures are let go.

        Only as many as there is room for. What is being drawn and not wanted any more is stopped.
        """
        room = self.pictures.most_bytes
        chosen, views = [], []
        for settings in wanted:
            view = view_of(settings)
            room -= bytes_of(view)
            if room < 0:
                break
            if view not in views:
                chosen.append(settings)
                views.append(view)
        self.pictures.keep_only(views)
        self._waiting = [one for one, view in zip(chosen, views) if view not in self.pictures]
        if self._view is not None and self._view not in views:
            self._cancel()
        self._next()

    def _next(self) -> None:
        if self._job is not None or self._canvas.isDrawing():
            return
        while self._waiting:
            settings = self._waiting.pop(0)
            view = view_of(settings)
            # A layer may have gone while it waited; its picture would be another one.
            if view not in self.pictures and settings.layers():
                self._start(settings, view)
                return

    def _start(self, settings: QgsMapSettings, view: View) -> None:
        self._watch(settings)
        self._job, self._view = QgsMapRendererSequentialJob(settings), view
        # Qt ends it, not Python: letting go of it while it tells that it is done would crash.
        self._job.setParent(self)
        self._job.finished.connect(self._finished)
        self._job.start()

    def _finished(self) -> None:
        job, view = self._job, self._view
        self._job = self._view = None
        if job is None or view is None:
            return
        job.finished.disconnect(self._finished)
        self.pictures.put(view, job.renderedImage())
        job.deleteLater()
        self.drawn.emit(view)
        self._next()

    def _cancel(self) -> None:
        job = self._job
        self._job = self._view = None
        if job is not None:
            job.finished.disconnect(self._finished)
            job.finished.connect(self._ended)
            self._ending.append(job)
            job.cancelWithoutBlocking()

    def _ended(self) -> None:
        job = self.sender()
        if job in self._ending:
            self._ending.remove(job)
            job.deleteLater()

    # ---- layers that change

    def _watch(self, settings: QgsMapSettings) -> None:
        for layer in settings.layers():
            if layer.id() not in self._watched:
                self._watched.append(layer.id())
                for signal in (layer.repaintRequested, layer.styleChanged, layer.crsChanged):
                    signal.connect(self._layer_changed)

    def _layer_changed(self, *_: object) -> None:
        layer = self.sender()
        if layer is not None:
            self._forget(layer.id())

    def _forget(self, layer_id: str) -> None:
        dropped = self.pictures.drop_layer(layer_id)
        if self._view is not None and layer_id in self._view.layers:
            self._cancel()
            dropped = True
        if dropped:
            self.lost.emit()

    def _forget_layers(self, layer_ids: Sequence[str]) -> None:
        for layer_id in layer_ids:
            if self._view is not None and layer_id in self._view.layers and self._job is not None:
                self._job.cancel()  # its thread may still read what goes now
            self._forget(layer_id)
            if layer_id in self._watched:
                self._watched.remove(layer_id)
        self._waiting = []

    def remove(self) -> None:
        """Stop, and let go of everything."""
        self._waiting = []
        self._canvas.mapCanvasRefreshed.disconnect(self._next)
        self._project.layersWillBeRemoved.disconnect(self._forget_layers)
        self._unwatch()
        if self._job is not None:
            job = self._job
            self._cancel()
            job.cancel()
        self.pictures.clear()

    def _unwatch(self) -> None:
        for layer in map(self._project.mapLayer, self._watched):
            if layer is not None:
                for signal in (layer.repaintRequested, layer.styleChanged, layer.crsChanged):
                    signal.disconnect(self._layer_changed)
        self._watched = []
