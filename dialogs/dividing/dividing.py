"""分宗: dividing the parcel at hand, with its pieces on the map before they are recorded."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ...core.errors import CasebookConflict, TubanError
from ...core.model import Coverage
from ...core.parcels import Division, DivisionRules, by_line, division_rules
from ...maps.military import may_see
from ...maps.pieces_view import PiecesView
from ...maps.split_tool import SplitTool
from ...maps.words import say, tr
from ..parts.colours import ALARM
from ..parts.wording import mu_with_unit, tail
from ..workplace import Workplace
from .merge_dialog import MergeDialog
from .split_layer_dialog import SplitLayerDialog


class Dividing(QFrame):
    """The bar that leads through a division; hidden while there is none.

    ``recorded(words)`` when the record has changed. ``button`` opens the menu of all ways.
    """

    recorded = pyqtSignal(str)

    def __init__(
        self, work: Workplace, canvas: QgsMapCanvas, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._session = work.session
        self._canvas = canvas
        self._before: Optional[QgsMapTool] = None
        self.forms: List[QDialog] = []
        self.division: Optional[Division] = None
        self.tool = SplitTool(canvas, QgsProject.instance())
        self.pieces = PiecesView(canvas, QgsProject.instance())
        self._make_bar()
        self._make_menu(parent)
        self.tool.finished.connect(self._line_drawn)
        self.tool.agreed.connect(self.record)
        self.tool.retracted.connect(self._draw_again)
        self.tool.left.connect(self.leave)
        self.tool.deactivated.connect(self._tool_left)
        self._session.shown.connect(self._other_parcel)
        self._session.closed.connect(self.leave)
        for signal in (self._session.shown, self._session.held, self._session.closed):
            signal.connect(self._enable)
        self._enable()

    def _make_bar(self) -> None:
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.record_button = QPushButton(tr("Record division"), self)
        self.record_button.clicked.connect(lambda _checked: self.record())
        self.leave_button = QPushButton(tr("Cancel"), self)
        self.leave_button.clicked.connect(lambda _checked: self.leave())
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.addWidget(self.words, 1)
        row.addWidget(self.record_button)
        row.addWidget(self.leave_button)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.hide()

    def _make_menu(self, parent: Optional[QWidget]) -> None:
        self.button = QToolButton(parent)
        self.button.setText(tr("Divide"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.button)
        self._actions = []
        for caption, does in (
            (tr("Split by line"), self.start_line),
            (tr("Split by layer…"), self.choose_layer),
            (tr("Merge back…"), self.choose_parcels),
        ):
            action = menu.addAction(caption)
            action.triggered.connect(lambda _checked=False, does=does: does())
            self._actions.append(action)
        self.button.setMenu(menu)

    def tell_keys(self, keys: Sequence[str]) -> None:
        """Show in the menu which keys the ways have."""
        captions = (tr("Split by line"), tr("Split by layer…"), tr("Merge back…"))
        for action, caption, key in zip(self._actions, captions, keys):
            action.setText(f"{caption}\t{key}")

    def _enable(self, _number: str = "") -> None:
        self.button.setEnabled(self._can_divide())

    def _can_divide(self) -> bool:
        session = self._session
        if not session.writable or session.dossier is None:
            return False
        # Dividing draws the outline.
        return may_see(session.book, session.dossier, session.plan)

    # ---- the ways

    def start_line(self) -> None:
        """Let the person draw a line across the parcel at hand."""
        if not self._can_divide() or self._is_finished():
            return
        self._reset()
        self._take_map()
        self._tell_how_to_draw()

    def _is_finished(self) -> bool:
        """True, and told, for a parcel that stays as it is: before anybody draws for nothing."""
        why = self._session.partition().finished.get(self._session.number)
        if why is not None:
            self._reset()
            self._tell(say(why), alarm=True)
        return why is not None

    def _take_map(self) -> None:
        if self._canvas.mapTool() is not self.tool:
            self._before = self._canvas.mapTool()
        self._canvas.setMapTool(self.tool)
        self.tool.start(self._session.dossier.parcel.geometry)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_how_to_draw(self) -> None:
        self._tell(
            tr(
                "Draw a line across {parcel}, from outside to outside. Enter or right click: "
                "done. Backspace: a point less. Esc: leave."
            ).format(parcel=tail(self._session.number))
        )

    def choose_layer(self, wanted: Optional[Coverage] = None) -> None:
        """Let the person choose what to divide by; ``wanted`` is the approval to begin with."""
        if self._can_divide() and not self._is_finished():
            self._show(SplitLayerDialog(self._work, self.propose, self.window(), wanted))

    def choose_parcels(self) -> None:
        """Let the person choose what to put together."""
        if self._can_divide():
            self._show(MergeDialog(self._work, self.propose, self.window()))

    def _show(self, form: QDialog) -> None:
        self._close_forms()
        self._reset()
        self.forms.append(form)
        form.show()

    def _close_forms(self) -> None:
        """Close the forms; one in which something still runs is let go the next time."""
        for form in list(self.forms):
            form.close()
            task = getattr(form, "task", None)
            if not (task and task.is_running):
                self.forms.remove(form)
                form.deleteLater()

    # ---- what comes of it

    def _line_drawn(self, line: List[Tuple[float, float]]) -> None:
        try:
            division = by_line(self._session.partition(), self._session.number, line, self._rules())
        except TubanError as error:
            self.tool.clear()
            self._tell(say(error.text), alarm=True)
            return
        self.propose(division)

    def _rules(self) -> DivisionRules:
        return division_rules(self._session.plan)

    def propose(self, division: Division) -> None:
        """Show the pieces; nothing is recorded yet."""
        self.division = division
        factor = self._rules().mu_per_m2
        shown = [
            (one.geometry, f"_{one.number.rpartition('_')[2]} {mu_with_unit(one.mu(factor))}")
            for one in division.made
        ]
        self.pieces.show(shown)
        areas = " · ".join(label for _, label in shown)
        self._tell(tr("{parcels}. Enter records, Backspace goes back.").format(parcels=areas))
        if self._canvas.mapTool() is not self.tool:
            self._take_map()
            self.tool.wait_for_consent()

    def _draw_again(self) -> None:
        self.division = None
        self.pieces.clear()
        self._tell_how_to_draw()

    def record(self) -> None:
        """Record the division that is shown; the first of its parcels is then at hand."""
        division = self.division
        if division is None:
            return
        self.leave()
        try:
            self._session.divide(division)
        except TubanError as error:
            self._work.messages.error(error)
            if isinstance(error, CasebookConflict):
                self._session.reload()
            return
        patch = tail(division.partition.patch.number)
        self.recorded.emit(
            tr("{patch}: {count} parcels").format(patch=patch, count=len(division.after))
        )

    # ---- beginning and end

    def _tell(self, words: str, alarm: bool = False) -> None:
        self.words.setText(words)
        self.words.setStyleSheet(f"color: {ALARM}" if alarm else "")
        self.record_button.setEnabled(self.division is not None)
        self.show()

    def _reset(self) -> None:
        self.division = None
        self.pieces.clear()
        self.hide()

    def leave(self) -> None:
        """Give up what is not recorded; the map gets its tool back."""
        self._close_forms()
        self._reset()
        if self._canvas.mapTool() is self.tool:
            if self._before is not None:
                self._canvas.setMapTool(self._before)
            else:
                self._canvas.unsetMapTool(self.tool)

    def _tool_left(self) -> None:
        self._reset()

    def _other_parcel(self, _number: str) -> None:
        if self.isVisible() or self.forms:
            self.leave()

    def remove(self) -> None:
        """Take everything off the map, for good."""
        self.leave()
        self.tool.remove()
        self.pieces.remove()
