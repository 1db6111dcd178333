"""PDFs of parcels one after the other: layouts need the main thread, the window stays alive."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional, Protocol, Sequence

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import TubanError
from ..core.model import Dossier
from .field_sheet import Pictures, imagery_of


class Writer(Protocol):
    """What writes a parcel's PDF into a folder, on the imagery before and after."""

    def write(self, dossier: Dossier, imagery: Pictures, out: Path) -> Path:
        """The file written; raises :class:`OutputError`."""


class SheetRun(QObject):
    """Writes one sheet in each turn of the event loop.

    ``progressed(done)`` after each; ``ended(paths, error)`` once, the error is ``None`` when all
    are written or somebody has stopped it.
    """

    progressed = pyqtSignal(int)
    ended = pyqtSignal(list, object)

    def __init__(
        self,
        project: QgsProject,
        sheets: Writer,
        dossiers: Sequence[Dossier],
        out: Path,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._sheets = sheets
        self._waiting = list(dossiers)
        self._out = out
        self._written: List[Path] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._write_one)

    @property
    def is_running(self) -> bool:
        """True until the last sheet is written or the run is stopped."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def stop(self) -> None:
        """No further sheet; those that are written stay."""
        if self.is_running:
            self._end(None)

    def _write_one(self) -> None:
        if not self._waiting:
            self._end(None)
            return
        dossier = self._waiting.pop(0)
        try:
            imagery = imagery_of(self._project, dossier.patch)
            self._written.append(self._sheets.write(dossier, imagery, self._out))
        except TubanError as error:
            self._end(error)
            return
        self.progressed.emit(len(self._written))

    def _end(self, error: Optional[TubanError]) -> None:
        self._timer.stop()
        self.ended.emit(self._written, error)
