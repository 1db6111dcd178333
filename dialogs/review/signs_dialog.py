"""疑点: signs of untruth as a list that leads to the parcels. Nothing is concluded from them."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ...core.model import Finding
from ...core.oversight.rules import oversight_rules
from ...core.oversight.signs import SIGNS, signs_of
from ...maps.marks import mark_and_source
from ...maps.words import say, tr
from ..month.issue_list import IssueList
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace


class SignsDialog(TaskDialog):
    """Looks in a task; a double click goes to the parcel."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.month = work.session.month
        self.setWindowTitle(tr("Signs of untruth in {month}").format(month=self.month))
        self.resize(820, 460)
        self.found: List[Finding] = []
        self.kind = QComboBox(self)
        self.kind.addItem(tr("All"), "")
        for name, (title, _) in SIGNS.items():
            self.kind.addItem(say(title), name)
        self.kind.activated.connect(lambda _index: self._show())
        self.list = IssueList({name: title for name, (title, _) in SIGNS.items()}, self)
        self.list.hideColumn(0)
        self.list.chosen.connect(self._go)
        self._arrange()
        self.look()

    def _arrange(self) -> None:
        note = QLabel(
            tr("Pointed out for a person to look at; none of it says that anything is untrue."),
            self,
        )
        rules = oversight_rules(self._session.plan)
        note.setToolTip(mark_and_source(rules.signs.origin, rules.source))
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(note, 1)
        buttons = QDialogButtonBox(self)
        again = buttons.addButton(tr("Look again"), QDialogButtonBox.ButtonRole.ActionRole)
        again.clicked.connect(lambda _checked: self.look())
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    def look(self) -> None:
        """Look for all signs."""
        if self.task.is_running:
            return
        session, month = self._session, self.month
        book, plan, today = session.book, session.plan, session.today
        self.task.run(
            tr("Looking"),
            lambda progress: signs_of(book, plan, month, today, progress),
            self._looked,
        )

    def _looked(self, found: List[Finding]) -> None:
        self.found = found
        self._show()

    def _show(self) -> None:
        name = self.kind.currentData()
        shown = [one for one in self.found if not name or one.check == name]
        self.list.show_findings(shown)
        parcels = len({one.subject for one in shown})
        self.task.tell(
            tr("{count} signs about {parcels} parcels").format(count=len(shown), parcels=parcels)
        )

    def _go(self, number: str) -> None:
        with self._work.messages.guard():
            self._session.show_anywhere(number)
