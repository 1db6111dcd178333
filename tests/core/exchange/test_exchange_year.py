"""Four months, three counties and a city, packages carried as files in a shuffled order.

What is expected is counted by hand, not asked of the code.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter

import pytest

from tuban.core.exchange import content_of
from tuban.core.model import VerdictLevel
from tuban.core.review import Stage, state_of
from tuban.core.rounds import AnswerKind, Outcome

MONTHS = ["2023-04", "2023-05", "2023-06", "2023-07"]
COUNTIES = [("371521", "虚构甲县"), ("371522", "虚构乙县"), ("LC-GXQ", "虚构开发区")]
PATCHES = 3
PARCELS = len(MONTHS) * len(COUNTIES) * PATCHES


def carried(path, folder, taken):
    """A copy on the way: the sender may go on, the file does not change."""
    target = folder / f"{len(taken)}_{path.name}"
    shutil.copyfile(path, target)
    taken.append(target)
    return target


def stages(place):
    found = Counter()
    for dossier in place.book.dossiers():
        state = state_of(dossier.rounds, True, content_of(dossier))
        found[state.stage] += 1
        assert not state.changed
    return found


def finals(place):
    return Counter(
        dossier.verdicts[VerdictLevel.FINAL].subcategory
        for dossier in place.book.dossiers()
        if VerdictLevel.FINAL in dossier.verdicts
    )


def play_month(month, counties, city, folder, chosen):
    """Of each county's three parcels the first passes, the second is returned, corrected and
    passed, the third returned, kept with a reason, and decided by the city."""
    taken = []
    numbers = {one.code: one.issue(month, PATCHES) for one in counties}
    for county in counties:
        first = numbers[county.code][0]
        carried(county.submit(month, patches=[first]), folder, taken)
        county.judge(f"{numbers[county.code][1]}_1", "illegal", "excess")
        carried(county.submit(month), folder, taken)
    deliver(city, taken, chosen)
    for county in counties:
        one, two, three = (f"{number}_1" for number in numbers[county.code])
        city.review(one, Outcome.PASSED)
        city.give_back(two, "verdict_wrong")
        city.give_back(three, "reason_thin", "flags_wrong")
        county.read(city.feedback(county, month))
        county.judge(two, "illegal", "not_supplied")
        county.answer(two, words="已改")
        county.answer(three, AnswerKind.KEPT, "现场属实")
    again = []
    for county in counties:
        carried(county.submit(month), folder, again)
    deliver(city, taken + again, chosen)
    for county in counties:
        _, two, three = (f"{number}_1" for number in numbers[county.code])
        city.review(two, Outcome.PASSED)
        city.override(three, "illegal", "fraud")
        county.read(city.feedback(county, month))


def deliver(city, paths, chosen):
    """In any order, one of them twice."""
    order = [*paths, paths[0]]
    chosen.shuffle(order)
    for path in order:
        city.read(path)


@pytest.mark.slow
def test_four_months_of_three_counties_and_a_city(city, make_place, tmp_path):
    folder = tmp_path / "途中"
    folder.mkdir()
    counties = [
        make_place(code, name, index=index) for index, (code, name) in enumerate(COUNTIES, 1)
    ]
    chosen = random.Random(7)
    for month in MONTHS:
        play_month(month, counties, city, folder, chosen)
    each = len(MONTHS) * len(COUNTIES)
    assert stages(city) == {Stage.PASSED: 2 * each, Stage.OVERRIDDEN: each}
    # The first of each three as judged, the second corrected, the third as the city says.
    assert finals(city) == {"not_applied": each, "not_supplied": each, "fraud": each}
    assert len(city.book.dossiers()) == PARCELS == 36
    rounds = [one.rounds for one in city.book.dossiers()]
    assert sum(len(one.reviews) for one in rounds) == each * (1 + 2 + 2)
    assert sum(len(one.answers) for one in rounds) == each * 2
    for county in counties:
        assert county.book.verify() == ()
        assert stages(county) == {Stage.PASSED: 8, Stage.OVERRIDDEN: 4}
        theirs = {one.parcel.number: one for one in county.book.dossiers()}
        for number, mine in theirs.items():
            there = city.book.dossier(number)
            assert content_of(there) == content_of(mine)
            assert there.verdicts == mine.verdicts
            assert there.rounds.reviews == mine.rounds.reviews
            assert there.rounds.answers == mine.rounds.answers
    assert city.book.verify() == ()
    senders = Counter(city.book.senders().values())
    assert senders == {code: len(MONTHS) * PATCHES for code, _ in COUNTIES}
