"""Algorithm: working files for several people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core.errors import InputError
from ..core.text import text
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..core.casebook import Casebook


class SplitWork(TubanAlgorithm):
    """Divides a month among people, each with a working file."""

    ID = "splitwork"
    PEOPLE = "PEOPLE"
    FOLDER = "FOLDER"
    FILES = "FILES"
    MILITARY = "MILITARY"

    def title(self) -> str:
        return tr("Split work")

    def about(self) -> str:
        return tr(
            "Makes a working file for each of several people, with a share of a month's patches.\n"
            "The patches are shared out in the order of their numbers, which mostly keeps "
            "neighbours together; without names each township has a file, as the overlay found "
            "it. Each file holds its patches with all that is recorded of them, and nothing else "
            "of the casebook; military land is given to nobody. It is merged back with “Merge "
            "working file” and cannot be handed up itself."
        )

    def rule(self) -> str:
        return tr("Every change stays in the journal with the file that it came from.")

    def words(self) -> List[str]:
        return ["people", "team", "share", "分工", "多人"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month to be shared out, like 2023-04."))
        self.add(
            QgsProcessingParameterString(self.PEOPLE, tr("People"), optional=True),
            tr(
                "One name for each file, with commas between; the files are called so. Empty: by "
                "township."
            ),
        )
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Where to put the working files; photos go with them."),
        )
        self.add_who()
        self.addOutput(QgsProcessingOutputNumber(self.FILES, tr("Working files made")))
        self.addOutput(QgsProcessingOutputNumber(self.MILITARY, tr("Military patches that stay")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.exchange.sharing import share_out

        month, folder = given.required_month(self.MONTH), given.folder(self.FOLDER)
        people = self._people(given)
        with given.casebook() as book:
            parts = _by_person(book, month, people) if people else _by_town(given, book, month)
            shared = share_out(book, given.plan(book), parts, folder, given.progress)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.FILES: len(shared.files),
            self.MILITARY: len(shared.military),
        }

    def _people(self, given: Given) -> List[str]:
        people = given.names(self.PEOPLE)
        if len(set(people)) != len(people):
            raise InputError(text("Give each working file a name of its own."))
        return people


def _by_person(book: Casebook, month: str, people: List[str]) -> Dict[str, List[str]]:
    from ..core.exchange.sharing import shares

    numbers = [patch.number for patch in book.patches(month)]
    if len(numbers) < len(people):
        raise InputError(text("{month} has fewer patches than there are people.", month=month))
    return shares(numbers, people)


def _by_town(given: Given, book: Casebook, month: str) -> Dict[str, List[str]]:
    from ..core.exchange.sharing import shares_by_town
    from ..maps.queues import towns_of

    rows = list(book.rows(month))
    if not rows:
        raise InputError(text("There are no patches of {month}.", month=month))
    towns = towns_of(rows, given.plan(book))
    places = ((row.patch_number, towns[row.parcel_number]) for row in rows)
    return shares_by_town(places, tr("elsewhere"))
