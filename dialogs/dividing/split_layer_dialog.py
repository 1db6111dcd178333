"""Choosing the layer, and the areas of it, that a parcel is divided by."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.geometry import box, multipolygon_from_wkb
from ...core.model import Coverage
from ...core.parcels import Cutter, Division, by_polygons, division_rules
from ...maps.area_sources import BaseLayer, base_layers, fits_role, project_layers
from ...maps.dividing import Area
from ...maps.words import say, tr
from ..month.overlay_dialog import FOLDER
from ..parts.colours import ALARM
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace


class SplitLayerDialog(TaskDialog):
    """Layers of the project and of the base data; ``propose(division)`` gets what comes of it.

    With ``wanted`` the approval that a proposal names is chosen as soon as its layer is there.
    """

    def __init__(
        self,
        work: Workplace,
        propose: Callable[[Division], None],
        parent: Optional[QWidget] = None,
        wanted: Optional[Coverage] = None,
    ) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Split by layer"))
        self.resize(420, 380)
        self._propose = propose
        self._partition = work.session.partition()
        self._number = work.session.number
        self._areas: List[Area] = []
        self._wanted = wanted
        self.sources = project_layers(QgsProject.instance())
        self._make_parts()
        self._arrange()
        self._list_areas()
        self._choose_wanted()
        self._look_for_base_data(work.settings.folder(FOLDER))

    def _look_for_base_data(self, folder: str) -> None:
        plan = self._session.plan
        if folder:
            self.task.run(
                tr("Looking for layers"),
                lambda _progress: base_layers(folder, plan),
                self._add_base_data,
            )

    def _add_base_data(self, found: List[BaseLayer]) -> None:
        self.sources += found
        self.layer.addItems([source.title for source in found])
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        """Go to the layer of the approval that is wanted, and tick that approval alone."""
        role = self._session.plan.layer_role(self._wanted.role) if self._wanted else None
        if role is None:
            return
        for at, source in enumerate(self.sources):
            if fits_role(source, role):
                self.layer.setCurrentIndex(at)
                if self._tick_only(self._wanted.document):
                    return

    def _tick_only(self, name: str) -> bool:
        names = [area for area, _ in self._areas]
        if name not in names:
            return False
        for at, other in enumerate(names):
            state = Qt.CheckState.Checked if other == name else Qt.CheckState.Unchecked
            self.areas.item(at).setCheckState(state)
        return True

    def _make_parts(self) -> None:
        self.layer = QComboBox(self)
        self.layer.addItems([source.title for source in self.sources])
        self.layer.currentIndexChanged.connect(lambda _index: self._list_areas())
        self.areas = QListWidget(self)
        self.apart = QCheckBox(tr("Each area for itself"), self)
        self.apart.setToolTip(tr("As with villages. Otherwise there is only inside and outside."))
        self.join = QCheckBox(tr("Give slivers to their neighbour"), self)
        self.join.setToolTip(
            tr("A piece too small for a parcel goes to the neighbour with most shared border.")
        )
        self.answer = QLabel(self)
        self.answer.setWordWrap(True)

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(self)
        self.show_button = buttons.addButton(
            tr("Show on the map"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.propose_chosen)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("Layer"), self.layer)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(QLabel(tr("Areas at this parcel:"), self))
        layout.addWidget(self.areas, 1)
        for widget in (self.apart, self.join, self.task, self.answer, buttons):
            layout.addWidget(widget)

    def _list_areas(self) -> None:
        self.areas.clear()
        self._areas = []
        self._tell("")
        at = self.layer.currentIndex()
        if at < 0:
            self._tell(tr("There is no polygon layer in the project, and no base data yet."))
        else:
            parcel = self._partition.parcel(self._number)
            try:
                self._areas = self.sources[at].near(box(multipolygon_from_wkb(parcel.geometry)))
            except TubanError as error:
                self._tell(say(error.text))
        for name, _ in self._areas:
            item = QListWidgetItem(name, self.areas)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.show_button.setEnabled(bool(self._areas))

    def _tell(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.setStyleSheet(f"color: {ALARM}" if words else "")

    def propose_chosen(self) -> None:
        """Hand on what the ticked areas make of the parcel; a refusal is told here."""
        chosen = tuple(
            polygons
            for at, (_, polygons) in enumerate(self._areas)
            if self.areas.item(at).checkState() == Qt.CheckState.Checked
        )
        cutter = Cutter(chosen, self.apart.isChecked(), self.join.isChecked())
        rules = division_rules(self._session.plan)
        try:
            division = by_polygons(self._partition, self._number, cutter, rules)
        except TubanError as error:
            self._tell(say(error.text))
            return
        if division is None:
            self._tell(tr("The parcel lies wholly inside or wholly outside: nothing to divide."))
            return
        self.hide()
        self._propose(division)
