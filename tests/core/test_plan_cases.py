"""cases.json: what it says, and that a wrong one is refused by file, key and reason."""

from __future__ import annotations

import json
import shutil

import pytest

from tuban.core.errors import PlanError
from tuban.core.plan import Origin, Unit, load_plan
from tuban.core.plan.plan import PLANS

ID = "liaocheng-2023"


def test_each_term_of_law_names_its_article():
    for plan_id in (ID, "example-2025"):
        for one in load_plan(plan_id).case_rules.deadlines:
            assert one.article, one.code
            if one.origin is Origin.LAW:
                assert "《" in one.article and "条" in one.article, one.code


def test_terms_as_the_articles_say():
    """行政处罚法 第六十、六十一、六十四、六十七、八十五条; 行政强制法 第五十三、五十四条."""
    found = {one.code: one for one in load_plan("example-2025").case_rules.deadlines}
    spans = {code: [(span.amount, span.unit) for span in one.terms] for code, one in found.items()}
    assert spans["decision"] == [(90, Unit.DAYS)]
    assert spans["statements"] == [(5, Unit.WORKING_DAYS)]
    assert spans["hearing"] == [(7, Unit.WORKING_DAYS)]
    assert spans["service"] == [(7, Unit.WORKING_DAYS)]
    assert spans["payment"] == [(15, Unit.DAYS)]
    assert spans["urging"] == [(10, Unit.WORKING_DAYS)]
    assert spans["court_demolition"] == [(15, Unit.DAYS), (3, Unit.MONTHS)]
    assert spans["court_other"] == [(6, Unit.MONTHS), (3, Unit.MONTHS)]


def test_transfers_go_to_the_six():
    receivers = load_plan(ID).case_rules.receivers
    wanted = ["police", "discipline", "agriculture", "water", "forestry", "urban"]
    assert list(receivers) == wanted


def _deadline(value, **changes):
    value["deadlines"][0].update(changes)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda v: v["steps"].pop(3), "the step filed is missing"),
        (lambda v: v["steps"].append(v["steps"][0]), "the code found is there twice"),
        (lambda v: _deadline(v, step="found"), "does not come before"),
        (lambda v: _deadline(v, after="nothing"), r"deadlines\[0\].after: one of"),
        (lambda v: _deadline(v, terms=[]), r"terms: one at least"),
        (lambda v: _deadline(v, terms=[{"amount": 0, "unit": "days"}]), "amount: 1 to 3650"),
        (lambda v: _deadline(v, terms=[{"amount": 1, "unit": "weeks"}]), "unit: one of"),
        (lambda v: _deadline(v, penalties=["prison"]), r"penalties\[0\]: one of"),
        (lambda v: _deadline(v, unless=["never"]), r"unless\[0\]: one of"),
        (lambda v: v["penalties"][0].update(unit="kg"), r"unit: one of yuan"),
        (lambda v: v["working_days"]["years"][0].update(off=["2023-02-30"]), "days such as"),
        (lambda v: v["working_days"]["years"][0].update(off=["20230405"]), "days such as"),
        (
            lambda v: v["working_days"]["years"][0].update(off=["2023-05-03/2023-05-01"]),
            "days such as",
        ),
        (lambda v: v["working_days"]["years"][1].update(year=2023), "2023 is there twice"),
        (lambda v: v["receivers"][0].pop("receipt"), "“receipt” is missing"),
        (lambda v: v.update(reasons=[]), "reasons: one at least"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path, change, told):
    folder = tmp_path / ID
    shutil.copytree(PLANS / ID, folder)
    path = folder / "cases.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(PlanError, match=told):
        load_plan(ID, plans=tmp_path)
