"""WKB in and out, in all the dialects that files and databases speak."""

from __future__ import annotations

import contextlib
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.geometry import (
    box,
    boxes_meet,
    digest,
    multipolygon_from_wkb,
    signed_plane_sum,
    wkb_from_multipolygon,
)

SHELL = np.array([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)], float)
HOLE = np.array([(1, 1), (1, 2), (2, 2), (1, 1)], float)
OTHER = np.array([(9, 9), (10, 9), (10, 10), (9, 9)], float)
POLYGONS = [[SHELL, HOLE], [OTHER]]


def same(one, other):
    return len(one) == len(other) and all(
        len(p) == len(q) and all(np.array_equal(a, b) for a, b in zip(p, q))
        for p, q in zip(one, other)
    )


def wkb_of(polygon, order="<", code=3, more=0, srid=None):
    """A POLYGON as another writer would make it: byte order, type code, Z and M values, SRID."""
    parts = [struct.pack(order + "BI", order == "<", code)]
    if srid is not None:
        parts.append(struct.pack(order + "I", srid))
    parts.append(struct.pack(order + "I", len(polygon)))
    for ring in polygon:
        parts.append(struct.pack(order + "I", len(ring)))
        parts += [struct.pack(order + f"{2 + more}d", *point, *[7.5] * more) for point in ring]
    return b"".join(parts)


def test_round_trip():
    assert same(multipolygon_from_wkb(wkb_from_multipolygon(POLYGONS)), POLYGONS)
    assert multipolygon_from_wkb(wkb_from_multipolygon([])) == []


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("code", "more", "srid"),
    [
        (3, 0, None),
        (1003, 1, None),
        (2003, 1, None),
        (3003, 2, None),
        (0x80000003, 1, None),
        (0x40000003, 1, None),
        (0xC0000003, 2, None),
        (0x20000003, 0, 4490),
        (0xE0000003, 2, 4490),
    ],
)
def test_every_dialect_gives_the_same_polygon(order, code, more, srid):
    wkb = wkb_of(POLYGONS[0], order, code, more, srid)
    assert same(multipolygon_from_wkb(wkb), POLYGONS[:1])
    assert digest(wkb) == digest(wkb_from_multipolygon(POLYGONS[:1]))


def test_extended_multipolygon_of_postgis():
    head = struct.pack("<BIII", 1, 0x20000006, 4490, 2)
    wkb = head + b"".join(wkb_of(polygon) for polygon in POLYGONS)
    assert same(multipolygon_from_wkb(wkb), POLYGONS)


def test_empty_polygon_is_no_polygon():
    assert multipolygon_from_wkb(struct.pack("<BII", 1, 3, 0)) == []


@pytest.mark.parametrize("code", [1, 2, 4, 5, 7, 10, 9003])
def test_other_types_are_refused(code):
    with pytest.raises(ValueError):
        multipolygon_from_wkb(struct.pack("<BII", 1, code, 0))


@given(st.data())
def test_damaged_wkb_is_refused_or_read_but_never_crashes(data):
    wkb = bytearray(wkb_from_multipolygon(POLYGONS))
    cut = data.draw(st.integers(0, len(wkb) - 1))
    with pytest.raises(ValueError):
        multipolygon_from_wkb(bytes(wkb[:cut]))
    wkb[data.draw(st.integers(0, len(wkb) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ValueError):
        multipolygon_from_wkb(bytes(wkb))


def test_digest_tells_another_shape_apart():
    moved = [[np.add(SHELL, [0, 1e-12]), HOLE], [OTHER]]
    assert digest(wkb_from_multipolygon(moved)) != digest(wkb_from_multipolygon(POLYGONS))


def test_box():
    assert box(POLYGONS) == (0, 0, 10, 10)
    with pytest.raises(ValueError):
        box([])


def test_boxes_meet_at_a_corner_but_not_beyond():
    assert boxes_meet((0, 0, 1, 1), (1, 1, 2, 2))
    assert not boxes_meet((0, 0, 1, 1), (1.1, 0, 2, 1))


def test_signed_sum_follows_the_winding_and_keeps_its_digits_far_away():
    assert signed_plane_sum([SHELL]) == 16
    assert signed_plane_sum([SHELL[::-1]]) == -16
    assert signed_plane_sum([np.add(SHELL, [39_500_000, 4_035_000])]) == 16


def test_ogr_reads_ours_and_we_read_ogrs():
    ogr = pytest.importorskip("osgeo.ogr")
    theirs = ogr.CreateGeometryFromWkb(wkb_from_multipolygon(POLYGONS))
    assert theirs.GetGeometryName() == "MULTIPOLYGON"
    assert theirs.GetArea() == pytest.approx(16 - 0.5 + 0.5)
    theirs.Set3D(True)
    theirs.SetMeasured(True)
    for wkb in (theirs.ExportToWkb(ogr.wkbXDR), theirs.ExportToIsoWkb(ogr.wkbNDR)):
        assert same(multipolygon_from_wkb(bytes(wkb)), POLYGONS)
