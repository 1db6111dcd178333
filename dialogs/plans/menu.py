"""The menu about work plans: copy one to edit it, compare two, choose one for the casebook."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.PyQt.QtWidgets import QAction, QDialog, QMenu, QWidget

from ...maps.words import tr
from ..workplace import Workplace
from .editor import PlanEditor
from .forms import ChoosePlanDialog, ComparePlansDialog, CopyPlanDialog, OwnPlanDialog


class PlanMenu(QMenu):
    """Opens the forms."""

    def __init__(self, work: Workplace, window: QWidget, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Work plan"), parent)
        self._work = work
        self._window = window
        self._forms: List[QDialog] = []
        self._add(tr("Copy and edit…"), self.copy)
        self._add(tr("Edit your own…"), self.choose_own)
        self._add(tr("Compare…"), lambda: self.open(ComparePlansDialog))
        self.choose = self._add(
            tr("Choose for this casebook…"), lambda: self.open(ChoosePlanDialog)
        )
        session = work.session
        for signal in (session.opened, session.closed, session.held):
            signal.connect(self._enable)
        self._enable()

    def _add(self, caption: str, does: Callable[[], object]) -> QAction:
        action = self.addAction(caption)
        action.triggered.connect(lambda _checked=False: does())
        return action

    def _enable(self) -> None:
        self.choose.setEnabled(self._work.session.writable)

    def copy(self) -> CopyPlanDialog:
        """Copy a plan, then edit the copy."""
        form = self.open(CopyPlanDialog)
        form.copied.connect(self.edit)
        return form

    def choose_own(self) -> OwnPlanDialog:
        """Choose one of the office's own plans and edit it."""
        form = self.open(OwnPlanDialog)
        form.chosen.connect(self.edit)
        return form

    def edit(self, plan_id: str) -> Optional[QDialog]:
        """Open the editor of one of the office's own plans; None when its files are no JSON."""
        with self._work.messages.guard():
            return self.open(lambda work, window: PlanEditor(work, plan_id, window))
        return None

    def open(self, make: Callable[[Workplace, QWidget], QDialog]) -> QDialog:
        """Show one of the forms; plans that do not load are told."""
        form = make(self._work, self._window)
        self._forms.append(form)
        form.finished.connect(lambda _result: self._let_go(form))
        form.show()
        return form

    def _let_go(self, form: QDialog) -> None:
        self._forms.remove(form)
        form.deleteLater()
