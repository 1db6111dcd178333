"""Evidence, conformity, handling and the field check in the package's form and layer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tuban.core.casefile import Case, CaseFile, Filing, Transfer
from tuban.core.legality.recording import LONGEST
from tuban.core.model import Coverage, Evidence
from tuban.core.submission.collecting import collect
from tuban.core.submission.forms import form_sheet
from tuban.core.submission.layers import layer_rows
from tuban.core.submission.schema import load_schema
from tuban.core.submission.texts import english

MONTH, TODAY = "2023-04", date(2023, 4, 21)
FORM = "表/举证与处理表.xlsx"


def table(book, plan):
    """The form as heading → value, row by row."""
    work = collect(book, plan, MONTH, TODAY)
    form = next(one for one in load_schema(plan).forms if one.file == FORM)
    sheet = form_sheet(work, form, english)
    headings = [column.heading for column in sheet.columns]
    return [dict(zip(headings, row)) for row in sheet.rows]


def evidence(**values):
    return {code: Evidence(code, value) for code, value in values.items()}


def test_what_is_recorded_stands_in_the_form_in_the_plans_words(book, plan):
    given = evidence(
        site_finding="built",
        conversion_number="虚构批〔2022〕1号",
        plan_conformity="partly",
        conforming_mu="1.25",
        conflicting_mu="8.75",
        violation_type="occupation",
        violation_nature="not_applied",
        actor="虚构公司",
        actor_kind="company",
        build_time="2023-02",
        build_stage="built",
        actual_use="factory",
    )
    book.change(0, evidence=given)
    row = table(book, plan)[0]
    assert row["实地情况"] == "建（构）筑物或硬化，非农用途"
    assert row["农转用批准文号"] == "虚构批〔2022〕1号"
    assert (row["是否符合"], row["符合面积"], row["不符合面积"]) == (
        "部分符合",
        Decimal("1.25"),
        Decimal("8.75"),
    )
    assert (row["主体"], row["主体分类"]) == ("虚构公司", "企事业单位")
    assert (row["违法类型"], row["违法性质"]) == ("非法占地", "未报即用")
    assert (row["实际用途"], row["建设时间"], row["现状"]) == ("厂房", "2023-02", "已建成")


def test_a_number_that_a_layer_gives_stands_there_too(book, plan):
    book.change(0, evidence={})
    approvals = (Coverage("supply", "371599-2022-0007", Decimal("6000.00"), Decimal("90.0")),)
    book.change_figures(0, approvals=approvals)
    row = table(book, plan)[0]
    assert row["供地电子监管号"] == "371599-2022-0007"
    assert (row["农转用批准文号"], row["符合面积"]) == ("", None)


@pytest.mark.parametrize(
    ("filing", "transfers", "expected"),
    [
        (Filing(), (), "未处理"),
        (Filing(reason="minor"), (), "非立案处理"),
        (Filing(reason="minor"), ("agriculture",), "移送移交"),
    ],
)
def test_handling_is_what_the_case_says(book, plan, filing, transfers, expected):
    number = book.files[0].parcel.number
    made = tuple(Transfer(receiver) for receiver in transfers)
    case = CaseFile(Case("c1", "虚构公司", "", (number,)), None, filing, (), made)
    book.change(0, evidence={}, cases=(case,))
    assert table(book, plan)[0]["处理方式"] == expected


def test_a_filing_that_was_typed_is_one(book, plan):
    book.change(0, evidence=evidence(filing="虚立〔2023〕1号"), cases=())
    assert table(book, plan)[0]["处理方式"] == "立案查处"
    book.judge(0, "road", "")
    book.change(0, evidence={})
    assert table(book, plan)[0]["处理方式"] == ""


def test_the_layer_has_the_same_and_says_that_it_is_tubans(book, plan):
    layer = load_schema(plan).layers[1]
    by_name = {field.name: at for at, field in enumerate(layer.fields)}
    book.change(0, evidence=evidence(plan_conformity="conflicts", conflicting_mu="10"))
    _, values = layer_rows(collect(book, plan, MONTH, TODAY), layer)[0]
    got = {name: values[by_name[name]] for name in ("SFFHGH", "BFHGHMJ", "HCFS", "CLFS")}
    assert got == {
        "SFFHGH": "不符合",
        "BFHGHMJ": Decimal("10.00"),
        "HCFS": "实地",
        "CLFS": "未处理",
    }
    content = plan.section("submission").value
    added = [one for one in content["layers"][1]["fields"] if one["name"] in got]
    assert len(added) == 4 and {one["origin"] for one in added} == {"tuban"}


def test_what_does_not_fit_gbk_or_its_field_is_told(book, plan):
    from tuban.core.submission.checks import check_month

    book.change(0, evidence={**book.files[0].evidence, **evidence(actor="𠮷" * LONGEST)})
    found = {one.check for one in check_month(book, plan, MONTH)}
    assert found & {"texts-gbk", "texts-fit", "texts-shortened"}


def test_military_land_is_in_neither(book, plan):
    patch = replace(book.files[1].patch, remark="军用土地")
    book.files[1] = replace(book.files[1], patch=patch)
    book.land[1] = patch
    numbers = [row["地块编号"] for row in table(book, plan)]
    assert book.files[1].parcel.number not in numbers and numbers
