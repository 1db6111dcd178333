"""Algorithm: a county's package into the city's casebook."""

from __future__ import annotations

from typing import Dict, List

from ..maps.words import tr
from .algorithm import Given
from .exchange_reading import ReadingAlgorithm


class ReadPackage(ReadingAlgorithm):
    """Verifies a package, shows what it changes, and merges it."""

    ID = "readpackage"

    def title(self) -> str:
        return tr("Read package (city)")

    def about(self) -> str:
        return tr(
            "Reads a county's submission package into the city's casebook.\n"
            "Every hash, the signature, and the chain of the county's journal are checked first. "
            "Packages may come in any order; reading one twice changes nothing; a missing earlier "
            "one, one that contradicts another, and patches that two counties hand up are told. "
            "Everything is recorded in one go, photos lie beside the casebook."
        )

    def rule(self) -> str:
        return tr(
            "The city reviews each patch as it is filled in. What the city says is not "
            "overwritten by what a county sends."
        )

    def words(self) -> List[str]:
        return ["receive", "merge", "city", "review", "读取成果包", "市级", "审核"]

    def define(self) -> None:
        self.add_reading(
            tr("Submission package"), tr("The zip file that the county handed up."), "ZIP (*.zip)"
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.receiving import open_incoming

        path = given.path(self.FILE)
        return self.read(
            given,
            lambda book: open_incoming(book, given.plan(book), path, progress=given.progress),
        )
