"""套合: choosing the folder of base data and running the overlay for the month."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Optional

from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.overlay.find import LayerFile, find_layers
from ...maps.overlay_month import Overlaid, Wanted, overlay_month, told
from ...maps.words import term, tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace

FOLDER = "base"


class OverlayDialog(TaskDialog):
    """Shows which layers were found in the folder, then overlays the month in a task."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Overlay with base data"))
        self.resize(640, 420)
        self.found: Dict[str, LayerFile] = {}
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText(tr("The folder of the land-use, farmland and other layers"))
        self._browse = QPushButton(tr("Choose folder…"), self)
        self._browse.clicked.connect(lambda _checked: self._choose())
        self.layers = QTreeWidget(self)
        self.layers.setHeaderLabels([tr("Layer"), tr("File")])
        self.layers.setRootIsDecorated(False)
        self.again = QCheckBox(tr("Compute all parcels again"), self)
        self._arrange()
        remembered = work.settings.folder(FOLDER)
        if remembered:
            self.set_folder(Path(remembered))
        self._enable()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.folder, 1)
        top.addWidget(self._browse)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.run_button = buttons.addButton(
            tr("Run overlay"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.run_button.clicked.connect(lambda _checked: self.run())
        buttons.rejected.connect(self.reject)
        hint = QLabel(
            tr(
                "Computed are the parcels of the month under which anything has changed: their "
                "shape, a layer, the work plan."
            ),
            self,
        )
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.layers, 1)
        layout.addWidget(hint)
        layout.addWidget(self.again)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, tr("Folder with base data"), self._work.settings.start_folder(FOLDER)
        )
        if path:
            self.set_folder(Path(path))

    def set_folder(self, path: Path) -> None:
        """Look for the plan's layers in a folder."""
        self._work.settings.remember_folder(FOLDER, str(path))
        self.folder.setText(str(path))
        plan = self._work.session.plan
        self.task.run(
            tr("Looking for layers"), lambda _progress: find_layers(path, plan), self._show_found
        )

    def _show_found(self, found: Dict[str, LayerFile]) -> None:
        self.found = found
        self.layers.clear()
        for role in self._work.session.plan.layer_roles:
            layer = found.get(role.code)
            if layer:
                where = layer.path.name + (f" · {layer.layer}" if layer.layer else "")
            else:
                where = (
                    tr("missing, but needed; sought are {names}") if role.required else tr("none")
                )
                where = where.format(names=", ".join(role.layer_names))
            item = QTreeWidgetItem([term(role.label), where])
            item.setToolTip(1, where)
            item.setDisabled(layer is None and not role.required)
            self.layers.addTopLevelItem(item)
        self.layers.resizeColumnToContents(0)
        self._enable()

    def _enable(self) -> None:
        free = not self.task.is_running
        self._browse.setEnabled(free)
        self.run_button.setEnabled(free and bool(self.found) and self._work.session.writable)

    def run(self) -> None:
        """Overlay every parcel of the month and record the figures, all or none."""
        session = self._work.session
        book, plan, month, found = session.book, session.plan, session.month, dict(self.found)
        wanted = Wanted(month, again=self.again.isChecked())
        self._record(
            tr("The overlay is running."),
            tr("Overlay of {month}").format(month=month),
            lambda progress: overlay_month(book, plan, wanted, found, progress),
            self._done,
        )

    def _done(self, done: Overlaid) -> None:
        self._session.reload()
        self._report(tr("Overlay finished: {what}").format(what=told(done)))
