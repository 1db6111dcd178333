"""Signs of untruth: each with a case that shows it and one that does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

pytest.importorskip("osgeo")


from issued_land import undivided

from tuban.core.casebook import Recorded, create_casebook, events
from tuban.core.exchange import content_of
from tuban.core.model import (
    Dossier,
    Photo,
    Severity,
    Source,
    Verdict,
    VerdictLevel,
)
from tuban.core.oversight.rules import oversight_rules
from tuban.core.oversight.signs import SIGNS, Seen, findings_of, signs_of
from tuban.core.plan import load_plan
from tuban.core.rounds import Outcome, Review, Rounds, Submitted

PLAN = load_plan("liaocheng-2023")
REASON = "实地核查未见任何建设行为痕迹"


def dossier(index: int, category="unchanged", reason="", issued="其他变化类", **more) -> Dossier:
    """A parcel of 100 m or so at 115.00n°E 36.4°N."""
    facts = {"county_code": "371502", "patch_class": issued, "after_date": "2023-03-28"}
    patch, parcel = undivided(f"P{index}", 115 + index / 100, source_row=index, **facts)
    number = parcel.number
    verdict = Verdict(number, VerdictLevel.COUNTY, category, "", reason, PLAN.id, PLAN.sha256)
    return Dossier(
        patch, parcel, None, {VerdictLevel.COUNTY: verdict}, {}, **{"photos": (), **more}
    )


def photo(index: int, sha: str, lon=None, taken="2023-04-10T10:00:00") -> Photo:
    east = 115 + index / 100 + 0.0005 if lon is None else lon
    return Photo(f"P{index}_1", f"{sha}.jpg", sha * 32, 10, taken, east, 36.4005, 0.0)


def told(name: str, *dossiers: Dossier, **more) -> list:
    seen = Seen(PLAN, oversight_rules(PLAN).signs, dossiers, today=date(2023, 4, 30), **more)
    found = findings_of(name, seen)
    assert all(one.severity is Severity.NOTICE and one.check == name for one in found)
    assert all("Tuban" in one.rule for one in found)
    return [one.subject for one in found]


def test_one_photo_for_two_patches_is_told_but_not_for_two_parcels_of_one():
    first, second = dossier(1, photos=(photo(1, "aa"),)), dossier(2, photos=(photo(2, "aa"),))
    assert told("one-photo-twice", first, second) == ["P2_1"]
    sister = replace(
        first,
        parcel=replace(first.parcel, number="P1_2"),
        photos=(replace(photo(1, "aa"), parcel_number="P1_2"),),
    )
    assert told("one-photo-twice", first, sister) == []


def test_photos_taken_elsewhere():
    """0.01° east is about 900 m away."""
    assert told("photos-elsewhere", dossier(1, photos=(photo(1, "aa", 115.02),))) == ["P1_1"]
    assert told("photos-elsewhere", dossier(1, photos=(photo(1, "aa"),))) == []
    nowhere = replace(photo(1, "aa"), lon_deg=None, lat_deg=None)
    assert told("photos-elsewhere", dossier(1, photos=(nowhere,))) == []


@pytest.mark.parametrize(
    ("taken", "is_told"),
    [
        ("2023-03-20T10:00:00", True),  # before the later image of 28 March
        ("2023-03-28T10:00:00", False),
        ("2023-05-01T10:00:00", True),  # after today
        (None, False),
    ],
)
def test_photos_taken_too_early(taken, is_told):
    shown = dossier(1, photos=(photo(1, "aa", taken=taken),))
    assert bool(told("photos-too-early", shown)) is is_told


def test_unchanged_where_something_was_built():
    built = dossier(1, issued="新增非农建设类")
    assert told("unchanged-but-built", built, dossier(2)) == ["P1_1"]
    assert told("unchanged-but-built", dossier(1, "illegal", issued="新增非农建设类")) == []


def test_the_same_text_in_three_patches_but_not_in_two_nor_a_short_one():
    three = [dossier(n, reason=f" {REASON} " if n == 2 else REASON) for n in (1, 2, 3)]
    assert told("same-words", *three) == ["P1_1", "P2_1", "P3_1"]
    assert told("same-words", *three[:2]) == []
    sister = replace(three[0], parcel=replace(three[0].parcel, number="P1_2"))
    assert told("same-words", *three[:2], sister) == []
    assert told("same-words", *(dossier(n, reason="未变化") for n in (1, 2, 3))) == []


def test_a_verdict_changed_after_it_was_passed():
    passed = Review(5, 1, Outcome.PASSED, "2023-04-20", "市局")
    shown = dossier(1, reason=REASON)
    rounds = Rounds((Submitted(5, 1, content_of(shown), "2023-04-18"),), (passed,))
    shown = replace(shown, rounds=rounds)
    assert told("changed-after-review", shown) == []
    other = {VerdictLevel.COUNTY: replace(shown.county_verdict, category="illegal")}
    assert told("changed-after-review", replace(shown, verdicts=other)) == ["P1_1"]
    again = Submitted(9, 1, "other", "2023-04-22")
    handed = replace(rounds, submitted=(*rounds.submitted, again))
    assert told("changed-after-review", replace(shown, rounds=handed)) == ["P1_1"]
    returned = replace(passed, outcome=Outcome.RETURNED)
    corrected = replace(shown, verdicts=other, rounds=replace(rounds, reviews=(returned,)))
    assert told("changed-after-review", corrected) == []


def entry(at: str, old: str, new: str) -> Recorded:
    states = [{"cultivated_mu": mu, "basic_farmland_mu": None} for mu in (old, new)]
    return Recorded(7, at, "乙", events.FIGURES_COMPUTED, "P1_1", *states, None, "", "")


@pytest.mark.parametrize(
    ("at", "new", "is_told"),
    [
        ("2023-04-19T08:00:00+08:00", "3.00", True),
        ("2023-04-19T08:00:00+08:00", "10.09", False),  # less than a tenth of a mu
        ("2023-04-17T08:00:00+08:00", "3.00", False),  # before it was handed up
    ],
)
def test_areas_that_moved(at, new, is_told):
    shown = replace(dossier(1), rounds=Rounds((Submitted(5, 1, "a", "2023-04-18"),)))
    found = told("moved-areas", shown, figures={"P1_1": [entry(at, "10.00", new)]})
    assert bool(found) is is_told


def test_a_months_signs_are_those_of_its_casebook_without_military_land(tmp_path):
    built = {"patch_class": "新增非农建设类"}
    pairs = [undivided("A", 115.1, **built), undivided("B", 115.2, **built, remark="军用")]
    source = Source("ab" * 32, "图斑.zip", "图斑", "EPSG:4490", "GBK", "m2", 2)
    with create_casebook(tmp_path / "台账.gpkg", PLAN, "379901", "虚构县", "甲") as book:
        book.record([events.source_imported(source)])
        for patch, parcel in pairs:
            verdict = dossier(1).county_verdict
            book.record([events.patch_issued(patch), events.parcel_divided(parcel)])
            given = replace(verdict, parcel_number=parcel.number)
            book.record([events.verdict_given(given, None)])
        found = signs_of(book, PLAN, "2023-04", date(2023, 4, 30))
    assert [(one.check, one.subject) for one in found] == [("unchanged-but-built", "A_1")]


def test_every_sign_is_quiet_about_a_plain_month():
    plain = [dossier(n, photos=(photo(n, f"{n:02d}"),)) for n in (1, 2, 3)]
    assert [name for name in SIGNS if told(name, *plain)] == []
