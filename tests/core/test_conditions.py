"""Each kind of condition by itself: it holds, it does not, or it is not known and says why."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest

from tuban.core.legality.conditions import all_hold
from tuban.core.legality.facts import About, Facts
from tuban.core.model import (
    Coverage,
    EarlierLink,
    Evidence,
    LayerUsed,
    LinkedBy,
    PatchKind,
    Verdict,
    VerdictLevel,
)
from tuban.core.plan import load_plan
from tuban.core.plan.conditions import (
    AnyOf,
    Bounds,
    CoverageIs,
    DateIs,
    EarlierIs,
    FigureIs,
    FoundIs,
    Holds,
    IssuedIs,
    JudgedAs,
    MeasuredIs,
    Recorded,
)

PLAN = load_plan("liaocheng-2023")
COUNTY, CITY = VerdictLevel.COUNTY, VerdictLevel.CITY
LAYER = LayerUsed("conversion", "农转用", "2023", "ab" * 32, "EPSG:4490")


def dossier(**evidence: str) -> SimpleNamespace:
    """What conditions ask of a dossier: 20 mu cultivated of 25, half inside a conversion."""
    figures = SimpleNamespace(
        area_mu=Decimal("25.00"),
        cultivated_mu=Decimal("20.00"),
        construction_mu=Decimal("3.00"),
        uncovered_mu=Decimal("2.00"),
        red_line_mu=None,
        approvals=(
            Coverage("conversion", "", Decimal("8333.33"), Decimal("50.00")),
            Coverage("conversion", "虚构1号", Decimal("8333.33"), Decimal("50.00")),
            Coverage("supply", "", Decimal("0.00"), Decimal("0.00")),
        ),
        layers=(LAYER,),
    )
    patch = SimpleNamespace(
        kind=PatchKind.LAND,
        patch_class="其他变化类",
        change_type="0503",
        after_date="2023-04-08",
        before_date=None,
        remark="",
        issued={},
    )
    city = Verdict("", CITY, "illegal", "", "", PLAN.id, PLAN.sha256)
    return SimpleNamespace(
        patch=patch,
        figures=figures,
        verdicts={CITY: city},
        evidence={code: Evidence(code, value) for code, value in evidence.items()},
        field_check=None,
        photos=(),
    )


def ask(condition, **evidence):
    return all_hold([condition], Facts(dossier(**evidence), PLAN))


def at_least(number: str) -> Bounds:
    return Bounds(at_least=Decimal(number))


def below(number: str) -> Bounds:
    return Bounds(below=Decimal(number))


HELD = [
    (FigureIs("area", at_least("25")), {}, True),
    (FigureIs("area", Bounds(above=Decimal("25"))), {}, False),
    (FigureIs("cultivated", at_least("20")), {}, True),
    (FigureIs("cultivated", below("20")), {}, False),
    (FigureIs("cultivated", at_least("22.01")), {}, False),
    (FigureIs("cultivated", at_least("22")), {}, None),  # what is uncovered may be cultivated
    (FigureIs("uncovered", at_least("2")), {}, True),
    (FigureIs("red_line", at_least("0")), {}, None),
    (CoverageIs("conversion", at_least("50")), {}, True),
    (CoverageIs("conversion", at_least("50.01")), {}, False),
    (CoverageIs("conversion", at_least("50.01")), {"conversion_percent": "60"}, True),
    (CoverageIs("supply", below("1")), {}, True),
    (CoverageIs("facility", below("1")), {}, None),
    (IssuedIs("patch_class", ("其他变化类",)), {}, True),
    (IssuedIs("change_type", ("20",)), {}, False),
    (IssuedIs("kind", ("land",)), {}, True),
    (Recorded("conversion_number"), {}, True),  # the layer has it
    (Recorded("supply_number"), {}, False),
    (Recorded("supply_number"), {"supply_number": "虚构2号"}, True),
    (FoundIs("site_finding", ("built",), None), {}, None),
    (FoundIs("site_finding", ("built",), False), {}, False),
    (FoundIs("site_finding", ("built",), None), {"site_finding": "edge"}, False),
    (FoundIs("site_finding", ("built", "edge"), None), {"site_finding": "edge"}, True),
    (MeasuredIs("road_width_m", Bounds(at_most=Decimal("8.0"))), {"road_width_m": "8"}, True),
    (MeasuredIs("road_width_m", below("8.0")), {"road_width_m": "8"}, False),
    (MeasuredIs("road_width_m", below("8.0")), {"road_width_m": "宽"}, None),
    (DateIs("temporary_expiry", True, "after_image"), {"temporary_expiry": "2023-04-07"}, True),
    (DateIs("temporary_expiry", True, "after_image"), {"temporary_expiry": "2023-04-08"}, False),
    (DateIs("temporary_expiry", False, "2024-01-15"), {"temporary_expiry": "2024-01-15"}, True),
    (DateIs("temporary_expiry", False, "before_image"), {"temporary_expiry": "2024-01-15"}, None),
    (DateIs("temporary_expiry", False, "after_image"), {}, None),
    (JudgedAs(CITY, ("illegal",)), {}, True),
    (JudgedAs(CITY, ("legal",)), {}, False),
    (JudgedAs(COUNTY, ("illegal",)), {}, False),
    (Holds("approved"), {}, False),
    (Holds("unapproved_building"), {}, False),
    (AnyOf((Recorded("supply_number"), Recorded("conversion_number"))), {}, True),
    (AnyOf((Recorded("supply_number"), FoundIs("site_finding", ("edge",), None))), {}, None),
    (AnyOf((Recorded("supply_number"), JudgedAs(CITY, ("legal",)))), {}, False),
]


@pytest.mark.parametrize(("condition", "evidence", "holds"), HELD)
def test_holds(condition, evidence, holds):
    outcome = ask(condition, **evidence)
    assert outcome.holds is holds
    assert bool(outcome.missing) is (holds is None)


def test_what_was_used_has_its_layer():
    (used,) = ask(CoverageIs("conversion", at_least("50"))).used
    assert (used.value, used.layer) == ("50.00", LAYER)


def test_the_first_that_is_not_known_is_asked_first():
    later = MeasuredIs("road_width_m", below("8.0"))
    first = FoundIs("site_finding", ("rural_road",), None)
    outcome = all_hold([first, later], Facts(dossier(), PLAN))
    assert [one.code for one in outcome.missing] == ["site_finding"]


def test_one_that_fails_decides_although_others_are_not_known():
    unknown = FoundIs("site_finding", ("rural_road",), None)
    outcome = all_hold([unknown, JudgedAs(CITY, ("legal",))], Facts(dossier(), PLAN))
    assert outcome.holds is False and outcome.missing == ()


def test_earlier_work_is_told_by_its_sign():
    found = dossier()
    found.earlier = (EarlierLink("", "P", LinkedBy.SAME_PLACE),)
    outcome = all_hold([EarlierIs((LinkedBy.SAME_PLACE, LinkedBy.SAME_NUMBER))], Facts(found, PLAN))
    assert outcome.holds is True
    assert [(one.about, one.code, one.value) for one in outcome.used] == [
        (About.EARLIER, "P", "same_place")
    ]
    assert all_hold([EarlierIs((LinkedBy.OVERLAP,))], Facts(found, PLAN)).holds is False
    found.earlier = ()
    assert all_hold([EarlierIs(tuple(LinkedBy))], Facts(found, PLAN)).holds is False
