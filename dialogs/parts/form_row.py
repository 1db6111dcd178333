"""A row that says whose layout is printed, and copies Tuban's for the office to change."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ...maps.sheet_template import copy_for_office, is_tubans, template_in_use
from ...maps.words import tr
from ..workplace import Workplace


class FormRow(QWidget):
    """``name`` is the layout's file; what is to be done with the copy is told to ``tell``."""

    def __init__(
        self,
        work: Workplace,
        name: str,
        tell: Callable[[str], object],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._name, self._tell = work, name, tell
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.copy_button = QPushButton(tr("Copy for editing"), self)
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(lambda _checked: self._copy())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.copy_button)
        self.show_form()

    def show_form(self) -> None:
        """Say whose form is used now."""
        path = template_in_use(self._work.settings, self._name)
        own = not is_tubans(path)
        self.words.setText(tr("The office's own") if own else tr("Tuban's default, not official"))
        self.words.setToolTip(str(path))
        self.copy_button.setEnabled(not own)

    def _copy(self) -> None:
        with self._work.messages.guard():
            path = copy_for_office(self._work.settings, self._name)
            words = tr(
                "Copied to {file}. Add it in QGIS under Project ▸ Layout Manager as a specific "
                "template, change it, and save it as a template under the same name."
            )
            self._tell(words.format(file=path))
        self.show_form()
