"""What the menu offers about the city's figures: overview, statistics, reports."""

from __future__ import annotations

from typing import Callable, List, Tuple

from qgis.PyQt.QtWidgets import QAction, QDialog, QMenu, QWidget

from ...maps.words import tr
from ..workplace import Workplace
from .overview_dialog import OverviewDialog
from .ratio_dialog import RatioDialog
from .reports_dialog import ReportsDialog
from .statistics_dialog import StatisticsDialog

Form = Callable[[Workplace, QWidget], QDialog]


class OversightMenu(QMenu):
    """``show`` brings a form to the front and keeps it."""

    def __init__(
        self,
        work: Workplace,
        window: QWidget,
        show: Callable[[QDialog], QDialog],
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Oversight"), parent)
        self._work, self._window, self._show = work, window, show
        self._offered: List[Tuple[QAction, Form]] = []
        for caption, form in (
            (tr("Overview…"), OverviewDialog),
            (tr("Statistics…"), StatisticsDialog),
            (tr("Ratio, what if, warnings…"), RatioDialog),
            (tr("Bulletins, reports, notices…"), ReportsDialog),
        ):
            action = self.addAction(caption)
            action.triggered.connect(lambda _checked=False, form=form: self.open(form))
            self._offered.append((action, form))
        self.enable()

    def enable(self) -> None:
        """Offer what can be done now."""
        for action, _form in self._offered:
            action.setEnabled(bool(self._work.session.rows))

    def open(self, form: Form) -> QDialog:
        """Open one of the windows."""
        return self._show(form(self._work, self._window))
