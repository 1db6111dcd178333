"""What waits to be put right, and for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from rectified_land import accepted, measure, parcel_of, refused, verdict

from tuban.core.model import VerdictLevel
from tuban.core.oversight.righting import to_put_right
from tuban.core.plan import load_plan
from tuban.core.rectification import Stage
from tuban.core.rectified import Application
from tuban.core.rounds import Office

D = Decimal
PLAN = load_plan("liaocheng-2023")


def numbered(number, dossier):
    patch = replace(dossier.patch, number=number)
    parcel = replace(dossier.parcel, number=f"{number}_1", patch_number=number)
    return replace(dossier, patch=patch, parcel=parcel)


def put_right(*measures, **steps):
    dossier = parcel_of(*measures)
    return replace(dossier, put_right=replace(dossier.put_right, **steps))


def test_who_has_to_see_to_what_first():
    torn = measure("demolition", "12.00", "10.00", recultivated="9.00")
    asked = (Application("2023-10-06", "虚构县局"),)
    large = put_right(torn)
    large = replace(large, figures=replace(large.figures, red_line_mu=D("5.00")))
    dossiers = [
        numbered("bare", put_right()),
        numbered("asked", put_right(torn, applications=asked)),
        numbered(
            "back",
            put_right(torn, applications=asked, acceptances=(refused("2023-10-10", "2023-11-09"),)),
        ),
        numbered("seen", put_right(torn, acceptances=(accepted("2023-10-10"),))),
        numbered("large", large),
        numbered("legal", replace(put_right(), verdicts={})),
    ]
    today = date(2023, 12, 1)
    citys = to_put_right(dossiers, PLAN, today, Office.CITY)
    assert [one.number for one in citys] == ["large_1", "seen_1", "asked_1", "back_1", "bare_1"]
    countys = to_put_right(dossiers, PLAN, today, Office.COUNTY)
    assert [one.number for one in countys][:3] == ["large_1", "back_1", "bare_1"]
    stages = [Stage.DONE, Stage.ACCEPTED, Stage.APPLIED, Stage.REFUSED, Stage.NONE]
    assert [one.standing.stage for one in citys] == stages
    late = next(one for one in citys if one.number == "back_1")
    assert late.standing.overdue_since == "2023-11-09"
    assert (late.counted_mu, late.counted_cultivated_mu) == (0, 0)
    assert "Certificate of recultivation is missing" in [str(one) for one in late.lacks]


def test_military_land_is_not_among_them():
    hidden = put_right(measure("demolition", "12.00"))
    hidden = replace(hidden, verdicts={VerdictLevel.COUNTY: verdict("military", "")})
    assert to_put_right([hidden], PLAN, date(2023, 12, 1), Office.CITY) == []
