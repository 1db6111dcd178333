"""Tables about two plans: what differs, and which verdicts would come out otherwise."""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...core.legality import Otherwise, Proposal
from ...core.plan import Plan
from ...core.plan.copying import Difference
from ...maps.proposal_words import verdict_words
from ...maps.words import tr

COLUMN_WIDTH = 160


class PlanTable(QTreeWidget):
    """A flat table; one column takes the room that is left."""

    def __init__(self, headings: Sequence[str], stretch: int, parent: Optional[QWidget]) -> None:
        super().__init__(parent)
        self.setHeaderLabels(list(headings))
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        for column in range(len(headings)):
            self.header().resizeSection(column, COLUMN_WIDTH)

    def add(self, words: Sequence[str]) -> None:
        """Add a row; the whole text is where the mouse rests."""
        item = QTreeWidgetItem(list(words))
        for column, text in enumerate(words):
            item.setToolTip(column, text)
        self.addTopLevelItem(item)


class DifferenceTable(PlanTable):
    """File, key and both values."""

    def __init__(self, old: str, new: str, parent: Optional[QWidget] = None) -> None:
        super().__init__([tr("File"), tr("Key"), old, new], 1, parent)

    def fill(self, found: Sequence[Difference]) -> None:
        """Show these differences."""
        self.clear()
        for one in found:
            self.add([one.file, one.key, one.old, one.new])


class OtherwiseTable(PlanTable):
    """Parcel, its verdict, and what is proposed under both plans."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        headings = [tr("Parcel"), tr("Verdict"), tr("Proposal so far"), tr("Proposal then")]
        super().__init__(headings, 3, parent)

    def fill(self, found: List[Otherwise], old: Plan, new: Plan) -> None:
        """Show these parcels."""
        self.clear()
        for one in found:
            verdict = one.dossier.county_verdict
            given = verdict_words(verdict.category, verdict.subcategory, old)
            if one.is_unknown:
                given = tr("{verdict} (not in the new plan)").format(verdict=given)
            self.add([one.dossier.parcel.number, given, _words(one.old, old), _words(one.new, new)])


def _words(proposal: Optional[Proposal], plan: Plan) -> str:
    return verdict_words(proposal.category, proposal.subcategory, plan) if proposal else ""
