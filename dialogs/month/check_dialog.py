"""月清上报: what stands against the month's package, and writing it once nothing does."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Tuple

from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ...core.model import Finding, Severity
from ...core.submission import CHECKS, Package, check_month, write_package
from ...maps.report_pdf import write_report_as
from ...maps.signing import signer_of
from ...maps.words import chinese, tr
from ..parts.opened import open_outside
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace
from .finding_actions import FindingActions
from .issue_list import IssueList

FOLDER = "package"


class CheckDialog(TaskDialog):
    """Runs the checks, leads to the parcel, saves the report, writes the package."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Check and submit {month}").format(month=work.session.month))
        self.resize(760, 480)
        self.findings: Optional[Tuple[Finding, ...]] = None
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.list = IssueList({one.name: one.title for one in CHECKS.values()}, self)
        self.list.chosen.connect(self._go)
        self.list.picked.connect(self._offer)
        self.actions_row = FindingActions(work, self._record, self)
        self.actions_row.mended.connect(self.check)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.check_button = self._add(buttons, tr("Check again"), self.check)
        self.report_button = self._add(buttons, tr("Save report…"), self._save_report)
        self.export_button = self._add(buttons, tr("Write package…"), self._choose_folder)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.summary, self.list, self.actions_row, self.task, buttons):
            layout.addWidget(widget)
        layout.setStretchFactor(self.list, 1)
        self._enable()

    def _add(self, buttons: QDialogButtonBox, caption: str, does):
        button = buttons.addButton(caption, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda _checked: does())
        return button

    def _count(self, severity: Severity) -> int:
        return sum(one.severity is severity for one in self.findings or ())

    def _enable(self) -> None:
        free = not self.task.is_running
        checked = self.findings is not None
        self.check_button.setEnabled(free)
        self.actions_row.setEnabled(free)
        self.report_button.setEnabled(free and checked)
        ready = checked and not self._count(Severity.ERROR)
        self.export_button.setEnabled(free and ready and self._work.session.writable)

    def check(self) -> None:
        """Run every check of the month."""
        session = self._work.session
        book, plan, month = session.book, session.plan, session.month
        self.task.run(
            tr("Checking {month}").format(month=month),
            lambda progress: check_month(book, plan, month, progress),
            self._checked,
        )

    def _offer(self) -> None:
        self.actions_row.offer(self.findings or (), self.list.picked_findings())

    def _checked(self, findings: Tuple[Finding, ...]) -> None:
        self.findings = tuple(findings)
        self.list.show_findings(self.findings)
        self._offer()
        errors, warnings = self._count(Severity.ERROR), self._count(Severity.WARNING)
        if errors:
            words = tr(
                "{errors} errors and {warnings} warnings. The package is written once no error "
                "stands. A double click goes to the parcel."
            )
        else:
            words = tr("No errors, {warnings} warnings. The package can be written.")
        self.summary.setText(words.format(errors=errors, warnings=warnings))
        self._enable()

    def _go(self, subject: str) -> None:
        with self._work.messages.guard():
            self._work.session.show_typed(subject)

    def _save_report(self) -> None:
        settings, session = self._work.settings, self._work.session
        name = f"{tr('Check report')}_{session.book.county_name}_{session.month}.xlsx"
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save report"),
            str(Path(settings.start_folder(FOLDER)) / name),
            tr("Workbook (*.xlsx);;PDF (*.pdf);;JSON (*.json)"),
        )
        if path:
            settings.remember_folder(FOLDER, str(Path(path).parent))
            self.save_report(Path(path))

    def save_report(self, path: Path) -> None:
        """Write the findings to a workbook, PDF or JSON file."""
        findings = self.findings or ()
        self.task.run(
            tr("Writing the report"),
            lambda _progress: write_report_as(findings, path, chinese),
            lambda _result: self.task.tell(tr("Report: {file}").format(file=path)),
        )

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder for the package"), self._work.settings.start_folder(FOLDER)
        )
        if folder:
            self._work.settings.remember_folder(FOLDER, folder)
            self.export(Path(folder))

    def export(self, folder: Path) -> None:
        """Write the package into a folder, in a task."""
        session = self._work.session
        book, plan, month = session.book, session.plan, session.month
        sign = signer_of(self._work.settings)
        self._record(
            tr("The package is being written."),
            tr("Writing the package of {month}").format(month=month),
            lambda progress: write_package(book, plan, month, folder, chinese, progress, sign=sign),
            self._exported,
        )

    def _exported(self, package: Package) -> None:
        words = tr("Package with {count} parcels: {file}").format(
            count=package.parcel_count, file=package.path
        )
        self._report(words, (tr("Open the folder"), lambda: open_outside(package.path.parent)))
