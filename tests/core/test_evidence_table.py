"""Evidence from a table: understood by code or name, all rows or none."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

pytest.importorskip("osgeo")

from tuban.core.errors import InputError
from tuban.core.intake.evidence_table import evidence_from_table
from tuban.core.legality.recording import understood
from tuban.core.model import Evidence
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
NUMBER = "37990104000001_1"


class Book:
    """What the table asks of a casebook: one parcel with a conversion number."""

    known = Evidence("conversion_number", "虚政土字〔2022〕1号", "2022-05-01", "虚构")

    def dossiers_of(self, patches):
        return []  # each is asked for by itself then

    def dossier(self, number):
        if number != NUMBER:
            return None
        parcel = SimpleNamespace(number=NUMBER)
        return SimpleNamespace(parcel=parcel, evidence={self.known.kind: self.known})


def read(**cells):
    return evidence_from_table([{"地块编号": NUMBER, **cells}], Book(), PLAN)


def test_columns_by_name_and_by_code():
    (event,) = read(实地情况="农村道路", road_width_m="5.50", 备注="不读", 临时用地到期日="").events
    assert event.subject == NUMBER
    assert event.old.keys() == {"conversion_number"}
    new = {code: one["value"] for code, one in event.new.items()}
    assert new == {
        "conversion_number": "虚政土字〔2022〕1号",
        "site_finding": "rural_road",
        "road_width_m": "5.50",
    }
    assert event.new["conversion_number"]["date"] == "2022-05-01"


def test_what_is_recorded_already_changes_nothing():
    found = read(实地情况="")
    assert (found.events, found.same) == ([], 1)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"实地情况": "厂房"}, "Row 2: 实地情况: “厂房” is none of"),
        ({"农村道路宽度": "五米"}, "“五米” is no number in m"),
        ({"农用地转用占比": "101"}, "“101” is no number in %"),
        ({"临时用地到期日": "明年"}, "“明年” is no date"),
        ({"临时用地到期日": "2023-02-30"}, "“2023-02-30” is no date"),
        ({"现场照片": "有"}, "attach the photos"),
        ({"农转用批准文号": "长" * 201}, "more than 200"),
        ({"颜色": "红"}, "No column of the table"),
        ({"地块编号": "别的_1", "实地情况": ""}, "there is no parcel 别的_1"),
    ],
)
def test_a_wrong_value_is_named(cells, told):
    with pytest.raises(InputError) as refused:
        read(**cells)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("code", "given", "value"),
    [
        ("temporary_expiry", " 2024年5月31日 ", "2024-05-31"),
        ("temporary_expiry", "2024/5/31", "2024-05-31"),
        ("temporary_expiry", "20240531", "2024-05-31"),
        ("conversion_percent", "99.90%", "99.90"),
        ("road_width_m", "1E+1", "10"),
        ("in_highway_network", "否", "no"),
        ("actual_use", "果园", "果园"),
        ("actual_use", "厂房", "factory"),
        ("actor", "  ", ""),
    ],
)
def test_what_is_understood(code, given, value):
    assert understood(PLAN.lists.evidence[code], given, PLAN) == value
