"""通报、报告、提醒函: which paper, for when, on which template, with which typical cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import List, Optional, Tuple

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.files import whole_file
from ...core.progress import Progress, check_cancelled
from ...core.reports.papers import Desk, Wanted
from ...core.reports.rules import PaperRule
from ...core.statistics import Facts
from ...maps.county_maps import places_of
from ...maps.county_outlines import Place
from ...maps.marks import mark_and_source
from ...maps.paper_files import Written, template_of, write_paper
from ...maps.words import chinese, term, tr
from ..parts.opened import open_outside
from ..parts.task_dialog import TaskDialog
from ..parts.wording import finding_words
from ..workplace import Workplace
from .outline_choice import OutlineChoice
from .typical_cases import TypicalCases

FOLDER = "papers"
SIZE = (820, 680)
MONTHS_LOOKED_AT = 3
"""The last ones, whose parcels tell which layers are borders."""


class ReportsDialog(TaskDialog):
    """Writes Word, PDF, a workbook with sums that live, and where each figure is from."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Bulletins, reports, notices"))
        self.resize(*SIZE)
        self.desk = Desk(self._session.book, self._session.plan, chinese)
        self.facts: Optional[Facts] = None
        self.written: List[Written] = []
        self._wished = ""
        self._make_fields()
        self._arrange()
        self._chosen()
        self.read()

    def _make_fields(self) -> None:
        self.paper, self.month, self.unit = QComboBox(self), QComboBox(self), QComboBox(self)
        for code, rule in self.desk.rules.papers.items():
            self.paper.addItem(term(rule.label), code)
        self.paper.activated.connect(lambda _index: self._chosen())
        self.month.addItems(reversed(self._session.months()))
        self.month.setCurrentIndex(max(0, self.month.findText(self._session.month)))
        self.month.activated.connect(lambda _index: self._offer_cases())
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        today = self._session.today
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.dateChanged.connect(lambda _day: self.read())
        self.template = QgsFileWidget(self)
        self.template.setFilter(tr("Word (*.docx)"))
        self.copy_button = QPushButton(tr("Copy the template…"), self)
        self.copy_button.setToolTip(
            tr("Saves the template that would be used, to be edited in Word or WPS.")
        )
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(lambda _checked=False: self._choose_copy())
        self.outlines = OutlineChoice(QgsProject.instance(), self)
        self.folder = QgsFileWidget(self)
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setPlaceholderText(tr("Choose a folder"))
        self.folder.setFilePath(self._work.settings.folder(FOLDER))
        self.pdf = QCheckBox(tr("Also as PDF"), self)
        self.pdf.setChecked(True)
        self.cases = TypicalCases(self._session, self)
        self.told = QPlainTextEdit(self)
        self.told.setReadOnly(True)
        self.told.setMaximumHeight(120)

    def _arrange(self) -> None:
        template = QHBoxLayout()
        template.addWidget(self.template, 1)
        template.addWidget(self.copy_button)
        when = QHBoxLayout()
        when.addWidget(self.month)
        when.addWidget(QLabel(tr("as of"), self))
        when.addWidget(self.day)
        when.addStretch(1)
        form = QFormLayout()
        form.addRow(tr("Paper"), self.paper)
        form.addRow(tr("Month"), when)
        form.addRow(tr("County or district"), self.unit)
        form.addRow(tr("Template"), template)
        form.addRow(tr("County outlines"), self.outlines)
        form.addRow(tr("Folder"), self.folder)
        form.addRow("", self.pdf)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.make_button = buttons.addButton(tr("Make"), role)
        self.open_button = buttons.addButton(tr("Open the folder"), role)
        for button, does in ((self.make_button, self.make), (self.open_button, self.open_folder)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, does=does: does())
        self.open_button.setEnabled(False)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.cases, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    # ---- what is asked for

    @property
    def rule(self) -> PaperRule:
        """The paper that is chosen."""
        return self.desk.rules.papers[self.paper.currentData()]

    @property
    def past_day(self) -> Optional[date]:
        """As of when; None: as things stand now."""
        day = self.day.date().toPyDate()
        return day if day < self._session.today else None

    def wanted(self, unit: str = "") -> Wanted:
        """The paper as it is asked for, for one county where it is for one."""
        month, cases = self.month.currentText(), self.cases.chosen
        return Wanted(self.rule.code, month, self.past_day, unit, cases)

    def choose(self, code: str, unit: str = "") -> None:
        """Choose a paper, and the county that it is for."""
        self.paper.setCurrentIndex(self.paper.findData(code))
        self._chosen()
        self._wished = unit
        self.unit.setCurrentIndex(max(0, self.unit.findData(unit)))

    def _chosen(self) -> None:
        rule = self.rule
        self.paper.setToolTip(mark_and_source(rule.origin, rule.source))
        self.unit.setEnabled(rule.about_unit)
        used = template_of(rule, self._session.plan)
        self.template.setToolTip(str(used))
        self.template.lineEdit().setPlaceholderText(
            tr("{file}, unless another one is chosen").format(file=used.name)
        )
        self._offer_cases()

    def read(self) -> None:
        """Read what there is as of the day."""
        book, desk, day = self._session.book, self.desk, self.past_day

        def work(_progress: Progress) -> Tuple[Facts, List[Place]]:
            facts = desk.facts(day)
            return facts, places_of(book, facts, facts.months()[-MONTHS_LOOKED_AT:])

        self.task.run(tr("Counting"), work, self._read)

    def _read(self, read: Tuple[Facts, List[Place]]) -> None:
        facts, places = read
        self.facts = facts
        chosen = self.unit.currentData() or self._wished
        self.unit.clear()
        self.unit.addItem(tr("Each one whose ratio reaches a line"), "")
        for code, name in facts.unit_names.items():
            self.unit.addItem(name, code)
        self.unit.setCurrentIndex(max(0, self.unit.findData(chosen)))
        self.outlines.offer(facts.unit_names, places)
        self._offer_cases()

    def _offer_cases(self) -> None:
        if self.facts is not None and self.month.currentText():
            self.cases.offer(self.facts, self.rule, self.month.currentText())

    def _enable(self) -> None:
        self.make_button.setEnabled(not self.task.is_running and bool(self.month.count()))

    # ---- making

    def make(self) -> None:
        """Write the paper, or one for each county, into the folder."""
        folder = Path(self.folder.filePath())
        if not self.folder.filePath() or not folder.is_dir():
            self.task.tell(tr("Choose a folder that is there."))
            return
        self._work.settings.remember_folder(FOLDER, str(folder))
        typed = self.template.filePath()
        template, pdf = Path(typed) if typed else None, self.pdf.isChecked()
        desk, outlines, one = self.desk, self.outlines.outlines, self.wanted(self._chosen_unit)
        is_for_each = self.rule.about_unit and not one.unit

        def work(progress: Progress) -> List[Written]:
            every = [one]
            if is_for_each:
                every = [self.wanted_for(one, unit) for unit in desk.units(one)]
            found = []
            for at, each in enumerate(every):
                check_cancelled(progress)
                progress.at(at, len(every))
                found.append(write_paper(desk, each, folder, template, outlines, pdf))
            return found

        self.task.run(tr("Writing {file}").format(file=term(self.rule.label)), work, self._made)

    @property
    def _chosen_unit(self) -> str:
        return self.unit.currentData() or "" if self.rule.about_unit else ""

    @staticmethod
    def wanted_for(one: Wanted, unit: str) -> Wanted:
        """The same for a county."""
        return Wanted(one.code, one.month, one.day, unit, one.by_hand)

    def _made(self, written: List[Written]) -> None:
        self.written = written
        lines = [str(path) for one in written for path in one.files]
        lines += [finding_words(finding) for one in written for finding in one.findings]
        self.told.setPlainText("\n".join(lines or [tr("No county has anything illegal.")]))
        self.open_button.setEnabled(bool(written))
        self._report(tr("{count} files written.").format(count=sum(len(x.files) for x in written)))

    def open_folder(self) -> None:
        """Show the files in the system's own window."""
        open_outside(self.folder.filePath())

    # ---- the template

    def _choose_copy(self) -> None:
        source = template_of(self.rule, self._session.plan)
        path = self._ask_for(source.name)
        if path is not None:
            self.copy_template(path)

    def _ask_for(self, name: str) -> Optional[Path]:
        from qgis.PyQt.QtWidgets import QFileDialog

        folder = Path(self._work.settings.start_folder(FOLDER))
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Copy the template"), str(folder / name), tr("Word (*.docx)")
        )
        return Path(path) if path else None

    def copy_template(self, path: Path) -> None:
        """Save the template that would be used, and use the copy from now on."""
        source = template_of(self.rule, self._session.plan)
        with self._work.messages.guard():
            with whole_file(path) as part:
                part.write_bytes(source.read_bytes())
            self.template.setFilePath(str(path))
            self.task.tell(tr("Saved: {file}").format(file=path))
