"""Epochs, their choice for a patch, tiles and addresses, held by hand-worked values."""

from __future__ import annotations

import json
import shutil
import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.errors import InputError, OutputError, PlanError
from tuban.core.imagery import (
    AFTER,
    BEFORE,
    Epoch,
    Pair,
    choose,
    day_in,
    imagery_rules,
    newer_than_after,
    side_in,
    taken,
    warnings,
)
from tuban.core.imagery.pack import Pack, kind_of, request_digest
from tuban.core.imagery.sources import address_of, host_of, shifted_by, with_key, without_key
from tuban.core.imagery.tiles import Tile, extent_m, grown, tile_at, tiles_around
from tuban.core.plan import load_plan, plan_ids
from tuban.core.plan.plan import PLANS

PATCH = ("2023-01-10", "2023-03-28")
PNG = b"\x89PNG\r\n\x1a\n" + b"pixels" + b"\0\0\0\0IEND\xaeB`\x82"


def epoch(name: str, side: str = "") -> Epoch:
    return Epoch(name, name, side or side_in(name), day_in(name))


# ---- choice


@pytest.mark.parametrize(
    ("names", "before", "after"),
    [
        (["20221120", "20230105", "20230401", "20230620"], "20230105", "20230401"),
        (["20230401", "20230620"], None, "20230401"),  # a later picture is none before
        (["20230105"], "20230105", None),
        (["20230330"], None, "20230330"),
        (["后时相_20230111", "前时相_20220301"], "前时相_20220301", "后时相_20230111"),
        (["20230105", "20230105b", "20230401"], "20230105", "20230401"),  # the first of equals
        (["20230328", "20230328b"], None, "20230328"),  # of one day: no before
        ([], None, None),
    ],
)
def test_the_nearest_on_the_right_side(names, before, after):
    pair = choose([epoch(name) for name in names], *PATCH)
    found = [one.name if one else None for one in (pair.before, pair.after)]
    assert found == [before, after]


@pytest.mark.parametrize(
    ("names", "now"),
    [
        (["20230105", "20230401", "20230801", "20231120"], "20231120"),
        (["20230105", "20230401", "现状"], None),
        (["20230105", "20230401"], None),
        ([], None),
    ],
)
def test_the_place_as_it_is_now_is_the_newest_picture_after_the_patchs_own(names, now):
    epochs = [epoch(name) for name in names]
    found = newer_than_after(epochs, choose(epochs, *PATCH))
    assert (found.name if found else None) == now


epochs = st.lists(
    st.builds(
        lambda n, day, side: Epoch(f"{n}", f"{n}", side, day),
        st.integers(0, 10**6),
        st.none() | st.dates(date(2020, 1, 1), date(2025, 1, 1)),
        st.sampled_from(["", BEFORE, AFTER]),
    ),
    max_size=8,
    unique_by=lambda one: one.layer_id,
)


@given(epochs)
def test_never_one_picture_twice_and_never_the_wrong_way_round(given_epochs):
    pair = choose(given_epochs, *PATCH)
    assert pair.before is None or pair.before != pair.after
    assert pair.before is None or pair.before.side != AFTER
    assert pair.after is None or pair.after.side != BEFORE
    if pair.before and pair.after and pair.before.day and pair.after.day:
        assert pair.before.day < pair.after.day


def test_it_says_what_was_taken_and_when():
    pair = choose([epoch("前_20230105"), epoch("20230401")], *PATCH)
    assert [str(one) for one in taken(pair, *PATCH)] == [
        "Before: 前_20230105, taken 2023-01-05; the patch says 2023-01-10",
        "After: 20230401, taken 2023-04-01; the patch says 2023-03-28",
    ]
    assert [str(one) for one in taken(Pair(after=epoch("后时相")), *PATCH)] == [
        "After: 后时相, taken no date known; the patch says 2023-03-28"
    ]


def test_it_warns_when_none_fits():
    def told(*names: str, dates=PATCH) -> list[str]:
        pair = choose([epoch(name) for name in names], *dates)
        return [str(one) for one in warnings(pair, *dates, 45)]

    assert told("20230105", "20230401") == []
    # 2022-11-26 to 2023-01-10 are 45 days, the day before 46.
    assert told("20221126", "20230401") == []
    assert told("20221125", "20230401") == [
        "20221125 is 46 days from the patch's date 2023-01-10; none is nearer."
    ]
    assert told("20230401") == ["No picture fits before."]
    assert told("后时相", "20230105") == ["后时相 has no date: whether it fits is not known."]
    assert told() == ["No imagery with a date. Give it one under “Imagery…”."]
    assert told("20230401", dates=("2023-01-10", None))[-1].startswith("The patch has no date")


@pytest.mark.parametrize("plan_id", plan_ids())
def test_every_plan_says_what_fits(plan_id):
    rules = imagery_rules(load_plan(plan_id))
    assert 0 < rules.fits_within_days < 366
    assert rules.source
    keyed = [one for one in rules.services if one.key_parameter]
    assert keyed and all(without_key(one.address)[2] == "" for one in rules.services)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda v: v.update(fits_within_days="45"), "key fits_within_days: a whole number"),
        (lambda v: v["services"][0].update(address="https://a/{z}/{x}"), r"services\[0\].address"),
        (lambda v: v["services"][0].update(zoom_to=0), r"services\[0\].zoom_to: 1 to 22"),
        (lambda v: v["shifted"][0].update(datum="WGS84"), r"shifted\[0\].datum: one of"),
        (lambda v: v["fetching"].update(most_tiles=0), "fetching.most_tiles: 1 to"),
    ],
)
def test_a_wrong_rule_is_named(tmp_path, change, words):
    name = "liaocheng-2023"
    shutil.copytree(PLANS / name, tmp_path / name)
    path = tmp_path / name / "imagery.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(PlanError, match=words):
        imagery_rules(load_plan(name, tmp_path))


# ---- addresses


@pytest.mark.parametrize(
    ("address", "clean", "name", "key"),
    [
        ("http://a.cn/wmts?LAYER=img&tk=abc123", "http://a.cn/wmts?LAYER=img", "tk", "abc123"),
        ("http://a.cn/wmts?tk=abc&LAYER=img", "http://a.cn/wmts?LAYER=img", "tk", "abc"),
        ("http://a.cn/wmts?tk=abc", "http://a.cn/wmts", "tk", "abc"),
        ("http://a.cn/wmts?TK=abc#x", "http://a.cn/wmts#x", "TK", "abc"),
        ("http://a.cn/wmts?tk={key}&a=1", "http://a.cn/wmts?a=1", "tk", ""),
        ("http://a.cn/{z}/{x}/{y}.png?stk=1", "http://a.cn/{z}/{x}/{y}.png?stk=1", "", ""),
    ],
)
def test_a_key_is_taken_out_of_an_address(address, clean, name, key):
    assert without_key(address) == (clean, name, key)


def test_a_key_is_put_in_as_text():
    assert with_key("http://a/{z}", "tk", "a&b c") == "http://a/{z}?tk=a%26b%20c"
    assert with_key("http://a/?x=1", "tk", "k") == "http://a/?x=1&tk=k"
    assert with_key("http://a/", "", "k") == "http://a/"


def test_an_address_for_each_way_of_counting():
    # Bing's own example: tile (3, 5) of level 3 has the quadkey 213.
    tile = Tile(3, 3, 5)
    assert address_of("/{z}/{x}/{y}/{-y}/{q}", tile) == "/3/3/5/2/213"


def test_shifted_hosts_are_known_by_their_ends():
    shifted = imagery_rules(load_plan("liaocheng-2023")).shifted

    def datum(address: str) -> str:
        found = shifted_by(address, shifted)
        return found.datum if found else ""

    assert datum("https://webst02.is.autonavi.com/appmaptile?style=6&x={x}") == "GCJ-02"
    assert datum("http://AUTONAVI.com/") == "GCJ-02"
    assert datum("https://ss1.bdimg.com/tile") == "BD-09"
    assert datum("https://notautonavi.com/") == ""
    assert datum("https://t0.tianditu.gov.cn/img_w/wmts") == ""
    assert host_of("http://[broken") == ""


# ---- tiles


@pytest.mark.parametrize(
    ("longitude", "latitude", "zoom", "column", "row"),
    [
        (0.0, 0.0, 1, 1, 1),
        (-180.0, 85.06, 4, 0, 0),
        (180.0, -89.0, 4, 15, 15),
        # Bing Maps tile system: 66.51326° is the latitude of a quarter of the map's height.
        (90.1, 66.51326 + 1e-4, 2, 3, 0),
        (90.1, 66.51326 - 1e-4, 2, 3, 1),
    ],
)
def test_tiles_at_known_places(longitude, latitude, zoom, column, row):
    assert tile_at(longitude, latitude, zoom) == Tile(zoom, column, row)


@given(st.floats(-179.9, 179.9), st.floats(-84, 84), st.integers(0, 20))
def test_a_point_lies_in_its_tile(longitude, latitude, zoom):
    pyproj = pytest.importorskip("pyproj")
    to_web = pyproj.Transformer.from_crs(4326, 3857, always_xy=True)
    x, y = to_web.transform(longitude, latitude)
    west, south, east, north = extent_m(tile_at(longitude, latitude, zoom))
    assert west - 0.01 <= x <= east + 0.01 and south - 0.01 <= y <= north + 0.01


def test_each_tile_once_and_none_far_away():
    box = (116.0, 36.4, 116.001, 36.401)
    tiles = tiles_around([box, box, grown(box, 0)], [15, 16])
    assert len(tiles) == len(set(tiles)) and {tile.zoom for tile in tiles} == {15, 16}
    far = tiles_around([(117.0, 36.4, 117.001, 36.401)], [15, 16])
    assert not set(far) & set(tiles)


def test_a_box_grows_by_metres():
    west, south, east, north = grown((116.0, 36.0, 116.0, 36.0), 100)
    # At 36° a degree of longitude is 90.1 km, one of latitude 111.0 km.
    assert (north - south) * 111_000 == pytest.approx(200, rel=0.01)
    assert (east - west) * 90_100 == pytest.approx(200, rel=0.01)


# ---- the packed file

TILES = [Tile(1, 0, 0), Tile(2, 1, 0), Tile(2, 3, 3)]
BOX = (116.0, 36.0, 116.1, 36.1)


def rows_of(path) -> list[tuple]:
    connection = sqlite3.connect(path)
    query = "SELECT zoom_level, tile_column, tile_row FROM tiles ORDER BY 1, 2, 3"
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_a_pack_is_cut_and_goes_on(tmp_path):
    target = tmp_path / "四月 '影像'.mbtiles"
    request = request_digest("http://a/{z}", TILES)
    with Pack(target, request) as pack:
        pack.add(TILES[0], PNG)
        pack.add(TILES[1], PNG)
    assert not target.exists()
    with Pack(target, request) as pack:
        assert pack.there() == set(TILES[:2])
        assert pack.bytes_there() == 2 * len(PNG)
        pack.add(TILES[2], PNG)
        assert pack.finish("虚构县", "2023-04-01", BOX) == target
    # Rows of MBTiles are counted from the south.
    assert rows_of(target) == [(1, 0, 1), (2, 1, 3), (2, 3, 0)]
    facts = dict(sqlite3.connect(target).execute("SELECT name, value FROM metadata"))
    assert facts["format"] == "png" and (facts["minzoom"], facts["maxzoom"]) == ("1", "2")
    assert facts["tuban_day"] == "2023-04-01" and "tuban_request" not in facts
    assert list(tmp_path.iterdir()) == [target]


def test_another_request_begins_anew(tmp_path):
    target = tmp_path / "a.mbtiles"
    with Pack(target, "one") as pack:
        pack.add(TILES[0], PNG)
    with Pack(target, "two") as pack:
        assert pack.there() == set()
        with pytest.raises(InputError, match="No tile"):
            pack.finish("", "", BOX)


def test_a_part_that_is_no_database_is_replaced(tmp_path):
    target = tmp_path / "a.mbtiles"
    (tmp_path / "a.mbtiles.part").write_bytes(b"half a download" * 100)
    with Pack(target, "one") as pack:
        pack.add(TILES[0], PNG)
        pack.finish("a", "", BOX)
    assert rows_of(target) == [(1, 0, 1)]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(OutputError, match=r"a\.mbtiles"):
        Pack(tmp_path / "none" / "a.mbtiles", "one")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "png"),
        (PNG[:12], ""),
        (b"\xff\xd8\xff\xe0 picture \xff\xd9", "jpg"),
        (b"\xff\xd8\xff\xe0 half", ""),
        (b"<html>no</html>", ""),
        (b"", ""),
    ],
)
def test_only_whole_pictures_are_tiles(data, kind):
    assert kind_of(data) == kind
