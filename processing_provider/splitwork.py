"""Algorithm: working files for several people."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core.errors import InputError
from ..core.text import text
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm


class SplitWork(TubanAlgorithm):
    """Divides a month among people, each with a working file."""

    ID = "splitwork"
    PEOPLE = "PEOPLE"
    FOLDER = "FOLDER"
    FILES = "FILES"

    def title(self) -> str:
        return tr("Split work")

    def about(self) -> str:
        return tr(
            "Makes a working file for each of several people, with a share of a month's patches.\n"
            "The patches are shared out in the order of their numbers, which mostly keeps "
            "neighbours together. Each file is a whole copy of the casebook with its journal, "
            "military land included: give it only to those who may see all of that. It is merged "
            "back with “Merge working file” and cannot be handed up itself."
        )

    def rule(self) -> str:
        return tr("Every change stays in the journal with the file that it came from.")

    def words(self) -> List[str]:
        return ["people", "team", "share", "分工", "多人"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month to be shared out, like 2023-04."))
        self.add(
            QgsProcessingParameterString(self.PEOPLE, tr("People or townships")),
            tr("One name for each file, with commas between; the files are called so."),
        )
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Where to put the working files; photos go with them."),
        )
        self.add_who()
        self.addOutput(QgsProcessingOutputNumber(self.FILES, tr("Working files made")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.exchange.working import shares, split_work
        from ..core.files import file_name_of

        month, folder = given.required_month(self.MONTH), given.folder(self.FOLDER)
        named = given.string(self.PEOPLE).replace("，", ",").replace("、", ",").split(",")
        people = [one.strip() for one in named if one.strip()]
        if not people or len(set(people)) != len(people):
            raise InputError(text("Give each working file a name of its own."))
        with given.casebook() as book:
            numbers = [patch.number for patch in book.patches(month)]
            if len(numbers) < len(people):
                raise InputError(
                    text("{month} has fewer patches than there are people.", month=month)
                )
            for name, share in shares(numbers, people).items():
                path = folder / f"{book.path.stem}_{file_name_of(name)}.gpkg"
                split_work(book, name, share, path, given.progress)
        return {self.CASEBOOK: str(given.path(self.CASEBOOK)), self.FILES: len(people)}
