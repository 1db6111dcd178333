"""Comparing pictures: blink, swipe, side by side, a strip; and what is to be known of them."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Optional, Tuple

from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.imagery import ImageryRules, imagery_rules
from ...core.imagery.sources import shift_warning, shifted_by
from ...core.imagery.troubles import file_trouble
from ...core.model import Patch
from ...core.progress import Progress
from ...core.text import Text
from ...maps.imagery.epochs import pictures_of
from ...maps.imagery.health import Health, file_of
from ...maps.imagery.preview import Preview
from ...maps.imagery.services import Services, service_of
from ...maps.imagery.swipe import SwipeTool
from ...maps.military import may_see
from ...maps.words import say, term, tr
from ..desk.keys import Key
from ..parts.colours import HURRY
from ..workplace import MapSide, Workplace
from .beside import BesideWindow
from .epoch_strip import EpochStrip
from .forms import ImageryForms

LOOKED_AHEAD = 3


class Comparing(QWidget):
    """A line with what the person has to know of the pictures; hidden while that is nothing.

    ``button`` opens the menu of all ways to compare; the dock puts it beside the others.
    """

    def __init__(
        self, work: Workplace, map_side: MapSide, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._work, self._session = work, work.session
        self._canvas, self._view, self._imagery = map_side.canvas, map_side.view, map_side.imagery
        canvas, imagery = map_side.canvas, map_side.imagery
        self._project = QgsProject.instance()
        self.rules: Optional[ImageryRules] = None
        self.health = Health(self._project, self)
        self.preview = Preview(canvas, self._project, imagery, self._upcoming, self)
        self.swipe = SwipeTool(canvas, self._project, imagery)
        self._tool_before: Optional[QgsMapTool] = None
        self._focus_before: Optional[QWidget] = None
        self.services = Services(self._project, work.settings, self)
        self.strip = EpochStrip(canvas, imagery)
        self.forms = ImageryForms(work, imagery, self.health, self.services, self)
        self.beside: Optional[BesideWindow] = None
        self._make()
        self._connect()
        self._opened()

    def _make(self) -> None:
        self.button = QToolButton(self)
        self.button.setText(tr("Compare"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.button)
        self.actions_by_name: Dict[str, QAction] = {}
        for name, caption, does in (
            ("swipe", tr("Swipe"), self.toggle_swipe),
            ("beside", tr("Side by side"), self.show_beside),
            ("strip", tr("Strip of pictures"), self.strip.toggle),
            ("layers", tr("Imagery…"), self.show_layers),
        ):
            action = menu.addAction(caption)
            action.triggered.connect(lambda _checked=False, does=does: does())
            self.actions_by_name[name] = action
        self.actions_by_name["swipe"].setCheckable(True)
        self.button.setMenu(menu)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        # A label that wraps asks for the height it would need if it were narrow.
        self.words.setMinimumHeight(self.words.fontMetrics().lineSpacing())
        self.words.setStyleSheet(f"color: {HURRY}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._opened)
        session.closed.connect(self._opened)
        self._imagery.changed.connect(self._tell)
        self.health.changed.connect(self._tell)
        self.swipe.left.connect(self.toggle_swipe)
        swiping = self.actions_by_name["swipe"]
        self.swipe.activated.connect(lambda: swiping.setChecked(True))
        self.swipe.deactivated.connect(lambda: swiping.setChecked(False))
        # Many layers come at once, and a layer is in the project before it is in its tree.
        self._changes = QTimer(self)
        self._changes.setSingleShot(True)
        self._changes.setInterval(0)
        self._changes.timeout.connect(self._layers_changed)
        self._project.layerTreeRoot().layerOrderChanged.connect(self._changes.start)

    def keys(self) -> List[Key]:
        """The commands for pictures."""
        return [
            Key("flip", tr("before / after picture"), "F", self._imagery.flip),
            Key("swipe", tr("swipe before and after"), "W", self.toggle_swipe),
            Key("beside", tr("pictures side by side"), "Shift+W", self.show_beside),
            Key("strip", tr("strip of pictures"), "Shift+F", self.strip.toggle),
        ]

    def tell_keys(self, key_of: Callable[[str], str]) -> None:
        """Show in the menu which keys the ways have."""
        for name, action in self.actions_by_name.items():
            caption = action.text().partition("\t")[0]
            action.setText("\t".join(filter(None, (caption, key_of(name)))))

    # ---- what is to be known

    def _opened(self) -> None:
        self.rules = None
        if self._session.plan is not None:
            with self._work.messages.guard():
                self.rules = imagery_rules(self._session.plan)
        self._look_at_files()
        self._tell()

    def _layers_changed(self) -> None:
        self._imagery.take_again()
        self._look_at_files()

    def _look_at_files(self) -> None:
        """A look at the picture files in the background: a drive that is away takes its time."""
        for layer in pictures_of(self._project):
            path = file_of(layer)
            if self._session.is_open and path is not None:
                found = partial(self.health.file_looked_at, layer.id())
                look = partial(_trouble_of, path)
                self._work.tasks.start(tr("Looking at imagery"), look, found, _nothing)

    def _tell(self) -> None:
        told: List[str] = []
        if self.rules is not None:
            told += map(say, self._imagery.doubts(self.rules.fits_within_days))
            told += map(say, self._shifted(self.rules))
        told += map(say, self.health.troubles())
        self.words.setText("\n".join(told))
        self.setVisible(bool(told))

    def _shifted(self, rules: ImageryRules) -> Iterator[Text]:
        for epoch in (self._imagery.pair.before, self._imagery.pair.after):
            layer = self._project.mapLayer(epoch.layer_id) if epoch else None
            found = shifted_by(service_of(layer), rules.shifted) if layer else None
            if found is not None:
                yield shift_warning(epoch.name, found, term(found.label))

    # ---- ways to compare

    def toggle_swipe(self) -> None:
        """Begin to swipe, or go back to the tool that was there before."""
        if self._canvas.mapTool() is self.swipe:
            self._canvas.unsetMapTool(self.swipe)
            if self._focus_before is not None and not sip.isdeleted(self._focus_before):
                self._focus_before.setFocus()
            if self._tool_before is not None and not sip.isdeleted(self._tool_before):
                self._canvas.setMapTool(self._tool_before)
        elif self._imagery.pair.before is None or self._imagery.pair.after is None:
            self.actions_by_name["swipe"].setChecked(False)
            self._work.messages.warn(tr("Swiping takes a picture before and one after."))
        else:
            self._tool_before = self._canvas.mapTool()
            self._focus_before = QApplication.focusWidget()
            self._canvas.setMapTool(self.swipe)
            self._canvas.setFocus()  # for Esc; the dock's keys work there, too

    def show_layers(self) -> None:
        """Open the list of picture layers."""
        self.forms.show_layers(self.rules)

    def show_beside(self) -> BesideWindow:
        """Open the pictures side by side, or bring them to the front."""
        if self.beside is None or sip.isdeleted(self.beside) or not self.beside.views:
            self.beside = BesideWindow(
                self._canvas, self._imagery, self._work.settings, self._outlined, self.window()
            )
        self.beside.show()
        self.beside.raise_()
        return self.beside

    def show_now(self) -> BesideWindow:
        """Show before, violation and now in one row: the newest picture is the third."""
        window = self.show_beside()
        if not window.show_now():
            self._work.messages.warn(
                tr("No picture is newer than the one after: the place as it is now is not shown.")
            )
        return window

    def _outlined(self) -> Optional[bytes]:
        session = self._session
        dossier = session.dossier
        if dossier is None or not may_see(session.book, dossier, session.plan):
            return None
        return dossier.parcel.geometry

    # ---- what comes next

    def _upcoming(self) -> List[Tuple[Patch, QgsRectangle]]:
        session = self._session
        if session.book is None or not self.button.isVisible():
            return []
        found: List[Tuple[Patch, QgsRectangle]] = []
        # Who goes there is told what is wrong; looking ahead has nothing to say of it.
        with suppress(TubanError):
            found.extend(self._look_up())
        return found

    def _look_up(self) -> Iterator[Tuple[Patch, QgsRectangle]]:
        session = self._session
        for number in session.work.upcoming(session.number, LOOKED_AHEAD):
            dossier = session.book.dossier(number)
            if dossier is not None:
                extent = self._view.extent_of(dossier.parcel.geometry)
                yield dossier.patch, extent

    def remove(self) -> None:
        """Give back the map."""
        self._project.layerTreeRoot().layerOrderChanged.disconnect(self._changes.start)
        self._changes.stop()
        if self.beside is not None and not sip.isdeleted(self.beside):
            self.beside.close()
        self.forms.close()
        self.strip.remove()
        self.swipe.remove()
        self.preview.remove()
        self.services.remove()
        self.health.remove()


def _nothing(_refusal: object) -> None:
    """A look that was stopped has nothing to tell."""


def _trouble_of(path: Path, _progress: Progress) -> Optional[Text]:
    return file_trouble(path)
