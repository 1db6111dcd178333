"""Due and overdue: the terms of all cases, filtered, with a way to the parcel and the case."""

from __future__ import annotations

from datetime import date
from typing import Callable, Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.cases import Due, State, due_items
from ...core.text import COMMA
from ...maps.words import say, term, tr
from ..workplace import Workplace
from .words import about_term, state_colour, state_words

SOON_DAYS = 7
ISO = "yyyy-MM-dd"
PLACE = Qt.ItemDataRole.UserRole
Accept = Callable[[Due, date], bool]


def _filters() -> List[Tuple[str, Accept]]:
    return [
        (tr("Overdue and due"), lambda one, _day: one.state is not State.WAITING),
        (tr("Overdue"), lambda one, _day: one.state is State.OVERDUE),
        (
            tr("Overdue, or due within {days} days").format(days=SOON_DAYS),
            lambda one, day: one.state is not State.WAITING and one.days_left(day) <= SOON_DAYS,
        ),
        (tr("Not before"), lambda one, _day: one.state is State.WAITING),
        (tr("All"), lambda _one, _day: True),
    ]


class DueDialog(QDialog):
    """A double click goes to the case's first parcel; stays beside the dock."""

    def __init__(
        self,
        work: Workplace,
        open_case: Callable[[str], object],
        save_lists: Callable[[date], object],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Terms of cases: due and overdue"))
        self.resize(900, 420)
        self._work = work
        self._session = work.session
        self._open_case, self._save_lists = open_case, save_lists
        self.shown: List[Due] = []
        self._make_parts()
        self._arrange()
        self._session.reloaded.connect(self._refresh)
        self._session.closed.connect(self.close)
        self._read()

    def _make_parts(self) -> None:
        self.filter = QComboBox(self)
        self._accepts: List[Accept] = []
        for words, accept in _filters():
            self.filter.addItem(words)
            self._accepts.append(accept)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(ISO)
        today = self._session.today
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(tr("Case, actor, parcel or step"))
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        headings = (tr("State"), tr("Case"), tr("Actor"), tr("Step"), tr("Term"), tr("Parcels"))
        self.list.setHeaderLabels(list(headings))
        self.count = QLabel(self)
        self.filter.activated.connect(lambda _index: self.fill())
        self.day.dateChanged.connect(lambda _day: self.fill())
        self.words.textChanged.connect(lambda _text: self.fill())
        self.list.itemActivated.connect(lambda _item: self.go_there())

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.filter)
        row.addWidget(QLabel(tr("as of"), self))
        row.addWidget(self.day)
        row.addWidget(self.words, 1)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        for caption, does in (
            (tr("Go to the parcel"), self.go_there),
            (tr("Open the case"), self.open_case),
            (tr("Save lists to print…"), self.save_lists),
        ):
            button = buttons.addButton(caption, role)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, does=does: does())
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.count)
        layout.addWidget(buttons)

    @property
    def as_of(self) -> date:
        """The day that is asked about."""
        return self.day.date().toPyDate()

    def _read(self) -> None:
        self._files = self._session.book.case_files()
        self.fill()

    def fill(self) -> None:
        """Show what is open on the day, as far as the filters let it."""
        as_of, accept = self.as_of, self._accepts[self.filter.currentIndex()]
        found = due_items(self._files, self._session.plan, as_of)
        wanted = self.words.text().strip().casefold()
        self.shown = [
            one for one in found if accept(one, as_of) and (not wanted or wanted in _text(one))
        ]
        self.list.clear()
        for place, one in enumerate(self.shown):
            self.list.addTopLevelItem(self._item(place, one, as_of))
        counts: Dict[State, int] = dict.fromkeys(State, 0)
        for one in found:
            counts[one.state] += 1
        words = tr("{shown} shown; overdue {overdue}, due {due}, not before {waiting}")
        self.count.setText(
            words.format(
                shown=len(self.shown),
                overdue=counts[State.OVERDUE],
                due=counts[State.DUE],
                waiting=counts[State.WAITING],
            )
        )

    def _item(self, place: int, one: Due, as_of: date) -> QTreeWidgetItem:
        case = one.file.case
        words = [state_words(one, as_of), case.number, case.actor, term(one.step)]
        item = QTreeWidgetItem([*words, term(one.label), say(COMMA).join(case.parcels)])
        item.setData(0, PLACE, place)
        colour = state_colour(one, as_of)
        if colour:
            item.setForeground(0, QBrush(QColor(colour)))
        for column in range(item.columnCount()):
            item.setToolTip(column, about_term(one))
        item.setToolTip(5, item.text(5))
        return item

    def _refresh(self) -> None:
        if self.isVisible():
            self._read()

    def _chosen(self) -> Optional[Due]:
        item = self.list.currentItem() or self.list.topLevelItem(0)
        return self.shown[item.data(0, PLACE)] if item else None

    def go_there(self) -> None:
        """Show the case's first parcel that is still there, in its month."""
        one = self._chosen()
        if one is None:
            return
        session = self._session
        with self._work.messages.guard():
            for number in one.file.case.parcels:
                dossier = session.book.dossier(number)
                if dossier is not None:
                    session.set_month(dossier.patch.month)
                    session.show(number)
                    return
            self.count.setText(tr("None of the case's parcels is there now."))

    def open_case(self) -> None:
        """Open the form at the chosen case."""
        one = self._chosen()
        if one is not None:
            self._open_case(one.file.case.number)

    def save_lists(self) -> None:
        """Save the lists as of the day."""
        self._save_lists(self.as_of)


def _text(one: Due) -> str:
    case = one.file.case
    parts = (case.number, case.actor, case.name, *case.parcels, one.step.zh, one.step.en)
    return "\n".join((*parts, one.label.zh, one.label.en, say(one.state.label))).casefold()
