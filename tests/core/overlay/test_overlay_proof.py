"""The quick way of measuring against two others: GEOS feature by feature, and areas by shapely.

What the quick way cannot prove it must leave to GEOS: layers that are wrong in such a way that
sums still add up are laid here on purpose.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("osgeo")
from osgeo import ogr
from overlay_land import (
    EAST,
    HALVES,
    HUNDRED,
    NORTH,
    PLAN,
    degrees,
    geodesic_m2,
    make_layer,
    only,
    parcel_of,
    rectangle,
    said,
    system,
    wkt,
)

from tuban.core.casebook.tables import FIGURE_COLUMNS
from tuban.core.errors import InputError, UnreadableFile
from tuban.core.geometry import wkb_from_multipolygon
from tuban.core.overlay.edges import Edges
from tuban.core.overlay.engine import Engine
from tuban.core.overlay.files import open_source
from tuban.core.overlay.kernel import pair_areas
from tuban.core.overlay.measure import Measurer
from tuban.core.overlay.pieces import pieces_of
from tuban.core.overlay.run import overlay_parcels

shapely = pytest.importorskip("shapely.geometry")


def edges_of(polygons):
    """The edges of polygons, each a list of closed rings."""
    rings = [np.array(ring, float) for polygon in polygons for ring in polygon]
    owner = [number for number, polygon in enumerate(polygons) for _ in polygon]
    hole = [index > 0 for polygon in polygons for index in range(len(polygon))]
    points = np.concatenate(rings)
    start = np.append(0, np.cumsum([len(ring) for ring in rings]))
    return Edges(points[:, 0], points[:, 1], start, np.array(owner), np.array(hole))


def shared(one, other):
    i = np.zeros(1, int)
    return float(pair_areas(edges_of([one]), i, edges_of([other]), i)[0])


def star(radii, x=0.0, y=0.0, size=100.0):
    angles = np.linspace(0, 2 * np.pi, len(radii) + 1)[:-1]
    ring = np.column_stack([x + size * radii * np.cos(angles), y + size * radii * np.sin(angles)])
    return np.vstack([ring, ring[:1]])


radii = st.lists(st.floats(0.05, 1), min_size=3, max_size=24).map(np.array)
places = st.floats(-150, 150)
stars = st.builds(star, radii, places, places, st.floats(0.01, 300))


@given(stars, stars, st.booleans())
def test_shared_area_of_random_polygons(one, other, wound_back):
    mine, theirs = shapely.Polygon(one), shapely.Polygon(other)
    expected = mine.intersection(theirs).area
    other = other[::-1] if wound_back else other
    found = shared([one], [other])
    assert found == pytest.approx(expected, abs=1e-6)
    assert shared([other], [one]) == pytest.approx(found, abs=1e-7)


@given(stars, radii, places, places)
def test_inside_and_outside_together_are_the_whole(one, holed, x, y):
    """With a hole that is half its shell: A ∩ B, A ∩ hole and A ∖ shell make up A."""
    shell, hole = star(holed, x, y), star(holed, x, y, 50.0)
    inside, in_hole = shared([one], [shell, hole]), shared([one], [hole])
    outside = shapely.Polygon(one).difference(shapely.Polygon(shell)).area
    assert inside + in_hole + outside == pytest.approx(shapely.Polygon(one).area, abs=1e-6)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (rectangle(0, 0, 10, 10), 100),
        (rectangle(10, 10, 20, 20), 0),
        (rectangle(10, 0, 20, 10), 0),
        (rectangle(0, 10, 10, 20), 0),
        (rectangle(9.9999, 0, 20, 10), 0.001),
        (rectangle(2, 2, 3, 3), 1),
        (rectangle(-5, -5, 15, 15), 100),
        ([(0, 0), (5, 5), (10, 0), (10, 0), (0, 0)], 25),
    ],
)
def test_shared_area_known_by_hand(other, expected):
    """The same twice, corners and edges that touch, a sliver of 0.1 mm, one in the other."""
    assert shared([rectangle(0, 0, 10, 10)], [other]) == pytest.approx(expected, abs=1e-9)


@pytest.fixture
def by_geos(monkeypatch):
    """Figures by GEOS alone."""

    def figures(parcels, sources, plan=PLAN):
        with monkeypatch.context() as patched:
            patched.setattr(
                Engine, "measure", lambda _self, chunk, _parcels: [None] * len(chunk.plain)
            )
            return overlay_parcels(parcels, sources, plan)

    return figures


@pytest.fixture
def counted(monkeypatch):
    """How many parcels GEOS had to measure."""
    measured = []
    whole = Measurer.measure
    monkeypatch.setattr(
        Measurer, "measure", lambda self, one: measured.append(one) or whole(self, one)
    )
    return measured


CELLS = [
    (column * 60 - 180, row * 60 - 180, column * 60 - 120, row * 60 - 120)
    for column in range(6)
    for row in range(6)
]
CODES = ("0102", "0702", "0301", "0404", "1006")


def cells(*, without=(), more=()):
    rows = [
        (wkt(rectangle(*cell)), {"DLBM": CODES[n % 5], "KCXS": "0.1"})
        for n, cell in enumerate(CELLS)
        if n not in without
    ]
    return [*rows, *more]


def moved(number, x, y):
    left, bottom, right, top = CELLS[number]
    return wkt(rectangle(left + x, bottom + y, right + x, top + y))


BOW_TIE = wkt([(0, 0), (60, 0), (0, 60), (60, 60), (0, 0)])
AT_ORIGIN = CELLS.index((0, 0, 60, 60))
# The corner that four cells share, pulled across the next edge: every edge is still that of two
# cells, and where one cell is turned inside out two others lie over it.
PULLED = (-50, 50)
PULLED_TOGETHER = [
    (wkt([*corners, corners[0]]), {"DLBM": code})
    for code, corners in {
        "0102": [(0, 0), (100, 0), PULLED, (0, 100)],
        "0702": [(100, 0), (200, 0), (200, 100), PULLED],
        "0301": [(0, 100), PULLED, (100, 200), (0, 200)],
        "0404": [PULLED, (200, 100), (200, 200), (100, 200)],
        "1006": [(-200, -200), (200, -200), (200, 0), (100, 0), (0, 0), (0, 100), (-200, 100)],
        "1104": [(-200, 100), (0, 100), (0, 200), (-200, 200)],
    }.items()
]
WRONG_LAYERS = {
    "a corner of four pulled across an edge": PULLED_TOGETHER,
    "one twice, another of its size missing": cells(
        without=[AT_ORIGIN], more=[(moved(AT_ORIGIN, 60, 0), {"DLBM": "0601"})]
    ),
    "one moved by a metre": cells(
        without=[AT_ORIGIN], more=[(moved(AT_ORIGIN, 1, 1), {"DLBM": "0601"})]
    ),
    "one moved into the middle of another": [
        (wkt(rectangle(-180, -180, 180, 180), rectangle(10, 10, 20, 20)), {"DLBM": "0102"}),
        (wkt(rectangle(-100, -100, -90, -90)), {"DLBM": "0702"}),
    ],
    "a bow tie between others": cells(without=[AT_ORIGIN], more=[(BOW_TIE, {"DLBM": "0601"})]),
    "a corner pulled across the next edge": [
        (wkt(rectangle(-180, -180, 0, 180)), {"DLBM": "0102"}),
        (wkt([(0, -180), (90, -180), (90, 180), (0, 180), (0, -180)]), {"DLBM": "0702"}),
        (wkt([(90, -180), (180, -180), (180, 180), (90, 180), (60, 0), (90, -180)]), {}),
    ],
    "the hole of an island with the wrong neighbour": [
        (wkt(rectangle(-180, -180, 0, 180)), {"DLBM": "0102"}),
        (wkt(rectangle(0, -180, 180, 180), rectangle(-60, -10, -40, 10)), {"DLBM": "0702"}),
        (wkt(rectangle(-60, -10, -40, 10)), {"DLBM": "1104"}),
    ],
    "two lying over one another": cells(
        more=[(wkt(rectangle(-20, -20, 20, 20)), {"DLBM": "1107"})]
    ),
}


@pytest.mark.parametrize("rows", WRONG_LAYERS.values(), ids=WRONG_LAYERS)
def test_layers_that_are_wrong_and_add_up_all_the_same(layer, by_geos, counted, rows):
    source = layer("land_use", rows)
    parcels = [parcel_of(rectangle(-170, -170, 170, 170)), parcel_of(rectangle(-70, -20, 80, 70))]
    found = overlay_parcels(parcels, [source], PLAN)
    assert counted
    assert found == by_geos(parcels, [source])
    assert "overlap by" in said(found[0]) or "repaired" in said(found[0])


def test_what_is_right_needs_no_geos(layer, counted):
    source = layer("land_use", cells())
    only(parcel_of(rectangle(-170, -170, 170, 170)), source)
    assert not counted


def test_what_is_wrong_elsewhere_needs_no_geos(layer, counted):
    """A hole outside its shell, far from one parcel and in the other."""
    astray = wkt(rectangle(-180, -180, 180, 180), rectangle(300, 300, 310, 310))
    source = layer("land_use", [(astray, {"DLBM": "0102"})])
    found = only(parcel_of(rectangle(-50, -50, 50, 50)), source)
    assert not counted
    assert found.by_code_m2 == {"0102": found.area_m2}
    only(parcel_of(rectangle(150, 150, 320, 320)), source)
    assert counted


def assert_same(mine, theirs):
    """To the last digit but one step: an area within 10⁻⁷ m² of a tie may round either way."""
    assert mine.notes == theirs.notes or mine.adjusted_m2 != theirs.adjusted_m2
    assert mine.by_code_m2.keys() == theirs.by_code_m2.keys()
    for name in FIGURE_COLUMNS:
        one, other = getattr(mine, name), getattr(theirs, name)
        assert (one is None) == (other is None)
        assert one is None or abs(one - other) <= Decimal("0.02"), name
    for code, area in mine.by_code_m2.items():
        assert abs(area - theirs.by_code_m2[code]) <= Decimal("0.02"), code
    percents = [[one.percent for one in found.approvals] for found in (mine, theirs)]
    assert percents[0] == pytest.approx(percents[1], abs=Decimal("0.02"))


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.tuples(radii, places, places), min_size=1, max_size=6))
def test_both_ways_give_the_same_figures(grid, by_geos, shapes):
    parcels = [parcel_of(star(r, x / 3, y / 3, 110.0)) for r, x, y in shapes]
    sources = list(grid)
    for mine, theirs in zip(overlay_parcels(parcels, sources, PLAN), by_geos(parcels, sources)):
        assert_same(mine, theirs)
    assert (
        overlay_parcels(parcels, sources, PLAN, threads=2)
        == overlay_parcels(parcels[::-1], sources, PLAN)[::-1]
    )


@pytest.fixture(scope="module")
def grid(tmp_path_factory):
    """Land use, basic farmland with a duplicate, an approval with two documents."""
    folder = tmp_path_factory.mktemp("grid")
    farmland = [(wkt(rectangle(-100, -100, 20, 40)), {}), (wkt(rectangle(20, 0, 90, 40)), {})]
    approvals = [
        (wkt(rectangle(-30, -30, 60, 60)), {"PZWH": "甲"}),
        (wkt(rectangle(60, -30, 90, 60)), {"PZWH": "乙"}),
    ]
    return (
        make_layer(folder, "land_use", cells(without=[3])),
        make_layer(folder, "basic_farmland", [*farmland, (wkt(rectangle(-100, 39, 0, 80)), {})]),
        make_layer(folder, "red_line", [(wkt(rectangle(30, 30, 400, 400)), {})], 4490),
        make_layer(folder, "conversion", approvals),
    )


@pytest.mark.parametrize("zone", [38, 40])
def test_moved_by_whole_zones_the_areas_stay(layer, zone):
    """The plane of a zone is that of every other, three degrees further."""
    shape = star(np.linspace(0.3, 1, 17), size=160.0)
    here = only(parcel_of(shape), layer("land_use", cells()))
    east = EAST + (zone - 39) * 1_000_000
    rows = [(text.replace("39411", f"{zone}411"), values) for text, values in cells()]
    path = layer("land_use", cells(), name="DLTB_2", layer="DLTB_2").path.with_name("z.gpkg")
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    made = dataset.CreateLayer("DLTB", system(4488 + zone), ogr.wkbPolygon)
    for name in ("DLBM", "KCXS"):
        made.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for number, (_, values) in enumerate(rows):
        feature = ogr.Feature(made.GetLayerDefn())
        left, bottom, right, top = CELLS[number]
        corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
        ring = ", ".join(f"{east + x} {NORTH + y}" for x, y in corners)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
        for name, value in values.items():
            feature.SetField(name, value)
        made.CreateFeature(feature)
    del made, dataset
    there = only(
        parcel_of(shape, zone=zone, east=east), open_source(PLAN.layer_role("land_use"), path)
    )
    assert there.by_code_m2 == here.by_code_m2
    assert there.area_m2 == here.area_m2


def test_last_one_wins_where_the_plan_says_so(layer):
    rules = PLAN.area_rules
    last = replace(PLAN, area_rules=replace(rules, overlap=replace(rules.overlap, wins="last")))
    rows = [
        (wkt(rectangle(0, 0, 100, 60)), {"DLBM": "0102"}),
        (wkt(rectangle(0, 40, 100, 100)), {"DLBM": "0702"}),
    ]
    source = layer("land_use", rows)
    first_wins, last_wins = (
        only(parcel_of(HUNDRED), source),
        only(parcel_of(HUNDRED), source, plan=last),
    )
    deep, shallow = rectangle(0, 0, 100, 60), rectangle(0, 0, 100, 40)
    assert float(first_wins.cultivated_m2) == pytest.approx(geodesic_m2(deep), abs=0.015)
    assert float(last_wins.cultivated_m2) == pytest.approx(geodesic_m2(shallow), abs=0.015)
    assert "feature 2 of DLTB (0702) and feature 1 of DLTB (0102)" in said(last_wins)


def test_red_line_of_half_a_million_vertices(layer, tmp_path):
    """A circle of 3 km, so finely drawn that it is one: half planes of it are known."""
    count = 500_000
    angle = np.arange(count) / count * 2 * np.pi
    circle = np.column_stack([3000 * np.cos(angle), 3000 * np.sin(angle)])
    (ring,) = degrees([np.vstack([circle, circle[:1]])])
    source = layer("red_line", [(wkt(HUNDRED), {})], 4490)
    outline = ogr.Geometry(ogr.wkbLinearRing)
    for lon, lat in ring.tolist():
        outline.AddPoint_2D(lon, lat)
    made = ogr.Geometry(ogr.wkbPolygon)
    made.AddGeometry(outline)
    dataset = ogr.Open(str(source.path), 1)
    target = dataset.GetLayer(0)
    target.DeleteFeature(1)
    feature = ogr.Feature(target.GetLayerDefn())
    feature.SetGeometry(made)
    target.CreateFeature(feature)
    del target, dataset
    red_line = open_source(source.role, source.path)
    parcels = [
        parcel_of(rectangle(2900, -50, 3100, 50)),
        parcel_of(rectangle(-50, 2900, 50, 3100)),
        parcel_of(rectangle(0, 0, 100, 100)),
        parcel_of(rectangle(3050, 0, 3100, 50)),
    ]
    land = layer("land_use", [(wkt(rectangle(-4000, -4000, 4000, 4000)), {"DLBM": "0102"})])
    east, north, middle, out = overlay_parcels(parcels, [land, red_line], PLAN, nearest=True)
    # ∫ of √(3000² − t²) − 2900 over t = −50 … 50: 100·100 minus the sagitta's t²/6000.
    inside = 100 * 100 - 2 * 50**3 / 3 / 6000
    scale = float(middle.area_m2) / 10_000
    for one in (east, north):
        assert float(one.red_line_m2) == pytest.approx(inside * scale, abs=0.3)
    assert middle.red_line_m2 == middle.area_m2
    assert out.red_line_m2 == 0
    # 3050 east and 0 … 50 north: 50 m from the circle at its nearest corner, 3050, 0.
    assert float(out.nearest_m["red_line"]) == pytest.approx(50, abs=0.02)


def test_nearest_protected_area_and_extent(layer):
    """Across a corner the distance is √(30² + 40²) = 50 m."""
    narrow = [(wkt(rectangle(-50, -50, 80, 700)), {"DLBM": "0102"})]
    wide = [*narrow, (wkt(rectangle(80, 600, 700, 700)), {"DLBM": "0102"})]
    land = layer("land_use", wide)
    red_line = layer("red_line", [(wkt(rectangle(130, 140, 300, 300)), {})])
    (found,) = overlay_parcels([parcel_of(HUNDRED)], [land, red_line], PLAN, nearest=True)
    assert float(found.nearest_m["red_line"]) == pytest.approx(50, abs=0.01)
    assert found.outside_extent_m2 == {"red_line": found.area_m2}
    (alone,) = overlay_parcels(
        [parcel_of(HUNDRED)], [layer("land_use", narrow, name="DLTB_2", layer="DLTB_2")], PLAN
    )
    beyond = geodesic_m2(rectangle(80, 0, 100, 100))
    # The extent is a box in degrees, a little wider than the layer that stands askew in it.
    assert float(alone.outside_extent_m2["land_use"]) == pytest.approx(beyond, rel=0.5)
    far = replace(PLAN.area_rules, nearest_within_m=Decimal(40))
    plan = replace(PLAN, area_rules=far)
    (found,) = overlay_parcels([parcel_of(HUNDRED)], [land, red_line], plan, nearest=True)
    assert found.nearest_m == {}


def test_layer_older_than_the_first_image(layer):
    rows = [(shape, {**values, "SJNF": "2022"}) for shape, values in HALVES]
    source = layer("land_use", rows)
    (old,) = overlay_parcels(
        [parcel_of(HUNDRED)], [source], PLAN, first_images={"p_1": "2023-01-05"}
    )
    assert "DLTB is as of 2022, older than the patch's first image of 2023-01-05" in said(old)
    (fresh,) = overlay_parcels(
        [parcel_of(HUNDRED)], [source], PLAN, first_images={"p_1": "2022-12-31"}
    )
    assert "older than" not in said(fresh)


def test_pieces_add_up_to_the_table(grid):
    for shape in (star(np.linspace(0.2, 1, 9), -20, 30, 120.0), rectangle(-170, -170, 170, 170)):
        parcel = parcel_of(shape)
        pieces = pieces_of(parcel, grid, PLAN)
        (found,) = overlay_parcels([parcel], grid, PLAN)
        assert sum(one.area_m2 for one in pieces) == found.area_m2
        gross = sum(one.area_m2 for one in pieces if one.code == "0102")
        assert gross == found.cultivated_gross_m2
        assert sum(one.area_m2 for one in pieces if not one.code) == found.uncovered_m2
        shapes = [ogr.CreateGeometryFromWkb(one.geometry) for one in pieces]
        assert all(one.IsValid() for one in shapes)


@pytest.mark.usefixtures("gdal_raises")
def test_polygon_with_a_point_that_is_no_number(layer):
    """Written as a program with a bug would: past the tools that refuse it."""
    source = layer("land_use", HALVES)
    with sqlite3.connect(source.path) as connection:
        (blob,) = connection.execute("SELECT geom FROM DLTB WHERE fid = 1").fetchone()
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            connection.execute(f'DROP TRIGGER "{name}"')
        spoilt = blob[:-24] + np.array([np.nan]).tobytes() + blob[-16:]
        connection.execute("UPDATE DLTB SET geom = ? WHERE fid = 1", (spoilt,))
    connection.close()
    with pytest.raises(InputError, match="not numbers"):
        only(parcel_of(HUNDRED), open_source(source.role, source.path))


def test_locked_geopackage_is_told(layer):
    source = layer("land_use", HALVES)
    holder = sqlite3.connect(source.path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(UnreadableFile, match="locked"):
            only(parcel_of(HUNDRED), source)
    finally:
        holder.rollback()
        holder.close()


def test_hole_outside_its_shell_and_codes_of_all_kinds(layer):
    astray = wkt(rectangle(0, 0, 40, 100), rectangle(50, 50, 60, 60))
    rows = [
        (astray, {"DLBM": "0201k"}),
        (wkt(rectangle(40, 0, 100, 100)), {"DLBM": "8H1"}),
    ]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    west = geodesic_m2(rectangle(0, 0, 40, 100))
    assert float(found.other_agricultural_m2) == pytest.approx(west, abs=0.02)
    assert found.uncovered_m2 == found.area_m2 - found.other_agricultural_m2
    assert "“8H1”" in said(found)


def test_a_parcel_that_is_no_plain_area_alone(layer):
    """A thread of three points beside a square: only the square counts."""
    square, thread = degrees([HUNDRED, [(300, 0), (350, 0), (300, 0)]])
    whole = parcel_of(HUNDRED)
    odd = replace(whole, geometry=wkb_from_multipolygon([[square], [thread]]))
    found = only(odd, layer("land_use", HALVES))
    assert found.cultivated_m2 + found.construction_m2 == whole.area_m2
