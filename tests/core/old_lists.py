"""Old lists as offices keep them, written cell by cell; and a casebook with a few illegal parcels.

Squares of 0.001° side by side; figures are typed, so that nothing here rests on the overlay.
"""

from __future__ import annotations

from decimal import Decimal

import numpy as np
from openpyxl import Workbook

from tuban.core.areas import multipolygon_area_m2
from tuban.core.casebook import create_casebook, events
from tuban.core.geometry import digest, wkb_from_multipolygon
from tuban.core.model import (
    Figures,
    Parcel,
    Patch,
    PatchKind,
    Source,
    Verdict,
    VerdictLevel,
)
from tuban.core.mu import round_half_up
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
D, SHA, LAT, WEST = Decimal, "ab" * 32, 36.4, 116.0
HEADINGS = [
    *("序号", "年度", "图斑编号", "地块编号", "位置", "违法主体", "发现时间"),
    *("面积（亩）", None, None, "整改时限", "整改情况", None, "验收时间", "销号时间", "备注"),
]
LOWER = [None] * 7 + ["总面积", "耕地", "永久基本农田", None, "方式", "面积", None, None, None]
MERGED = [f"{one}3:{one}4" for one in "ABCDEFGKNOP"] + ["H3:J3", "L3:M3"]


def old_list(path, rows, title="虚构县违法占用耕地整改台账", merged=(), unit_line=""):
    """An xlsx with a title, a line below it, two lines of headings and these rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = "台账"
    sheet.append([title])
    sheet.append([unit_line or None])
    sheet.append(HEADINGS)
    sheet.append(LOWER)
    for row in rows:
        sheet.append(row)
    for area in (*MERGED, *merged):
        sheet.merge_cells(area)
    book.save(path)
    return path


def row(number, patch, **more):
    """A faultless row of 10 mu, 8 of them cultivated, found in 2023; ``more`` by column letter."""
    cells = dict(zip("ABCDEFGHIJKLMNOP", [None] * 16))
    cells.update(A=number, B=2023, C=patch, E="虚构镇虚构村", F="虚构公司", G="2023-05-08")
    cells.update(H=10, I=8, J=0, K="2023-12-31", L="拆除复耕")
    cells.update(more)
    return list(cells.values())


def ring(place, width=0.001):
    x = WEST + place * 0.001 + np.array([0, 0, 1, 1, 0]) * width
    return np.column_stack([x, LAT + np.array([0, 1, 1, 0, 0]) * 0.001])


def land(number, place, month="2023-04", width=0.001, **changes):
    """A patch and its one parcel."""
    polygons = [[ring(place, width)]]
    shape = wkb_from_multipolygon(polygons)
    area = round_half_up(multipolygon_area_m2(polygons))
    facts = {
        "number": number,
        "kind": PatchKind.LAND,
        "month": month,
        "county_code": "371599",
        "county_name": "虚构县",
        "patch_class": "",
        "change_type": "",
        "before_date": None,
        "after_date": f"{month}-02",
        "issued_area": None,
        "issued_area_unit": "",
        "area_m2": area,
        "remark": "",
        "geometry": shape,
        "geometry_sha256": digest(shape),
        "source_sha256": SHA,
        "source_row": 1,
        "issued": {},
    }
    patch = Patch(**{**facts, **changes})
    return patch, Parcel(f"{number}_1", number, area, shape, digest(shape))


def figures(parcel, cultivated_mu, mu=None):
    """Typed figures: so much cultivated land, the rest unused; none of it basic farmland."""
    whole = parcel.mu() if mu is None else mu
    none = D("0.00")
    areas = dict.fromkeys(
        ("other_agricultural", "construction", "uncovered", "basic_farmland", "red_line", "urban"),
        none,
    )
    cultivated = D(cultivated_mu)
    areas.update(
        area=whole, cultivated_gross=cultivated, cultivated=cultivated, unused=whole - cultivated
    )
    return Figures(
        parcel_number=parcel.number,
        net=False,
        by_code_m2={},
        adjusted_m2={},
        approvals=(),
        location="虚构村",
        layers=(),
        notes=(),
        **{f"{name}_mu": value for name, value in areas.items()},
        **{f"{name}_m2": round_half_up(value * 2000 / 3) for name, value in areas.items()},
    )


def judged(parcel, category="illegal", subcategory="not_applied", level=VerdictLevel.COUNTY):
    given = Verdict(parcel.number, level, category, subcategory, "理由", PLAN.id, PLAN.sha256)
    return events.verdict_given(given, None)


def book_with(path, *numbers, cultivated="1.50", month="2023-04", office=None):
    """A casebook with one illegal parcel per number, of about 14.9 mu each."""
    extra = {} if office is None else {"office": office}
    book = create_casebook(path, PLAN, "371599", "虚构县", "甲", **extra)
    book.record([events.source_imported(Source(SHA, "虚构.shp", "", "EPSG:4490", "", "", 1))])
    for place, number in enumerate(numbers):
        add(book, number, place, cultivated, month)
    return book


def add(book, number, place, cultivated="1.50", month="2023-04", category="illegal", **patch):
    """One more patch with a judged parcel."""
    issued, parcel = land(number, place, month, **patch)
    subcategory = "not_applied" if category == "illegal" else ""
    book.record(
        [
            events.patch_issued(issued),
            events.parcel_divided(parcel),
            events.figures_computed(figures(parcel, cultivated), None),
            judged(parcel, category, subcategory),
        ]
    )
    return parcel
