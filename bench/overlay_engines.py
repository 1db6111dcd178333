"""One run of Tuban or of a QGIS algorithm for bench/overlay.py, in a process of its own.

Arguments: engine, folder of the land, patches, table. Each writes the table of overlay_peers.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path.insert(0, str(TESTS))

import conftest  # noqa: F401 - registers the checkout as tuban
from overlay_peers import LAYERS, Row, write_rows

ROLES = {
    "land_use": "DLTB",
    "basic_farmland": "YJJBNTTB",
    "red_line": "STBHHX",
    "urban": "CZKFBJ",
}
QGIS_PLUGINS = "/usr/share/qgis/python/plugins"
PLAN = "liaocheng-2023"


class Engine(NamedTuple):
    """How it is run, what it computes, and whether it needs QGIS."""

    run: Callable[[Path, Path], Iterable[Row]]
    computes: str
    in_qgis: bool


def sources_of(land: Path, suffix: str = ".gpkg", roles: Iterable[str] = ROLES) -> List[Any]:
    """The layers of a land in their roles."""
    from tuban.core.overlay.files import open_source
    from tuban.core.plan import load_plan

    plan = load_plan(PLAN)
    return [open_source(plan.layer_role(role), land / f"{ROLES[role]}{suffix}") for role in roles]


def parcels_in(patches: Path) -> List[Any]:
    """The patches of a file as parcels."""
    from osgeo import ogr

    from tuban.core.overlay.given import parcels_of

    opened = ogr.Open(str(patches))
    rows = [
        (one.GetFieldAsString(0), bytes(one.GetGeometryRef().ExportToIsoWkb()))
        for one in opened.GetLayer(0)
    ]
    return parcels_of(rows)


def _tuban(threads: int) -> Callable[[Path, Path], Iterator[Row]]:
    def run(land: Path, patches: Path) -> Iterator[Row]:
        from tuban.core.overlay.run import overlay_parcels
        from tuban.core.plan import load_plan

        sources = sources_of(land)
        figures = overlay_parcels(parcels_in(patches), sources, load_plan(PLAN), threads=threads)
        for one in figures:
            for code, area in one.by_code_m2.items():
                yield one.parcel_number, "DLTB", code, float(area)
            for role, layer in ROLES.items():
                area = getattr(one, f"{role}_m2", None)
                if area is not None:
                    yield one.parcel_number, layer, "", float(area)

    return run


def _loaded(land: Path, patches: Path) -> Dict[str, Any]:
    from qgis.core import QgsVectorLayer

    names = {"patches": patches, **{name: land / f"{name}.gpkg" for name in LAYERS}}
    return {name: QgsVectorLayer(str(path), name, "ogr") for name, path in names.items()}


def _context(layers: Dict[str, Any]) -> Any:
    from qgis.core import QgsFeatureRequest, QgsProcessingContext, QgsProject

    project = QgsProject.instance()
    project.addMapLayers(list(layers.values()))
    project.setCrs(layers["patches"].crs())
    project.setEllipsoid(layers["patches"].crs().ellipsoidAcronym())
    context = QgsProcessingContext()
    context.setProject(project)
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    return context


def _algorithm(land: Path, patches: Path) -> Iterator[Row]:
    """tuban:overlay as the toolbox runs it; both tables in memory."""
    import processing

    layers = _loaded(land, patches)
    asked = {
        "PATCHES": layers["patches"],
        "KEY": "TBBH",
        "LAND_USE": layers["DLTB"],
        "BASIC_FARMLAND": layers["YJJBNTTB"],
        "RED_LINE": layers["STBHHX"],
        "URBAN_BOUNDARY": layers["CZKFBJ"],
        "SUMMARY": "memory:",
        "DETAIL": "memory:",
    }
    found = processing.run("tuban:overlay", asked, context=_context(layers))
    for row in found["DETAIL"].getFeatures():
        yield row["key"], "DLTB", row["code"], float(row["area_m2"])
    for row in found["SUMMARY"].getFeatures():
        for role in ("basic_farmland", "red_line", "urban"):
            yield row["key"], ROLES[role], "", float(row[f"{role}_m2"])


def _overlaps(land: Path, patches: Path) -> Iterator[Row]:
    import processing

    layers = _loaded(land, patches)
    others = [layers[name] for name in LAYERS]
    asked = {"INPUT": layers["patches"], "LAYERS": others, "OUTPUT": "memory:"}
    context = _context(layers)
    found = processing.run("native:calculatevectoroverlaps", asked, context=context)["OUTPUT"]
    for row in found.getFeatures():
        for name in LAYERS:
            yield row["TBBH"], name, "", float(row[f"{name}_area"])


def _intersection(land: Path, patches: Path) -> Iterator[Row]:
    import processing
    from qgis.core import QgsDistanceArea

    layers = _loaded(land, patches)
    own, context = layers["patches"], _context(layers)
    measure = QgsDistanceArea()
    measure.setSourceCrs(own.crs(), context.transformContext())
    measure.setEllipsoid(own.crs().ellipsoidAcronym())
    for name in LAYERS:
        asked = {
            "INPUT": own,
            "OVERLAY": layers[name],
            "INPUT_FIELDS": ["TBBH"],
            "OVERLAY_FIELDS": ["DLBM" if name == "DLTB" else "BH"],
            "OVERLAY_FIELDS_PREFIX": "o_",
            "OUTPUT": "memory:",
        }
        pieces = processing.run("native:intersection", asked, context=context)["OUTPUT"]
        for piece in pieces.getFeatures():
            code = piece["o_DLBM"] if name == "DLTB" else ""
            yield piece["TBBH"], name, code, measure.measureArea(piece.geometry())


_FIGURES = "areas per code, deduction, identity to 0.01 mu, proof, SHA-256 of the files"
ENGINES: Dict[str, Engine] = {
    "tuban": Engine(_tuban(1), _FIGURES, False),
    "tuban, 2 threads": Engine(_tuban(2), _FIGURES, False),
    "tuban:overlay in QGIS": Engine(_algorithm, _FIGURES + ", in mu, tables", True),
    "calculatevectoroverlaps": Engine(_overlaps, "four totals per patch", True),
    "native:intersection": Engine(_intersection, "pieces, their areas", True),
}


def start_qgis() -> Any:
    """QGIS without windows, with its own algorithms and ours."""
    sys.path.append(QGIS_PLUGINS)
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    registry = application.processingRegistry()
    if "native" not in {one.id() for one in registry.providers()}:
        registry.addProvider(QgsNativeAlgorithms())
    return application


def register_tuban(application: Any) -> Any:
    """Our algorithms beside QGIS's, as long as the returned provider is kept."""
    from tuban.processing_provider.provider import TubanProvider

    provider = TubanProvider()
    application.processingRegistry().addProvider(provider)
    return provider


def main() -> None:
    """One run; the last line says how long it took without starting up."""
    name, land, patches, table = sys.argv[1:]
    engine = ENGINES[name]
    application = start_qgis() if engine.in_qgis else None
    provider = register_tuban(application) if engine.run is _algorithm else None
    begun = time.perf_counter()
    write_rows(engine.run(Path(land), Path(patches)), Path(table))
    print(json.dumps({"work": time.perf_counter() - begun}), flush=True)
    del provider, application
    os._exit(0)  # QGIS, taken down in any order, ends in a crash that is not ours


if __name__ == "__main__":
    main()
