"""Editing an office's own plan: files and facts, each change through the plan's one door."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import PlanError
from ...core.legality import Otherwise
from ...core.plan import Plan, load_plan
from ...core.plan.copying import Difference
from ...core.plan.editing import PlanDraft, parent_folder
from ...core.plan.facts import Fact, code_of, key_of
from ...core.plan.facts import Path as FactPath
from ...core.plan.plan import folder_of
from ...maps.plans import different_under, whole_plan
from ...maps.words import say, tr
from ..parts.colours import ALARM, GOOD
from ..parts.task_row import TaskRow
from ..workplace import Workplace
from .fact_panel import FactPanel, FactText
from .tables import DifferenceTable, OtherwiseTable
from .tree import PlanTree


class PlanEditor(QDialog):
    """The tree of facts, the fact at hand, what differs from the parent, and what follows."""

    def __init__(self, work: Workplace, plan_id: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work = work
        self._session = work.session
        self.draft = PlanDraft(work.settings.plans_folder / plan_id, whole_plan)
        office = work.settings.plans_folder
        self._parent = parent_folder(self.draft, lambda one: folder_of(one, office=office))
        self.error: Optional[PlanError] = None
        self._plan: Optional[Plan] = None
        self._looked_at = ""
        self._warned = False
        self._at: tuple[str, FactPath] = ("plan.json", ())
        self._pass_the_door()
        self.setWindowTitle(tr("Work plan · {plan}").format(plan=plan_id))
        self.resize(1040, 700)
        self._make_parts()
        self._arrange()
        self._connect()
        self._show_state()
        self.tree.go_to("plan.json", ())

    # ---- parts

    def _make_parts(self) -> None:
        self.tree = PlanTree(self.draft, self)
        self.panel = FactPanel(self)
        self.find = QLineEdit(self)
        self.find.setPlaceholderText(tr("Find a fact: road, 8.0, county_day …"))
        self.find.setClearButtonEnabled(True)
        self.changes = DifferenceTable(tr("Parent plan"), tr("This plan"), self)
        self.otherwise = OtherwiseTable(self)
        self.task = TaskRow(self._work.tasks, self)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.go_button = QToolButton(self)
        self.go_button.setText(tr("Go there"))
        self.look_button = QPushButton(tr("Show what would come out otherwise"), self)
        self.save_button = QPushButton(tr("Save"), self)
        self.close_button = QPushButton(tr("Close"), self)
        for button in (self.look_button, self.save_button, self.close_button):
            button.setAutoDefault(False)

    def _arrange(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.find)
        column.addWidget(self.tree, 1)
        facts = QSplitter(Qt.Orientation.Horizontal, self)
        facts.addWidget(left)
        facts.addWidget(self.panel)
        facts.setSizes([600, 440])
        facts.setChildrenCollapsible(False)
        follows = QWidget(self)
        column = QVBoxLayout(follows)
        column.addWidget(self.otherwise, 1)
        row = QHBoxLayout()
        row.addWidget(self.look_button)
        row.addWidget(self.task, 1)
        column.addLayout(row)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(facts, tr("Facts"))
        self.tabs.addTab(self.changes, tr("Changes"))
        self.tabs.addTab(follows, tr("Verdicts"))
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        for widget in (self.go_button, self.save_button, self.close_button):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.tree.chosen.connect(self._chosen)
        self.find.textChanged.connect(self.tree.find)
        self.panel.edited.connect(self.put)
        self.panel.moved.connect(self._move)
        self.panel.doubled.connect(self._double)
        self.panel.removed.connect(self._remove)
        self.panel.as_text.connect(self.open_text)
        self.go_button.clicked.connect(lambda _checked: self._go_to_error())
        self.look_button.clicked.connect(lambda _checked: self.look())
        self.save_button.clicked.connect(lambda _checked: self.save())
        self.close_button.clicked.connect(lambda _checked: self.reject())
        self.task.running_changed.connect(lambda _running: self._show_state())

    # ---- the fact at hand

    def _fact(self) -> Fact:
        file, path = self._at
        facts = self.draft.facts(file).walk()
        return next(one for one in facts if one.path == path)

    def _chosen(self, file: str, path: FactPath) -> None:
        self._at = (file, tuple(path))
        self._show_fact()

    def _show_fact(self) -> None:
        file, path = self._at
        fact = self._fact()
        self.panel.show_fact(file, fact, self.draft.files, not self.task.is_running)
        error = self.error
        mine = error is not None and error.file == file and error.key.startswith(key_of(path))
        self.panel.tell_refused(error if mine else None)
        self.panel.tell_before(self._before(file, fact))

    def _before(self, file: str, fact: Fact) -> str:
        named = _named(self.draft.files[file], fact.path)
        found = [
            one
            for one in self._differences()
            if one.file == file and one.key.startswith(named) and named
        ]
        lines = [
            tr("{key}: {value} in the plan it was copied from").format(
                key=one.key[len(named) :].lstrip(".") or tr("Value"), value=one.old or "—"
            )
            for one in found[:6]
        ]
        return "\n".join(lines)

    def _differences(self) -> List[Difference]:
        return self.draft.changes(self._parent) if self._parent else []

    # ---- changing

    def put(self, path: FactPath, value: object) -> None:
        """Put a value; it is checked at once and stays even while it is wrong."""
        self.draft.put(self._at[0], tuple(path), value)
        self._changed(self._at[1])

    def _move(self, by: int) -> None:
        self._changed(self.draft.move(*self._at, by))

    def _double(self) -> None:
        self._changed(self.draft.double(*self._at))

    def _remove(self) -> None:
        file, path = self._at
        self.draft.remove(file, path)
        self._changed(path[:-1])

    def open_text(self) -> FactText:
        """Open what is at hand as text."""
        file, path = self._at
        title = f"{file}  {key_of(path)}".strip()
        form = FactText(title, self.draft.value(file, path), self._put_text, self)
        form.finished.connect(form.deleteLater)
        form.open()
        return form

    def _put_text(self, written: str) -> None:
        file, path = self._at
        before = copy.deepcopy(self.draft.value(file, path))
        self.draft.put_text(file, path, written)
        try:
            self._plan = self.draft.check()
        except PlanError:
            self.draft.put(file, path, before)
            raise
        self._changed(path)

    def _changed(self, path: FactPath) -> None:
        file = self._at[0]
        self._warned = False
        self._pass_the_door()
        self._at = (file, tuple(path))
        self.tree.refresh(file, tuple(path))
        self._show_fact()
        self._show_state()

    def _pass_the_door(self) -> None:
        try:
            self._plan, self.error = self.draft.check(), None
        except PlanError as error:
            self.error = error

    def _go_to_error(self) -> None:
        if self.error is not None:
            self.tabs.setCurrentIndex(0)
            self.find.clear()
            self.tree.go_to_key(self.error.file, self.error.key)

    # ---- what follows, and saving

    @property
    def _is_in_use(self) -> bool:
        plan = self._session.plan
        return plan is not None and plan.id == self.draft.plan_id and self._session.writable

    @property
    def _has_looked(self) -> bool:
        return self._plan is not None and self._looked_at == self._plan.sha256

    def _show_state(self) -> None:
        differences = self._differences()
        self.changes.fill(differences)
        self.tabs.setTabText(1, tr("Changes ({count})").format(count=len(differences)))
        self.go_button.setVisible(self.error is not None)
        wrong = self.error
        self.tree.mark_wrong(wrong.file if wrong else "", wrong.key if wrong else "")
        if wrong is not None:
            self._tell(say(wrong.text), ALARM)
        elif self.draft.is_changed:
            self._tell(tr("Checked: everything fits. Not saved yet."), GOOD)
        else:
            self._tell(tr("Saved."), "")
        free = wrong is None and not self.task.is_running
        self.save_button.setEnabled(free and self.draft.is_changed)
        self.look_button.setEnabled(free and self._session.is_open)
        if not self._session.is_open:
            self.task.tell(tr("Without an open casebook there are no verdicts to compare."))

    def _tell(self, words: str, colour: str) -> None:
        self.state.setText(words)
        self.state.setStyleSheet(f"color: {colour}" if colour else "")

    def look(self) -> None:
        """List the judged parcels of the open casebook that would come out otherwise."""
        book, old, new = self._session.book, self._session.plan, self._plan

        def done(found: List[Otherwise]) -> None:
            self._looked_at = new.sha256
            self.otherwise.fill(found, old, new)
            self.task.tell(
                tr("{count} judged parcels would come out otherwise.").format(count=len(found))
            )
            self._show_state()

        self.tabs.setCurrentIndex(2)
        self.task.run(
            tr("Comparing the two plans"),
            lambda progress: different_under(book, old, new, progress),
            done,
        )

    def save(self) -> None:
        """Save all files; where the open casebook is under this plan, after a look at what
        follows from it, and the casebook records that the plan is another one."""
        self.panel.commit()
        if not self.save_button.isEnabled():
            return
        if self._is_in_use and not self._has_looked:
            self.look()
            self._tell(tr("See what follows for the open casebook, then save again."), "")
            return
        with self._work.messages.guard():
            self.draft.save()
            if self._is_in_use:
                office = self._work.settings.plans_folder
                self._session.change_plan(load_plan(self.draft.plan_id, office=office))
        self._show_state()

    def reject(self) -> None:
        """Close; what is not saved is dropped only after it was said."""
        self.panel.commit()
        if self.draft.is_changed and not self._warned:
            self._warned = True
            self._tell(tr("Not saved. Save, or close again to drop the changes."), ALARM)
            return
        self.task.stop()
        self.draft.close()
        super().reject()


def _named(value: object, path: FactPath) -> str:
    """A path with members named by their codes, as plans are compared."""
    key = ""
    for part in path:
        value = value[part]  # type: ignore[index]
        key += f"[{code_of(value) or part}]" if isinstance(part, int) else f".{part}"
    return key.lstrip(".")


def office_plans(folder: Path) -> List[str]:
    """The ids of the plans that an office can edit."""
    return sorted(path.parent.name for path in folder.glob("[!.]*/plan.json"))
