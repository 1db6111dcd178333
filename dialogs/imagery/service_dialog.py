"""Adding a tile service: one of the plan's, or an address of the office's own, with its key."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.imagery import ImageryRules, Service
from ...core.imagery.sources import host_of, shift_warning, shifted_by, without_key
from ...maps.imagery.services import Services
from ...maps.words import say, term, tr
from ..parts.colours import HURRY
from ..workplace import Workplace

DEEPEST = 22


class ServiceDialog(QDialog):
    """The key goes to QGIS's authentication store; the layer and the project never hold it."""

    def __init__(
        self,
        work: Workplace,
        services: Services,
        rules: ImageryRules,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add a tile service"))
        self.resize(560, 280)
        self._work, self._services, self._rules = work, services, rules
        self.preset = QComboBox(self)
        for service in rules.services:
            self.preset.addItem(term(service.label), service)
        self.preset.addItem(tr("Another service (province, city …)"), None)
        self.title, self.address = QLineEdit(self), QLineEdit(self)
        self.key_name, self.key = QLineEdit(self), QLineEdit(self)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.deepest = QSpinBox(self)
        self.deepest.setRange(1, DEEPEST)
        self.deepest.setValue(18)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setStyleSheet(f"color: {HURRY}")
        self._arrange()
        self.preset.currentIndexChanged.connect(lambda _index: self._preset())
        self.address.textChanged.connect(lambda _text: self._look())
        self._preset()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Service"), self.preset)
        form.addRow(tr("Name"), self.title)
        form.addRow(tr("Address"), self.address)
        form.addRow(tr("Office's key"), self.key)
        form.addRow(tr("The key is called"), self.key_name)
        form.addRow(tr("Deepest zoom"), self.deepest)
        hint = QLabel(
            tr(
                "The key is kept in QGIS's authentication store only. WMTS and WMS with their own "
                "list of layers are added by QGIS's Data Source Manager; they are listed under "
                "Imagery as well."
            ),
            self,
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.add)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self.words)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _preset(self) -> None:
        service: Optional[Service] = self.preset.currentData()
        self.title.setText(term(service.label) if service else "")
        self.address.setText(service.address if service else "")
        self.key_name.setText(service.key_parameter if service else "")
        self.address.setCursorPosition(0)
        if service:
            self.deepest.setValue(service.zoom_to)

    def _look(self) -> None:
        """A key typed with the address moves to its own field; a shifted source is told."""
        plain, name, key = without_key(self.address.text())
        if key:
            self.key_name.setText(name)
            self.key.setText(key)
            self.address.setText(plain)
            return
        known = self._services.keys.are_known(host_of(plain))
        self.key.setPlaceholderText(tr("kept already; leave empty") if known else "")
        found = shifted_by(plain, self._rules.shifted)
        name = self.title.text() or host_of(plain)
        self.words.setText(say(shift_warning(name, found, term(found.label))) if found else "")

    def add(self) -> None:
        """Add the layer; the field of the key is emptied at once."""
        key = self.key.text()
        self.key.clear()
        title = self.title.text().strip() or host_of(self.address.text())
        name = self.key_name.text().strip()
        try:
            self._services.add(title, self.address.text(), name, key, 0, self.deepest.value())
        except TubanError as error:
            self.words.setText(say(error.text))
            return
        self.accept()
