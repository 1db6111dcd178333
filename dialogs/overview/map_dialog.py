"""Counties on the map by progress and by ratio: asked before anything is added."""

from __future__ import annotations

from typing import Dict, List, Optional

from qgis.core import QgsGeometry, QgsProject
from qgis.PyQt.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from ...core.reports.month_state import Month
from ...core.reports.year_state import Year
from ...core.statistics import Facts
from ...maps.county_maps import places_of, progress_map, ratio_map
from ...maps.county_outlines import Place, outlines_round
from ...maps.county_theme import CountyTheme
from ...maps.words import tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace
from .outline_choice import OutlineChoice


class MapDialog(TaskDialog):
    """Adds two layers in a group of Tuban's own, or takes them away."""

    def __init__(
        self,
        work: Workplace,
        theme: CountyTheme,
        month: Month,
        year: Year,
        facts: Facts,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Counties on the map"))
        self._theme, self._month, self._year, self._facts = theme, month, year, facts
        self._places: List[Place] = []
        words = QLabel(
            tr(
                "Adds two layers, counties by progress and by ratio, in a group of their own. "
                "Nothing else in the project is changed; they go with the casebook, or by the "
                "button below."
            ),
            self,
        )
        words.setWordWrap(True)
        self.outlines = OutlineChoice(QgsProject.instance(), self)
        form = QFormLayout()
        form.addRow(tr("County outlines"), self.outlines)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.show_button = buttons.addButton(tr("Show"), role)
        self.remove_button = buttons.addButton(tr("Take away"), role)
        self.show_button.clicked.connect(lambda _checked=False: self.show_them())
        self.remove_button.clicked.connect(lambda _checked=False: self.remove_them())
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self.task)
        layout.addWidget(buttons)
        self.read()

    def _enable(self) -> None:
        self.show_button.setEnabled(not self.task.is_running)
        self.remove_button.setEnabled(bool(self._theme.layers()))

    def read(self) -> None:
        """Read where the counties' parcels lie: only borders hold them."""
        book, facts, period = self._session.book, self._facts, self._year.period
        months = [month for month in self._session.months() if period.holds(month)]
        self.task.run(
            tr("Reading the parcels"),
            lambda _progress: places_of(book, facts, months),
            self._read,
        )

    def _read(self, places: List[Place]) -> None:
        self._places = places
        self.outlines.offer(self._facts.unit_names, places)

    def show_them(self) -> None:
        """Put the layers on the map; where the layer has no outline, round the parcels."""
        given, places = self.outlines.outlines, self._places

        def work(_progress: object) -> Dict[str, QgsGeometry]:
            return {**outlines_round(places), **given}

        self.task.run(tr("Drawing outlines"), work, self._drawn)

    def _drawn(self, outlines: Dict[str, QgsGeometry]) -> None:
        self._theme.show([progress_map(self._month), ratio_map(self._year)], outlines)
        self.task.tell(tr("The layers are on the map."))
        self._enable()

    def remove_them(self) -> None:
        """Take the layers away."""
        self._theme.remove()
        self.task.tell(tr("The layers are gone."))
        self._enable()
