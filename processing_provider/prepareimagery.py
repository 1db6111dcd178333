"""Algorithm: the tiles around a month's patches, packed into one file for work without network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Dict, List, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProject,
)

from ..core.errors import InputError
from ..core.text import text
from ..maps.settings import Settings
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..core.imagery import Epoch, Fetching
    from ..maps.imagery.packing import Make

DEEPEST, WIDEST_M = 22, 5000


class PrepareImagery(TubanAlgorithm):
    """Tells the size, then brings the tiles; goes on where it was cut."""

    ID = "prepareimagery"
    LAYER = "LAYER"
    ZOOM_FROM = "ZOOM_FROM"
    ZOOM_TO = "ZOOM_TO"
    AROUND = "AROUND"
    ONLY_SIZE = "ONLY_SIZE"
    OUTPUT = "OUTPUT"
    TILES = "TILES"
    MEGABYTES = "MEGABYTES"

    def __init__(self) -> None:
        super().__init__()
        self._make: Optional[Make] = None
        self._epoch: Optional[Epoch] = None

    def title(self) -> str:
        return tr("Prepare imagery offline")

    def about(self) -> str:
        return tr(
            "Packs the pictures around a month's patches into one MBTiles file.\n"
            "Any picture layer serves: XYZ, WMTS, WMS, files. The size is told first. A run that "
            "was stopped or cut goes on where it was when it is run again with the same values. "
            "Nothing is recorded. Add the file to the project and confirm its date under Imagery."
        )

    def rule(self) -> str:
        return tr(
            "Military patches are left out: a request would tell the service where they are. "
            "Zooms, margin, pause and the most tiles at once are in imagery.json of the work plan. "
            "Whether a service may be used like this is between it and the office."
        )

    def words(self) -> List[str]:
        return ["mbtiles", "tiles", "offline", "影像", "瓦片", "离线"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month whose patches are wanted, like 2023-04."))
        self.add(
            QgsProcessingParameterRasterLayer(self.LAYER, tr("Picture layer")),
            tr("A layer of the project, or a file: where the pictures come from."),
        )
        whole = QgsProcessingParameterNumber.Type.Integer
        for name, title, most, told in (
            (self.ZOOM_FROM, tr("First zoom"), DEEPEST, tr("Empty: as in the work plan.")),
            (self.ZOOM_TO, tr("Last zoom"), DEEPEST, tr("18 is about 0.6 m on the ground.")),
            (self.AROUND, tr("Margin (m)"), WIDEST_M, tr("Metres around each patch.")),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, title, whole, None, optional=True, minValue=0, maxValue=most
                ),
                told,
            )
        self.add(
            QgsProcessingParameterBoolean(self.ONLY_SIZE, tr("Only tell the size"), False),
            tr("Counts the tiles and brings a few of them to know how large they are."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Packed imagery"), "MBTiles (*.mbtiles)"
            ),
            tr("The file to be made. While it is filled it is called ….part."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.TILES, tr("Tiles")))
        self.addOutput(QgsProcessingOutputNumber(self.MEGABYTES, tr("Megabytes")))

    def prepareAlgorithm(
        self, parameters: dict, context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        # Here, because layers and the store of keys belong to the main thread.
        from ..maps.imagery import epoch_of
        from ..maps.imagery.packing import source_of
        from ..maps.imagery.services import OfficeKeys, qgis_proxy

        layer = self.parameterAsRasterLayer(parameters, self.LAYER, context)
        if layer is not None and layer.isValid():
            project = context.project() or QgsProject.instance()
            self._make = source_of(layer, project, OfficeKeys(Settings()), qgis_proxy())
            self._epoch = epoch_of(layer)
        return True

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.imagery import imagery_rules
        from ..core.legality import military_patches
        from ..maps.imagery.packing import Packing

        month, target = given.required_month(self.MONTH), given.destination(self.OUTPUT)
        if self._make is None:
            raise InputError(text("The picture layer cannot be shown. Choose another one."))
        with given.casebook(read_only=True) as book:
            plan, dossiers = given.plan(book), book.dossiers(month)
        hidden = military_patches(dossiers, plan)
        patches = {one.patch.number: one.patch.geometry for one in dossiers}
        wkbs = [wkb for number, wkb in sorted(patches.items()) if number not in hidden]
        limits = self._limits(given, imagery_rules(plan).fetching)
        zooms = range(limits.zoom_from, limits.zoom_to + 1)
        packing = Packing(self._make(limits), wkbs, zooms, limits, target)
        day = self._epoch.day.isoformat() if self._epoch and self._epoch.day else ""
        size = packing.run(given.progress, day, given.flag(self.ONLY_SIZE))
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.OUTPUT: str(target),
            self.TILES: size.tiles,
            self.MEGABYTES: round(size.bytes / 1e6, 2),
        }

    def _limits(self, given: Given, limits: Fetching) -> Fetching:
        """The plan's limits, with what was given in their place."""
        names = {"zoom_from": self.ZOOM_FROM, "zoom_to": self.ZOOM_TO, "around_m": self.AROUND}
        values = {
            field: self.parameterAsInt(given.parameters, name, given.context)
            for field, name in names.items()
            if given.parameters.get(name) is not None
        }
        limits = replace(limits, **values)
        if limits.zoom_from > limits.zoom_to:
            raise InputError(text("The first zoom is above the last one."))
        return limits
