"""Algorithm: a working file back into its casebook."""

from __future__ import annotations

from typing import Dict, List

from ..maps.words import tr
from .algorithm import GPKG_FILTER, Given
from .exchange_reading import ReadingAlgorithm


class MergeWork(ReadingAlgorithm):
    """Shows what was done in a working file, and merges it by parcel."""

    ID = "mergework"

    def title(self) -> str:
        return tr("Merge working file")

    def about(self) -> str:
        return tr(
            "Merges what somebody did in a working file into the casebook it was made from.\n"
            "Parcel by parcel: what only one side changed is taken, what both changed has to be "
            "chosen. The file may be merged again after more work was done in it."
        )

    def rule(self) -> str:
        return tr("Every change stays in the journal with the file that it came from.")

    def words(self) -> List[str]:
        return ["people", "team", "share", "合并", "分工"]

    def define(self) -> None:
        self.add_reading(tr("Working file"), tr("The working file's GeoPackage."), GPKG_FILTER)

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.exchange.working import open_work

        path = given.path(self.FILE)
        return self.read(given, lambda book: open_work(book, path, given.progress))
