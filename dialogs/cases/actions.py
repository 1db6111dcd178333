"""What the menu offers about cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Callable, Optional

from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from ...core.submission.case_lists import write_case_lists
from ...maps.words import chinese, tr
from ..workplace import Workplace
from .case_dialog import CaseDialog
from .due_dialog import DueDialog


class CaseActions:
    """The entries of the menu; ``show`` brings a form to the front and keeps it."""

    def __init__(
        self, work: Workplace, window: QWidget, menu: QMenu, show: Callable[[QDialog], QDialog]
    ) -> None:
        self._work = work
        self._window = window
        self._show = show
        self._form: Optional[CaseDialog] = None
        self.cases = menu.addAction(tr("Cases…"))
        self.cases.triggered.connect(lambda _checked=False: self.show_cases())
        self.due = menu.addAction(tr("Terms of cases: due and overdue…"))
        self.due.triggered.connect(lambda _checked=False: self.show_due())
        self.enable()

    def enable(self) -> None:
        """Offer what can be done now."""
        for action in (self.cases, self.due):
            action.setEnabled(bool(self._work.session.rows))

    def show_cases(self) -> CaseDialog:
        """Open the cases at that of the parcel at hand."""
        return self._show(self._open_form() or self._new_form())

    def _open_form(self) -> Optional[CaseDialog]:
        try:
            there = self._form is not None and self._form.isVisible()
        except RuntimeError:  # Qt has deleted it
            there = False
        return self._form if there else None

    def _new_form(self) -> CaseDialog:
        self._form = CaseDialog(self._work, self._window)
        return self._form

    def show_case(self, number: str) -> CaseDialog:
        """Open the form at one case."""
        form = self.show_cases()
        form.begin_at(number)
        return form

    def show_due(self) -> DueDialog:
        """Open the list of what is due and overdue."""
        return self._show(DueDialog(self._work, self.show_case, self._choose_file, self._window))

    def _choose_file(self, as_of: date) -> None:
        settings = self._work.settings
        title = tr("Lists of cases")
        name = f"{self._work.session.book.county_name}_{title}_{as_of.isoformat()}.xlsx"
        folder = settings.start_folder("cases")
        path, _ = QFileDialog.getSaveFileName(
            self._window, title, str(Path(folder) / name), "Excel (*.xlsx)"
        )
        if path:
            settings.remember_folder("cases", str(Path(path).parent))
            self.save_lists(as_of, Path(path))

    def save_lists(self, as_of: date, path: Path) -> None:
        """Write the lists of terms, cases, penalties and transfers."""
        work, session = self._work, self._work.session
        book, plan = session.book, session.plan
        words = tr("Lists of cases saved: {file}")
        work.tasks.start(
            tr("Lists of cases"),
            lambda _progress: write_case_lists(book, plan, as_of, path, chinese),
            lambda _found: work.messages.tell(words.format(file=path.name)),
            work.messages.error,
        )
