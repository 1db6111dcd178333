"""Algorithm: the city's feedback into the county's casebook."""

from __future__ import annotations

from typing import Dict, List

from ..maps.words import tr
from .algorithm import Given
from .exchange_reading import ReadingAlgorithm


class ReadFeedback(ReadingAlgorithm):
    """Verifies feedback, shows what it changes, and merges it."""

    ID = "readfeedback"

    def title(self) -> str:
        return tr("Read feedback (county)")

    def about(self) -> str:
        return tr(
            "Reads the city's feedback into the county's casebook.\n"
            "Reviews with their reasons and deadlines and the city's own verdicts stand beside "
            "what the county said; nothing of the county's is overwritten. Where the city has "
            "changed what the county changed, too, it has to be chosen."
        )

    def rule(self) -> str:
        return tr("What was returned is corrected by the day the work plan sets.")

    def words(self) -> List[str]:
        return ["return", "review", "county", "读取反馈", "退回", "县级"]

    def define(self) -> None:
        self.add_reading(
            tr("Feedback"), tr("The zip file with the city's feedback."), "ZIP (*.zip)"
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.receiving import open_incoming

        path = given.path(self.FILE)
        return self.read(
            given,
            lambda book: open_incoming(book, given.plan(book), path, progress=given.progress),
        )
