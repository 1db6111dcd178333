"""实测范围: how the measured outline comes into the form, and what it measures."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError, UndecidedInput
from ...core.geometry import wkb_from_multipolygon
from ...core.intake.outline_file import FILE_SUFFIXES, Outline, drawn_outline, read_outline
from ...maps.military import may_see
from ...maps.words import say, tr
from ..parts.colours import ALARM
from ..workplace import Workplace
from .outline_drawing import Corners, OutlineDrawing


class OutlineRow(QWidget):
    """``changed`` when there is another outline; ``away(True)`` while somebody draws.

    ``guide`` says how to draw.
    """

    changed = pyqtSignal()
    away = pyqtSignal(bool)

    def __init__(
        self, work: Workplace, drawing: OutlineDrawing, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._work, self._session, self._drawing = work, work.session, drawing
        self._outline, self._drawn_of = b"", ""
        self.guide = tr(
            "Draw the outline that was measured: a click for each corner. Enter or right click: "
            "done. Backspace: a point less. Esc: leave."
        )
        self.figures, self.refused = QLabel(self), QLabel(self)
        for label in (self.figures, self.refused):
            label.setWordWrap(True)
        self.refused.setStyleSheet(f"color: {ALARM}")
        self.draw_button = QPushButton(tr("Draw on the map"), self)
        self.file_button = QPushButton(tr("From a GPS file…"), self)
        self.clear_button = QPushButton(tr("Take away"), self)
        row = QHBoxLayout()
        for button, does in (
            (self.draw_button, self.draw),
            (self.file_button, self.choose_file),
            (self.clear_button, self.clear),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, does=does: does())
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.figures, self.refused):
            layout.addWidget(part)
        layout.insertLayout(0, row)
        self.refused.hide()
        work.session.shown.connect(self._leave_other)

    @property
    def outline(self) -> str:
        """The outline as the record has it: WKB in hex; empty when there is none."""
        return self._outline.hex()

    def show_outline(self, outline: str) -> None:
        """Show this outline, in the form and, unless it is military land, on the map."""
        self._outline = bytes.fromhex(outline)
        self._drawing.show(self._outline if self._may_see() else b"")
        self._refuse("")

    def _may_see(self) -> bool:
        session = self._session
        dossier = session.dossier
        return dossier is not None and may_see(session.book, dossier, session.plan)

    def offer(self, wanted: bool) -> None:
        """Let the person draw or read an outline; drawing shows the parcel's own."""
        self.draw_button.setEnabled(wanted and self._may_see())
        self.file_button.setEnabled(wanted)

    def tell(self, words: str) -> None:
        """Say what the outline measures."""
        self.figures.setText(words)
        self.clear_button.setEnabled(bool(self._outline))

    # ---- ways

    def draw(self) -> None:
        """Draw on the map; the form is away meanwhile."""
        self.away.emit(True)
        self._drawn_of = self._session.number
        self._drawing.start(self._session.dossier.parcel.geometry, self._drawn)

    def _leave_other(self, number: str) -> None:
        """What is drawn at one parcel is not measured at the next."""
        if number != self._drawn_of:
            self._drawing.leave()

    def _drawn(self, corners: Optional[Corners]) -> None:
        self.away.emit(False)
        if corners is not None:
            try:
                self._take(drawn_outline(corners, self._session.plan))
            except TubanError as error:
                self._refuse(say(error.text))

    def choose_file(self) -> None:
        """Read the outline from a file."""
        settings = self._work.settings
        kinds = " ".join(f"*.{one}" for one in FILE_SUFFIXES)
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Measured outline"),
            settings.start_folder("outlines"),
            f"GPX, KML, SHP… ({kinds})",
        )
        if path:
            settings.remember_folder("outlines", str(Path(path).parent))
            self.read(Path(path))

    def read(self, path: Path, crs: str = "") -> None:
        """Read the outline from this file; asks where it is, when the file does not say."""
        try:
            self._take(read_outline(path, self._session.plan, crs))
        except UndecidedInput as error:
            chosen = "" if crs else self._ask(error)
            if chosen:
                self.read(path, chosen)
            else:
                self._refuse(say(error.text))
        except TubanError as error:
            self._refuse(say(error.text))

    def _ask(self, error: UndecidedInput) -> str:
        chosen, agreed = QInputDialog.getItem(
            self, tr("Coordinate system"), say(error.text), list(error.choices), 0, False
        )
        return chosen if agreed else ""

    def clear(self) -> None:
        """There is no outline."""
        self.show_outline("")
        self.changed.emit()

    def _take(self, found: Outline) -> None:
        self.show_outline(wkb_from_multipolygon(found.polygons).hex())
        notes: List[str] = [say(one) for one in found.notes]
        self._refuse("\n".join(notes))
        self.changed.emit()

    def _refuse(self, words: str) -> None:
        self.refused.setText(words)
        self.refused.setVisible(bool(words))
