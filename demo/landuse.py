"""The land-use layer DLTB with the fields of TD/T 1057-2020."""

from __future__ import annotations

from typing import Dict, Iterator, List

import numpy as np

from ..core import areas
from ..core.mu import round_half_up
from .county import Plan
from .files import Fields, Row, number, text, whole
from .names import (
    COUNTY_CODE,
    CULTIVATED,
    FICTIONAL,
    LAND_USE,
    LINEAR,
    TOWNS,
    village_code,
    village_name,
)
from .partition import Mesh

DLTB: Fields = {
    "BSM": text(18),
    "YSDM": text(10),
    "TBYBH": text(18),
    "TBBH": text(8),
    "DLBM": text(5),
    "DLMC": text(60),
    "QSXZ": text(2),
    "QSDWDM": text(19),
    "QSDWMC": text(60),
    "ZLDWDM": text(19),
    "ZLDWMC": text(60),
    "TBMJ": number(15, 2),
    "KCDLBM": text(5),
    "KCXS": number(6, 4),
    "KCMJ": number(15, 2),
    "TBDLMJ": number(15, 2),
    "GDLX": text(2),
    "GDPDJB": text(2),
    "XZDWKD": number(5, 1),
    "TBXHDM": text(6),
    "TBXHMC": text(20),
    "ZZSXDM": text(6),
    "ZZSXMC": text(20),
    "GDDB": whole(),
    "FRDBS": text(1),
    "CZCSXM": text(4),
    "SJNF": whole(),
    "MSSM": text(2),
    "HDMC": text(100),
    "BZ": text(254),
}
SLOPE_DEDUCTION = 0.0825
_STATE_OWNED = ("1003", "1101", "1107A", "1109", "09")


def cell_areas_m2(mesh: Mesh) -> np.ndarray:
    """Official area of every cell. No edge reaches 70 m, so none has to be cut."""
    x, y = areas.equal_area(*mesh.degrees.T)
    result = np.zeros(len(mesh.cells))
    for number_of, rings in enumerate(mesh.rings):
        for ring in rings:
            u, v = x[ring] - x[ring[0]], y[ring] - y[ring[0]]
            result[number_of] += (np.dot(u[:-1], v[1:]) - np.dot(u[1:], v[:-1])) / 2
    return result


def recorded_cells(plan: Plan, mesh: Mesh) -> List[int]:
    """Cells inside the county; the landscape around it has no record."""
    return [n for n, cell in enumerate(mesh.cells) if plan.blocks[cell.block].in_county]


def rows(plan: Plan, mesh: Mesh, area_m2: np.ndarray) -> Iterator[Row]:
    """DLTB rows in degrees."""
    for serial, cell in enumerate(recorded_cells(plan, mesh), start=1):
        polygon = [mesh.degrees[ring] for ring in mesh.rings[cell]]
        yield [polygon], _attributes(plan, mesh, cell, serial, float(area_m2[cell]))


def location(plan: Plan, mesh: Mesh, cell: int) -> Dict[str, str]:
    """Where a cell lies: township and village, codes and names."""
    block = plan.blocks[mesh.cells[cell].block]
    name = TOWNS[block.town][1] + village_name(block.village)
    return {"code": village_code(block.town, block.village), "name": name}


def _attributes(
    plan: Plan, mesh: Mesh, number_of: int, serial: int, area: float
) -> Dict[str, object]:
    cell = mesh.cells[number_of]
    place = location(plan, mesh, number_of)
    block = plan.blocks[cell.block]
    state = cell.code in _STATE_OWNED or (block.kind == "town" and cell.code != "0102")
    gross = round_half_up(area)
    deduction = SLOPE_DEDUCTION if cell.slope and cell.code in CULTIVATED else 0.0
    deducted = round_half_up(float(gross) * deduction)
    values: Dict[str, object] = {
        "BSM": f"{COUNTY_CODE}2110{serial:08d}",
        "YSDM": "2001010100",
        "TBYBH": f"{serial:08d}",
        "TBBH": f"{serial:d}",
        "DLBM": cell.code,
        "DLMC": LAND_USE[cell.code],
        "QSXZ": "20" if state else "30",
        "QSDWDM": place["code"],
        "QSDWMC": place["name"],
        "ZLDWDM": place["code"],
        "ZLDWMC": place["name"],
        "TBMJ": float(gross),
        "KCDLBM": "1203" if deduction else None,
        "KCXS": deduction,
        "KCMJ": float(deducted),
        "TBDLMJ": float(gross - deducted),
        "FRDBS": "0",
        "SJNF": 2022,
        "MSSM": "00",
        "BZ": FICTIONAL if serial == 1 else None,
    }
    values.update(_cultivation(cell.code, cell.slope))
    if cell.code in LINEAR:
        values["XZDWKD"] = _width_m(cell.shell)
    if cell.code in ("0702", "1004"):
        values["CZCSXM"] = "202" if block.kind == "town" else "203"
    return values


def _cultivation(code: str, slope: bool) -> Dict[str, object]:
    if code in CULTIVATED:
        return {
            "GDLX": "TT" if slope else "PD",
            "GDPDJB": "2" if slope else "1",
            "ZZSXDM": "LS",
            "ZZSXMC": "种植粮食作物",
            "GDDB": 7 if slope else 5,
        }
    if code.endswith("K"):
        return {"ZZSXDM": "GCHF" if code == "0301K" else "JKHF"}
    return {}


def _width_m(shell: list) -> float:
    us, vs = [u for u, _ in shell], [v for _, v in shell]
    return min(max(us) - min(us), max(vs) - min(vs)) / 10
