"""The menu about work plans: copy one to edit it, compare two, choose one for the casebook."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.PyQt.QtWidgets import QAction, QDialog, QMenu, QWidget

from ..maps.words import tr
from .plan_forms import ChoosePlanDialog, ComparePlansDialog, CopyPlanDialog
from .workplace import Workplace


class PlanMenu(QMenu):
    """Opens the three forms."""

    def __init__(self, work: Workplace, window: QWidget, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Work plan"), parent)
        self._work = work
        self._window = window
        self._forms: List[QDialog] = []
        self._add(tr("Copy and edit…"), lambda: self.open(CopyPlanDialog))
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

    def open(self, make: Callable[[Workplace, QWidget], QDialog]) -> QDialog:
        """Show one of the forms; plans that do not load are told."""
        form = make(self._work, self._window)
        self._forms = [one for one in self._forms if one.isVisible()]
        self._forms.append(form)
        form.finished.connect(form.deleteLater)
        form.show()
        return form
