"""The form of what figures rest on: layers with their hashes, what lies outside, what was told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

pytest.importorskip("osgeo")

from tuban.core.model import Coverage, LayerUsed
from tuban.core.submission.values import figures as values
from tuban.core.text import text

HASH = "0123456789abcdef" * 4


@pytest.fixture
def row(build, plan):
    parcel = SimpleNamespace(number="1_1", area_m2=Decimal("10000.00"))
    figures = replace(
        build.make_figures(parcel),
        by_code_m2={"0102": Decimal("6666.67"), "1203": Decimal("10.00")},
        adjusted_m2={"construction": Decimal("0.01")},
        approvals=(
            Coverage("conversion", "", Decimal("50.00"), Decimal("1.00")),
            Coverage("conversion", "虚构〔2022〕1号", Decimal("50.00"), Decimal("1.00")),
        ),
        layers=(
            LayerUsed("land_use", "DLTB", "2022-12-31", HASH, "EPSG:4527"),
            LayerUsed("red_line", "红线", "", "", "EPSG:4490"),
        ),
        notes=(text("{first} counts twice", first="甲"), text("{first} counts twice", first="甲")),
        outside_extent_m2={"land_use": Decimal("12.34")},
        nearest_m={"red_line": Decimal("120.50")},
    )
    work = SimpleNamespace(plan=plan, schema=SimpleNamespace(words={"semicolon": "；"}))
    dossier = SimpleNamespace(figures=figures)
    return SimpleNamespace(work=work, dossier=dossier, say=lambda template: template)


def test_what_the_form_says(row):
    assert values.layers(row) == (
        "地类图斑: DLTB, 2022-12-31, EPSG:4527; SHA-256 0123456789ab；"
        "生态保护红线: 红线, ?, EPSG:4490; a database has no hash"
    )
    assert values.around(row) == (
        "12.34 m² lie outside the extent of 地类图斑；生态保护红线: 120.50 m away；"
        "Adjusted by +0.01 m² so that the parts add up: construction land"
    )
    assert values.notes(row) == "甲 counts twice"
    assert values.approvals(row) == "农用地转用 虚构〔2022〕1号 1.00%"
    assert values.land_use(row).startswith("0102")


def test_without_figures_there_is_nothing(row):
    row.dossier.figures = None
    for value in (values.layers, values.around, values.notes, values.approvals, values.land_use):
        assert value(row) == ""
