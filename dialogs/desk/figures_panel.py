"""What the parcel lies on: the overlay's figures, approvals and thresholds."""

from __future__ import annotations

from decimal import Decimal
from typing import List, Optional, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...core.legality import Reached, reached_together
from ...core.model import Coverage, Figures
from ...core.overlay.figures import OF_WHICH
from ...core.overlay.wording import besides, layer_line, layer_of
from ...core.plan import Plan
from ...maps.marks import marked
from ...maps.words import say, term, tr
from ..parts.colours import ALARM, QUIET
from ..parts.wording import m2, mu
from ..workplace import Workplace
from .figure_layers import FigureLayers, role_name

WIDEST_VALUE = "1,234.56"
Figure = Tuple[str, str, Optional[Decimal], Optional[Decimal]]


class FiguresPanel(QWidget):
    """Two columns of figures in mu (m² as tooltip), then what follows from them."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        session = work.session
        self._session = session
        self._none = self._words()
        self._none.setText(tr("No overlay yet. Run it from the casebook menu."))
        self._table = QWidget(self)
        self._cells: List[Tuple[QLabel, QLabel]] = []
        self._make_table()
        self._visits = self._words()
        self._visits.setStyleSheet(f"color: {ALARM}; font-weight: bold")
        self._approvals = self._words()
        self._notes = self._words()
        self._notes.setStyleSheet(f"color: {QUIET}")
        self.layers = FigureLayers(work, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for widget in (self._none, self._table, self._visits, self._approvals, self._notes):
            layout.addWidget(widget)
        layout.addWidget(self.layers)
        session.shown.connect(self._show)
        session.changed.connect(self._changed)
        session.closed.connect(self._show)
        self._show()

    def _words(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    def _make_table(self) -> None:
        self._table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        for title, _name, _in_mu, _in_m2 in _figures_of(None):
            caption, value = QLabel(title, self._table), QLabel(self._table)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._cells.append((caption, value))
        self._arrange_table(2)

    def _arrange_table(self, columns: int) -> None:
        grid = self._table.layout()
        self._columns = columns
        rows = -(-len(self._cells) // columns)
        for index, (caption, value) in enumerate(self._cells):
            row, column = index % rows, index // rows * 3
            grid.addWidget(caption, row, column)
            grid.addWidget(value, row, column + 1)
        grid.setColumnMinimumWidth(2, 12 if columns == 2 else 0)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(4, 1 if columns == 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= self._width_of_two_columns() else 1
        if columns != self._columns:
            self._arrange_table(columns)

    def _width_of_two_columns(self) -> int:
        captions = max(caption.sizeHint().width() for caption, _value in self._cells)
        values = self.fontMetrics().horizontalAdvance(WIDEST_VALUE)
        return 2 * (captions + values + 6) + 24

    def _changed(self, number: str) -> None:
        if number == self._session.number:
            self._show()

    def _show(self, _number: str = "") -> None:
        dossier = self._session.dossier
        figures = dossier.figures if dossier else None
        self._none.setVisible(dossier is not None and figures is None)
        for widget in (self._table, self._visits, self._approvals, self._notes):
            widget.setVisible(figures is not None)
        self.layers.show_them()
        if figures is None:
            return
        for (_caption, value), (_title, name, in_mu, in_m2) in zip(
            self._cells, _figures_of(figures)
        ):
            value.setText(mu(in_mu))
            value.setToolTip(self._tooltip(figures, name, in_m2))
            value.setEnabled(in_mu != 0)
        visits = reached_together([dossier], self._session.plan)
        self._tell(self._visits, [f"▲ {_visit(one)}" for one in visits])
        self._tell(self._approvals, _approvals(figures, self._session.plan))
        notes = (*besides(figures, self._role), *figures.notes)
        self._tell(self._notes, [say(note) for note in notes])

    def _role(self, code: str) -> str:
        return role_name(self._session, code)

    def _tooltip(self, figures: Figures, name: str, in_m2: Optional[Decimal]) -> str:
        """Square metres, and the layer that the figure rests on."""
        used = layer_of(figures, name if name in OF_WHICH else "land_use")
        lines = [m2(in_m2), say(layer_line(used, self._role)) if used and name != "area" else ""]
        return "\n".join(filter(None, lines))

    def _tell(self, label: QLabel, lines: List[str]) -> None:
        label.setText("\n".join(lines))
        label.setVisible(bool(lines))


def _visit(reached: Reached) -> str:
    words = tr("{rule}: {shown} mu (unrounded {raw})").format(
        rule=marked(term(reached.rule.label), reached.rule.origin),
        shown=reached.counted_mu,
        raw=f"{reached.raw_mu:.4f}",
    )
    return f"{words} · {tr('visit the result, too')}" if reached.is_rectified else words


def _figures_of(figures: Optional[Figures]) -> List[Figure]:
    """Captions, names, mu and m²; the parts of the whole first, then what is "of which"."""
    parts = (
        (tr("Cultivated, net"), "cultivated"),
        (tr("Other agricultural"), "other_agricultural"),
        (tr("Unused"), "unused"),
        (tr("Construction"), "construction"),
        (tr("Uncovered"), "uncovered"),
        (tr("Cultivated, gross"), "cultivated_gross"),
        (tr("Basic farmland"), "basic_farmland"),
        (tr("Red line"), "red_line"),
        (tr("Urban boundary"), "urban"),
        (tr("Total, mu"), "area"),
    )
    return [
        (title, name, getattr(figures, f"{name}_mu", None), getattr(figures, f"{name}_m2", None))
        for title, name in parts
    ]


def _approvals(figures: Figures, plan: Plan) -> List[str]:
    """A line for each document that covers something, and one for all that cover nothing."""
    lines = [
        f"{_role(one, plan)} {one.document}  {one.percent} %"
        for one in figures.approvals
        if one.area_m2
    ]
    without = [_role(one, plan) for one in figures.approvals if not one.area_m2]
    if without:
        lines.append(tr("Nothing from: {layers}").format(layers=", ".join(dict.fromkeys(without))))
    return lines


def _role(coverage: Coverage, plan: Plan) -> str:
    role = plan.layer_role(coverage.role)
    return term(role.label) if role else coverage.role
