"""Menus that open the windows of one subject."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Tuple

from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QAction, QDialog, QMenu, QWidget

from ..workplace import Workplace

Form = Callable[[Workplace, QWidget], QDialog]


class SubjectMenu(QMenu):
    """``show`` brings a window to the front and keeps it."""

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

    def _add(self, caption: str, does: Callable[[], object]) -> QAction:
        action = self.addAction(caption)
        action.triggered.connect(lambda _checked=False: does())
        return action


class FormsMenu(SubjectMenu):
    """Opens a window anew each time."""

    def _offer(self, *forms: Tuple[str, Form]) -> None:
        """Offer these windows by their captions."""
        self._offered: List[Tuple[QAction, Form]] = [
            (self._add(caption, lambda form=form: self.open(form)), form) for caption, form in forms
        ]
        self.enable()

    def enable(self) -> None:
        """Offer what can be done now: as a rule nothing without parcels."""
        for action, _form in self._offered:
            action.setEnabled(bool(self._work.session.rows))

    def open(self, form: Form) -> QDialog:
        """Open one of the windows."""
        return self._show(form(self._work, self._window))


class KeptFormsMenu(SubjectMenu):
    """Keeps one form of each kind and brings it to the front again; ``by_name`` are its actions."""

    def _offer(self, *entries: Tuple[str, str, Callable[[], object]]) -> None:
        """Offer names with their captions and what they do."""
        self._forms: Dict[str, QDialog] = {}
        self._work.session.closed.connect(self._forms.clear)
        self.by_name = {name: self._add(caption, does) for name, caption, does in entries}
        self.enable()

    def enable(self) -> None:
        """Offer what can be done now."""
        raise NotImplementedError

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
