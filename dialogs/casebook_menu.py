"""The menu at the top of the dock: everything that is done to a casebook as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List

from qgis.PyQt.QtWidgets import QAction, QDialog, QFileDialog, QInputDialog, QMenu, QWidget

from ..core.submission.visit_route import write_route
from ..maps.words import chinese, tr
from .casebook_forms import NewCasebookDialog, open_from_file
from .cases.actions import CaseActions
from .cases.case_dialog import CaseDialog
from .field.actions import FieldActions
from .ledger.actions import LedgerMenu
from .month.check_dialog import CheckDialog
from .month.import_dialog import ImportDialog
from .month.linking import choose_and_link
from .month.military_dialog import MilitaryDialog
from .month.overlay_dialog import OverlayDialog
from .month.verdicts_dialog import VerdictsDialog
from .overview.actions import OversightMenu
from .parts.on_screen import within_screen
from .plans.menu import PlanMenu
from .rectification.actions import RectificationMenu
from .review.actions import ReviewMenu
from .workplace import Workplace


class CasebookMenu(QMenu):
    """Opens the forms; one at a time of each, beside the window and never in its way."""

    def __init__(self, work: Workplace, window: QWidget) -> None:
        super().__init__(tr("Casebook"), window)
        self._work = work
        self._window = window
        self._forms: List[QDialog] = []
        self._add(tr("Open…"), self.open_file)
        self._add(tr("New…"), self.show_new)
        self._close = self._add(tr("Close"), work.session.close)
        self.addSeparator()
        self._import = self._add(tr("Import issued patches…"), self.show_import)
        self._overlay = self._add(tr("Overlay with base data…"), self.show_overlay)
        self._link = self._add(tr("Link to earlier work…"), lambda: choose_and_link(work, window))
        self.field = FieldActions(work, window, self, self._show)
        self.cases = CaseActions(work, window, self, self._show)
        self.addSeparator()
        self._visits = self._add(tr("Save the city's must-visit list…"), self._choose_visits)
        self._military = self._add(tr("Move to the military register"), self.move_to_register)
        self._register = self._add(tr("Register of military land…"), self.show_register)
        self.addSeparator()
        self._verdicts = self._add(tr("Verdicts from an edited form…"), self.show_verdicts)
        self._check = self._add(tr("Check and submit…"), self.show_check)
        self.review = ReviewMenu(work, window, self._show, self)
        self.addMenu(self.review)
        self.rectification = RectificationMenu(work, window, self._show, self.cases.show_case, self)
        self.addMenu(self.rectification)
        self.ledger = LedgerMenu(work, window, self._show, self)
        self.addMenu(self.ledger)
        self.oversight = OversightMenu(work, window, self._show, self)
        self.addMenu(self.oversight)
        self.addSeparator()
        self.plans = PlanMenu(work, window, self)
        self.addMenu(self.plans)
        self._add(tr("My name…"), self._ask_name)
        session = work.session
        for signal in (session.opened, session.closed, session.reloaded, session.held):
            signal.connect(self._enable)
        self._enable()

    def _add(self, caption: str, does: Callable[[], object]) -> QAction:
        action = self.addAction(caption)
        action.triggered.connect(lambda _checked=False: does())
        return action

    def _enable(self) -> None:
        session = self._work.session
        self._close.setEnabled(session.is_open and not session.busy_with)
        self._import.setEnabled(session.writable)
        self._overlay.setEnabled(session.writable and bool(session.rows))
        self._link.setEnabled(self._overlay.isEnabled())
        self.field.enable()
        self.cases.enable()
        self.review.enable()
        self.oversight.enable()
        self.rectification.enable()
        self.ledger.enable()
        self._military.setEnabled(session.writable and bool(session.rows))
        self._verdicts.setEnabled(self._overlay.isEnabled())
        for action in (self._check, self._register, self._visits):
            action.setEnabled(bool(session.rows))
        # By the work plan counties take in, judge and hand up; a city reads their packages.
        for action in (self._import, self._military, self._verdicts, self._check):
            action.setVisible(not session.is_citys)

    def _show(self, form: QDialog) -> QDialog:
        """Show a form; earlier ones that are closed and idle are let go."""
        for old in list(self._forms):
            task = getattr(old, "task", None)
            if old is not form and not old.isVisible() and not (task and task.is_running):
                self._forms.remove(old)
                old.deleteLater()
        if form not in self._forms:
            self._forms.append(form)
        within_screen(form)
        form.show()
        form.raise_()
        return form

    def open_file(self) -> None:
        """Ask for a casebook and open it."""
        open_from_file(self._work, self._window)

    def show_new(self) -> NewCasebookDialog:
        """Open the form for a new casebook."""
        return self._show(NewCasebookDialog(self._work, self._window))

    def show_import(self) -> ImportDialog:
        """Open the form for issued patches."""
        return self._show(ImportDialog(self._work, self._window))

    def show_overlay(self) -> OverlayDialog:
        """Open the form for the overlay."""
        return self._show(OverlayDialog(self._work, self._window))

    def show_cases(self) -> CaseDialog:
        """Open the list of cases at that of the parcel at hand."""
        return self.cases.show_cases()

    def _choose_visits(self) -> None:
        settings = self._work.settings
        folder = QFileDialog.getExistingDirectory(
            self._window, tr("Folder for the must-visit list"), settings.start_folder("visits")
        )
        if folder:
            settings.remember_folder("visits", folder)
            self.save_visits(Path(folder))

    def save_visits(self, folder: Path) -> None:
        """Write the month's must-visit patches as GPX, KML and xlsx."""
        work, session = self._work, self._work.session
        book, plan, month = session.book, session.plan, session.month
        words = tr("{count} patches to visit: {file} and its GPX and KML.")
        work.tasks.start(
            tr("City must-visit list"),
            lambda _progress: write_route(book, plan, month, folder, chinese),
            lambda found: work.messages.tell(
                words.format(count=len(found[0]), file=found[1]["xlsx"].name)
            ),
            work.messages.error,
        )

    def move_to_register(self) -> None:
        """Judge the parcel at hand as military land: it leaves the map, outputs and package."""
        session = self._work.session
        military = next((one for one in session.plan.categories if one.military), None)
        if military is None or session.dossier is None:
            return
        with self._work.messages.guard():
            session.judge(military.code, "", "")
            self._work.messages.tell(
                tr("The patch is in the register of military land now. Undo takes it back.")
            )

    def show_register(self) -> MilitaryDialog:
        """Open the month's register of military land."""
        return self._show(MilitaryDialog(self._work, self._window))

    def show_check(self) -> CheckDialog:
        """Open the checks and run them."""
        form = CheckDialog(self._work, self._window)
        form.check()
        return self._show(form)

    def show_verdicts(self) -> VerdictsDialog:
        """Open the form for verdicts out of an edited form of the package."""
        return self._show(VerdictsDialog(self._work, self._window))

    def _ask_name(self) -> None:
        settings = self._work.settings
        name, agreed = QInputDialog.getText(
            self._window,
            tr("My name"),
            tr("Stands behind every entry in the journal, from the next opening on:"),
            text=settings.who,
        )
        if agreed and name.strip():
            settings.who = name

    def close_forms(self) -> None:
        """Close and drop every form."""
        for form in self._forms:
            form.close()
            form.deleteLater()
        self._forms = []
