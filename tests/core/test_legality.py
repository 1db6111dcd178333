"""Flags, military land and the city's visits follow the plan, and doubt falls on the safe side."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tuban.core.legality import (
    changed_facts,
    flags_mandatory,
    is_military,
    lacking_at_desk,
    military_patches,
    must_visit,
    must_visit_together,
    reached_together,
)
from tuban.core.model import (
    Dossier,
    Evidence,
    Parcel,
    Patch,
    PatchKind,
    Verdict,
    VerdictLevel,
)
from tuban.core.overlay.figures import Measured, Piece, figures_of
from tuban.core.plan import load_plan
from tuban.core.plan.rules import AtDesk
from tuban.core.rectified import Measure, Progress, PutRight, Rectification, Turn, VerdictKept

PLAN = load_plan("liaocheng-2023")
COUNTY, CITY, FINAL = VerdictLevel.COUNTY, VerdictLevel.CITY, VerdictLevel.FINAL


def patch(remark="", issued=None, number="371500A"):
    return Patch(
        number=number,
        kind=PatchKind.LAND,
        month="2023-04",
        county_code="371500",
        county_name="虚构县",
        patch_class="新增非农建设类",
        change_type="20",
        before_date=None,
        after_date=None,
        issued_area=None,
        issued_area_unit="",
        area_m2=Decimal("100.00"),
        remark=remark,
        geometry=b"",
        geometry_sha256="",
        source_sha256="",
        source_row=1,
        issued=issued or {},
    )


def figures(cultivated_mu="0", deduction="", **of_which_mu):
    """Figures of a parcel that lies wholly on cultivated land (or on none)."""
    area = Decimal(cultivated_mu) * 2000 / 3
    measured = Measured(
        pieces=[Piece(1, "0102", deduction, "", float(area))] if area else [],
        uncovered_m2=0.0 if area else 100.0,
        of_which={name: float(Decimal(mu) * 2000 / 3) for name, mu in of_which_mu.items()},
    )
    whole = area.quantize(Decimal("0.01")) if area else Decimal("100.00")
    return figures_of(Parcel("371500A_1", "371500A", whole, b""), measured, (), PLAN)


def dossier(found=None, county=None, sub="", city=None, final=None, remark="", number="371500A"):
    judged = {COUNTY: county, CITY: city, FINAL: final}
    parcel = Parcel(f"{number}_1", number, Decimal("100.00"), b"")
    verdicts = {
        level: Verdict(parcel.number, level, category, sub, "", PLAN.id, PLAN.sha256)
        for level, category in judged.items()
        if category
    }
    return Dossier(patch(remark, number=number), parcel, found, verdicts, {}, ())


def codes(rules):
    return [rule.code for rule in rules]


@pytest.mark.parametrize(
    ("found", "county", "expected"),
    [
        (figures("1"), "illegal", True),
        (figures("0.001"), "illegal", True),
        (figures("0"), "illegal", False),
        (figures("1"), "legal", False),
        (figures("1"), "doubt", False),
        (figures("1"), "facility", False),
        (figures("1"), None, False),
        (figures("1"), "no such category", False),
        (None, "illegal", False),
    ],
)
def test_flags_are_mandatory_on_illegally_used_cultivated_land_only(found, county, expected):
    assert flags_mandatory(dossier(found, county), PLAN) is expected


def test_flags_are_mandatory_where_only_the_gross_figure_is_left():
    ridge = replace(figures("1"), cultivated_m2=Decimal("0.00"))
    assert flags_mandatory(dossier(ridge, "illegal"), PLAN)


def test_flags_follow_the_county_not_the_city():
    assert not flags_mandatory(dossier(figures("1"), "legal", city="illegal"), PLAN)


@pytest.mark.parametrize("level", ["county", "city", "final"])
def test_verdict_of_any_level_makes_it_military(level):
    assert is_military(dossier(**{level: "military"}), PLAN)
    assert not is_military(dossier(**{level: "illegal"}), PLAN)


@pytest.mark.parametrize("remark", ["军用", "疑似军事设施，请核实", "军用土地"])
def test_marker_in_the_remark_makes_it_military_before_anybody_judged(remark):
    assert is_military(patch(remark), PLAN)
    assert is_military(dossier(remark=remark, county="legal"), PLAN)


@pytest.mark.parametrize("remark", ["", "将军镇", "冠军路北侧"])
def test_names_with_the_character_alone_are_not_military(remark):
    assert not is_military(patch(remark), PLAN)


def test_marker_in_any_issued_field_counts():
    assert is_military(patch(issued={"XMMC": "某军用机场"}), PLAN)


def test_one_military_parcel_makes_the_patch_military():
    found = military_patches(
        [
            dossier(county="legal", number="A"),
            dossier(county="military", number="B"),
            dossier(county="legal", number="B"),
        ],
        PLAN,
    )
    assert found == {"B"}


@pytest.mark.parametrize(
    ("cultivated", "expected"),
    [
        ("20", ["illegal_cultivated_20"]),
        ("19.995", ["illegal_cultivated_20"]),
        ("19.9949", []),
        ("21", ["illegal_cultivated_20"]),
        ("0", []),
    ],
)
@pytest.mark.parametrize("county", ["illegal", "doubt"])
def test_twenty_mu_of_cultivated_land(cultivated, expected, county):
    assert codes(must_visit(dossier(figures(cultivated), county), PLAN)) == expected


@pytest.mark.parametrize("layer", ["basic_farmland", "red_line"])
@pytest.mark.parametrize(("mu", "reached"), [("5", True), ("4.995", True), ("4.9949", False)])
def test_five_mu_of_protected_land(layer, mu, reached):
    found = dossier(figures("6", **{layer: mu}), "illegal")
    assert codes(must_visit(found, PLAN)) == (["protected_5"] if reached else [])


def test_protected_layers_are_not_added_up():
    found = dossier(figures("6", basic_farmland="3", red_line="3"), "illegal")
    assert must_visit(found, PLAN) == []


@pytest.mark.parametrize("county", ["facility", "unchanged"])
@pytest.mark.parametrize(("mu", "reached"), [("10", True), ("9.99501", True), ("9.99499", False)])
def test_ten_mu_of_facilities_and_unchanged(county, mu, reached):
    found = codes(must_visit(dossier(figures(mu), county), PLAN))
    assert found == (["facility_unchanged_10"] if reached else [])


def test_ten_mu_of_an_illegal_agricultural_project():
    found = dossier(figures("10"), "illegal", sub="agricultural_project")
    assert codes(must_visit(found, PLAN)) == ["facility_unchanged_10"]
    assert must_visit(dossier(figures("10"), "illegal", sub="excess"), PLAN) == []


@pytest.mark.parametrize("county", ["legal", "road", "temporary", "transfer"])
def test_other_verdicts_are_not_visited_for_their_size(county):
    assert must_visit(dossier(figures("50", basic_farmland="50"), county), PLAN) == []


def test_without_a_verdict_the_figures_alone_are_suspected():
    found = codes(must_visit(dossier(figures("25", red_line="5")), PLAN))
    assert found == ["illegal_cultivated_20", "protected_5", "facility_unchanged_10"]


def test_unknown_figures_reach_nothing():
    assert must_visit(dossier(None, "illegal"), PLAN) == []
    assert codes(must_visit(dossier(figures("6"), "illegal"), PLAN)) == []


def test_a_hundredth_lost_in_adjusting_does_not_hide_a_threshold():
    """13330.00 m² are 20.00 mu (19.995 half up), whatever the adjusted column shows."""
    found = replace(
        figures("20"), cultivated_m2=Decimal("13330.00"), cultivated_mu=Decimal("19.99")
    )
    assert codes(must_visit(dossier(found, "illegal"), PLAN)) == ["illegal_cultivated_20"]


def test_dividing_a_patch_does_not_take_it_from_under_a_threshold():
    parts = [dossier(figures("12"), "illegal"), dossier(figures("8"), "illegal")]
    assert codes(must_visit_together(parts, PLAN)) == ["illegal_cultivated_20"]
    parts[1] = dossier(figures("8"), "legal")
    assert must_visit_together(parts, PLAN) == []


# ---- mines, results of rectification, and what is shown


def mine(mu, county=None, remark=""):
    """A mineral patch of so many mu; nothing was laid over it."""
    found = dossier(None, county, remark=remark)
    area = Decimal(mu) * 2000 / 3
    return replace(
        found,
        patch=replace(found.patch, kind=PatchKind.MINERAL),
        parcel=replace(found.parcel, area_m2=area.quantize(Decimal("0.01"))),
    )


@pytest.mark.parametrize("county", [None, "mineral_illegal", "doubt"])
@pytest.mark.parametrize(("mu", "reached"), [("10", True), ("9.99501", True), ("9.99499", False)])
def test_ten_mu_of_suspected_mining_are_the_provinces(mu, reached, county):
    (found,) = must_visit(mine(mu, county), PLAN) or [None]
    assert (found is not None) == reached
    assert found is None or (found.code, found.by) == ("mineral_10", "province")


@pytest.mark.parametrize("county", ["mineral_legal", "mineral_unchanged", "mineral_other"])
def test_other_mines_are_not_visited_for_their_size(county):
    assert must_visit(mine("50", county), PLAN) == []


def test_thresholds_of_land_and_of_mines_are_apart():
    both = replace(mine("50"), figures=figures("50", red_line="9"))
    assert codes(must_visit(both, PLAN)) == ["mineral_10"]
    assert "mineral_10" not in codes(must_visit(dossier(figures("50"), "illegal"), PLAN))


def rectified(found):
    return replace(found, evidence={"rectified_on": Evidence("rectified_on", "2023-06-30")})


@pytest.mark.parametrize("county", ["illegal", "legal"])
def test_the_result_of_putting_right_is_visited_whatever_the_verdict_became(county):
    """及其整改结果: formalities made up afterwards turn the parcel legal; its visit stays."""
    big = rectified(dossier(figures("20"), county))
    (found,) = reached_together([big], PLAN)
    assert (found.rule.code, found.is_rectified) == ("illegal_cultivated_20", True)
    small = rectified(dossier(figures("19.99"), county))
    assert reached_together([small], PLAN) == []
    protected = rectified(dossier(figures("6", red_line="5"), county))
    assert codes(one.rule for one in reached_together([protected], PLAN)) == ["protected_5"]


def test_the_third_threshold_asks_for_no_second_visit():
    facility = rectified(dossier(figures("12"), "facility"))
    assert [one.is_rectified for one in reached_together([facility], PLAN)] == [False]


def test_the_figure_is_shown_rounded_and_raw():
    """13 330.00 m² × 0.0015 = 19.9950 mu, on the forms 20.00 (half up), adjusted 19.99."""
    found = replace(
        figures("20"), cultivated_m2=Decimal("13330.00"), cultivated_mu=Decimal("19.99")
    )
    (one,) = reached_together([dossier(found, "illegal")], PLAN)
    assert (one.figure, one.shown_mu, one.whole_mu) == (
        "cultivated",
        Decimal("19.99"),
        Decimal("20.00"),
    )
    assert one.raw_mu == Decimal("19.995") and one.counted_mu == Decimal("20.00")


def test_flags_are_asked_of_an_unlawful_mine_on_cultivated_land():
    """二（一）: 对涉及违法占用耕地的地块, whatever it is used for."""
    mined = replace(mine("5", "mineral_illegal"), figures=figures("1"))
    assert flags_mandatory(mined, PLAN)
    assert not flags_mandatory(replace(mined, figures=figures("0")), PLAN)


def test_what_changed_between_two_states_of_a_parcel():
    before = dossier(figures("3"))
    evidence = {"site_finding": Evidence("site_finding", "built")}
    more = replace(before.figures, cultivated_mu=before.figures.cultivated_mu + 1)
    after = replace(before, evidence=evidence, figures=more)
    changed = changed_facts(before, after, PLAN)
    told = [(one.before and one.before.value, one.after and one.after.value) for one in changed]
    was = str(before.figures.cultivated_mu)
    assert told == [(was, str(before.figures.cultivated_mu + 1)), (None, "built")]
    assert changed_facts(before, before, PLAN) == []


def test_what_is_recorded_as_put_right_is_visited_as_its_result():
    """The day comes from the record of measures; while one is not done there is none."""
    torn = Measure("demolition", Progress.DONE, Decimal("20.00"), done_on="2023-06-30")
    plans = Measure("made_up", Progress.PLANNED, Decimal("1.00"))
    basis = VerdictKept("county", "illegal", "", PLAN.id, PLAN.sha256)

    def put_right(*measures, **more):
        recorded = PutRight(Rectification(basis, measures), **more)
        return replace(dossier(figures("20"), "legal"), put_right=recorded)

    (found,) = reached_together([put_right(torn)], PLAN)
    assert found.is_rectified
    assert reached_together([put_right(torn, plans)], PLAN) == []
    reopened = (Turn(True, "2023-08-01", "甲"), Turn(False, "2023-09-01", "甲"))
    assert reached_together([put_right(torn, turns=reopened)], PLAN) == []


def at_desk(category, sub="", reason="", plan=PLAN, **evidence):
    """What is asked at once: subcategory, reason, codes of evidence; "" for nothing."""
    made = dossier(county=category, sub=sub)
    given = {level: replace(one, reason=reason) for level, one in made.verdicts.items()}
    recorded = {code: Evidence(code, value) for code, value in evidence.items()}
    found = lacking_at_desk(replace(made, verdicts=given, evidence=recorded), plan)
    if found is None:
        return ""
    words = ["subcategory"] * found.subcategory + ["reason"] * found.reason
    return " ".join([*words, *(one.kind.code for one in found.evidence)])


# By hand from evidence.json: numbers and boundaries of documents lie in the office, and so does
# the plan of land use; actor, use, time, stage, width and photos are known from the spot alone.
@pytest.mark.parametrize(
    ("category", "sub", "reason", "recorded", "asked"),
    [
        ("unchanged", "", "", {}, "reason"),
        ("unchanged", "", " ", {}, "reason"),
        ("unchanged", "", "未变", {}, ""),
        ("road", "", "村道", {}, ""),  # its width
        ("temporary", "", "", {}, "subcategory reason temporary_number temporary_expiry"),
        (
            *("temporary", "", "临时用地"),
            {"temporary_number": "1", "temporary_expiry": "2024-01-01"},
            "subcategory",
        ),
        ("legal", "registered", "已登记", {}, "title_number document_boundary"),
        ("legal", "registered", "已登记", {"title_number": "1", "document_boundary": "a.txt"}, ""),
        ("illegal", "not_applied", "未报", {}, "violation_type plan_conformity"),
        (
            *("illegal", "not_applied", "未报"),
            {"violation_type": "occupy", "plan_conformity": "partly"},
            "conforming_mu conflicting_mu",
        ),
        ("transfer", "water", "移交", {}, ""),  # the letter is written later
        ("facility", "unlisted", "未入库", {}, ""),
        ("military", "", "", {}, ""),
        ("no such category", "", "", {}, ""),
        (None, "", "", {}, ""),
    ],
)
def test_what_the_desk_can_say_at_once(category, sub, reason, recorded, asked):
    assert at_desk(category, sub, reason, **recorded) == asked


def test_a_plan_that_names_nothing_asks_nothing_at_once():
    rules = replace(PLAN.rules, at_desk=AtDesk())
    assert at_desk("temporary", plan=replace(PLAN, rules=rules)) == ""
