"""What both sides say of putting right is read in words, not as the journal keeps it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

from tuban.core.casebook import events
from tuban.core.casebook.codec import encode
from tuban.core.exchange.growing import grown
from tuban.core.exchange.threeway import Choice, Clash, Compared, How
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rectified import (
    Acceptance,
    Certificate,
    Measure,
    Progress,
    Recheck,
    Rectification,
    Turn,
    VerdictKept,
)
from tuban.dialogs.review.compared_tree import ComparedTree
from tuban.dialogs.review.state_words import state_words
from tuban.dialogs.review.words import side_by_side

PLAN = load_plan("liaocheng-2023")
PARCEL = "37990104000001_1"
MEASURE = Measure("demolition", Progress.DONE, Decimal("1.20"), done_on="2023-06-01")
PLANNED = Rectification(VerdictKept("county", "illegal", "", "x", "00"), (MEASURE,), "2023-09-30")


def test_a_clash_of_the_days_is_chosen_in_words(qtbot):
    base, mine, theirs = (encode(replace(PLANNED, due=day)) for day in ("", "2023-08-31", "x"))
    clash = Clash((events.RECTIFIED, PARCEL, "due"), "", "2023-08-31", "2023-10-31")
    both = Compared(*(events.RECTIFIED, PARCEL, How.CONFLICT, base, mine, theirs), (clash,), True)
    tree = ComparedTree()
    qtbot.addWidget(tree)
    tree.show_compared([both], PLAN)
    row = tree.topLevelItem(0)
    assert (row.text(1), row.text(4)) == (
        "Putting right",
        "Demolition and recultivation · Done · 1.20 mu",
    )
    child = row.child(0)
    assert [child.text(at) for at in (1, 4, 5)] == ["Due", "2023-08-31", "2023-10-31"]
    tree.choose_all(Choice.THEIRS)
    assert tree.is_complete


def test_lists_are_told_one_by_one():
    day = "2023-06-10"
    turns = [Turn(True, day, "戊", "accepted"), Turn(False, "2023-07-01", "己", why="新建")]
    certificate = Certificate("证1", "3715", 2023, 1, day, "丙", day, Decimal(1), "cd" * 32)
    revoked = replace(certificate, revoked_on="2023-07-01", revoked_by="丙", revoked_why="误")
    newer = replace(certificate, number="证2")
    refused = Acceptance(day, ("丙", "丁"), {}, False)
    known = next(iter(PLAN.lists.rechecks.findings.values()))
    again = Recheck("recultivated", day, "甲", known.code)
    for state, words in (
        ({"turns": turns}, f"{day} closed in the ledger; 2023-07-01 reopened in the ledger"),
        ({"certificates": [revoked, newer]}, "证1, revoked on 2023-07-01; 证2"),
        ({"acceptances": [refused]}, f"{day} not in place"),
        ({"rechecks": [again]}, f"{day} {known.label.en}"),
        ({"measures": []}, "no measures"),
        (None, "—"),
    ):
        assert state_words(encode(state), PLAN) == words
    together = grown(events.LEDGER_TURNED, PARCEL, None, encode({"turns": turns}))
    assert together.how is How.NEW


def test_what_was_issued_answered_and_checked_is_told_without_codes():
    issued = {"number": "1", "patch_class": "新增非农建设类", "month": "2023-04"}
    issued.update(issued_area="4.9", issued_area_unit="mu", geometry_sha256="ab" * 32)
    finding = {"kind": "site_finding", "value": "built", "date": "", "note": "已硬化"}
    checked = {
        "checkers": ["甲", "乙"],
        "checked_on": "2023-04-14",
        "found": "厂房",
        "way": "onsite",
    }
    for state, words in (
        (issued, "新增非农建设类 · 4.9 mu · 2023-04"),
        ({"parcels": [{"number": "1_1", "area_m2": "3276.49"}]}, "1_1 3276.49 m²"),
        ({"SFDPF": "no", "SFWHZJ": "n/a"}, ": No; "),
        ({"site_finding": finding}, " · 已硬化"),
        (checked, "甲, 乙 · 2023-04-14 · 厂房"),
        ({"steps": {"filed": {"date": "2023-04-18", "note": ""}}}, "2023-04-18"),
        ({"number": "罚1", "people": 1, "left": 0, "is_paid": True}, "罚1 · 1 · 0"),
    ):
        said = state_words(state, PLAN)
        assert words in said
        assert not set(said) & set('{}"_') - set(words)


def test_what_became_final_is_told_of_the_verdict_that_it_was():
    """A county that judges anew after its verdict was passed has not changed the final one."""

    def shown(**categories):
        verdicts = {
            level: Verdict(PARCEL, level, categories[level.value], "", "", PLAN.id, "00")
            for level in VerdictLevel
            if level.value in categories
        }
        return side_by_side(SimpleNamespace(verdicts=verdicts), PLAN).split("　")

    legal, other = (PLAN.category(one).label.en for one in ("legal", "unchanged"))
    assert shown(county="legal") == [f"County verdict: {legal}"]
    assert shown(county="legal", final="legal") == [f"County verdict (final): {legal}"]
    assert shown(county="legal", city="unchanged", final="unchanged") == [
        f"City verdict (final): {other}",
        f"County verdict: {legal}",
    ]
    assert shown(county="unchanged", final="legal") == [
        f"Final verdict: {legal}",
        f"County verdict: {other}",
    ]
