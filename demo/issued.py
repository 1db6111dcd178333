"""The issued file as an office gets it: a zip made on Windows, GBK inside and out.

No .cpg, no language id in the DBF, one .prj missing, all eastings in zone 39 with prefix.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from pathlib import Path
from typing import Dict, Iterator, List, Sequence

from osgeo import gdal, ogr

from ..core.mu import round_half_up
from .files import ZONE_39, Fields, Row, number, text, write_layer
from .names import COUNTY_CODE, COUNTY_NAME
from .patches import M2_PER_MU, Site
from .scenarios import CHANGE_CATEGORIES, CHANGE_TYPES

MONTH = "202304"
BEFORE, AFTER = "20230215", "20230408"
LAND_LAYER, MINERAL_LAYER = "土地卫片图斑", "矿产卫片图斑"
_WRITTEN = (2023, 4, 11, 9, 30, 0)
_LANGUAGE_ID_AT = 29

# Version 1 of the producers' fields, and the patch class.
_FIELDS: Fields = {
    "XZQDM": text(6),
    "XMC": text(30),
    "JCBH": text(18),
    "TBLB": text(10),
    "TBLBMC": text(30),
    "TBLX": text(10),
    "TBLXMC": text(30),
    "TZ": text(10),
    "QSX": text(20),
    "HSX": text(20),
    "DQJH": text(100),
    "QQJH": text(100),
    "LZB": number(18, 6),
    "BZB": number(18, 6),
    "JCMJ": number(17, 1),
    "JCLB": text(6),
    "ZDBH": text(30),
    "QQTBLX": text(10),
    "SFWBHTB": text(2),
    "BZ": text(100),
    "ZDLX": text(10),
}
_CLASS: Fields = {"TBFL": text(30)}


class _WindowsName(zipfile.ZipInfo):
    """A member name in GBK without the UTF-8 flag, which zipfile has no public way to write."""

    def _encodeFilenameFlags(self) -> tuple:
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def write_issued(path: Path, sites: Sequence[Site]) -> None:
    """Write the zip with the land and the mineral shapefile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    land = [site for site in sites if not site.scenario.is_mineral]
    mineral = [site for site in sites if site.scenario.is_mineral]
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        members: List[Path] = []
        members += _shapefile(Path(folder), LAND_LAYER, {**_FIELDS, **_CLASS}, land, True)
        members += _shapefile(Path(folder), MINERAL_LAYER, _FIELDS, mineral, False)
        _zip(path, members)


def _shapefile(
    folder: Path, layer: str, fields: Fields, sites: Sequence[Site], with_prj: bool
) -> List[Path]:
    dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(folder / f"{layer}.shp"))
    gdal.SetConfigOption("DBF_DATE_LAST_UPDATE", "2023-04-11")
    options = ["ENCODING=CP936", "DBF_DATE_LAST_UPDATE=2023-04-11"]
    write_layer(dataset, layer, ZONE_39, fields, _rows(sites), options)
    del dataset
    _forget_encoding(folder / f"{layer}.dbf")
    suffixes = [".shp", ".shx", ".dbf", *([".prj"] if with_prj else [])]
    return [folder / f"{layer}{suffix}" for suffix in suffixes]


def _forget_encoding(dbf: Path) -> None:
    content = bytearray(dbf.read_bytes())
    content[_LANGUAGE_ID_AT] = 0
    dbf.write_bytes(bytes(content))


def _rows(sites: Sequence[Site]) -> Iterator[Row]:
    for site in sites:
        yield [[site.plane]], _attributes(site)


def _attributes(site: Site) -> Dict[str, object]:
    scenario = site.scenario
    west, south, east, north = (
        *site.degrees.min(axis=0),
        *site.degrees.max(axis=0),
    )
    mu = round_half_up(site.area_m2 / M2_PER_MU, 1)
    return {
        "XZQDM": COUNTY_CODE,
        "XMC": COUNTY_NAME,
        "JCBH": site.number,
        "TBLB": scenario.change[:2],
        "TBLBMC": CHANGE_CATEGORIES[scenario.change[:2]],
        "TBLX": scenario.change,
        "TBLXMC": CHANGE_TYPES[scenario.change],
        "TZ": "持续" if scenario.before else "新增",
        "QSX": BEFORE,
        "HSX": AFTER,
        "DQJH": f"XUGOU1_DEMO_E115.5_N36.4_{AFTER}_L1A",
        "QQJH": f"XUGOU1_DEMO_E115.5_N36.4_{BEFORE}_L1A",
        "LZB": round(float(west + east) / 2, 6),
        "BZB": round(float(south + north) / 2, 6),
        "JCMJ": float(mu),
        "JCLB": MONTH,
        "ZDBH": f"AUTO{site.number[-6:]}",
        "QQTBLX": "0832" if scenario.before else "0101",
        "SFWBHTB": "2",
        "BZ": scenario.remark,
        "ZDLX": scenario.change[:2],
        "TBFL": scenario.patch_class,
    }


def _zip(path: Path, members: Sequence[Path]) -> None:
    unfinished = path.with_name(path.name + ".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            info = _WindowsName(member.name, _WRITTEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, member.read_bytes())
    os.replace(unfinished, path)
