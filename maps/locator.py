"""Going to a parcel from QGIS's locator bar (Ctrl+K): its prefix, then a number or its end."""

from __future__ import annotations

from typing import List

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult

from ..core.casebook import Row
from ..core.oversight.queue import find_numbers
from .session import Session
from .words import tr

PREFIX = "tuban"  # shorter ones are QGIS's own
MOST = 30


class ParcelLocator(QgsLocatorFilter):
    """Searches the month at hand. QGIS searches in another thread, with a clone."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: List[Row] = []

    def clone(self) -> ParcelLocator:
        return ParcelLocator(self._session)

    def name(self) -> str:
        return "tuban_parcels"

    def displayName(self) -> str:
        return tr("Patches of the open casebook (Tuban)")

    def prefix(self) -> str:
        return PREFIX

    def prepare(self, _typed: str, _context: QgsLocatorContext) -> List[str]:
        """Called in the main thread, before each search: the rows do not change meanwhile."""
        self._rows = list(self._session.rows)
        return []

    def fetchResults(self, typed: str, _context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Called in a thread of QGIS."""
        for rank, index in enumerate(find_numbers(self._rows, typed, MOST)):
            if feedback.isCanceled():
                return
            row = self._rows[index]
            result = QgsLocatorResult(self, row.parcel_number, None)
            result.description = f"{row.patch_class} {row.location}".strip()
            result.score = 1 - rank / MOST
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Called in the main thread: go there."""
        self._session.show_anywhere(result.displayString)
