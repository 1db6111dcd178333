"""Progress, notice, due list and samples: every number counted by hand."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("osgeo")


from issued_land import undivided

from tuban.core.casebook import create_casebook, events
from tuban.core.errors import PlanError
from tuban.core.model import FieldCheck, Source, Verdict, VerdictLevel
from tuban.core.oversight.notice import notice_text
from tuban.core.oversight.progress import (
    Counts,
    ParcelWork,
    by_day,
    counts_on,
    due_list,
    is_handed_up,
    month_work,
    names_by_patch,
    shared_out,
    unit_names,
)
from tuban.core.oversight.rules import SampleRules, oversight_rules
from tuban.core.oversight.sampling import draw, population_of, remember, remembered
from tuban.core.plan import load_plan
from tuban.core.plan.sections import Origin
from tuban.core.rounds import AnswerKind, Office, Outcome, ReturnAnswer, Review, Rounds, Submitted

PLAN = load_plan("liaocheng-2023")
EAST, WEST = "371502", "371521"
MONTH = "2023-04"


def handed(submission: int, day: str, content: str = "a", number: int = 1) -> Submitted:
    return Submitted(submission, number, content, day)


def review(outcome: Outcome, submission: int, day: str, deadline: str = "") -> Review:
    return Review(submission, 1, outcome, day, "市局", deadline=deadline)


def parcel(patch: str, unit: str, checked="", filled="", n: int = 1, **rounds) -> ParcelWork:
    return ParcelWork(f"{patch}_{n}", patch, unit, checked, filled, Rounds(**rounds))


RETURNED = parcel(
    "C",
    WEST,
    "2023-04-11",
    "2023-04-12",
    submitted=(handed(5, "2023-04-15"), handed(9, "2023-04-19", "b", 2)),
    reviews=(
        review(Outcome.RETURNED, 5, "2023-04-17", "2023-04-25"),
        review(Outcome.PASSED, 9, "2023-04-21"),
    ),
    answers=(ReturnAnswer(5, 1, AnswerKind.CORRECTED, "2023-04-18", "乙"),),
)
WORK = [
    parcel("A", EAST),
    parcel("B", EAST, "2023-04-10", "2023-04-11"),
    parcel("B", EAST, "2023-04-10", "2023-04-13", n=2),
    RETURNED,
    parcel("D", WEST, "2023-04-11", "2023-04-12", submitted=(handed(5, "2023-04-15"),)),
]


@pytest.mark.parametrize(
    ("day", "east", "west"),
    [
        ((2023, 4, 9), Counts(2), Counts(2)),
        ((2023, 4, 11), Counts(2, 1, 0), Counts(2, 2, 0)),
        ((2023, 4, 13), Counts(2, 1, 1), Counts(2, 2, 2)),
        ((2023, 4, 16), Counts(2, 1, 1), Counts(2, 2, 2, 2)),
        ((2023, 4, 17), Counts(2, 1, 1), Counts(2, 2, 2, 2, 1, 0)),
        ((2023, 4, 18), Counts(2, 1, 1), Counts(2, 2, 2, 2, 1, 1)),
        ((2023, 4, 21), Counts(2, 1, 1), Counts(2, 2, 2, 2, 1, 1, 1)),
    ],
)
def test_the_counts_of_a_day_are_those_by_hand(day, east, west):
    assert counts_on(WORK, date(*day)) == {EAST: east, WEST: west}


def test_a_patch_is_only_through_with_its_last_parcel():
    other = parcel("C", WEST, "2023-04-11", "2023-04-12", n=2, submitted=(handed(5, "2023-04-15"),))
    counts = counts_on([*WORK, other], date(2023, 4, 21))[WEST]
    assert (counts.issued, counts.returned, counts.passed) == (2, 1, 0)
    untouched = parcel("C", WEST, n=2)
    counts = counts_on([*WORK, untouched], date(2023, 4, 21))[WEST]
    assert counts == Counts(2, checked=1, filled=1, submitted=1, returned=1, corrected=1)


def test_each_day_on_which_something_happened():
    days = [day for day, _ in by_day(WORK, date(2023, 4, 18))]
    assert days == [date(2023, 4, one) for one in (10, 11, 12, 13, 15, 17, 18)]


def test_what_is_due_and_for_whom():
    due = due_list(WORK, MONTH, PLAN, date(2023, 4, 17))
    told = [(one.number, one.office, one.day.day, one.days_left(date(2023, 4, 17))) for one in due]
    assert told == [
        ("A_1", Office.COUNTY, 22, 5),
        ("B_1", Office.COUNTY, 22, 5),
        ("B_2", Office.COUNTY, 22, 5),
        ("C_1", Office.COUNTY, 25, 8),
        ("D_1", Office.CITY, 25, 8),
    ]
    assert [str(one.what) for one in due[3:]] == ["To be corrected", "To be reviewed"]


def notice(day: date, work=WORK, office=Office.CITY, name="聊城市自然资源和规划局") -> str:
    return notice_text(work, PLAN, MONTH, day, office, name, in_chinese)


def in_chinese(template: str) -> str:
    return {"en": "zh", "Township unknown": "乡镇不明"}.get(template, template)


def test_a_county_writes_to_its_towns():
    towns = {"A": "虚构甲镇", "B": "虚构乙镇"}
    own = [replace(one, town=towns.get(one.patch, "")) for one in WORK[:3]]
    # A patch with a parcel in another town is counted once, with its first parcel's.
    own[2] = replace(own[2], town="虚构丙镇")
    said = notice(date(2023, 4, 17), shared_out(own, Office.COUNTY), Office.COUNTY, "虚构县局")
    lines = said.split("\n")
    assert "共2个，已实地核查1个" in lines[1]
    assert lines[2].startswith("虚构乙镇：图斑1个") and lines[3].startswith("虚构甲镇：图斑1个")
    behind = (
        "尚有图斑未完成“月清”核查、填报、上报的乡镇（街道）有：虚构乙镇（1个）、虚构甲镇（1个）"
    )
    assert lines[4].startswith(behind)
    assert "县（市、区）" not in said


def test_a_city_does_not_share_out_by_towns():
    assert shared_out(WORK, Office.CITY) == WORK


def test_what_units_are_called():
    stranger = replace(WORK[0], unit="379901", issued_as="虚构东县")
    nameless = replace(WORK[0], unit="379902")
    town = replace(WORK[0], unit="371502/")
    assert unit_names([WORK[0], stranger, nameless, town], PLAN, in_chinese) == {
        EAST: "东昌府区",
        "379901": "虚构东县",
        "379902": "379902 (not in the plan)",
        "371502/": "乡镇不明",
    }


def test_the_notice_before_the_days():
    said = notice(date(2023, 4, 17))
    lines = said.split("\n")
    assert lines[0] == "2023年4月卫片执法图斑填报、初审退回图斑填报进度通报"
    assert "共4个，已实地核查3个，已填报3个，已上报2个，上报率50.0%" in lines[1]
    assert lines[2].startswith("东昌府区：图斑2个，已实地核查1个")
    assert "东昌府区（2个）。请于2023年4月22日前" in lines[4] and "还有5日" in lines[4]
    assert "阳谷县（1个）" in lines[5] and "2023年4月25日" in lines[5]
    assert lines[-1] == "聊城市自然资源和规划局　2023年4月17日"


def test_the_notice_after_the_days_says_by_how_many():
    said = notice(date(2023, 4, 24))
    assert "上报时限为2023年4月22日，已逾期2日" in said
    assert "尚未完成纠正" not in said


def test_the_words_of_the_notice_are_checked(tmp_path):
    shipped = Path(__file__).resolve().parents[2] / "resources" / "plans" / "liaocheng-2023"
    shutil.copytree(shipped, tmp_path / PLAN.id)
    path = tmp_path / PLAN.id / "oversight.json"
    path.write_text(path.read_text(encoding="utf-8").replace("{percent}", "{per}"), "utf-8")
    with pytest.raises(PlanError) as refused:
        oversight_rules(load_plan(PLAN.id, tmp_path))
    assert "notice.opening" in str(refused.value) and "per" in str(refused.value)


def test_the_same_seed_draws_the_same_patches_whatever_the_order():
    units = {f"{unit}{n:04d}": unit for unit in (EAST, WEST) for n in range(41)}
    rules = SampleRules(5, 1, Origin.TUBAN)
    sample = draw(units, MONTH, "4月", rules)
    again = draw(dict(reversed(list(units.items()))), MONTH, "4月", rules)
    assert sample == again
    # 5 % of 41 are 2.05, rounded up.
    assert {unit: len(numbers) for unit, numbers in sample.drawn.items()} == {EAST: 3, WEST: 3}
    assert draw(units, MONTH, "5月", rules).drawn != sample.drawn


def test_what_is_drawn_follows_from_the_hashes():
    units = dict.fromkeys("ABC", EAST)
    first = min("ABC", key=lambda one: hashlib.sha256(b"s\n" + one.encode()).digest())
    assert draw(units, MONTH, "s", SampleRules(1, 1, Origin.TUBAN)).numbers == [first]
    assert draw(units, MONTH, "s", SampleRules(1, 9, Origin.TUBAN)).numbers == ["A", "B", "C"]
    assert population_of(units) == population_of(dict.fromkeys("CBA", EAST))


def issued(number: str, county: str, index: int):
    return undivided(number, 115 + index / 100, county_code=county, source_row=index)


@pytest.fixture
def book(tmp_path):
    with create_casebook(tmp_path / "市.gpkg", PLAN, "371500", "虚构市", "甲", Office.CITY) as made:
        pairs = [issued("E1", EAST, 1), issued("E2", EAST, 2), issued("W1", WEST, 3)]
        source = Source("ab" * 32, "图斑.zip", "图斑", "EPSG:4490", "GBK", "m2", 3)
        made.record(
            [
                events.source_imported(source),
                *(events.patch_issued(patch) for patch, _ in pairs),
                *(events.parcel_divided(one) for _, one in pairs),
            ]
        )
        yield made


def test_a_casebook_is_counted_and_military_land_is_not(book):
    today = date.today()
    verdict = Verdict("E1_1", VerdictLevel.COUNTY, "legal", "", "", PLAN.id, PLAN.sha256)
    check = FieldCheck("E1_1", ("甲",), "2023-04-10", "on_site")
    book.record([events.verdict_given(verdict, None), events.field_checked(check, None)])
    counts = counts_on(month_work(book, PLAN, MONTH, today), today)
    assert counts == {EAST: Counts(2, 1, 1), WEST: Counts(1)}
    military = next(one.code for one in PLAN.categories if one.military)
    secret = replace(verdict, parcel_number="E2_1", category=military)
    book.record([events.verdict_given(secret, None)])
    assert counts_on(month_work(book, PLAN, MONTH, today), today)[EAST] == Counts(1, 1, 1)


def handed_up(book, submission: int, *numbers: str) -> None:
    content = {"submission": submission, "round": 1, "content": "a"}
    sent = {"parcels": dict.fromkeys(numbers, content)}
    book.record([events.submission_exported(MONTH, f"{submission}.zip", "ab", sent)])


def test_a_month_is_handed_up_once_all_but_its_military_land_is(book):
    patch, parcel = issued("M1", EAST, 4)
    marked = replace(patch, remark=f"涉及{PLAN.military_markers[0]}")
    book.record([events.patch_issued(marked), events.parcel_divided(parcel)])
    handed_up(book, 1, "E1_1", "E2_1")
    assert not is_handed_up(book, PLAN, MONTH)
    handed_up(book, 2, "W1_1")
    assert is_handed_up(book, PLAN, MONTH)


def test_a_verdict_that_was_taken_back_does_not_count(book):
    verdict = Verdict("W1_1", VerdictLevel.COUNTY, "legal", "", "", PLAN.id, PLAN.sha256)
    entry = book.record([events.verdict_given(verdict, None)])[0]
    book.undo(entry.seq)
    today = date.today()
    assert counts_on(month_work(book, PLAN, MONTH, today), today)[WEST] == Counts(1)


def test_units_of_patches_are_called_as_they_were_issued(book):
    source = Source("cd" * 32, "东.zip", "图斑", "GB18030", "CGCS2000", "mu", 1)
    number = book.patches(MONTH)[0].number
    new = replace(
        *(book.patches(MONTH)[0],),
        **{"number": "379901", "county_code": "379901", "county_name": "虚构东县"},
        source_sha256=source.sha256,
    )
    book.record([events.source_imported(source), events.patch_issued(new)])
    units = {number: EAST, "379901": "379901", "X": "379902"}
    assert names_by_patch(book, units, PLAN, in_chinese) == {
        EAST: "东昌府区",
        "379901": "虚构东县",
        "379902": "379902 (not in the plan)",
    }


def test_a_sample_is_remembered_with_its_seed(book):
    units = {one.number: one.county_code for one in book.patches(MONTH)}
    sample = draw(units, MONTH, "2023-04-26", SampleRules(50, 1, Origin.TUBAN))
    entry = remember(book, sample)
    assert remembered(book, MONTH) == [(entry, sample)]
    assert book.verify() == ()
    assert (entry.new or {})["seed"] == "2023-04-26"
