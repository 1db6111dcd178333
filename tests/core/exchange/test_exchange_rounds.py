"""One county, one city: handed up, returned, corrected, passed; figures by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tuban.core.casebook import events
from tuban.core.exchange import content_of
from tuban.core.exchange.threeway import How
from tuban.core.model import VerdictLevel
from tuban.core.review import Stage, state_of
from tuban.core.rounds import AnswerKind, Outcome


def stage(place, parcel):
    dossier = place.book.dossier(parcel)
    return state_of(dossier.rounds, dossier.county_verdict is not None, content_of(dossier))


def test_a_package_is_shown_then_merged_and_twice_changes_nothing(city, county):
    county.issue("2023-04", 2)
    package = county.submit("2023-04")
    shown = city.shown(package)
    # Two patches and their parcels; figures, verdict, flags, evidence and field check of each.
    assert shown.counts() == {How.NEW: 2 + 2 + 2 * 5}
    assert (shown.photos_added, shown.clashes, shown.is_known) == (4, [], False)
    assert city.read(package).photos == 4
    head = city.book.head()
    assert city.shown(package).is_known
    assert city.read(package).entries == 0
    assert city.book.head() == head
    assert city.book.verify() == county.book.verify() == ()
    for theirs, mine in zip(county.book.dossiers("2023-04"), city.book.dossiers("2023-04")):
        assert content_of(mine) == content_of(theirs)
        assert stage(city, mine.parcel.number).stage is Stage.SUBMITTED
        for photo in mine.photos:
            assert (city.folder / photo.file).is_file()


def test_returned_corrected_and_passed(city, county):
    first, second = (f"{number}_1" for number in county.issue("2023-04", 2))
    city.read(county.submit("2023-04"))
    city.give_back(first, "verdict_wrong", words="应为设施农业用地")
    city.review(second, Outcome.PASSED)
    shown = county.shown(city.feedback(county, "2023-04"))
    # Two reviews; the second's final verdict.
    assert [one.how for one in shown.compared].count(How.NEW) == 3
    county.read(shown.incoming.path)
    assert (stage(county, first).stage, stage(county, first).round) == (Stage.RETURNED, 1)
    assert stage(county, first).review.deadline == "2023-04-25"
    assert stage(county, second).stage is Stage.PASSED
    assert county.book.dossier(second).verdicts[VerdictLevel.FINAL].category == "illegal"
    county.judge(first, "illegal", "while_applying")
    county.answer(first)
    assert stage(county, first).stage is Stage.CORRECTED
    again = county.submit("2023-04")
    shown = city.shown(again)
    assert {one.subject for one in shown.compared if one.how in (How.NEW, How.CHANGED)} == {first}
    city.read(again)
    assert (stage(city, first).stage, stage(city, first).round) == (Stage.SUBMITTED, 2)
    assert city.book.dossier(first).rounds.answers[0].kind is AnswerKind.CORRECTED
    assert stage(city, second).stage is Stage.PASSED
    city.review(first, Outcome.PASSED)
    county.read(city.feedback(county, "2023-04"))
    assert stage(county, first).stage is Stage.PASSED
    assert county.book.verify() == city.book.verify() == ()


def test_the_citys_own_verdict_stands_beside_the_countys(city, county):
    (number,) = county.issue("2023-04", 1)
    parcel = f"{number}_1"
    city.read(county.submit("2023-04"))
    city.give_back(parcel)
    county.read(city.feedback(county, "2023-04"))
    county.answer(parcel, AnswerKind.KEPT, "现场确为厂房。")
    city.read(county.submit("2023-04"))
    assert stage(city, parcel).round == 2
    city.override(parcel, "facility", "unlisted")
    county.read(city.feedback(county, "2023-04"))
    given = county.book.dossier(parcel).verdicts
    assert {level.value: verdict.category for level, verdict in given.items()} == {
        "county": "illegal",
        "city": "facility",
        "final": "facility",
    }
    assert stage(county, parcel).stage is Stage.OVERRIDDEN
    assert county.book.verify() == ()


def test_patch_by_patch(city, county):
    numbers = county.issue("2023-04", 3)
    city.read(county.submit("2023-04", patches=[numbers[1]]))
    assert [one.number for one in city.book.patches()] == [numbers[1]]
    city.review(f"{numbers[1]}_1", Outcome.PASSED)
    city.read(county.submit("2023-04"))
    assert len(city.book.patches()) == 3
    stages = [stage(city, f"{number}_1").stage for number in numbers]
    assert stages == [Stage.SUBMITTED, Stage.PASSED, Stage.SUBMITTED]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1)])
def test_in_any_order_the_newest_stands(city, county, order):
    (number,) = county.issue("2023-04", 1)
    parcel = f"{number}_1"
    packages = [county.submit("2023-04", name="甲.zip")]
    county.judge(parcel, "illegal", "excess")
    packages.append(county.submit("2023-04", name="乙.zip"))
    county.judge(parcel, "illegal", "fraud")
    packages.append(county.submit("2023-04", name="丙.zip"))
    for index in order:
        city.read(packages[index])
    assert city.book.dossier(parcel).county_verdict.subcategory == "fraud"
    assert city.book.verify() == ()
    assert stage(city, parcel).round == 1


def test_a_number_like_one_that_is_here_but_for_its_width_is_told(city, county):
    _, second = county.issue("2023-04", 2)
    wide = second.translate({ord(str(one)): chr(0xFF10 + one) for one in range(10)})
    city.record(events.patch_issued(replace(county.book.patch(second), number=f"{wide} ")))
    found = city.shown(county.submit("2023-04")).findings
    assert [one.subject for one in found if "full-width" in str(one)] == [second]
