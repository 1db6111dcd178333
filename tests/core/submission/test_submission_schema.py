"""A wrong description of the package is refused with file, key and reason."""

from __future__ import annotations

import json
import shutil

import pytest

from tuban.core.documents import Kind
from tuban.core.errors import PlanError
from tuban.core.plan import load_plan
from tuban.core.plan.plan import PLANS
from tuban.core.plan.sections import Origin
from tuban.core.submission import load_schema


@pytest.fixture
def changed(tmp_path):
    """Load the shipped plan with its submission.json changed by a function."""

    def load(change):
        folder = tmp_path / "plans" / "liaocheng-2023"
        shutil.copytree(PLANS / "liaocheng-2023", folder)
        path = folder / "submission.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content), encoding="utf-8")
        return load_schema(load_plan("liaocheng-2023", tmp_path / "plans"))

    return load


def test_shipped_description_says_that_it_is_not_official(plan):
    schema = load_schema(plan)
    assert schema.origin is Origin.TUBAN
    assert "不是官方" in schema.note
    assert all(any("非官方" in note for note in form.notes) for form in schema.forms)


def test_every_part_says_where_it_comes_from():
    content = json.loads((PLANS / "liaocheng-2023" / "submission.json").read_text("utf-8"))
    for part in [content, *content["layers"], *content["forms"]]:
        assert part["origin"] == "tuban"
    for layer in content["layers"]:
        assert {field["origin"] for field in layer["fields"]} == {"tuban"}


def test_shipped_forms_are_the_months(plan):
    files = [form.file for form in load_schema(plan).forms]
    assert [name.rpartition("/")[2] for name in files] == [
        "图斑核查表.xlsx",
        "地块判定表.xlsx",
        "套合情况表.xlsx",
        "举证与处理表.xlsx",
        "违法用地清单.xlsx",
        "六个是否清单.xlsx",
        "外业核查清单.xlsx",
        "整改台账.xlsx",
        "整改情况表.xlsx",
        "移送移交清单.xlsx",
        "市级外业核查建议清单.xlsx",
        "月清汇总表.xlsx",
        "乡镇汇总表.xlsx",
        "照片清单.xlsx",
    ]


def test_all_flags_of_the_plan_are_in_layer_and_form(plan):
    schema = load_schema(plan)
    flags = {f"flag.{term.code}" for term in plan.flag_rules.flags}
    assert flags <= {field.value for field in schema.layers[1].fields}
    (form,) = [one for one in schema.forms if one.sheet == "六个是否清单"]
    assert flags <= set(form.values)


def test_codes_are_never_numbers(plan):
    for form in load_schema(plan).forms:
        for column, value in zip(form.columns, form.values):
            if value.endswith((".number", "_code")) and value != "row.number":
                assert column.kind is Kind.CODE


def test_an_office_can_change_widths_and_names_without_code(changed):
    def change(content):
        content["package"] = "{month}月清（{county}）.zip"
        content["layers"][0]["fields"][0]["name"] = "JCBH"
        content["forms"][0]["columns"][1]["zh"] = "监测编号"

    schema = changed(change)
    assert schema.package_name("虚构县", "2023-04") == "2023-04月清（虚构县）.zip"
    assert schema.layers[0].fields[0].name == "JCBH"
    assert schema.forms[0].columns[1].heading == "监测编号"


def test_a_county_name_cannot_leave_the_folder(plan):
    assert load_schema(plan).package_name("../a:b", "2023-04").count("/") == 0


def test_brackets_are_the_plans(changed):
    schema = changed(lambda content: content.update(brackets="half"))
    printed = [
        line
        for form in schema.forms
        for line in (form.title, form.above_left, form.above_right, *form.notes, *form.signatures)
    ]
    printed += [one for f in schema.forms for c in f.columns for one in (c.heading, c.group)]
    assert any("(亩)" in line for line in printed)
    assert not any("（" in line or "）" in line for line in printed)


def field(**changes):
    return lambda content: content["layers"][0]["fields"][0].update(changes)


def column(**changes):
    return lambda content: content["forms"][0]["columns"][1].update(changes)


def top(**changes):
    return lambda content: content.update(changes)


WRONG = [
    (field(name="TOOLONGNAME"), "layers[0].fields[0].name", "at most 10 characters"),
    (field(name="图斑编号"), "layers[0].fields[0].name", "at most 10 characters"),
    (field(name="XZQDM"), "layers[0].fields", "XZQDM is there twice"),
    (field(length=255), "layers[0].fields[0].length", "1 to 254"),
    (field(type="blob"), "layers[0].fields[0].type", "one of text"),
    (field(value="patch.colour"), "layers[0].fields[0].value", "one of "),
    (field(value="patch.area_mu"), "layers[0].fields[0].value", "is decimal"),
    (field(value="parcel.number"), "layers[0].fields[0].value", "one of "),
    (field(codes="colours"), "layers[0].fields[0].codes", "one of patch_classes"),
    (column(kind="money"), "forms[0].columns[1].kind", "one of text"),
    (column(kind="area"), "forms[0].columns[1].value", "is text"),
    (column(width=2), "forms[0].columns[1].width", "3 to 120"),
    (top(package="月清.zip"), "package", "{county} is missing"),
    (top(package="{county}{month}{mood}.zip"), "package", "only the placeholders"),
    (top(photo="{parcel}/{n:x.jpg"), "photo", "only the placeholders"),
    (top(photo="照片/{parcel}/现场核查照片第{n:09d}号之一{suffix}"), "photo", "more than 20"),
    (top(undecided_categories=["maybe"]), "undecided_categories[0]", "no such category"),
    (lambda c: c["layers"][0].update(file="矢量/TB"), "layers[0].file", "only ASCII"),
    (lambda c: c["layers"][1].update(file="vector/tb"), "layers", "is there twice"),
    (lambda c: c["forms"][0].update(file="../a.xlsx"), "forms[0].file", "every system"),
    (lambda c: c["forms"][0].update(file="a.xls"), "forms[0].file", "must end in .xlsx"),
    (lambda c: c["forms"][0].update(rows="moons"), "forms[0].rows", "one of patches"),
    (lambda c: c["forms"][0].update(columns=[]), "forms[0]", "needs columns"),
    (lambda c: c["forms"][0].update(title="{mood}"), "forms[0].title", "placeholders"),
    (lambda c: c["words"].pop("yes"), "words", "yes"),
    (lambda c: c.pop("note"), "submission.json", "note"),
    (top(layers={}), "layers", "a list is expected"),
    (top(brackets="square"), "brackets", "one of full, half"),
    (lambda c: c.pop("towns"), "submission.json", "towns"),
    (lambda c: c["towns"].update(endings="镇"), "towns.endings", "a list is expected"),
]


@pytest.mark.parametrize(("change", "key", "reason"), WRONG)
def test_a_wrong_description_is_refused(changed, change, key, reason):
    with pytest.raises(PlanError) as caught:
        changed(change)
    sentence = str(caught.value)
    assert "submission.json" in sentence
    assert key in sentence
    assert reason in sentence
