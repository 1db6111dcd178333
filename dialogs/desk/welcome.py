"""What the dock shows while there is no parcel: what to do first, with the buttons for it."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QWidget

from ...core.rounds import Office
from ...maps.words import tr
from ..casebook_menu import CasebookMenu
from ..parts.column import column_of
from ..workplace import Workplace

MARGIN_PX = 24


class Welcome(QWidget):
    """Without a casebook: the one open last, another, a new one. In an empty one: what fills it."""

    def __init__(
        self, work: Workplace, menu: CasebookMenu, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._work, self._menu = work, menu
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = self._button("", self._open_last)
        self.open = self._button(tr("Open a casebook…"), menu.open_file)
        self.new = self._button(tr("New casebook…"), menu.show_new)
        self.import_button = self._button(tr("Import issued patches…"), menu.show_import)
        self.read = self._button(tr("Read package, feedback or working file…"), menu.review.read)
        column = column_of(self, MARGIN_PX)
        column.addStretch(1)
        column.addWidget(self._words)
        for button in (self.again, self.open, self.new, self.import_button, self.read):
            column.addWidget(button)
        column.addStretch(2)

    def _button(self, caption: str, does) -> QPushButton:
        button = QPushButton(caption, self)
        button.clicked.connect(lambda _checked: does())
        return button

    def offer(self) -> None:
        """Show the buttons for what can be done now; nothing once there are parcels."""
        book, last = self._work.session.book, Path(self._work.settings.casebook)
        is_city = book is not None and book.office is Office.CITY
        self._words.setText(_words(book is not None, is_city))
        self.again.setText(tr("Open {file} again").format(file=last.name))
        self.again.setToolTip(str(last))
        self.again.setVisible(book is None and last.is_file())
        for button in (self.open, self.new):
            button.setVisible(book is None)
        self.import_button.setVisible(book is not None and not is_city)
        self.read.setVisible(is_city)
        self.setVisible(not self._work.session.rows)

    def _open_last(self) -> None:
        with self._work.messages.guard():
            self._work.session.open(Path(self._work.settings.casebook))


def _words(is_open: bool, is_city: bool) -> str:
    if not is_open:
        return tr("Open or create a casebook: one file that holds everything about a county.")
    if is_city:
        return tr("No patches yet. Read the packages of the counties.")
    return tr("No patches yet. Import what was issued, then lay it over the base data.")
