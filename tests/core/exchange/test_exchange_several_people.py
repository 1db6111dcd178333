"""Several people, and both sides at the same thing: nothing is lost, what clashes is chosen."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from tuban.core.casebook import events, open_casebook
from tuban.core.errors import CasebookConflict, InputError
from tuban.core.exchange import content_of
from tuban.core.exchange.merging import preview
from tuban.core.exchange.sharing import shares, shares_by_town, split_work
from tuban.core.exchange.threeway import Choice, How, compare
from tuban.core.exchange.working import open_work
from tuban.core.model import Answer, Photo
from tuban.core.plan import load_plan
from tuban.core.receiving import merge_incoming, write_feedback
from tuban.core.rounds import Outcome
from tuban.core.submission import write_package

PLAN = load_plan("liaocheng-2023")
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


def flags(book, parcel, **answers):
    old = book.dossier(parcel).flags
    codes = list(old)
    new = {**old, **{codes[int(at[1:])]: Answer(one) for at, one in answers.items()}}
    book.record([events.flags_answered(parcel, new, old)])


def judge(book, parcel, subcategory, reason):
    old = book.dossier(parcel).county_verdict
    book.record([events.verdict_given(replace(old, subcategory=subcategory, reason=reason), old)])


@pytest.fixture
def shared(county, tmp_path):
    """A month of four patches, shared out between two."""
    numbers = county.issue("2023-04", 4)
    folder = tmp_path / "分工 it's"
    folder.mkdir()
    paths = {}
    for name, share in shares(numbers, ["甲", "乙"]).items():
        paths[name] = folder / f"{name}.gpkg"
        split_work(county.book, PLAN, name, share, paths[name])
    return county, numbers, paths


def merge(county, path, choices=None):
    return merge_incoming(
        county.book, preview(county.book, open_work(county.book, path)), choices or {}
    )


def test_two_people_work_on_their_shares(shared):
    county, numbers, paths = shared
    for name, number, code in (("甲", numbers[0], "excess"), ("乙", numbers[3], "fraud")):
        with open_casebook(paths[name], name) as work:
            assert work.working_file == name
            judge(work, f"{number}_1", code, "分工核查。")
            assert work.verify() == ()
    for name in ("乙", "甲"):
        merge(county, paths[name])
    found = {one.patch.number: one.county_verdict for one in county.book.dossiers()}
    assert [found[number].subcategory for number in numbers] == [
        *("excess", "not_applied", "not_applied", "fraud")
    ]
    assert county.book.verify() == ()
    head = county.book.head()
    assert merge(county, paths["甲"]).entries == 0
    assert county.book.head() == head


def test_photos_lie_beside_the_working_file_and_come_back_once(shared):
    county, numbers, paths = shared
    parcel = f"{numbers[0]}_1"
    with open_casebook(paths["甲"], "甲") as work:
        for photo in work.dossier(parcel).photos:
            assert (paths["甲"].parent / photo.file).is_file()
        (paths["甲"].parent / "照片" / "新.jpg").write_bytes(JPEG + b"new")
        digest = hashlib.sha256(JPEG + b"new").hexdigest()
        new = Photo(parcel, "照片/新.jpg", digest, 25, None, None, None, None)
        work.record([events.photo_attached(new)])
    assert merge(county, paths["甲"]).photos == 1
    (found,) = [one for one in county.book.dossier(parcel).photos if one.sha256 == digest]
    assert (county.folder / found.file).read_bytes() == JPEG + b"new"


def test_what_both_changed_is_chosen_field_by_field(shared):
    county, numbers, paths = shared
    parcel = f"{numbers[0]}_1"
    with open_casebook(paths["甲"], "甲") as work:
        flags(work, parcel, f0="yes", f1="yes")
        judge(work, parcel, "not_applied", "甲的说明。")
    flags(county.book, parcel, f0="n/a", f2="yes")
    judge(county.book, parcel, "excess", "现场为新建厂房，未办理农用地转用审批手续。")
    shown = preview(county.book, open_work(county.book, paths["甲"]))
    codes = list(county.book.dossier(parcel).flags)
    # The first flag alone was changed by both; the verdict's category here, its reason there.
    (clash,) = shown.clashes
    assert clash.key == ("flags.answered", parcel, codes[0])
    assert (clash.base, clash.mine, clash.theirs) == ("no", "n/a", "yes")
    with pytest.raises(CasebookConflict, match="changed on both sides"):
        merge_incoming(county.book, shown, {})
    merge_incoming(county.book, shown, {clash.key: Choice.MINE})
    dossier = county.book.dossier(parcel)
    assert [dossier.flags[code].value for code in codes[:3]] == ["n/a", "yes", "yes"]
    verdict = dossier.county_verdict
    assert (verdict.subcategory, verdict.reason) == ("excess", "甲的说明。")
    recorded = [one for one in county.book.history("甲") if one.kind == "exchange.received"]
    (kept,) = recorded[0].new["data"]["choices"]
    assert (kept["choice"], kept["theirs"]) == ("mine", "yes")
    assert county.book.verify() == ()


def test_feedback_is_not_written_from_a_working_file(city, county, tmp_path):
    """Its journal goes another way than the city's: the county would be told of a contradiction."""
    numbers = county.issue("2023-04", 2)
    city.read(county.submit("2023-04"))
    split_work(city.book, PLAN, "甲", numbers, tmp_path / "甲.gpkg")
    with open_casebook(tmp_path / "甲.gpkg", "甲") as work, pytest.raises(InputError, match="甲"):
        write_feedback(work, PLAN, county.code, "2023-04", tmp_path, str)
    assert not list(tmp_path.glob("*.zip"))


def test_both_sides_of_the_exchange_change_the_same(city, county):
    """The city mends a name itself, the county changes it, too; the answer travels back."""
    (number,) = county.issue("2023-04", 1)
    parcel = f"{number}_1"
    city.read(county.submit("2023-04"))
    city.answer_evidence(parcel, actor="虚构公司（市级更正）")
    city.give_back(parcel, "evidence_missing")
    county.answer_evidence(parcel, actor="虚构公司二厂", build_time="2023-01")
    shown = county.shown(city.feedback(county, "2023-04"))
    (clash,) = shown.clashes
    named = [one["value"] for one in (clash.base, clash.mine, clash.theirs)]
    assert named == ["虚构公司", "虚构公司二厂", "虚构公司（市级更正）"]
    county.read(shown.incoming.path, {clash.key: Choice.MINE})
    county.answer(parcel)
    shown = city.shown(county.submit("2023-04"))
    assert shown.clashes == []
    city.read(shown.incoming.path)
    evidence = city.book.dossier(parcel).evidence
    assert (evidence["actor"].value, evidence["build_time"].value) == ("虚构公司二厂", "2023-01")
    assert content_of(city.book.dossier(parcel)) == content_of(county.book.dossier(parcel))
    assert city.book.verify() == county.book.verify() == ()


def test_what_only_the_city_changed_stays_when_the_county_sends_again(city, county):
    (number,) = county.issue("2023-04", 1)
    parcel = f"{number}_1"
    city.read(county.submit("2023-04"))
    flags(city.book, parcel, f0="yes")
    county.judge(parcel, "illegal", "excess")
    shown = city.shown(county.submit("2023-04"))
    assert (shown.counts()[How.KEPT], shown.counts()[How.CHANGED], shown.clashes) == (1, 1, [])
    city.read(shown.incoming.path)
    assert next(iter(city.book.dossier(parcel).flags.values())) is Answer.YES


def test_undo_does_not_reach_what_was_read(city, county):
    county.issue("2023-04", 1)
    city.read(county.submit("2023-04"))
    assert city.book.last_undoable() is None
    parcel = city.book.parcels()[0].number
    city.review(parcel, Outcome.PASSED)
    assert city.book.last_undoable().kind == "verdict.final"


def test_a_working_file_is_not_handed_up_and_belongs_to_one_casebook(shared, make_place):
    county, _, paths = shared
    with open_casebook(paths["甲"], "甲") as work, pytest.raises(InputError, match="working file"):
        write_package(work, PLAN, "2023-04", county.out, str)
    other = make_place("371522", "虚构乙县", index=2)
    with pytest.raises(InputError, match="not a working file of this casebook"):
        open_work(other.book, paths["甲"])
    with pytest.raises(InputError, match="not a working file of this casebook"):
        open_work(county.book, county.book.path)


@pytest.mark.parametrize(
    ("mine", "theirs", "moved", "known", "gap", "how"),
    [
        ("a", "a", [], True, False, How.SAME),
        (None, "a", [(None, "a")], False, False, How.NEW),
        (None, "a", [(None, "a")], True, False, How.NEW),
        ("a", "b", [("a", "b")], True, False, How.CHANGED),
        ("b", "c", [("a", "b"), ("b", "c")], True, False, How.CHANGED),
        ("b", "a", [], True, False, How.KEPT),
        ("b", "c", [("a", "c")], True, False, How.CONFLICT),
        ("b", "a", [], True, True, How.CONFLICT),
        (None, "a", [], True, False, How.KEPT),
        (None, "a", [], True, True, How.NEW),
        (None, "b", [("a", "b")], True, False, How.CONFLICT),
        (None, "b", [("a", "b")], True, True, How.NEW),
        (None, "b", [("a", "b")], False, False, How.NEW),
        ("a", None, [("a", None)], True, False, How.CHANGED),
        ("b", None, [("a", None)], True, False, How.CONFLICT),
        ("c", "a", [("a", "b"), ("b", "a")], True, False, How.CHANGED),
    ],
)
def test_three_states(mine, theirs, moved, known, gap, how):
    class Moved:
        def __init__(self, old, new):
            self.old, self.new = old, new

    def state(one):
        return one and {"figure": one}

    entries = [Moved(state(old), state(new)) for old, new in moved]
    found = compare("figures.computed", "P_1", state(mine), state(theirs), entries, known, gap)
    assert found.how is how


def test_a_month_by_township():
    places = [("02", "乙镇"), ("01", "甲镇"), ("01", "乙镇"), ("03", "")]
    assert shares_by_town(places, "其他") == {"甲镇": ["01"], "乙镇": ["02"], "其他": ["03"]}
