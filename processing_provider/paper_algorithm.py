"""What the algorithms have in common that write a paper of the city."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Dict, List, Optional

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsProject,
)

from ..core.progress import check_cancelled
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..core.reports.papers import Desk, Wanted
    from ..maps.paper_files import Written
    from ..maps.paper_pictures import Outlines


class PaperAlgorithm(TubanAlgorithm):
    """Writes papers as Word, PDF and workbook, each with where its figures are from."""

    DAY = "DAY"
    FOLDER = "FOLDER"
    TEMPLATE = "TEMPLATE"
    COUNTIES = "COUNTIES"
    CASES = "CASES"
    PDF = "PDF"
    FILES = "FILES"
    FINDINGS = "FINDINGS"

    def group(self) -> str:
        return tr("The city's papers")

    def groupId(self) -> str:
        return "papers"

    def wanted(self, given: Given, desk: Desk, day: Optional[date]) -> List[Wanted]:
        """The papers that are asked for."""
        raise NotImplementedError

    def rule(self) -> str:
        return tr(
            "Tables, sentences and typical cases are those of the work plan's reports.json and "
            "statistics.json; what is drafted is marked as a draft. A template of the same name "
            "in the folder “templates” of the office's own plan comes before Tuban's. Parents "
            "and children of a division are never counted together; military patches are "
            "neither counted nor shown; nobody is named."
        )

    def add_papers(self) -> None:
        """The parameters that all of them have, after those of their own."""
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("As of the end of which day, like 2023-04-25; empty: as things stand now."),
        )
        behavior = QgsProcessingParameterFile.Behavior.Folder
        self.add(
            QgsProcessingParameterFile(self.FOLDER, tr("Folder"), behavior=behavior),
            tr("Where to put the files; those of the same name are replaced."),
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.COUNTIES,
                tr("Counties"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            tr(
                "Outlines of counties for the maps, with a field of their codes or names; empty: "
                "a line round the parcels of each."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(self.PDF, tr("Also as PDF"), True),
            tr("Prints the same pages without an office program."),
        )
        self.add_advanced(
            QgsProcessingParameterFile(
                self.TEMPLATE, tr("Template"), optional=True, fileFilter="Word (*.docx)"
            ),
            tr("A template in Word; empty: the office's own, or Tuban's."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.FILES, tr("Files written")))
        self.addOutput(
            QgsProcessingOutputNumber(self.FINDINGS, tr("Places that do not fit the template"))
        )

    def add_cases(self) -> None:
        """Typical cases that somebody chooses."""
        self.add(
            QgsProcessingParameterString(self.CASES, tr("Typical cases"), optional=True),
            tr(
                "Numbers of parcels, separated by commas, that are told of before those that the "
                "plan's rules choose."
            ),
        )

    def cases(self, given: Given) -> tuple[str, ...]:
        """The parcels that were chosen by hand."""
        return tuple(given.names(self.CASES))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.reports.papers import Desk
        from ..maps.words import chinese

        day, folder = given.day(self.DAY), given.folder(self.FOLDER)
        with given.casebook(read_only=True) as book:
            desk = Desk(book, given.plan(book), chinese)
            chosen = self.wanted(given, desk, day)
            outlines = self._outlines(given, desk.facts(day).unit_names)
            written = [
                self._written(given, desk, one, folder, outlines, at / len(chosen))
                for at, one in enumerate(chosen)
            ]
        for paper in written:
            for path in paper.files:
                given.feedback.pushInfo(str(path))
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.FILES: sum(len(one.files) for one in written),
            self.FINDINGS: sum(len(one.findings) for one in written),
        }

    def _written(
        self,
        given: Given,
        desk: Desk,
        wanted: Wanted,
        folder: Path,
        outlines: Optional[Outlines],
        share: float,
    ) -> Written:
        from ..maps.paper_files import write_paper

        check_cancelled(given.progress)
        given.feedback.setProgress(100 * share)
        template, pdf = given.optional_path(self.TEMPLATE), given.flag(self.PDF)
        written = write_paper(desk, wanted, folder, template, outlines, pdf)
        given.tell(written.findings)
        return written

    def _outlines(self, given: Given, names: Dict[str, str]) -> Optional[Outlines]:
        from ..maps.county_outlines import best_field, outlines_from

        source = self.parameterAsSource(given.parameters, self.COUNTIES, given.context)
        if source is None:
            return None
        # Of this thread's own: the project's layer belongs to the window.
        layer = source.materialize(QgsFeatureRequest(), given.feedback)
        found = best_field(layer, names)
        if found is None:
            given.feedback.pushWarning(
                tr("No field of the layer has codes or names of the counties; it is not drawn.")
            )
            return None
        return outlines_from(found, names, given.context.project() or QgsProject.instance())
