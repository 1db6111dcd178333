"""What is put right by itself: only what needs no judgment, as events that can be undone."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date

from tuban.core.model import Answer, Evidence, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.plan.plan import PLANS
from tuban.core.submission import CHECKS, check_month
from tuban.core.submission.collecting import collect
from tuban.core.submission.fixes import FIXES, changes_of, put_right

MONTH, TODAY = "2023-04", date(2023, 4, 18)


def findings(book, plan):
    return check_month(book, plan, MONTH, today=TODAY)


def changes(book, plan):
    return changes_of(findings(book, plan), collect(book, plan, MONTH, TODAY))


def test_every_fix_belongs_to_a_check():
    assert FIXES.keys() <= CHECKS.keys()


def test_a_right_month_has_nothing_to_put_right(book, plan):
    assert changes(book, plan) == []
    assert put_right(book, findings(book, plan), collect(book, plan, MONTH, TODAY)) == 0
    assert book.recorded == []


def test_answers_that_do_not_apply_are_withdrawn_and_not_applicable_stays(book, plan):
    book.judge(0, "legal", "supplied")
    first = plan.flag_rules.flags[0].code
    flags = {**book.files[0].flags, first: Answer.NOT_APPLICABLE}
    book.change(0, flags=flags)
    (change,) = changes(book, plan)
    assert change.subject == book.files[0].parcel.number
    assert change.new == {first: "n/a"}
    assert change.old.keys() == flags.keys()


def test_look_alikes_become_what_was_meant(book, plan):
    book.judge(1, reason="现场\u200b为\u00a0厂房•二期")
    evidence = {**book.files[1].evidence, "actor": Evidence("actor", "虚构\ufeff公司")}
    book.change(1, evidence=evidence)
    found = changes(book, plan)
    reasons = [one.new["reason"] for one in found if "reason" in one.new]
    assert reasons == ["现场为 厂房·二期"]
    (typed,) = [one for one in found if "actor" in one.new]
    assert typed.new["actor"]["value"] == "虚构公司"


def test_a_rare_character_is_left_to_a_person(book, plan):
    """A name's character that GBK does not have has a meaning: nothing is guessed."""
    book.judge(1, reason="当事人张\U00020bb7")
    assert "texts-gbk" in {one.check for one in findings(book, plan)}
    assert changes(book, plan) == []


def test_what_is_put_right_no_longer_stands(book, plan):
    book.judge(2, reason="厂\u200b房")
    (change,) = changes(book, plan)
    verdict = book.files[2].verdicts[VerdictLevel.COUNTY]
    assert change.new["category"] == verdict.category
    mended = {VerdictLevel.COUNTY: replace(verdict, reason=change.new["reason"])}
    book.change(2, verdicts=mended)
    assert "texts-gbk" not in {one.check for one in findings(book, plan)}


def test_putting_right_is_recorded_at_once(book, plan):
    book.judge(2, reason="厂\u200b房")
    book.judge(3, reason="厂\u200b房")
    work = collect(book, plan, MONTH, TODAY)
    assert put_right(book, findings(book, plan), work) == 2
    assert len(book.recorded) == 2


def test_a_value_outside_its_fields_list_is_an_error(book, plan, tmp_path):
    """An office may give a field one of the plan's value lists; then nothing else gets in."""
    folder = tmp_path / "plans" / "liaocheng-2023"
    shutil.copytree(PLANS / "liaocheng-2023", folder)
    path = folder / "submission.json"
    described = json.loads(path.read_text("utf-8"))
    (field,) = [one for one in described["layers"][1]["fields"] if one["name"] == "SJYT"]
    field.update(codes="use", shorten=False)
    path.write_text(json.dumps(described), "utf-8")
    other = load_plan("liaocheng-2023", tmp_path / "plans")
    evidence = {**book.files[1].evidence, "actual_use": Evidence("actual_use", "养鸽子")}
    book.change(1, evidence=evidence)
    (one,) = [one for one in findings(book, other) if one.check == "fields-codes"]
    assert one.subject == book.files[1].parcel.number
    assert "养鸽子" in str(one.message)
    assert "fields-codes" not in {one.check for one in findings(book, plan)}
