"""A menu that opens the windows of one subject."""

from __future__ import annotations

from typing import Callable, List, Sequence, Tuple

from qgis.PyQt.QtWidgets import QAction, QDialog, QMenu, QWidget

from ..workplace import Workplace

Form = Callable[[Workplace, QWidget], QDialog]


class FormsMenu(QMenu):
    """``forms`` are captions with their windows; ``show`` brings one to the front and keeps it."""

    def __init__(
        self,
        title: str,
        forms: Sequence[Tuple[str, Form]],
        work: Workplace,
        window: QWidget,
        show: Callable[[QDialog], QDialog],
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent)
        self._work, self._window, self._show = work, window, show
        self._offered: List[Tuple[QAction, Form]] = []
        for caption, form in forms:
            action = self.addAction(caption)
            action.triggered.connect(lambda _checked=False, form=form: self.open(form))
            self._offered.append((action, form))
        self.enable()

    def enable(self) -> None:
        """Offer what can be done now: as a rule nothing without parcels."""
        for action, _form in self._offered:
            action.setEnabled(bool(self._work.session.rows))

    def open(self, form: Form) -> QDialog:
        """Open one of the windows."""
        return self._show(form(self._work, self._window))
