"""The algorithms of the field: checks from a table."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsProcessingException, QgsVectorLayer

from tuban.core.casebook import open_casebook

HEAD = "地块编号,核查人,核查日期,核查方式,现场描述"


@pytest.fixture
def table(tmp_path):
    def write(*lines: str):
        path = tmp_path / "核查.csv"
        path.write_text("\n".join([HEAD, *lines]), encoding="gbk")
        return path

    return write


def test_field_checks_from_a_csv_and_from_a_layer(imported, numbers, table, run):
    path = table(f"{numbers[0]}_1,虚构甲、虚构乙,20230414,实地,厂房", f"{numbers[1]}_1,,,,")
    results = run("recordfieldchecks", CASEBOOK=imported, INPUT=path, WHO="甲")
    assert (results["CHECKED"], results["SAME"], results["UNCHECKED"]) == (1, 0, 1)
    fields = "&".join(f"field={name}:string" for name in HEAD.split(","))
    layer = QgsVectorLayer(f"None?{fields}", "表", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes([f"{numbers[1]}_1", "虚构丙", "2023-04-15", "drone", None])
    layer.dataProvider().addFeature(feature)
    assert run("recordfieldchecks", CASEBOOK=imported, INPUT=layer, WHO="甲")["CHECKED"] == 1
    with open_casebook(imported, "甲", read_only=True) as book:
        first, second = (book.dossier(f"{number}_1").field_check for number in numbers)
    assert (first.checkers, first.checked_on) == (("虚构甲", "虚构乙"), "2023-04-14")
    assert (second.way, second.found) == ("drone", "")


def test_a_wrong_row_is_told_and_nothing_is_recorded(imported, numbers, table, run):
    path = table(f"{numbers[0]}_1,虚构甲,20230414,实地,", f"{numbers[1]}_1,虚构甲,昨天,实地,")
    with pytest.raises(QgsProcessingException, match="Row 3"):
        run("recordfieldchecks", CASEBOOK=imported, INPUT=path, WHO="甲")
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.dossier(f"{numbers[0]}_1").field_check is None
