"""What the menu offers about the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List

from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QWidget

from ...core.ledger.accountability import DossierPackage, write_accountability
from ...core.ledger.case import LedgerCase
from ...core.ledger.sheets import file_name, write_form
from ...maps.words import chinese, say, tr
from ..parts.forms_menu import KeptFormsMenu
from ..workplace import Workplace
from .import_dialog import ImportListDialog
from .ledger_dialog import Actions, LedgerDialog
from .rechecks_dialog import RechecksDialog

FOLDER = "ledger"


class LedgerMenu(KeptFormsMenu):
    """``show`` brings a form to the front and keeps it; one form of each kind."""

    def __init__(
        self, work: Workplace, window: QWidget, show: Callable[[QDialog], QDialog], parent: QWidget
    ) -> None:
        super().__init__(tr("Ledger and rechecks"), work, window, show, parent)
        self._offer(
            ("ledger", tr("Ledger of all years…"), self.open_ledger),
            ("import", tr("Import an old list…"), self.open_import),
            ("rechecks", tr("Rechecks that are due…"), self.open_rechecks),
        )

    def enable(self) -> None:
        """Offer what can be done now."""
        session = self._work.session
        for name, action in self.by_name.items():
            action.setEnabled(session.is_open and (name != "import" or session.writable))

    def open_ledger(self) -> LedgerDialog:
        """Open all cases of all years."""
        actions = Actions(self.open_import, self._choose_form, self._choose_package)
        return self._opened("ledger", lambda: LedgerDialog(self._work, actions, self._window))

    def open_import(self) -> ImportListDialog:
        """Open the form for old lists."""
        return self._opened(
            "import", lambda: ImportListDialog(self._work, self._read_again, self._window)
        )

    def open_rechecks(self) -> RechecksDialog:
        """Open what is to be looked at again."""
        return self._opened("rechecks", lambda: RechecksDialog(self._work, self._window))

    def _read_again(self) -> None:
        form = self._live("ledger")
        if form is not None:
            form.read()

    # ---- files

    def _target(self, title: str, name: str, kind: str) -> str:
        settings = self._work.settings
        path, _ = QFileDialog.getSaveFileName(
            self._window, title, str(Path(settings.start_folder(FOLDER)) / name), kind
        )
        if path:
            settings.remember_folder(FOLDER, str(Path(path).parent))
        return path

    def _choose_form(self, form: str, cases: List[LedgerCase]) -> None:
        session = self._work.session
        name = file_name(form, session.book.county_name, session.today, session.plan)
        path = self._target(tr("Save this table"), name, "Excel (*.xlsx)")
        if path:
            self.save_form(form, cases, Path(path))

    def save_form(self, form: str, cases: List[LedgerCase], path: Path) -> None:
        """Write a form of the ledger."""
        session, messages = self._work.session, self._work.messages
        place, day, plan = session.book.county_name, session.today, session.plan
        self._work.tasks.start(
            tr("Saving {file}").format(file=path.name),
            lambda _progress: write_form(form, cases, place, day, plan, path, chinese),
            lambda _done: messages.tell(tr("Saved: {file}").format(file=path.name)),
            messages.error,
        )

    def _choose_package(self, cases: List[LedgerCase]) -> None:
        session = self._work.session
        county = cases[0].county_name if cases else session.book.county_name
        name = file_name("dossier", county, session.today, session.plan)
        title = tr("Dossier for accountability")
        path = self._target(title, str(Path(name).with_suffix(".zip")), "ZIP (*.zip)")
        if path:
            self.save_package(cases, Path(path))

    def save_package(self, cases: List[LedgerCase], path: Path) -> None:
        """Write the package; that it was written is recorded."""
        session = self._work.session
        book, plan, day = session.book, session.plan, session.today
        release = session.hold(tr("The dossier is being written."))
        self._work.tasks.start(
            tr("Dossier for accountability"),
            lambda progress: write_accountability(book, plan, cases, path, day, chinese, progress),
            self._packed,
            self._work.messages.error,
            release,
        )

    def _packed(self, made: DossierPackage) -> None:
        session, messages = self._work.session, self._work.messages
        session.reload()
        words = tr("{file}: {cases} cases, {photos} photos; recorded in the journal.")
        messages.tell(words.format(file=made.path.name, cases=made.cases, photos=made.photos))
        if made.findings:
            messages.warn("\n".join(say(one.message) for one in made.findings[:5]))
