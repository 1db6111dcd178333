"""Menus that open the windows of one subject."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Sequence, Tuple

from qgis.PyQt import sip
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


class KeptFormsMenu(QMenu):
    """Keeps one form of each kind and brings it to the front again; ``by_name`` are its actions."""

    def __init__(
        self,
        title: str,
        work: Workplace,
        window: QWidget,
        show: Callable[[QDialog], QDialog],
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent)
        self._work, self._window, self._show = work, window, show
        self._forms: Dict[str, QDialog] = {}
        self.by_name: Dict[str, QAction] = {}
        work.session.closed.connect(self._forms.clear)

    def _offer(self, name: str, caption: str, does: Callable[[], object]) -> None:
        self.by_name[name] = self.addAction(caption)
        self.by_name[name].triggered.connect(lambda _checked=False: does())

    def _opened(self, name: str, make: Callable[[], QDialog]) -> QDialog:
        form = self._live(name)
        if form is None:
            form = self._forms[name] = make()
        return self._show(form)

    def _live(self, name: str) -> Optional[QDialog]:
        """The form of that kind that is open, if one is."""
        form = self._forms.get(name)
        there = form is not None and not sip.isdeleted(form) and form.isVisible()
        return form if there else None
