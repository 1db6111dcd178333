"""总览: how far each county is, what is due, the year so far; shown at once, filled in a task."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Callable, List, Optional, Tuple

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.plan import Plan
from ...core.reports.month_state import Month, read_month
from ...core.reports.overview import Overview, overview
from ...core.reports.page import write_page
from ...core.reports.parcel_lines import parcel_lines
from ...core.reports.year_state import Year, year_state
from ...core.statistics import Facts, Period, Reach
from ...maps.county_theme import CountyTheme
from ...maps.kept_facts import facts_of
from ...maps.words import tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace
from .behind_dialog import BehindDialog
from .map_dialog import MapDialog
from .page_view import PageView

if TYPE_CHECKING:
    from qgis.PyQt.QtPrintSupport import QPrinter

FOLDER = "overview"
SIZE = (1080, 760)


class OverviewDialog(TaskDialog):
    """Of any month as of any day; stays beside the dock."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*SIZE)
        self.month_state: Optional[Month] = None
        self.facts: Optional[Facts] = None
        self.year: Optional[Year] = None
        self.shown: Optional[Overview] = None
        self._for_all: List[QPushButton] = []
        self.behind: List[QDialog] = []
        self._theme = CountyTheme(QgsProject.instance(), self._session)
        self.month = QComboBox(self)
        self.month.addItems(reversed(self._session.months()))
        self.month.setCurrentIndex(max(0, self.month.findText(self._session.month)))
        self.month.activated.connect(lambda _index: self.read())
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        today = self._session.today
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.dateChanged.connect(lambda _day: self.read())
        self.below = QLabel(self)
        self.page = PageView(self)
        self.page.chosen.connect(self.show_behind)
        self._arrange()
        self.read()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.month)
        row.addWidget(QLabel(tr("as of"), self))
        row.addWidget(self.day)
        row.addWidget(self.below, 1)
        buttons = QDialogButtonBox(self)
        for caption, does in self._offered():
            button = buttons.addButton(caption, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, does=does: does())
            if does not in (self.read, self.show_map):
                self._for_all.append(button)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.page, 1)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    def _offered(self) -> List[tuple[str, Callable[[], object]]]:
        return [
            (tr("Count again"), self.read),
            (tr("On the map…"), self.show_map),
            (tr("Print…"), self._choose_printer),
            (tr("Save as PDF…"), lambda: self._choose_file("pdf", tr("PDF (*.pdf)"))),
            (tr("Save as a page…"), lambda: self._choose_file("html", tr("Web page (*.html)"))),
        ]

    def _enable(self) -> None:
        """What is printed or saved has the year, too."""
        for button in self._for_all:
            button.setEnabled(self.shown is not None and not self.task.is_running)

    # ---- reading

    @property
    def as_of(self) -> date:
        """The day that is asked about."""
        return self.day.date().toPyDate()

    def read(self) -> None:
        """Read the month as of the day, then the year, in tasks."""
        book, plan, day = self._session.book, self._session.plan, self.as_of
        month = self.month.currentText()
        self.facts = self.year = None
        self.setWindowTitle(tr("Overview of {month}").format(month=month))
        self.task.run(
            tr("Counting"),
            lambda _progress: read_month(book, plan, month, day, tr),
            self._month_read,
        )

    def _month_read(self, found: Month) -> None:
        self.month_state = found
        self._show()
        book, plan = self._session.book, self._session.plan
        day = self.as_of if self.as_of < self._session.today else None
        reach = Reach.enough_for(Period.to_date(found.month), ledger=False)
        self.task.run(
            tr("Counting the year"),
            lambda _progress: _year_of(facts_of(book, plan, day, reach), plan, found.month),
            self._year_read,
        )

    def _year_read(self, found: Tuple[Facts, Year]) -> None:
        self.facts, self.year = found
        self._show()

    def _show(self) -> None:
        self.shown = overview(self.month_state, self.year, self._session.book.county_name, tr)
        self.below.setText(self.shown.page.below)
        links = [key for key, numbers in self.shown.behind.items() if numbers]
        self.page.show_page(self.shown.page, frozenset(links))

    # ---- what is behind a figure

    def show_behind(self, key: str) -> Optional[BehindDialog]:
        """List the parcels behind a figure, a chart's shape or a table's cell."""
        numbers = self.shown.behind.get(key, ())
        if self.facts is None:
            self.task.tell(tr("The parcels can be listed once all is counted."))
            return None
        if not numbers:
            return None
        lines = parcel_lines(self.facts, numbers, self._session.plan, tr)
        form = BehindDialog(self._work, self.shown.names[key], lines, self)
        self.behind.append(form)
        form.show()
        return form

    # ---- on the map

    def show_map(self) -> Optional[MapDialog]:
        """Ask whether and how the counties are shown on the map."""
        if self.year is None:
            self.task.tell(tr("The counties can be shown once all is counted."))
            return None
        form = MapDialog(self._work, self._theme, self.month_state, self.year, self.facts, self)
        self.behind.append(form)
        form.show()
        return form

    # ---- on paper

    def _choose_file(self, suffix: str, kinds: str) -> None:
        folder = Path(self._work.settings.start_folder(FOLDER))
        name = f"{self.shown.page.title}.{suffix}"
        path, _ = QFileDialog.getSaveFileName(self, tr("Save"), str(folder / name), kinds)
        if path:
            self._work.settings.remember_folder(FOLDER, str(Path(path).parent))
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the page as PDF or as HTML, after the suffix."""
        from ...maps.page_print import write_pdf

        page, write = self.shown.page, write_page
        if path.suffix.lower() == ".pdf":
            write = write_pdf
        self.task.run(
            tr("Writing {file}").format(file=path.name),
            lambda _progress: write(page, path),
            lambda _result: self.task.tell(tr("Saved: {file}").format(file=path)),
            self._work.messages.error,
        )

    def _choose_printer(self) -> None:
        from qgis.PyQt.QtPrintSupport import QPrintDialog, QPrinter

        from ...maps.page_print import a4_lying

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(a4_lying())
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.open()

    def print_on(self, printer: QPrinter) -> None:
        """Print the page."""
        from ...maps.page_print import draw_page

        done = draw_page(self.shown.page, printer, printer.resolution())
        self.task.tell(tr("Printed.") if done else tr("The printer does not answer."))


def _year_of(facts: Facts, plan: Plan, month: str) -> Tuple[Facts, Year]:
    return facts, year_state(facts, plan, month, tr)
