"""A finished package under the checks: nothing new in a right one, and what was changed is told."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tuban.core.errors import UnreadableFile
from tuban.core.model import Severity
from tuban.core.plan import load_plan
from tuban.core.plan.plan import PLANS
from tuban.core.submission import CHECKS, check_month, read_package, write_package
from tuban.core.submission.handed_in import IN_FILE, check_package, work_of

MONTH, TODAY = "2023-04", date(2023, 4, 18)


@pytest.fixture
def content(book, plan, out):
    return read_package(write_package(book, plan, MONTH, out, str, today=TODAY).path)


def spoiled(content, layer, row, **changes):
    """The content with some fields of one row changed, as a sender could have done."""
    read = content.layers[layer]
    rows = list(read.rows)
    rows[row] = {**rows[row], **changes}
    return replace(content, layers={**content.layers, layer: replace(read, rows=tuple(rows))})


def test_the_checks_of_a_file_are_checks():
    assert set(IN_FILE) <= CHECKS.keys()


def test_a_right_package_has_the_findings_of_its_month_and_no_more(book, plan, content):
    of_file = {(one.check, one.subject) for one in check_package(content, plan)}
    of_month = {(one.check, one.subject) for one in check_month(book, plan, MONTH, today=TODAY)}
    assert of_file <= of_month
    assert not [one for one in check_package(content, plan) if one.severity is Severity.ERROR]


def test_the_layers_say_what_the_record_says(book, plan, content):
    work = work_of(content, plan)
    assert [one.parcel.number for one in work.dossiers] == [one.parcel.number for one in book.files]
    first, recorded = work.dossiers[0], book.files[0]
    assert first.figures.cultivated_mu == recorded.figures.cultivated_mu == Decimal("10.00")
    assert first.flags == recorded.flags
    assert first.county_verdict.reason == recorded.county_verdict.reason
    assert len(first.photos) == 2
    assert first.patch.before_date == recorded.patch.before_date


SPOILED = [
    ("vector/DK", {"GDMJ": 99.0}, "figures-identity"),
    ("vector/DK", {"PDLX": ""}, "verdict-present"),
    ("vector/DK", {"PDLX": "marvellous"}, "verdict-known"),
    ("vector/DK", {"PDYJ": None}, "verdict-reason"),
    ("vector/DK", {"SFDPF": None}, "flags-answered"),
    ("vector/DK", {"DKMJ": 1.0}, "parcels-fill-patch"),
    ("vector/TB", {"TBFL": "别的"}, "patch-class"),
    ("vector/TB", {"BZ": "军用"}, "military-unmentioned"),
    ("vector/DK", {"PDLX": "military"}, "military-unmentioned"),
]


@pytest.mark.parametrize(("layer", "changes", "check"), SPOILED)
def test_a_changed_file_is_found_by_the_same_check(content, plan, layer, changes, check):
    found = {one.check for one in check_package(spoiled(content, layer, 1, **changes), plan)}
    assert check in found


def test_a_number_in_full_width_digits_is_the_same_number(content, plan):
    twice = content.layers["vector/DK"].rows[0]["DKBH"].replace("3", "３")
    found = check_package(spoiled(content, "vector/DK", 1, DKBH=twice), plan)
    assert "numbers-unique" in {one.check for one in found}


def test_a_check_whose_values_the_layers_do_not_show_is_not_asked(book, tmp_path, out):
    """An office that leaves unused land out of its layer still gets its package."""
    folder = tmp_path / "plans" / "liaocheng-2023"
    shutil.copytree(PLANS / "liaocheng-2023", folder)
    path = folder / "submission.json"
    described = json.loads(path.read_text("utf-8"))
    fields = described["layers"][1]["fields"]
    kept = [one for one in fields if one["value"] != "figures.unused_mu"]
    described["layers"][1]["fields"] = kept
    path.write_text(json.dumps(described), "utf-8")
    plan = load_plan("liaocheng-2023", tmp_path / "plans")
    for index in range(4):
        book.judge(index, plan_sha256=plan.sha256)
    written = write_package(book, plan, MONTH, out, str, today=TODAY)
    found = check_package(read_package(written.path), plan)
    assert not [one for one in found if one.severity is Severity.ERROR]


def test_a_package_of_another_plan_is_refused_by_its_name(content):
    with pytest.raises(UnreadableFile, match="聊城市2023年卫片执法工作方案"):
        check_package(content, load_plan("example-2025"))
