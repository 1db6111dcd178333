"""A working file holds what its person needs, and nothing of it is lost on the way back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from tuban.core.casebook import events, open_casebook, saying
from tuban.core.casebook.journal import Event
from tuban.core.casefile import Case
from tuban.core.errors import CasebookReadOnly, InputError, OutputError
from tuban.core.exchange.merging import preview
from tuban.core.exchange.sharing import share_out, split_work
from tuban.core.exchange.threeway import Choice, How
from tuban.core.exchange.working import open_work
from tuban.core.geometry import box, digest, multipolygon_from_wkb, wkb_from_multipolygon
from tuban.core.model import EarlierLink, LinkedBy, Parcel, Severity
from tuban.core.plan import load_plan
from tuban.core.receiving import merge_incoming
from tuban.core.rectified import Acceptance
from tuban.core.review import Stage, state_of

PLAN = load_plan("liaocheng-2023")
MONTH = "2023-04"
AREAS = (Decimal("50.00"), Decimal("50.02"))


@pytest.fixture
def month(county):
    return county.issue(MONTH, 4)


def split(place, numbers, name="甲"):
    path = place.folder / f"台账_{name}.gpkg"
    split_work(place.book, PLAN, name, numbers, path)
    return path


def bring_back(place, path, choice=Choice.THEIRS):
    shown = preview(place.book, open_work(place.book, path))
    merge_incoming(place.book, shown, {one.key: choice for one in shown.clashes})
    assert place.book.verify() == ()
    return shown


def whole_copy(place, numbers, name="甲"):
    """As earlier versions made working files: a copy of everything."""
    place.record(Event(events.WORK_SPLIT, name, None, {"patches": numbers}))
    seq, path = place.book.head().seq, place.folder / f"整本_{name}.gpkg"
    place.book.close()
    shutil.copyfile(place.book.path, path)
    place.book = open_casebook(place.folder / "台账.gpkg", place.book.who)
    with open_casebook(path, name) as copy:
        copy.record([events.work_begun(name, seq)])
    return path


def judge(book, parcel, reason):
    old = book.dossier(parcel).county_verdict
    book.record([events.verdict_given(replace(old, reason=reason), old)])


def reason_of(book, parcel):
    return book.dossier(parcel).county_verdict.reason


def divide(book, patch, share, numbers=(2, 3)):
    """Divide a patch at a share of its width, one part adjusted so that both add up to it."""
    old = book.parcels_of(patch)
    west, south, east, north = box(multipolygon_from_wkb(book.patch(patch).geometry))
    middle = west + (east - west) * share
    parts = [
        wkb_from_multipolygon(
            [[np.array([(w, south), (w, north), (e, north), (e, south), (w, south)])]]
        )
        for w, e in ((west, middle), (middle, east))
    ]
    new = [
        Parcel(f"{patch}_{n}", patch, area, part, digest(part), mu)
        for n, part, area, mu in zip(numbers, parts, AREAS, (None, Decimal("0.08")))
    ]
    book.record([events.patch_divided(patch, new, old)])
    return new


def content(path):
    """The file as bytes, and its tables as text: what was taken out is in neither."""
    with closing(sqlite3.connect(path)) as connection:
        return path.read_bytes().decode("latin-1") + "\n".join(connection.iterdump())


def test_nothing_of_other_patches_is_in_it(county, month):
    other_month = county.issue("2023-05", 1)
    county.record(events.commented(f"{month[2]}_1", "只说给自己听的话", ""))
    path = split(county, month[:2])
    held = content(path)
    assert all(number in held for number in month[:2])
    assert not any(number in held for number in [*month[2:], *other_month])
    assert "只说给自己听的话" not in held and "2023-05" not in held
    with open_casebook(path, "甲") as work:
        assert [one.number for one in work.patches()] == month[:2]
        assert [source.name for source in work.sources()] == [f"{MONTH}.zip"]
        assert work.dossiers() == county.book.dossiers_of(month[:2])
        assert work.verify() == county.book.verify() == ()


def test_military_land_is_given_to_nobody(county, month, tmp_path):
    county.judge(f"{month[1]}_1", "military", reason="营区。")
    with pytest.raises(InputError, match=f"{month[1]} is military land"):
        split(county, month[:2])
    folder = tmp_path / "分工"
    folder.mkdir()
    made = share_out(county.book, PLAN, {"甲": month[:2], "乙": [month[1]]}, folder)
    assert ([one.name for one in made.files], made.military) == (["台账_甲.gpkg"], (month[1],))
    assert month[1] not in content(made.files[0])


def test_what_names_military_land_is_not_given_away(county, month):
    county.judge(f"{month[3]}_1", "military", reason="营区。")
    both = Case("案1", "虚构公司", "虚构案", (f"{month[0]}_1", f"{month[3]}_1"))
    own = Case("案2", "虚构公司", "虚构案", (f"{month[0]}_1",))
    county.record(events.case_changed(both, None), events.case_changed(own, None))
    with open_casebook(split(county, month[:1]), "甲") as work:
        assert [one.number for one in work.cases()] == ["案2"]
    judge(county.book, f"{month[1]}_1", f"西邻{month[3]}。")
    head = county.book.head()
    with pytest.raises(InputError, match=f"recorded of {month[1]}_1 names military land"):
        split(county, month[1:2], "乙")
    assert county.book.head() == head and not list(county.folder.glob("*乙*"))


def test_military_land_of_another_month_is_named_to_nobody(county, month):
    (before,) = county.issue("2023-03", 1)
    link = EarlierLink("", before, LinkedBy.SAME_PLACE, "2023-03")
    county.record(events.patch_linked(month[0], [link], []))
    county.judge(f"{before}_1", "military", reason="营区。")
    with pytest.raises(InputError, match=f"recorded of {month[0]} names military land"):
        split(county, month[:1])
    with pytest.raises(InputError, match=f"recorded of {month[0]} names military land"):
        county.submit(MONTH)
    assert not list(county.out.iterdir())


def test_the_way_between_county_and_city_is_known_in_it(city, county):
    (number,) = county.issue(MONTH, 1)
    parcel = f"{number}_1"
    city.read(county.submit(MONTH))
    city.give_back(parcel, "evidence_missing")
    county.read(city.feedback(county, MONTH))
    for place in (city, county):
        theirs = place.book.dossier(parcel).rounds
        with open_casebook(split(place, [number]), "甲") as work:
            dossier = work.dossier(parcel)
            assert dossier.rounds == theirs and theirs.submitted[0].day
            assert state_of(dossier.rounds, True, "").stage is Stage.RETURNED
            assert work.office is place.office
            assert work.senders() == place.book.senders()


def test_work_of_all_kinds_comes_back(county, month):
    path, parcel = split(county, month[:2]), f"{month[0]}_1"
    with open_casebook(path, "甲") as work:
        judge(work, parcel, "甲改。")
        work.record([events.commented(parcel, "问过村里", "")])
        work.record([events.second_look_wanted(parcel, "界线不清", "")])
        new = Case("案1", "虚构公司", "虚构案", (parcel,))
        work.record([events.case_changed(new, None)])
        work.record([events.photo_detached(work.dossier(parcel).photos[0])])
        theirs = work.dossier(parcel)
    shown = bring_back(county, path)
    assert shown.clashes == [] and set(shown.incoming.record.patches) == {month[0]}
    assert county.book.dossier(parcel) == theirs
    assert bring_back(county, path).is_known


def test_what_both_changed_is_chosen_against_what_was_handed_out(county, month):
    parcel = f"{month[0]}_1"
    was = reason_of(county.book, parcel)
    path = split(county, month[:1])
    with open_casebook(path, "甲") as work:
        judge(work, parcel, "甲改。")
    judge(county.book, parcel, "本人改。")
    (clash,) = preview(county.book, open_work(county.book, path)).clashes
    assert (clash.base, clash.mine, clash.theirs) == (was, "本人改。", "甲改。")
    bring_back(county, path, Choice.BASE)
    assert reason_of(county.book, parcel) == was
    with open_casebook(path, "甲") as work:
        judge(work, parcel, "甲再改。")
    (clash,) = bring_back(county, path).clashes  # of the choice they cannot have known
    assert (clash.base, clash.mine, clash.theirs) == ("甲改。", was, "甲再改。")
    with open_casebook(path, "甲") as work:
        judge(work, parcel, "甲三改。")
    assert bring_back(county, path).clashes == []
    assert reason_of(county.book, parcel) == "甲三改。"


def test_undo_stops_at_what_was_handed_out(county, month):
    parcel = f"{month[0]}_1"
    path = split(county, month[:1])
    with open_casebook(path, county.book.who) as work:
        assert work.last_undoable() is None
        judge(work, parcel, "甲改。")
        work.undo(work.last_undoable().seq)
        assert work.last_undoable() is None
        assert work.verify() == ()
    head = county.book.dossier(parcel)
    assert bring_back(county, path).counts() == {How.SAME: 3}  # patch, parcels, verdict
    assert county.book.dossier(parcel) == head


def test_one_name_may_have_several_files(county, month):
    first = split(county, month[:1])
    with open_casebook(first, "甲") as work:
        for at in range(5):
            judge(work, f"{month[0]}_1", f"第一份 {at}")
    bring_back(county, first)
    first.unlink()
    second = split(county, month[:2])
    with open_casebook(second, "甲") as work:
        judge(work, f"{month[1]}_1", "第二份")
    shown = bring_back(county, second)
    assert (shown.findings, reason_of(county.book, f"{month[1]}_1")) == ((), "第二份")


def test_a_working_file_of_a_working_file(county, month):
    outer = split(county, month[:3])
    with open_casebook(outer, "甲") as work:
        inner = outer.with_name("内.gpkg")
        split_work(work, PLAN, "乙", month[:1], inner)
        with open_casebook(inner, "乙") as deeper:
            assert deeper.working_file == "乙"
            judge(deeper, f"{month[0]}_1", "乙改。")
        merge_incoming(work, preview(work, open_work(work, inner)), {})
        assert work.verify() == ()
    with pytest.raises(InputError, match="not a working file of this casebook"):
        open_work(county.book, inner)
    bring_back(county, outer)
    assert reason_of(county.book, f"{month[0]}_1") == "乙改。"


def test_parcels_that_were_divided_go_along(county, month):
    """Halves of a patch, one of them adjusted so that both add up to it."""
    (whole,) = county.book.parcels_of(month[0])
    halves = divide(county.book, month[0], 0.5)
    path = split(county, month[:1])
    with open_casebook(path, "甲") as work:
        assert work.parcels_of(month[0]) == county.book.parcels_of(month[0])
        assert work.verify() == ()
        work.record([events.patch_divided(month[0], [whole], halves)])
    bring_back(county, path)
    assert county.book.parcels_of(month[0]) == [whole]
    assert county.book.dossier(whole.number).county_verdict is not None  # as it was before


def test_a_file_that_does_not_go_on_from_what_was_handed_out(county, month):
    path = split(county, month[:1])
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE journal SET hash = 'ab' || substr(hash, 3) WHERE kind = 'work.begun'")
    with pytest.raises(InputError, match="not a working file of this casebook"):
        open_work(county.book, path)


def test_a_whole_copy_of_an_earlier_version_comes_back(county, month):
    path = whole_copy(county, month[:1])
    with open_casebook(path, "甲") as work:
        judge(work, f"{month[0]}_1", "甲改。")
        judge(work, f"{month[3]}_1", "越界。")
    shown = bring_back(county, path)
    (told,) = shown.findings
    assert (told.severity, told.subject) == (Severity.WARNING, month[3])
    assert reason_of(county.book, f"{month[0]}_1") == "甲改。"
    assert bring_back(county, path).is_known


def test_nothing_is_left_where_it_cannot_be_made(county, month, tmp_path):
    path = split(county, month[:1])
    head, files = county.book.head(), sorted(county.folder.iterdir())
    with pytest.raises(OutputError, match="exists already"):
        split(county, month[:1])
    for name, numbers in ((" ", month), ("乙", [])):
        with pytest.raises(InputError, match="needs a name and at least one patch"):
            split_work(county.book, PLAN, name, numbers, tmp_path / "x.gpkg")
    with pytest.raises(InputError, match="There is no patch X"):
        split(county, ["X"], "乙")
    assert (county.book.head(), sorted(county.folder.iterdir())) == (head, files)
    assert path.is_file()


def test_no_file_of_which_the_casebook_does_not_know(county, month, tmp_path):
    path = tmp_path / "甲.gpkg"
    split_work(county.book, PLAN, "甲", month[:1], path)
    assert list(tmp_path.glob("*甲.gpkg*")) == [path]  # and no lock of its unfinished part
    path.unlink()
    with (
        open_casebook(county.book.path, "reader", read_only=True) as book,
        pytest.raises(CasebookReadOnly),
    ):
        split_work(book, PLAN, "甲", month[:1], path)
    assert not list(tmp_path.glob("*甲.gpkg*"))


@pytest.mark.parametrize("choice", [Choice.THEIRS, Choice.MINE, Choice.BASE])
def test_two_people_divide_one_patch_otherwise(county, month, choice):
    (whole,) = county.book.parcels_of(month[0])
    path = split(county, month[:1])
    with open_casebook(path, "甲") as work:
        theirs = divide(work, month[0], 0.3)
    mine = divide(county.book, month[0], 0.6)
    (clash,) = bring_back(county, path, choice).clashes
    assert clash.key[0] == events.PATCH_DIVIDED
    wanted = {Choice.THEIRS: theirs, Choice.MINE: mine, Choice.BASE: [whole]}[choice]
    assert county.book.parcels_of(month[0]) == wanted


def test_what_the_city_inspected_here_stays_where_another_divided_otherwise(county, month):
    path = split(county, month[:1])
    with open_casebook(path, "甲") as work:
        divide(work, month[0], 0.3)
    mine = divide(county.book, month[0], 0.6)
    inspected = Acceptance("2023-06-10", ("丙", "丁"), {"crop": True}, True)
    county.record(*saying.accepted(county.book.dossier(mine[0].number), [inspected]))
    (told,) = bring_back(county, path).findings
    assert "was inspected by the city" in str(told.message)
    assert county.book.parcels_of(month[0]) == mine
    assert county.book.dossier(mine[0].number).put_right.acceptances == (inspected,)


def test_a_number_of_a_former_parcel_means_another_one(county, month):
    """Divided and put together again here; in the working file divided at another place."""
    (whole,) = county.book.parcels_of(month[0])
    halves = divide(county.book, month[0], 0.5)
    county.record(events.patch_divided(month[0], [whole], halves))
    path = split(county, month[:1])
    with open_casebook(path, "甲") as work:
        theirs = divide(work, month[0], 0.3)
    bring_back(county, path)
    assert county.book.parcels_of(month[0]) == theirs


def test_what_a_power_cut_has_left_is_in_nobodys_way(county, month):
    (county.folder / "台账_甲.gpkg.part").write_bytes(b"half of it")
    with open_casebook(split(county, month[:1]), "甲") as work:
        assert work.verify() == ()
