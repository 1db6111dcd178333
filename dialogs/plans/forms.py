"""The forms about work plans."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.legality import Otherwise
from ...core.plan import Plan
from ...core.plan.copying import compare_plans, copy_plan
from ...maps.plans import different_under, known_plans, plan_title
from ...maps.words import tr
from ..parts.opened import open_outside
from ..parts.task_row import TaskRow
from ..workplace import Workplace
from .editor import office_plans
from .tables import DifferenceTable, OtherwiseTable


class PlanChoice(QComboBox):
    """All plans by title; those that do not load are told in the message bar."""

    def __init__(self, work: Workplace, chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.plans, errors = known_plans(work.settings)
        for error in errors:
            work.messages.error(error)
        for plan in self.plans:
            self.addItem(plan_title(plan), plan.id)
        self.setCurrentIndex(max(self.findData(chosen), 0))

    def plan(self) -> Plan:
        """The chosen one."""
        return self.plans[self.currentIndex()]


def _current(work: Workplace) -> str:
    plan = work.session.plan
    return plan.id if plan else ""


class CopyPlanDialog(QDialog):
    """Copies a plan to the office's folder; ``copied(plan id)`` when that is done."""

    copied = pyqtSignal(str)

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Copy a work plan and edit it"))
        self.setMinimumWidth(520)
        self._work = work
        self.source = PlanChoice(work, _current(work), self)
        self.plan_id = QLineEdit(self)
        self.plan_id.setMaxLength(40)
        self.plan_id.setPlaceholderText(tr("small letters, digits, hyphens: liaocheng-2024"))
        self.title = QLineEdit(self)
        hint = QLabel(
            tr(
                "The copy can be edited fact by fact, is compared with the plan it comes from, "
                "and is chosen for a casebook. Plans that came with Tuban stay as they are."
            ),
            self,
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.copy_button = buttons.addButton(
            tr("Copy and edit"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.copy)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(tr("Work plan"), self.source)
        form.addRow(tr("New id"), self.plan_id)
        form.addRow(tr("New title"), self.title)
        form.addRow(hint)
        form.addRow(buttons)
        for field in (self.plan_id, self.title):
            field.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        filled = self.plan_id.text().strip() and self.title.text().strip()
        self.copy_button.setEnabled(bool(filled))

    def copy(self) -> None:
        """Make the copy and show where it is."""
        with self._work.messages.guard():
            folder = copy_plan(
                self.source.plan(),
                self.plan_id.text().strip(),
                self.title.text().strip(),
                self._work.settings.plans_folder,
            )
            self._work.messages.tell(
                tr("The plan was copied to {folder}.").format(folder=folder),
                (tr("Open folder"), lambda: open_outside(folder)),
            )
            self.accept()
            self.copied.emit(folder.name)


class OwnPlanDialog(QDialog):
    """Which of the office's own plans is to be edited; ``chosen(plan id)``."""

    chosen = pyqtSignal(str)

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Edit a work plan of your own"))
        self.setMinimumWidth(420)
        self.plans = QComboBox(self)
        # By their folders: one that does not load is edited to be put right.
        self.plans.addItems(office_plans(work.settings.plans_folder))
        self.plans.setCurrentIndex(max(self.plans.findText(_current(work)), 0))
        hint = QLabel(tr("Plans that came with Tuban are copied first."), self)
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.edit_button = buttons.addButton(tr("Edit"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.edit_button.setEnabled(self.plans.count() > 0)
        buttons.accepted.connect(self.edit)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(tr("Work plan"), self.plans)
        form.addRow(hint)
        form.addRow(buttons)

    def edit(self) -> None:
        """Hand on the plan that was chosen."""
        if self.edit_button.isEnabled():
            self.accept()
            self.chosen.emit(self.plans.currentText())


class ComparePlansDialog(QDialog):
    """Two plans, key by key."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare work plans"))
        self.resize(820, 520)
        self.new = PlanChoice(work, _current(work), self)
        self.old = PlanChoice(work, self.new.plan().copied_from or _current(work), self)
        self.table = DifferenceTable(tr("First plan"), tr("Second plan"), self)
        self.count = QLabel(self)
        form = QFormLayout()
        form.addRow(tr("First plan"), self.old)
        form.addRow(tr("Second plan"), self.new)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.count)
        for choice in (self.old, self.new):
            choice.currentIndexChanged.connect(lambda _index: self._show())
        self._show()

    def _show(self) -> None:
        found = compare_plans(self.old.plan(), self.new.plan())
        self.table.fill(found)
        self.count.setText(tr("{count} differences").format(count=len(found)))


class ChoosePlanDialog(QDialog):
    """Another plan for the open casebook: first what would come out otherwise, then the change."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Choose the work plan of this casebook"))
        self.resize(760, 480)
        self._work = work
        self._session = work.session
        self._old = work.session.plan
        self.choice = PlanChoice(work, self._old.id, self)
        self.table = OtherwiseTable(self)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.task = TaskRow(work.tasks, self)
        self.look_button = QPushButton(tr("Show what would come out otherwise"), self)
        self.look_button.clicked.connect(lambda _checked: self.look())
        self._arrange()
        self.choice.currentIndexChanged.connect(lambda _index: self._chosen())
        self.task.running_changed.connect(lambda _running: self._enable())
        self._looked_at = ""
        self._chosen()

    def _arrange(self) -> None:
        hint = QLabel(
            tr(
                "Verdicts that were given keep the plan they were given under. Nothing is judged "
                "again by itself."
            ),
            self,
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.use_button = buttons.addButton(
            tr("Use this plan"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.use)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.choice, self.about, hint, self.look_button):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        for widget in (self.task, buttons):
            layout.addWidget(widget)

    def _chosen(self) -> None:
        plan = self.choice.plan()
        self.table.clear()
        self.about.setText(f"{plan.source}\n{plan.place} · {plan.year}")
        self._enable()

    def _enable(self) -> None:
        plan = self.choice.plan()
        free = self._session.writable and not self.task.is_running and plan.id != self._old.id
        self.look_button.setEnabled(free)
        # Who changes the plan has seen first what follows from it.
        self.use_button.setEnabled(free and self._looked_at == plan.id)

    def look(self) -> None:
        """List the judged parcels that would come out otherwise."""
        book, old, new = self._session.book, self._old, self.choice.plan()

        def done(found: List[Otherwise]) -> None:
            self._looked_at = new.id
            self._show(found, new)
            self._enable()

        self.task.run(
            tr("Comparing the two plans"),
            lambda progress: different_under(book, old, new, progress),
            done,
        )

    def _show(self, found: List[Otherwise], new: Plan) -> None:
        self.table.fill(found, self._old, new)
        self.task.tell(
            tr("{count} judged parcels would come out otherwise.").format(count=len(found))
        )

    def use(self) -> None:
        """Record the change; the casebook is opened again under the new plan."""
        if self.use_button.isEnabled():
            with self._work.messages.guard():
                self._session.change_plan(self.choice.plan())
                self.accept()
