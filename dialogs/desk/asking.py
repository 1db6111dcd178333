"""After a verdict: what it lacks and the desk can say is asked before the dock goes on."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...core.legality import Lacking, lacking_at_desk
from ..workplace import Workplace
from .proposing import ProposalStrip
from .verdict_bar import VerdictBar


class Asking(QObject):
    """One thing at a time, where it is always said; ``answered`` when the form is recorded.

    An answer given in the verdict bar is recorded by the dock, which then asks on.
    """

    answered = pyqtSignal()

    def __init__(
        self, work: Workplace, verdict: VerdictBar, proposing: ProposalStrip, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._settings = work.session, work.settings
        self._verdict, self._proposing = verdict, proposing
        self._number = ""

    @property
    def is_asking(self) -> bool:
        """True while the parcel at hand has been asked for something."""
        return bool(self._number) and self._number == self._session.number

    def ask(self) -> bool:
        """Ask for the first thing that is lacking; False when nothing is."""
        lacking = self._lacking()
        self._number = self._session.number if lacking else ""
        if lacking is None:
            return False
        if lacking.subcategory:
            self._verdict.start_subcategory()
        elif lacking.reason:
            self._verdict.ask_reason()
        else:
            form = self._proposing.open_evidence()
            if form is not None:
                form.accepted.connect(self.answered)
        return True

    def _lacking(self) -> Optional[Lacking]:
        session = self._session
        if session.dossier is None or not self._settings.ask_missing:
            return None
        return lacking_at_desk(session.dossier, session.plan)
