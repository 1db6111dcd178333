"""Signatures: this office's key, and the public keys of those whose files are read."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.exchange import signing
from ...maps.signing import has_key, make_key, public_key
from ...maps.words import term, tr
from ..workplace import Workplace

KEY_DIGITS = 64


class KeysDialog(QDialog):
    """The secret half is never shown: it stays in QGIS's authentication store."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Signatures"))
        self.resize(620, 440)
        self._work = work
        self.own = QLineEdit(self)
        self.own.setReadOnly(True)
        self.own.setPlaceholderText(tr("No key yet: packages are not signed."))
        self.make_button = QPushButton(tr("Make a key"), self)
        self.make_button.setEnabled(signing.is_available() and not has_key(work.settings))
        self.make_button.clicked.connect(lambda _checked: self.make())
        self.copy_button = QPushButton(tr("Copy"), self)
        self.copy_button.clicked.connect(
            lambda _checked: QGuiApplication.clipboard().setText(self.own.text())
        )
        self.table = self._table()
        self._arrange()
        with work.messages.guard():
            self.own.setText(public_key(work.settings))

    def _arrange(self) -> None:
        note = QLabel(
            tr(
                "What is handed up or sent back is signed with this office's key, which stays in "
                "QGIS's authentication store. Give the public key to the receiver on another way "
                "than the package, and enter theirs below."
            ),
            self,
        )
        note.setWordWrap(True)
        missing = QLabel(
            tr("Nothing can be signed here: the Python library cryptography is missing."), self
        )
        missing.setVisible(not signing.is_available())
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Public key"), self))
        row.addWidget(self.own, 1)
        row.addWidget(self.copy_button)
        row.addWidget(self.make_button)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(note)
        layout.addWidget(missing)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)

    def _table(self) -> QTableWidget:
        session, known = self._work.session, self._work.settings.public_keys
        names: Dict[str, str] = {}
        if session.plan is not None:
            names = {one.code: term(one.label) for one in session.plan.units}
        names = {**{code: code for code in known}, **names}
        table = QTableWidget(len(names), 3, self)
        table.setHorizontalHeaderLabels([tr("Code"), tr("Unit"), tr("Public key")])
        table.verticalHeader().hide()
        for row, (code, name) in enumerate(names.items()):
            for column, words in enumerate((code, name, known.get(code, ""))):
                item = QTableWidgetItem(words)
                if column < 2:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table

    def make(self) -> None:
        """Make this office's key."""
        with self._work.messages.guard():
            self.own.setText(make_key(self._work.settings))
            self.make_button.setEnabled(False)

    def accept(self) -> None:
        """Remember the public keys that are whole."""
        found: Dict[str, str] = {}
        for row in range(self.table.rowCount()):
            code = self.table.item(row, 0).text()
            key = self.table.item(row, 2).text().strip().lower()
            if not key:
                continue
            if len(key) != KEY_DIGITS or set(key) - set("0123456789abcdef"):
                self.table.setCurrentCell(row, 2)
                self._work.messages.warn(
                    tr("A public key has {count} hexadecimal digits.").format(count=KEY_DIGITS)
                )
                return
            found[code] = key
        self._work.settings.public_keys = found
        super().accept()
