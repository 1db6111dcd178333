"""A certificate that the city issued is verified in the county's casebook, too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tuban.core.casebook import events, saying
from tuban.core.certificates import qr
from tuban.core.certificates.issuing import issue, revoke
from tuban.core.certificates.verifying import Outcome, verify
from tuban.core.plan import load_plan
from tuban.core.rectified import (
    Acceptance,
    Application,
    Measure,
    Preliminary,
    Progress,
    Rectification,
    VerdictKept,
)
from tuban.core.rounds import Outcome as Reviewed

PLAN = load_plan("liaocheng-2023")
DAY = date(2023, 6, 11)
CLEARED = Measure(
    "demolition",
    Progress.DONE,
    Decimal("1.00"),
    recultivated_mu=Decimal("0.90"),
    done_on="2023-06-01",
)
IN_PLACE = Acceptance("2023-06-10", ("丙", "丁"), {"crop": True}, True, "", Decimal("0.95"))


def hand_up(county, number):
    shown = county.book.dossier(number)
    kept = VerdictKept("county", "illegal", "", PLAN.id, PLAN.sha256)
    staged = [
        replace(one, stage=stage, station="南侧")
        for one, stage in zip(shown.photos, ("before", "after"))
    ]
    county.record(
        *saying.rectified(shown, Rectification(kept, (CLEARED,))),
        *saying.inspected_first(shown, [Preliminary("2023-06-02", ("甲", "乙"), True)]),
        *saying.applied(shown, [Application("2023-06-03", "虚构甲县")]),
        *(events.photo_staged(new, old) for new, old in zip(staged, shown.photos)),
    )
    return county.submit("2023-04")


def certified(city, number):
    city.record(*saying.accepted(city.book.dossier(number), [IN_PLACE]))
    issued = issue(city.book, PLAN, [city.book.dossier(number)], DAY, "丙")
    assert not issued.refused, {key: str(why) for key, why in issued.refused.items()}
    return qr.written(issued.certificates[number], number)


def outcome(place, paper):
    return verify(place.book, PLAN, paper).outcome


def test_both_say_the_same_of_a_paper(city, county):
    (patch,) = county.issue("2023-04", 1)
    number = f"{patch}_1"
    city.read(hand_up(county, number))
    paper = certified(city, number)
    assert outcome(city, paper) is Outcome.GENUINE
    assert outcome(county, paper) is Outcome.UNKNOWN
    county.read(city.feedback(county, "2023-04"))
    assert outcome(county, paper) is Outcome.GENUINE
    # Passed later: what the county said becomes the final verdict, and nothing has changed.
    city.review(number, Reviewed.PASSED)
    assert outcome(city, paper) is Outcome.GENUINE
    county.read(city.feedback(county, "2023-04"))
    assert outcome(county, paper) is Outcome.GENUINE
    revoke(city.book, PLAN, paper.split("|")[1], "复耕不实", date(2023, 7, 1), "丙")
    county.read(city.feedback(county, "2023-04"))
    assert outcome(city, paper) is outcome(county, paper) is Outcome.REVOKED


def test_a_county_that_changes_what_was_certified_is_found_out(city, county):
    (patch,) = county.issue("2023-04", 1)
    number = f"{patch}_1"
    city.read(hand_up(county, number))
    paper = certified(city, number)
    county.read(city.feedback(county, "2023-04"))
    shown = county.book.dossier(number)
    other = replace(CLEARED, recultivated_mu=Decimal("0.95"))
    county.record(
        *saying.rectified(shown, replace(shown.put_right.rectification, measures=(other,)))
    )
    assert outcome(county, paper) is Outcome.CHANGED
    assert outcome(city, paper) is Outcome.GENUINE
    city.read(county.submit("2023-04"))
    assert outcome(city, paper) is Outcome.CHANGED
