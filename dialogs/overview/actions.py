"""What the menu offers about the city's figures: overview, statistics, reports."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...maps.words import tr
from ..parts.forms_menu import FormsMenu
from ..workplace import Workplace
from .overview_dialog import OverviewDialog
from .ratio_dialog import RatioDialog
from .reports_dialog import ReportsDialog
from .statistics_dialog import StatisticsDialog


class OversightMenu(FormsMenu):
    """Nothing is offered without parcels."""

    def __init__(
        self,
        work: Workplace,
        window: QWidget,
        show: Callable[[QDialog], QDialog],
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Oversight"), work, window, show, parent)
        self._offer(
            (tr("Overview…"), OverviewDialog),
            (tr("Statistics…"), StatisticsDialog),
            (tr("Ratio, what if, warnings…"), RatioDialog),
            (tr("Bulletins, reports, notices…"), ReportsDialog),
        )
