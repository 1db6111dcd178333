"""The base layers of the office: land use, protected land, boundaries, approvals."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterator, List, Sequence

import numpy as np

from ..core import areas
from ..core.geometry import Polygon
from ..core.mu import round_half_up
from . import landuse
from .chance import rng
from .county import Plan
from .files import GEOGRAPHIC, ZONE_39, Fields, Row, number, text, whole, write_geopackage
from .names import COUNTY_CODE, COUNTY_NAME, FICTIONAL, LAND_USE, TOWNS
from .partition import Mesh
from .patches import Site
from .protected import Protected

_BASIC: Fields = {
    "BSM": text(18),
    "YSDM": text(10),
    "XZQDM": text(6),
    "XZQMC": text(60),
    "YJJBNTTBBH": text(20),
    "TBBH": text(8),
    "DLBM": text(5),
    "DLMC": text(60),
    "ZLDWDM": text(19),
    "ZLDWMC": text(60),
    "YJJBNTTBMJ": number(15, 2),
    "YJJBNTMJ": number(15, 2),
    "SJNF": whole(),
    "BZ": text(254),
}
_RED_LINE: Fields = {
    "BSM": text(18),
    "YSDM": text(10),
    "XJXZQDM": text(6),
    "XJXZQMC": text(60),
    "MC": text(100),
    "LHLX": text(20),
    "MJ": number(15, 2),
    "BZ": text(254),
}
_URBAN: Fields = {
    "BSM": text(18),
    "YSDM": text(10),
    "XZQDM": text(6),
    "XZQMC": text(60),
    "GHFQDM": text(10),
    "GHFQMC": text(60),
    "MJ": number(15, 2),
    "BZ": text(254),
}
_DISTRICT: Fields = {
    "BSM": text(18),
    "YSDM": text(10),
    "XZQDM": text(12),
    "XZQMC": text(60),
    "MJ": number(15, 2),
    "BZ": text(254),
}
_APPROVAL: Fields = {
    "PZWH": text(60),
    "XMMC": text(100),
    "PZRQ": text(10),
    "PZMJ": number(15, 2),
    "BZ": text(254),
}
_OWN_FIELDS: Dict[str, Fields] = {
    "农转用": {},
    "供地": {"DZJGH": text(40)},
    "临时用地": {"SXRQ": text(10)},
    "设施农业用地": {"BAH": text(40)},
    "采矿权": {"XKZH": text(40), "YXQZ": text(10)},
}
_DUPLICATES = 6
_FIRST_NAMES = ("宏达", "金穗", "聚源", "永盛", "泰丰", "鑫泽", "兴农", "博远", "瑞祥", "恒通")
_TRADES = {
    "factory": "机械加工项目",
    "site": "标准厂房项目",
    "highway": "道路工程",
    "greenhouse": "蔬菜大棚",
    "livestock": "养殖场",
    "yard": "施工料场",
    "pit": "建筑用砂矿",
}


def write_base(
    folder: Path, plan: Plan, mesh: Mesh, protected: Protected, sites: Sequence[Site]
) -> Dict[str, int]:
    """Write all base layers; returns the number of rows by layer."""
    area_m2 = landuse.cell_areas_m2(mesh)
    tables = {
        "DLTB": (GEOGRAPHIC, landuse.DLTB, landuse.rows(plan, mesh, area_m2)),
        "YJJBNTTB": (ZONE_39, _BASIC, _basic(plan, mesh, protected, area_m2)),
        "STBHHX": (GEOGRAPHIC, _RED_LINE, _red_line(protected)),
        "CZKFBJ": (GEOGRAPHIC, _URBAN, _urban(protected)),
        "XZQ": (GEOGRAPHIC, _DISTRICT, _districts(plan, mesh)),
    }
    for layer, own in _OWN_FIELDS.items():
        tables[layer] = (GEOGRAPHIC, {**_APPROVAL, **own}, approvals(layer, plan, sites))
    return {
        layer: write_geopackage(folder / f"{layer}.gpkg", layer, epsg, fields, rows)
        for layer, (epsg, fields, rows) in tables.items()
    }


def _basic(plan: Plan, mesh: Mesh, protected: Protected, area_m2: np.ndarray) -> Iterator[Row]:
    chance = rng(plan.seed, "duplicates")
    cells: List[int] = list(protected.basic_cells)
    doubled = sorted(chance.choice(len(cells), min(_DUPLICATES, len(cells)), replace=False))
    cells += [cells[n] for n in doubled]
    for serial, cell in enumerate(cells, start=1):
        place = landuse.location(plan, mesh, cell)
        code = mesh.cells[cell].code
        gross = round_half_up(float(area_m2[cell]))
        share = 1 - landuse.SLOPE_DEDUCTION * mesh.cells[cell].slope
        yield (
            [[mesh.plane[ring] for ring in mesh.rings[cell]]],
            {
                "BSM": f"{COUNTY_CODE}3110{serial:08d}",
                "YSDM": "2005010300",
                "XZQDM": COUNTY_CODE,
                "XZQMC": COUNTY_NAME,
                "YJJBNTTBBH": f"{serial:07d}",
                "TBBH": f"{serial:d}",
                "DLBM": code,
                "DLMC": LAND_USE[code],
                "ZLDWDM": place["code"],
                "ZLDWMC": place["name"],
                "YJJBNTTBMJ": float(gross),
                "YJJBNTMJ": float(round_half_up(float(gross) * share)),
                "SJNF": 2022,
                "BZ": FICTIONAL if serial == 1 else None,
            },
        )


def _red_line(protected: Protected) -> Iterator[Row]:
    yield (
        [protected.red_line],
        {
            "BSM": f"{COUNTY_CODE}411000000001",
            "YSDM": "3001080000",
            "XJXZQDM": COUNTY_CODE,
            "XJXZQMC": COUNTY_NAME,
            "MC": "虚构河水源涵养生态保护红线（演示）",
            "LHLX": "水源涵养",
            "MJ": _m2([protected.red_line]),
            "BZ": FICTIONAL,
        },
    )


def _urban(protected: Protected) -> Iterator[Row]:
    for serial, polygon in enumerate(protected.urban, start=1):
        yield (
            [polygon],
            {
                "BSM": f"{COUNTY_CODE}5110{serial:08d}",
                "YSDM": "2003020110",
                "XZQDM": COUNTY_CODE,
                "XZQMC": COUNTY_NAME,
                "GHFQDM": "610",
                "GHFQMC": "城镇集中建设区",
                "MJ": _m2([polygon]),
                "BZ": FICTIONAL,
            },
        )


def _districts(plan: Plan, mesh: Mesh) -> Iterator[Row]:
    recorded = landuse.recorded_cells(plan, mesh)
    groups = [(COUNTY_CODE, COUNTY_NAME, recorded)]
    for town, (code, name) in enumerate(TOWNS):
        cells = [n for n in recorded if plan.blocks[mesh.cells[n].block].town == town]
        groups.append((COUNTY_CODE + code, name, cells))
    for serial, (code, name, cells) in enumerate(groups, start=1):
        polygons = [[mesh.degrees[ring] for ring in polygon] for polygon in mesh.union(cells)]
        yield (
            polygons,
            {
                "BSM": f"{COUNTY_CODE}6110{serial:08d}",
                "YSDM": "1000600100",
                "XZQDM": code,
                "XZQMC": name,
                "MJ": _m2(polygons),
                "BZ": FICTIONAL,
            },
        )


def approvals(layer: str, plan: Plan, sites: Sequence[Site]) -> Iterator[Row]:
    """The extents of one kind of approval, with document numbers that say they are fictional."""
    chance = rng(plan.seed, "approvals", layer)
    serial = 0
    for site in sites:
        if layer not in site.approvals:
            continue
        serial += 1
        polygon = [site.approvals[layer]]
        month, day = int(chance.integers(3, 13)), int(chance.integers(1, 29))
        yield (
            [polygon],
            {
                "PZMJ": _m2([polygon]),
                "XMMC": project_name(site),
                "PZRQ": f"2022-{month:02d}-{day:02d}",
                "BZ": FICTIONAL,
                **_document(layer, site, serial),
            },
        )


def _document(layer: str, site: Site, serial: int) -> Dict[str, object]:
    if layer == "供地":
        return {
            "PZWH": f"虚政土供〔2022〕演示{serial}号",
            "DZJGH": supply_number(site),
        }
    if layer == "临时用地":
        expired = site.scenario.verdict == ("temporary", "expired")
        return {
            "PZWH": f"虚自然资临〔2022〕演示{serial}号",
            "SXRQ": "2023-02-28" if expired else "2024-06-30",
        }
    if layer == "设施农业用地":
        return {"PZWH": f"虚设农备〔2022〕演示{serial}号", "BAH": filing_number(site)}
    if layer == "采矿权":
        return {
            "PZWH": f"虚采登〔2021〕演示{serial}号",
            "XKZH": f"演示C{COUNTY_CODE}2021{site.number[-6:]}",
            "YXQZ": licence_end(site),
        }
    return {"PZWH": f"虚政土字〔2022〕演示{serial}号"}


def licence_end(site: Site) -> str:
    """The day on which a mining licence ends."""
    return "2022-12-31" if site.scenario.verdict[1] == "expired" else "2026-06-30"


def supply_number(site: Site) -> str:
    """电子监管号 of the supply for a site; not a number that exists."""
    return f"演示{COUNTY_CODE}2022B{site.number[-5:]}"


def filing_number(site: Site) -> str:
    """上图入库号 of the facility of a site; not a number that exists."""
    return f"演示SSNY{COUNTY_CODE}2022{site.number[-5:]}"


def project_name(site: Site) -> str:
    """A project's name."""
    first = _FIRST_NAMES[int(site.number[-4:]) % len(_FIRST_NAMES)]
    return f"虚构{first}{_TRADES[site.scenario.painter]}（演示）"


def _m2(polygons: List[Polygon]) -> float:
    return float(round_half_up(areas.multipolygon_area_m2(polygons)))
