"""A form that reads a chosen table, shows what it says, and records what is agreed to."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Optional, Sequence

from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.casebook.journal import Event
from ...core.errors import TubanError
from ...core.progress import Progress
from ...maps.words import tr
from .grid import Grid, GridColumn
from .task_dialog import TaskDialog


class TableDialog(TaskDialog):
    """``file`` names the table, ``rows`` shows its lines, ``summary`` counts them; ``found`` is
    what was read, None while there is nothing. Each form says how a table is read
    (:meth:`_reading`) and what is seen of it (:meth:`_show_found`). A double click on a line that
    names a parcel goes there."""

    FOLDER: str
    found: Any = None
    _path: Optional[Path] = None

    # ---- parts, in the order in which Tab goes through them

    def _make_file(self, title: str, hint: str) -> None:
        """The table and the button that chooses it; ``title`` is the title of the choice."""
        self.file = QLineEdit(self)
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(hint)
        self.browse = self._button(tr("Choose file…"), lambda: self._choose_file(title))

    def _button(self, caption: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(caption, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: does())
        return button

    def _make_rows(self, columns: Sequence[GridColumn]) -> None:
        self.rows = Grid(columns, self)
        self.rows.activated.connect(lambda _index: self._go())
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)

    def _arrange(self, body: QWidget, *below: QWidget) -> None:
        """The file and its buttons, ``body``, the counts, ``below``, what runs, and the foot."""
        self.top, self.column = QHBoxLayout(), QVBoxLayout(self)
        self.top.addWidget(self.file, 1)
        self.top.addWidget(self.browse)
        self._foot = QDialogButtonBox(self)
        self._action(tr("Close"), self.reject, QDialogButtonBox.ButtonRole.RejectRole)
        self.column.addLayout(self.top)
        self.column.addWidget(body, 1)
        for widget in (self.summary, *below, self.task, self._foot):
            self.column.addWidget(widget)

    def _action(
        self,
        caption: str,
        does: Callable[[], object],
        role: QDialogButtonBox.ButtonRole = QDialogButtonBox.ButtonRole.ActionRole,
    ) -> QPushButton:
        """A button of the foot."""
        button = self._button(caption, does)
        self._foot.addButton(button, role)
        return button

    # ---- reading

    def _choose_file(self, title: str) -> None:
        folder = self._work.settings.start_folder(self.FOLDER)
        path, _ = QFileDialog.getOpenFileName(self, title, folder, tr("Tables (*.xlsx *.csv)"))
        if path:
            self.set_file(Path(path))

    def set_file(self, path: Path) -> None:
        """Read another file."""
        self._work.settings.remember_folder(self.FOLDER, str(path.parent))
        self._path = path
        self.file.setText(str(path))
        self.read()

    def read(self) -> None:
        """Read the file as it is now, and show what it says."""
        if self._path is None or self.task.is_running:
            return
        self.found = None
        words = tr("Reading {file}").format(file=self._path.name)
        self.task.run(words, self._reading(self._path), self._was_read, self._unread)

    def _reading(self, path: Path) -> Callable[[Progress], Any]:
        """What reads ``path`` in the background; called before that begins."""
        raise NotImplementedError

    def _was_read(self, found: Any) -> None:
        self.found = found
        self._show_found()
        self._enable()

    def _show_found(self) -> None:
        """Show the lines and the counts of what was found."""
        raise NotImplementedError

    def _unread(self, _error: TubanError) -> None:
        self.rows.show_lines([])
        self.summary.clear()
        self._enable()

    def _tell(self, counts: str, unread: Sequence[str]) -> None:
        """The counts, and the headings nobody knows."""
        told = tr("Columns that were not read: {names}").format(names="、".join(unread))
        self.summary.setText(f"{counts}\n{told}" if unread else counts)

    def _go(self) -> None:
        """Show the parcel of the line at hand."""
        parcel = getattr(self.rows.current, "parcel", "")
        if parcel:
            with self._work.messages.guard():
                self._session.show_anywhere(parcel)

    # ---- recording

    def _record_events(
        self, why: str, description: str, events: Sequence[Event], told: str
    ) -> None:
        """Record ``events``, all or none; ``told`` says the {count} of them."""
        book = self._session.book
        self._record(
            why,
            description,
            lambda progress: book.record(events, progress),
            lambda entries: self._recorded(told.format(count=len(entries))),
        )

    def _recorded(self, told: str) -> None:
        self._session.reload()
        self._report(told)
        self.read()
