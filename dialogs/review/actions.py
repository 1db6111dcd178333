"""What the menu offers about the review between county and city."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...core.rounds import Office
from ...maps.words import tr
from ..parts.forms_menu import FormsMenu
from ..workplace import Workplace
from .compare_dialog import CompareDialog
from .feedback_dialog import FeedbackDialog
from .keys_dialog import KeysDialog
from .progress_dialog import ProgressDialog
from .queue_dialog import QueueDialog
from .read_dialog import ReadDialog
from .sample_dialog import SampleDialog
from .signs_dialog import SignsDialog
from .split_dialog import SplitDialog


class ReviewMenu(FormsMenu):
    """Keys are there without a casebook; feedback is the city's."""

    def __init__(
        self,
        work: Workplace,
        window: QWidget,
        show: Callable[[QDialog], QDialog],
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Between county and city"), work, window, show, parent)
        self._offer(
            (tr("Review queue…"), QueueDialog),
            (tr("Read package, feedback or working file…"), ReadDialog),
            (tr("Write feedback…"), FeedbackDialog),
            (tr("Share out among people…"), SplitDialog),
            (tr("Progress and notice…"), ProgressDialog),
            (tr("Spot checks…"), SampleDialog),
            (tr("Signs of untruth…"), SignsDialog),
            (tr("Compare with the supervision system…"), CompareDialog),
            (tr("Signatures…"), KeysDialog),
        )

    def read(self) -> QDialog:
        """Open the form that reads what the other side sent."""
        return self.open(ReadDialog)

    def enable(self) -> None:
        """Offer what can be done now."""
        session = self._work.session
        is_city = session.book is not None and session.book.office is Office.CITY
        for action, form in self._offered:
            if form is KeysDialog:
                action.setEnabled(True)
            elif form is ReadDialog:
                action.setEnabled(session.writable)
            else:
                action.setEnabled(bool(session.rows))
            if form is FeedbackDialog:
                action.setVisible(is_city)
