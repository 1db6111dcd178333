"""Papers over the fictional city of three counties and two years; every figure counted by hand.

Of ten patches in a county's month two are illegal, 14.90 mu with 10.00 mu cultivated each. In
April 2023 the first county has passed nine of ten, the second has handed up nine of which one
was returned, the third has done nothing.
"""

from __future__ import annotations

import json
import re
import runpy
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("osgeo")
pytest.importorskip("lxml")

import docx
from fictional_city import make_city
from openpyxl import load_workbook

from tuban.core.casebook import open_casebook
from tuban.core.errors import CasebookError, InputError, PlanError
from tuban.core.plan import load_plan
from tuban.core.reports.blocks import Lines, TableBlock
from tuban.core.reports.counting import change_words
from tuban.core.reports.due_days import due_days
from tuban.core.reports.flow import flow_of
from tuban.core.reports.papers import Desk, Wanted, office_name
from tuban.core.reports.rules import FigureRef, report_rules
from tuban.core.reports.writing import write_sources, write_tables, write_word
from tuban.core.rounds import Office
from tuban.core.statistics import Period
from tuban.core.statistics.accountability import ratio_rules
from tuban.core.statistics.ratio import ratio
from tuban.core.statistics.tables import Cell
from tuban.core.statistics.warning import warning

PLAN = load_plan("liaocheng-2023")
TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"
EAST, WEST, SOUTH = "379901", "379902", "379903"
WHEN = datetime(2023, 4, 25)


def as_it_is(template: str) -> str:
    return template


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    path = tmp_path_factory.mktemp("城 市") / "台账.gpkg"
    make_city(path, PLAN)
    return path


@pytest.fixture(scope="module")
def desk(city):
    with open_casebook(city, "虚构某人", read_only=True) as book:
        yield Desk(book, PLAN, as_it_is)


@pytest.fixture(scope="module")
def bulletin(desk):
    return desk.paper(Wanted("bulletin", "2023-04"))


def lines(paper, place: str) -> list[str]:
    part = paper.parts[place]
    assert isinstance(part, Lines)
    return list(part.lines)


def rows(paper, place: str) -> dict[str, tuple[str, ...]]:
    part = paper.parts[place]
    assert isinstance(part, TableBlock)
    return {row[0]: row[1:] for row in part.rows}


def figure(paper, place: str, where: str):
    return next(one for one in paper.figures if (one.place, one.where) == (place, where))


# ---- what it says


def test_the_progress_in_words(bulletin):
    first, second = lines(bulletin, "文：进度")
    assert "共30个，已实地核查18个、填报18个、上报18个，上报率60.00%" in first
    assert "初审退回1个，已纠正0个；审核通过9个，通过率30.00%" in first
    assert second == "下发图斑数与上年同期相比持平。"


def test_the_progress_as_a_table(bulletin):
    assert rows(bulletin, "表：进度") == {
        "虚构东县": ("10", "9", "9", "9", "0", "0", "9", "90.00", "90.00"),
        "虚构西县": ("10", "9", "9", "9", "1", "0", "0", "90.00", "0.00"),
        "虚构南区": ("10", "0", "0", "0", "0", "0", "0", "0.00", "0.00"),
        "Total": ("30", "18", "18", "18", "1", "0", "9", "60.00", "30.00"),
    }


def test_illegal_land_against_last_year(bulletin):
    said = lines(bulletin, "文：违法")
    assert "违法用地4个、59.60亩，其中违法占用耕地4个、40.00亩" in said[0]
    # In April 2022 all three counties had judged: six illegal parcels.
    assert said[1] == "违法占用耕地面积与上年同期相比减少20.00亩（下降33.33%）。"
    assert said[2] == "违法占用耕地的有：虚构东县（20.00亩）、虚构西县（20.00亩）。"
    # January to March two in each county, April two in two of them.
    assert "1—4月累计发现违法用地22个、327.80亩，其中违法占用耕地220.00亩" in said[3]
    assert rows(bulletin, "表：违法")["Total"][:3] == ("4", "40.00", "60.00")


def test_every_sentence_is_marked_as_a_draft(bulletin):
    drafts = [one for one in bulletin.parts.values() if isinstance(one, Lines)]
    assert len(drafts) >= 8
    assert {one.mark for one in drafts} == {"【草稿】"}


def test_the_ratio_says_that_its_method_is_not_official(bulletin):
    table = bulletin.parts["表：比例"]
    assert any("文本未公开" in note and "不是官方结果" in note for note in table.notes)


def test_typical_cases_are_the_largest_and_those_chosen_by_hand_come_first(desk):
    chosen = (f"{WEST}JC23040001_1", "没有这个地块")
    paper = desk.paper(Wanted("bulletin", "2023-04", by_hand=chosen))
    said = lines(paper, "文：案例")
    assert [one.split("号地块")[0][-18:] for one in said] == [
        f"{WEST}JC23040001_1",
        f"{EAST}JC23040000_1",
        f"{EAST}JC23040001_1",
    ]
    assert "面积14.90亩，其中耕地10.00亩" in said[0] and "chosen by hand" in said[0]
    assert "违法占用耕地面积大" in said[1]


def test_problems_name_the_counties(bulletin):
    said = "".join(lines(bulletin, "文：问题"))
    assert "违法用地既未立案也未作不予立案处理的有：虚构东县（2个）、虚构西县（2个）" in said


def test_a_county_sees_its_townships(city):
    with open_casebook(city, "虚构某人", read_only=True) as book:
        own = SimpleNamespace(
            office=Office.COUNTY,
            county_code=EAST,
            county_name="虚构东县",
            **{one: getattr(book, one) for one in ("reading", "months", "places", "senders")},
        )
        its_desk = Desk(own, PLAN, as_it_is)
        paper = its_desk.paper(Wanted("bulletin", "2023-04"))
        notice = its_desk.paper(Wanted("progress", "2023-04", date(2023, 4, 20)))
    # One bar or one shaded county says nothing; what the tables call its townships stays.
    drawn = {
        one.place for one in paper.rule.blocks if not isinstance(paper.parts[one.place], Lines)
    }
    assert {one for one in drawn if "图：" in one} == {"地图：分布", "图：累计", "图：走势"}
    assert [paper.parts[one].caption[:8] for one in ("地图：分布", "图：走势")] == [
        "Figure 1",
        "Figure 3",
    ]
    assert lines(notice, "文：要求")[0].startswith("请尚未完成的乡镇（街道）抓紧")
    due = notice.parts["表：待办"]
    assert due.headings[0].words == "Township" and due.rows[0][0] == "虚构镇"
    table = paper.parts["表：违法"]
    assert table.headings[0].words == "Township"
    said = "".join(lines(paper, "文：问题"))
    assert "未作不予立案处理的有：虚构镇（2个）、虚构镇（2个）" in said
    # The city's casebook has a town of this name in each of its three counties.
    assert [row[:3] for row in table.rows[:2]] == [("虚构镇", "2", "20.00")] * 2


def test_nobody_is_named_in_a_paper(bulletin):
    whole = json.dumps([str(one) for one in bulletin.parts.values()], ensure_ascii=False)
    assert "虚构某人" not in whole and "虚构审核人" not in whole


# ---- where it is from


def test_a_figure_of_a_sentence_leads_to_its_parcels(bulletin):
    found = figure(bulletin, "文：违法", "违法地块数")
    assert (found.shown, found.table, found.column) == ("4", "整改消除违法状态", "违法地块数")
    assert found.parcels == tuple(f"{unit}JC2304000{n}_1" for unit in (EAST, WEST) for n in (0, 1))


def test_a_figure_of_a_table_leads_to_its_parcels(bulletin):
    assert figure(bulletin, "表：判定", "虚构西县 违法 地块数").shown == "2"
    found = figure(bulletin, "表：违法", "虚构西县 违法占用耕地")
    assert (found.row, found.shown) == ("虚构西县", "20.00")
    assert found.parcels == (f"{WEST}JC23040000_1", f"{WEST}JC23040001_1")


def test_last_years_figure_is_of_last_years_months(bulletin):
    where = ("表：违法", "Total 违法占用耕地")
    told = [one for one in bulletin.figures if (one.place, one.where) == where]
    assert [(one.shown, one.period) for one in told] == [
        ("40.00", "2023-04—2023-04"),
        ("60.00", "2022-04—2022-04"),
    ]
    assert {number[8:12] for number in told[1].parcels} == {"2204"}


def test_every_number_of_every_table_is_remembered(bulletin):
    printed = {one.shown for one in bulletin.figures}
    for place, part in bulletin.parts.items():
        if isinstance(part, TableBlock):
            told = [one for one in bulletin.figures if one.place == place]
            assert len(told) == sum(len(row) - 1 for row in part.rows), place
            assert {value for row in part.rows for value in row[1:]} <= printed


# ---- other papers


def test_the_report_of_a_year_has_its_months(desk):
    paper = desk.paper(Wanted("annual", "2023-12"))
    months = rows(paper, "表：月度")
    assert list(months) == ["1/2023", "2/2023", "3/2023", "4/2023", "Total"]
    assert months["1/2023"][0] == "30" and months["Total"][0] == "120"
    assert paper.texts["标题"] == "关于2023年土地卫片执法工作情况的报告"
    assert rows(paper, "表：跨年")["2022"][0] == "12"


def test_the_half_year_is_six_months(desk):
    paper = desk.paper(Wanted("half_year", "2023-06"))
    assert rows(paper, "表：进度")["Total"][0] == "120"
    assert paper.texts["标题"] == "关于2023年上半年土地卫片执法工作情况的报告"


@pytest.mark.parametrize(
    ("code", "day", "title", "part"),
    [
        ("annual", date(2023, 3, 31), "2023年1—3月", "1—3月"),
        ("annual", date(2023, 1, 31), "2023年1月", "1月"),
        ("half_year", date(2023, 3, 31), "2023年1—3月", "1—3月"),
        ("half_year", None, "2023年上半年", "上半年"),
        ("annual", None, "2023年", "全年"),
    ],
)
def test_title_and_words_say_the_months_that_are_covered(desk, code, day, title, part):
    paper = desk.paper(Wanted(code, "2023-12", day))
    assert paper.texts["标题"] == f"关于{title}土地卫片执法工作情况的报告"
    assert f"现将{title}土地卫片" in paper.texts["开头"]
    said = [
        one for block in paper.parts.values() if isinstance(block, Lines) for one in block.lines
    ]
    assert f"{part}共发现违法用地" in "".join(said)
    others = {"全年", "上半年"} - {part}
    assert not [one for one in said if any(other in one for other in others)]


def test_a_year_of_which_nothing_is_there_yet_is_not_said_to_be_a_whole_one(desk):
    early = desk.paper(Wanted("annual", "2024-12", date(2024, 2, 5)))
    assert early.texts["标题"] == "关于2024年1—2月土地卫片执法工作情况的报告"


def test_a_year_that_is_not_over_is_compared_with_the_same_months(desk):
    early = desk.paper(Wanted("annual", "2023-12", date(2023, 3, 31)))
    # January to March of 2023; of 2022 the casebook has March and April.
    assert "持平" not in lines(early, "文：进度")[1]
    assert "增加60个（上升200.00%）" in lines(early, "文：进度")[1]
    assert figure(early, "表：违法", "Total 违法占用耕地").period == "2023-01—2023-03"
    over = desk.paper(Wanted("annual", "2023-12"))
    assert "增加60个（上升100.00%）" in lines(over, "文：进度")[1]
    assert figure(over, "表：违法", "Total 违法占用耕地").period == "2023-01—2023-12"


def test_a_warning_is_about_one_county_and_its_heaviest_parcels(desk):
    paper = desk.paper(Wanted("warning", "2023-04", unit=WEST))
    # Eight illegal of 10.00 mu; legal are seven a month, six in April.
    said = lines(paper, "文：预警")
    assert "违法占用耕地80.00亩，新增建设用地占用耕地350.00亩" in said[0]
    assert "22.86%" in said[0]
    table = paper.parts["表：地块"]
    assert all(row[1] == "虚构西县" for row in table.rows)
    assert set(rows(paper, "表：比例")) == {"虚构西县"}
    assert all(one.startswith(WEST) for figure in paper.figures for one in figure.parcels)


def test_a_branch_has_no_government(desk):
    _county, branch = (one for one in PLAN.units if one.code in ("371502", "LC-JKQ"))
    found = ratio(desk.facts(None), ratio_rules(PLAN), Period.to_date("2023-04"), "unit")
    plan = replace(PLAN, units=(replace(branch, code=WEST),))
    notice = warning(desk.facts(None), found, WEST, plan, "虚构局", date(2023, 4, 25))
    assert notice.addressee == "虚构西县管理委员会："


def test_the_office_of_the_plan_signs_else_the_place():
    city = SimpleNamespace(county_code="371500", county_name="聊城市")
    assert office_name(city, PLAN) == "聊城市自然资源和规划局"
    city.county_code = "379900"
    assert office_name(city, PLAN) == "聊城市"


def test_who_is_warned_reaches_a_line(desk):
    assert set(desk.units(Wanted("warning", "2023-04"))) == {EAST, WEST, SOUTH}


def test_the_progress_notice_lists_what_is_due(desk):
    paper = desk.paper(Wanted("progress", "2023-04", date(2023, 4, 20)))
    due = paper.parts["表：待办"].rows
    assert ("虚构南区", "County", "To be filled in and handed up", "10", "2023-04-22") in due
    waiting = sum(int(row[3]) for row in due)
    assert f"尚未办结的事项共{waiting}项" in lines(paper, "文：待办")[0]


def test_where_nothing_waits_nothing_is_asked_for(desk):
    paper = desk.paper(Wanted("progress", "2023-02", date(2023, 4, 20)))
    assert lines(paper, "文：待办")[0].endswith("没有尚未办结的事项。")
    assert lines(paper, "文：要求") == [] and lines(paper, "表：待办") == []


def test_a_share_of_nothing_has_no_per_cent(bulletin):
    said = lines(bulletin, "文：查处")[0]
    assert "结案率（按已立案地块）—；" in said and "—%" not in said


def test_january_is_no_span(desk):
    said = lines(desk.paper(Wanted("bulletin", "2023-01")), "文：比例")
    assert said[0].startswith("1月，违法占用耕地")


def test_january_is_not_added_up_to_what_was_just_said(desk):
    january = lines(desk.paper(Wanted("bulletin", "2023-01")), "文：违法")
    assert january[0].startswith("1月共发现违法用地")
    assert not any("累计" in one for one in january)
    assert any(
        "累计" in one for one in lines(desk.paper(Wanted("bulletin", "2023-02")), "文：违法")
    )


# ---- bad input


def test_a_month_without_patches(desk):
    paper = desk.paper(Wanted("bulletin", "2021-07"))
    assert lines(paper, "文：进度") == ["7月没有应完成“月清”上报的土地卫片执法图斑。"]
    assert lines(paper, "文：案例") == ["没有符合入选规则的地块。"]
    assert lines(paper, "文：问题") == ["根据台账本数据未发现需要点名的突出问题。"]
    assert rows(paper, "表：比例")["Total"][4:6] == ("—", "—")


def test_without_a_last_year_nothing_is_compared(desk):
    paper = desk.paper(Wanted("bulletin", "2022-03"))
    assert len(lines(paper, "文：进度")) == 1
    assert not any("同期" in one for one in lines(paper, "文：违法"))
    assert rows(paper, "表：违法")["Total"][2] == "—"


def test_what_is_no_month_no_paper_no_county_is_refused(desk):
    with pytest.raises(InputError, match="2023-13"):
        desk.paper(Wanted("bulletin", "2023-13"))
    with pytest.raises(InputError, match="“weekly”"):
        desk.paper(Wanted("weekly", "2023-04"))
    with pytest.raises(InputError, match="379999"):
        desk.paper(Wanted("warning", "2023-04", unit="379999"))


def test_a_day_before_the_casebook_is_refused(desk):
    with pytest.raises(CasebookError, match="2022-01-01"):
        desk.paper(Wanted("bulletin", "2023-04", date(2022, 1, 1)))


def test_a_paper_as_of_a_past_day(desk):
    paper = desk.paper(Wanted("bulletin", "2023-04", date(2023, 3, 31)))
    assert "没有" in lines(paper, "文：进度")[0], "April was not there yet"


@pytest.mark.parametrize(
    ("now", "before", "unit", "words"),
    [
        (12, 10, "", "增加2个（上升20.00%）"),
        (Decimal("7.50"), Decimal("10.00"), "mu", "减少2.50亩（下降25.00%）"),
        (3, 0, "", "增加3个"),
        (Decimal("12.345"), Decimal("10"), "percent", "增加2.35个百分点"),
        (None, Decimal("10"), "percent", "无法比较"),
        (5, 5, "", "持平"),
    ],
)
def test_how_figures_are_compared(now, before, unit, words):
    assert change_words(Cell(now, unit), Cell(before, unit), report_rules(PLAN)) == words


# ---- files


def test_the_shipped_templates_have_all_places_and_no_others():
    for plan_id in ("liaocheng-2023", "example-2025"):
        for rule in report_rules(load_plan(plan_id)).papers.values():
            document = docx.Document(str(TEMPLATES / rule.template))
            written = "".join(one.text for one in document.paragraphs)
            places = re.findall("{(.+?)}", written)
            assert set(places) == {*rule.texts, *(one.place for one in rule.blocks)}, rule.code
            assert len(places) == len(set(places))


def test_the_shipped_templates_are_what_their_script_makes(tmp_path):
    tool = runpy.run_path(str(TEMPLATES.parents[1] / "tools" / "report_templates.py"))
    for name, places in tool["PAPERS"].items():
        path = tmp_path / f"{name}.docx"
        tool["_save"](tool["_document"](places), path)
        assert path.read_bytes() == (TEMPLATES / path.name).read_bytes(), name


def test_what_charts_and_maps_show_leads_to_parcels_too(bulletin):
    shown = [one for one in bulletin.figures if one.place == "图：排名"]
    assert [(one.row, one.shown) for one in shown] == [
        ("虚构东县", "20.00"),
        ("虚构西县", "20.00"),
        ("虚构南区", "0.00"),
    ]
    assert shown[2].parcels == ()
    (spots,) = [one for one in bulletin.figures if one.place == "地图：分布"]
    assert len(spots.parcels) == 4


def test_word_has_what_the_paper_says(bulletin, tmp_path):
    path = tmp_path / "通 报.docx"
    assert write_word(bulletin, {}, TEMPLATES / "bulletin.docx", path, WHEN) == []
    document = docx.Document(str(path))
    words = [one.text for one in document.paragraphs]
    assert "关于2023年4月土地卫片执法情况的通报" in words
    assert not any("{" in one for one in words)
    assert sum(one.startswith("【草稿】") for one in words) > 10
    assert len(document.tables) == 7


def test_the_workbooks_totals_and_shares_live(bulletin, tmp_path):
    path = tmp_path / "表.xlsx"
    write_tables(bulletin, path, WHEN, as_it_is)
    book = load_workbook(path)
    ws = next(one for one in book.worksheets if one["A1"].value == "图斑填报、审核进度")
    assert [cell.value for cell in ws[4]][:3] == ["虚构东县", 10, 9]
    assert [cell.value for cell in ws[7]][:2] == ["Total", "=SUM(B4:B6)"]
    assert ws["A8"].value.startswith("按图斑计数"), "nothing but what is printed"
    protected = next(one for one in book.worksheets if "生态保护红线" in str(one["A1"].value))
    headings = [cell.value for cell in protected[3]]
    assert headings[:4] == [
        "County or district",
        "违法占用耕地地块数",
        "违法占用耕地（亩）",
        "违法占用耕地（上年同期，亩）",
    ]
    assert [cell.value for cell in protected[4]][:4] == ["虚构东县", 2, 20, 20]
    assert len(book.worksheets) == 8
    assert ws["I7"].value == '=IF(B7=0,"—",ROUND(E7/B7*100,2))'
    sources = book.worksheets[-1]
    assert sources.max_row - 3 == len(bulletin.figures)


def test_the_sources_name_every_parcel(bulletin, tmp_path):
    path = tmp_path / "来源.json"
    write_sources(bulletin, path)
    found = json.loads(path.read_text(encoding="utf-8"))
    assert len(found["figures"]) == len(bulletin.figures)
    issued = next(one for one in found["figures"] if one["where"] == "虚构东县 下发")
    assert issued["count"] == 10
    assert found["parcels"][issued["behind"]] == [f"{EAST}JC2304000{n}_1" for n in range(10)]


def test_the_flow_for_paper_keeps_fonts_tables_and_spans(bulletin, tmp_path):
    path = tmp_path / "a.docx"
    write_word(bulletin, {}, TEMPLATES / "bulletin.docx", path, WHEN)
    flow = flow_of(path)
    assert "font-family:'方正小标宋简体'" in flow.html and "'仿宋_GB2312','仿宋'" in flow.html
    assert 'colspan="2"' in flow.html and 'rowspan="2"' in flow.html
    assert flow.html.count("<table") == 7
    assert [round(one) for one in (*flow.size_mm, *flow.margins_mm)] == [210, 297, 28, 37, 26, 35]


def test_a_picture_that_is_only_linked_is_left_out(tmp_path):
    linked = docx.Document()
    drawing = '<w:r xmlns:w="{}" xmlns:wp="{}" xmlns:a="{}" xmlns:r="{}"><w:drawing><wp:inline>'
    drawing += '<wp:extent cx="9525" cy="9525"/><a:blip r:link="rId99"/>'
    drawing += "</wp:inline></w:drawing></w:r>"
    spaces = (docx.oxml.ns.nsmap[one] for one in ("w", "wp", "a", "r"))
    linked.add_paragraph("文")._p.append(docx.oxml.parse_xml(drawing.format(*spaces)))
    linked.save(str(tmp_path / "链接.docx"))
    flow = flow_of(tmp_path / "链接.docx")
    assert "文" in flow.html and flow.pictures == {}


# ---- the plan


def test_a_figure_is_written_with_table_column_and_span():
    assert FigureRef.parse("to_date:ratio.before") == FigureRef("ratio", "before", "", "to_date")
    assert FigureRef.parse("verdicts.parcels_of:legal@change") == FigureRef(
        "verdicts", "parcels_of:legal", "change"
    )
    assert FigureRef.parse("office") is None


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ((0, "blocks", 0, "lines", 0, "words"), "共{progress.nothing}个", "progress.nothing"),
        ((0, "blocks", 0, "lines", 0, "words"), "共{nothing}个", "nothing"),
        ((0, "blocks", 1, "columns", 0), "nothing", "progress.nothing"),
        ((0, "blocks", 1, "place"), "文：进度", "there twice"),
        ((0, "period"), "week", "month, to_date, half_year, year"),
    ],
)
def test_a_mistake_in_the_plan_names_its_key(tmp_path, path, value, said):
    plan_folder = tmp_path / "own"
    plan_folder.mkdir()
    for file in PLAN.folder.glob("*.json"):
        content = json.loads(file.read_text(encoding="utf-8"))
        content["id"] = "own"
        if file.stem == "reports":
            at = content["papers"]
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] = value
        (plan_folder / file.name).write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(PlanError, match=r"reports\.json") as refused:
        report_rules(load_plan("own", office=tmp_path))
    assert said in str(refused.value)


# ---- what is due


def test_what_is_due_and_what_is_missing(desk):
    found = {one.code: one for one in due_days(desk.facts(None), PLAN, "2023-04")}
    assert [one.day.isoformat() for one in found.values()] == [
        *("2023-04-22", "2023-04-25", "2023-04-25"),
        *("2023-07-10", "2024-01-10", "2024-01-15"),
    ]
    cleared = found["cleared"]
    # One of each of the first two counties, all ten of the third.
    assert [(str(one.what), one.count) for one in cleared.missing] == [
        ("12 parcels not checked in the field", 12)
    ]
    assert (cleared.paper, cleared.month) == ("progress", "2023-04")
    assert cleared.days_left(date(2023, 4, 20)) == 2
    assert [(str(one.what), one.count) for one in found["corrected"].missing] == [
        ("1 parcels returned and not corrected", 1),
        ("8 parcels not passed yet", 8),
        ("12 parcels not handed up", 12),
    ]
    assert found["corrected"].missing[0].parcels == (f"{WEST}JC23040000_1",)
    assert (found["year"].paper, found["year"].month) == ("annual", "2023-12")
    assert found["county_plan"].missing == ()


def test_what_is_left_to_put_right_is_due(desk):
    found = next(
        one for one in due_days(desk.facts(None), PLAN, "2023-04") if one.code == "rectified"
    )
    # 22 illegal parcels of the year, of which one in each county was put right in two months.
    assert sum(one.count for one in found.missing) == 16
    assert found.paper == ""
