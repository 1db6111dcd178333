"""Algorithm: the list of patches that the city visits, in an order to drive."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
)

from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm


class MustVisitRoute(TubanAlgorithm):
    """Writes the month's must-visit patches as GPX, KML and xlsx."""

    ID = "mustvisit"
    FOLDER = "FOLDER"
    GPX = "GPX"
    KML = "KML"
    XLSX = "XLSX"
    STOPS = "STOPS"

    def title(self) -> str:
        return tr("City must-visit list")

    def about(self) -> str:
        return tr(
            "Writes the month's patches that the city has to visit, as GPX, KML and xlsx.\n"
            "The stops are in an order to drive: from the westernmost one always on to the "
            "nearest that is left. The sheet shows each figure in mu twice: as the forms print "
            "it, and from the whole square metres. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "The thresholds are those of the work plan's must_visit.json, and a patch is "
            "measured whole, however it is divided. Military patches are left out. Positions are "
            "CGCS2000."
        )

    def words(self) -> List[str]:
        return ["gpx", "kml", "route", "外业", "必须外业核查", "市级核查"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month whose patches are visited, like 2023-04."))
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Where to put the three files."),
        )
        for name, label in (
            (self.GPX, tr("Waypoints and route (GPX)")),
            (self.KML, tr("Places with outlines (KML)")),
            (self.XLSX, tr("The list (xlsx)")),
        ):
            self.addOutput(QgsProcessingOutputFile(name, label))
        self.addOutput(QgsProcessingOutputNumber(self.STOPS, tr("Patches to visit")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.submission.visit_route import write_route

        month = given.required_month(self.MONTH)
        with given.casebook(read_only=True) as book:
            stops, paths = write_route(
                book, given.plan(book), month, given.folder(self.FOLDER), chinese
            )
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.GPX: str(paths["gpx"]),
            self.KML: str(paths["kml"]),
            self.XLSX: str(paths["xlsx"]),
            self.STOPS: len(stops),
        }
