"""A month under another plan: nothing of the first one is in the code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tuban.core.legality import flags_mandatory, must_visit
from tuban.core.model import VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.submission import check_month, load_schema, read_package, write_package

EXAMPLE = load_plan("example-2025")
MONTH = "2023-04"
IN_TIME = date(2023, 4, 18)


def judged(book, index, category, subcategory=""):
    book.judge(index, category, subcategory, plan_id=EXAMPLE.id, plan_sha256=EXAMPLE.sha256)


@pytest.fixture
def month(book, build):
    """The right month of the first plan, with the classes, codes and flags of the example."""
    for index in range(4):
        book.change_patch(index, patch_class=EXAMPLE.patch_classes[index % 3].code)
        judged(book, index, "unlawful", "not_applied")
        four = {code: book.files[index].flags[code] for code in FLAGS}
        book.change(index, flags=four)
        book.add_photo(index, f"{index}全景.jpg", b"\xff\xd8\xff" + bytes([index]) * 9)
        third = book.files[index].photos[-1]
        near = {"likeness": f"{index:x}" * 16, "name": f"全景/{index}.jpg"}
        photos = (*book.files[index].photos[:-1], replace(third, **near))
        book.change(index, photos=photos)
    return book


FLAGS = ("SFLZGD", "SFDPF", "SFWHZJ", "SFBZFA")


def found(book, today=IN_TIME):
    return {one.check: one for one in check_month(book, EXAMPLE, MONTH, today=today)}


def test_a_right_month_of_the_example_has_no_error(month):
    errors = {name: one for name, one in found(month).items() if one.severity.value == "error"}
    assert errors == {}


def test_the_day_is_the_examples(month):
    assert "deadline" not in found(month)
    assert "deadline" in found(month, date(2023, 4, 19))


def test_the_codes_of_the_first_plan_are_unknown(month):
    month.judge(1, "illegal", "not_applied")
    assert found(month)["verdict-known"].subject == month.files[1].parcel.number


def test_the_flags_are_four(month):
    month.change(2, flags={code: month.files[2].flags[code] for code in FLAGS[:3]})
    finding = found(month)["flags-answered"]
    assert finding.subject == month.files[2].parcel.number
    assert "是否保障性安居住房" in [one.zh for one in finding.message.values["flags"]]
    assert flags_mandatory(month.files[2], EXAMPLE)


def test_what_a_verdict_has_to_answer_is_the_examples(month):
    kept = {code: one for code, one in month.files[1].evidence.items() if code != "build_stage"}
    month.change(1, evidence=kept)
    assert "verdict-complete" not in found(month)  # wanted there, not required
    assert found(month)["verdict-evidence"].subject == month.files[1].parcel.number


def test_thresholds_are_the_examples(month):
    mu = {"cultivated_mu": Decimal("15.00"), "cultivated_m2": Decimal("10000.00")}
    month.change_figures(0, **mu)
    assert [one.code for one in must_visit(month.files[0], EXAMPLE)] == ["illegal_cultivated_15"]
    month.change_figures(0, cultivated_mu=Decimal("14.99"), cultivated_m2=Decimal("9993.32"))
    assert must_visit(month.files[0], EXAMPLE) == []


def test_military_markers_are_the_examples(month):
    month.change_patch(3, remark="特殊用地")
    assert found(month)["military-own-path"].subject == month.land[3].number
    month.change_patch(3, remark="军用")
    assert "military-own-path" not in found(month)


def test_the_package_is_written_and_read(month, out):
    written = write_package(month, EXAMPLE, MONTH, out, str, today=IN_TIME)
    assert written.path.name == "2023-04-虚构县-遥感监测成果.zip"
    assert read_package(written.path).manifest.month == MONTH
    assert load_schema(EXAMPLE).undecided == {"unclear"}
    assert {one.level for file in month.files for one in file.verdicts.values()} == {
        VerdictLevel.COUNTY
    }


def test_the_two_shipped_descriptions_differ_in_everything_an_office_may_change(plan):
    """Names, order, brackets, and which forms there are: the same code writes both."""
    first, second = load_schema(plan), load_schema(EXAMPLE)
    assert {one.file for one in first.layers}.isdisjoint(one.file for one in second.layers)
    assert {one.file for one in first.forms}.isdisjoint(one.file for one in second.forms)
    assert [one.rows for one in first.layers] != [one.rows for one in second.layers]
    rows = [{one.rows for one in schema.forms} for schema in (first, second)]
    assert rows[0] - rows[1] == {"ledger", "measures", "photos"}
    headings = [
        {c.group for form in schema.forms for c in form.columns} for schema in (first, second)
    ]
    assert "面积（亩）" in headings[0]
    assert "面积(亩)" in headings[1]


def test_the_examples_package_has_the_examples_members(month, out):
    written = write_package(month, EXAMPLE, MONTH, out, str, today=IN_TIME)
    content = read_package(written.path)
    assert set(content.layers) == {"shp/JCTB", "shp/SPDK"}
    assert [name for name, *_ in content.layers["shp/SPDK"].fields][:3] == [
        "XZQDM",
        "XZQMC",
        "DKID",
    ]
    assert all(name.startswith("表格/") for name in content.forms)
    heading = content.forms["表格/01 地块认定表.xlsx"][2]
    assert heading[2] == "套合面积(亩)"
    photos = [one.name for one in content.manifest.members if one.name.startswith("zp/")]
    assert len(photos) == 12
    assert all(name.endswith(("/001.jpg", "/002.jpg", "/003.jpg")) for name in photos)
