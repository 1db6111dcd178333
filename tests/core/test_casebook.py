"""The record: one event, one transaction; replay proves it; nothing is lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

pytest.importorskip("osgeo")

from osgeo import ogr

from tuban.core.casebook import create_casebook, events, migrations, open_casebook
from tuban.core.casebook.engine import is_one_sqlite, open_engine
from tuban.core.errors import (
    Cancelled,
    CasebookConflict,
    CasebookDamaged,
    CasebookError,
    CasebookReadOnly,
    CasebookTooNew,
    OutputError,
    UnreadableFile,
)
from tuban.core.geometry import digest, wkb_from_multipolygon
from tuban.core.model import (
    Answer,
    Parcel,
    Patch,
    PatchKind,
    Photo,
    Source,
    Verdict,
    VerdictLevel,
)
from tuban.core.plan import load_plan
from tuban.core.progress import Silent

PLAN = load_plan("liaocheng-2023")
MONTH = "2023-04"
SOURCE = Source("ab" * 32, "图斑.zip", "图斑", "EPSG:4527", "GBK", "mu", 2)


def square(index: int) -> bytes:
    import numpy as np

    west, south = 115.2 + (index % 200) * 0.002, 36.4 + (index // 200) * 0.002
    ring = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]) * 0.001 + (west, south)
    return wkb_from_multipolygon([[ring]])


def patch(index: int) -> Patch:
    wkb = square(index)
    return Patch(
        number=f"3799010400{index:04d}",
        kind=PatchKind.LAND,
        month=MONTH,
        county_code="379901",
        county_name="虚构县",
        patch_class="其他变化类",
        change_type="0503",
        before_date="2023-02-15",
        after_date=None,
        issued_area="1.5",
        issued_area_unit="mu",
        area_m2=Decimal("9933.10"),
        remark="带'引号'的\"备注\"",
        geometry=wkb,
        geometry_sha256=digest(wkb),
        source_sha256=SOURCE.sha256,
        source_row=index + 1,
        issued={"JCBH": f"3799010400{index:04d}", "BZ": "带'引号'的\"备注\""},
    )


def parcel(of: Patch) -> Parcel:
    return Parcel(of.number + "_1", of.number, of.area_m2, of.geometry, of.geometry_sha256)


def month_of(count: int) -> list:
    patches = [patch(index) for index in range(count)]
    return [
        events.source_imported(SOURCE),
        *(events.patch_issued(one) for one in patches),
        *(events.parcel_divided(parcel(one)) for one in patches),
    ]


def verdict(number: str, category: str = "legal", reason: str = "有批文") -> Verdict:
    return Verdict(number, VerdictLevel.COUNTY, category, "", reason, PLAN.id, PLAN.sha256)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "台账 '目录' & \"引号\""
    folder.mkdir()
    return folder / "台账 #1.gpkg"


@pytest.fixture
def book(path: Path):
    with create_casebook(path, PLAN, "379901", "虚构县", "甲") as made:
        made.record(month_of(3))
        yield made


def test_a_month_comes_back_as_it_was_recorded(book):
    assert book.months() == [MONTH]
    assert book.patches(MONTH) == [patch(index) for index in range(3)]
    assert book.parcels(MONTH, PatchKind.LAND) == [parcel(patch(index)) for index in range(3)]
    assert book.patches(MONTH, PatchKind.MINERAL) == []
    assert book.sources() == [SOURCE]
    assert (book.plan_id, book.county_code, book.county_name) == (PLAN.id, "379901", "虚构县")
    assert [row.parcel_number for row in book.rows(MONTH)] == [
        f"3799010400{index:04d}_1" for index in range(3)
    ]
    assert book.verify() == ()


def test_any_gis_reads_features_with_a_spatial_index(book, path):
    book.close()
    assert sorted(os.listdir(path.parent)) == [path.name, path.name + ".lock"]
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayerByName("parcels")
    assert layer.GetFeatureCount() == 3
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "4490"
    layer.SetSpatialFilterRect(115.2015, 36.39, 115.2035, 36.41)
    found = [feature["number"] for feature in layer]
    assert found == ["37990104000001_1"]
    left, right, _, _ = layer.GetExtent()
    assert (round(left, 4), round(right, 3)) == (115.2, 115.205)


def test_a_verdict_is_durable_and_named_in_the_journal(book, path):
    number = "37990104000001_1"
    book.record([events.verdict_given(verdict(number), None)])
    other = sqlite3.connect(path)
    assert other.execute("SELECT category FROM parcels WHERE number = ?", (number,)).fetchone() == (
        "legal",
    )
    newest = book.history(number, 1)[0]
    assert (newest.who, newest.kind, newest.old) == ("甲", "verdict.county", None)
    assert newest.new["reason"] == "有批文"
    assert book.dossier(number).county_verdict == verdict(number)


def test_levels_stand_side_by_side(book):
    number = "37990104000001_1"
    city = Verdict(number, VerdictLevel.CITY, "illegal", "", "市级", PLAN.id, PLAN.sha256)
    book.record([events.verdict_given(verdict(number), None)])
    book.record([events.verdict_given(city, None)])
    assert set(book.dossier(number).verdicts) == {VerdictLevel.COUNTY, VerdictLevel.CITY}
    assert book.rows(MONTH)[1].category == "legal"


def test_what_somebody_else_changed_is_not_overwritten(book):
    number = "37990104000001_1"
    book.record([events.verdict_given(verdict(number), None)])
    with pytest.raises(CasebookConflict, match=number):
        book.record([events.verdict_given(verdict(number, "illegal"), None)])
    assert book.dossier(number).county_verdict.category == "legal"


def test_nothing_of_a_failed_record_stays(book):
    head = book.head()
    good = events.verdict_given(verdict("37990104000000_1"), None)
    bad = events.verdict_given(verdict("37990104000001_1"), verdict("37990104000001_1"))
    with pytest.raises(CasebookConflict):
        book.record([good, bad])
    assert book.head() == head
    assert book.dossier("37990104000000_1").county_verdict is None


def test_cancelling_an_import_leaves_nothing(path):
    class AfterTwo(Silent):
        asked = 0

        def is_cancelled(self):
            self.asked += 1
            return self.asked > 2

    with create_casebook(path, PLAN, "379901", "虚构县", "甲") as book:
        with pytest.raises(Cancelled):
            book.record(month_of(3000), AfterTwo())
        assert book.patches() == []
        assert book.head().seq == 1
        assert book.verify() == ()


def test_undo_is_an_entry_of_its_own(book):
    number = "37990104000001_1"
    book.record([events.verdict_given(verdict(number), None)])
    book.record([events.verdict_given(verdict(number, "illegal"), verdict(number))])
    last = book.last_undoable()
    undone = book.undo(last.seq)
    assert undone.undoes == last.seq
    assert book.dossier(number).county_verdict.category == "legal"
    book.undo(book.last_undoable().seq)
    assert book.dossier(number).county_verdict is None
    assert book.last_undoable() is None
    assert book.verify() == ()


def test_undo_takes_back_what_a_person_decided(book):
    number = "37990104000001_1"
    book.record([events.verdict_given(verdict(number), None)])
    book.record(
        [events.photo_attached(Photo(number, "1.jpg", "cd" * 32, 1, None, None, None, None))]
    )
    assert book.undo(book.last_undoable().seq).kind == "verdict.county"
    assert len(book.dossier(number).photos) == 1


def test_undo_of_what_changed_since_is_refused(book):
    number = "37990104000001_1"
    first = book.record([events.verdict_given(verdict(number), None)])[0]
    book.record([events.verdict_given(verdict(number, "illegal"), verdict(number))])
    with pytest.raises(CasebookConflict):
        book.undo(first.seq)


def test_issued_facts_cannot_be_undone(book):
    with pytest.raises(CasebookError):
        book.undo(3)


def test_flags_and_photos_come_back(book):
    number = "37990104000001_1"
    answers = {"SFDPF": Answer.NO, "SFWHZJ": Answer.NOT_APPLICABLE}
    photo = Photo(number, "照片/1.jpg", "cd" * 32, 1234, None, 115.2, 36.4, 123.4)
    book.record([events.flags_answered(number, answers, {}), events.photo_attached(photo)])
    found = book.dossier(number)
    assert found.flags == answers
    assert found.photos == (photo,)
    assert book.rows(MONTH)[1].photo_count == 1
    book.record([events.flags_answered(number, {}, answers)])
    assert book.dossier(number).flags == {}
    assert book.verify() == ()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE parcels SET category = 'illegal' WHERE number = '37990104000001_1'",
        "UPDATE journal SET new = replace(new, '其他变化类', '其他新增建设类') WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "UPDATE journal SET who = '乙' WHERE seq = 8",
        "DELETE FROM patches WHERE number = '37990104000001'",
        "UPDATE patches SET area_m2 = 1 WHERE number = '37990104000001'",
        "UPDATE parcels SET geom = (SELECT geom FROM parcels WHERE number = '37990104000000_1')",
        "INSERT INTO flags VALUES ('37990104000001_1', 'SFDPF', 'no')",
    ],
)
def test_verify_sees_what_was_changed_behind_its_back(book, path, damage):
    book.close()
    from tuban.core.casebook.geopackage import add_functions

    connection = sqlite3.connect(path)
    add_functions(connection)
    connection.execute(damage)
    connection.commit()
    connection.close()
    with open_casebook(path, "甲") as opened:
        assert opened.verify()


SECOND_WINDOW = """
import sys
sys.path.insert(0, {tests!r})
import conftest
from pathlib import Path
from tuban.core.casebook import events, open_casebook
from tuban.core.errors import CasebookReadOnly
with open_casebook(Path(sys.argv[1]), "乙") as book:
    print(book.writable, book.holder.who, book.holder.process_id, len(book.patches()))
    try:
        book.record([events.submission_exported("2023-04", "a.zip", "ab")])
    except CasebookReadOnly as error:
        print(error)
"""


def test_the_second_window_reads_and_is_told_who_writes(book, path):
    script = SECOND_WINDOW.format(tests=str(Path(__file__).parents[1]))
    command = [sys.executable, "-c", script, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    facts, refusal = done.stdout.splitlines()
    assert facts == f"False 甲 {os.getpid()} 3"
    assert "甲" in refusal
    assert path.name in refusal
    book.record([events.verdict_given(verdict("37990104000001_1"), None)])


def test_a_link_to_a_casebook_is_the_same_casebook(book, path):
    link = path.with_name("快捷 link.gpkg")
    link.symlink_to(path)
    script = SECOND_WINDOW.format(tests=str(Path(__file__).parents[1]))
    command = [sys.executable, "-c", script, str(link)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.startswith(f"False 甲 {os.getpid()} 3")


def test_a_name_left_behind_in_the_lock_file_is_no_holder(book, path):
    lock = path.with_name(path.name + ".lock")
    left = lock.read_text(encoding="utf-8")
    with open_casebook(path, "乙", read_only=True) as second:
        assert second.holder.who == "甲"
        book.close()
        lock.write_text(left, encoding="utf-8")  # as a killed process leaves it
        assert second.holder is None
        with pytest.raises(CasebookReadOnly, match="open for reading only"):
            second.record([events.verdict_given(verdict("37990104000001_1"), None)])


@pytest.mark.parametrize("left_behind", ["nothing", "lock file", "killed writer"])
def test_in_a_folder_that_cannot_be_written_it_can_be_read(
    book, path, tmp_path, unwritable, left_behind
):
    number = "37990104000001_1"
    book.record([events.verdict_given(verdict(number), None)])
    seq = book.head().seq
    if left_behind != "killed writer":
        book.close()
    if left_behind == "nothing":
        path.with_name(path.name + ".lock").unlink()
    folder = tmp_path / "光盘"
    shutil.copytree(path.parent, folder)
    with unwritable(folder):
        with open_casebook(folder / path.name, "乙") as opened:
            assert (opened.writable, opened.holder) == (False, None)
            assert opened.head().seq == seq
            assert opened.dossier(number).county_verdict == verdict(number)
            assert opened.verify() == ()
            with pytest.raises(CasebookReadOnly):
                opened.record([events.submission_exported(MONTH, "a.zip", "ab")])
        with pytest.raises(OutputError):
            create_casebook(folder / "新.gpkg", PLAN, "379901", "虚构县", "甲")


def test_a_copy_of_the_file_alone_made_while_it_is_open_has_everything(book, path, tmp_path):
    book.record([events.verdict_given(verdict("37990104000001_1"), None)])
    copy = shutil.copy(path, tmp_path / "副本.gpkg")
    with open_casebook(Path(copy), "乙") as opened:
        assert opened.writable
        assert opened.head() == book.head()
        assert opened.verify() == ()


def test_dock_and_toolbox_of_one_program_write_in_turn(book, path):
    with open_casebook(path, "乙") as second:
        assert second.writable
        assert second.holder is None
        second.record([events.verdict_given(verdict("37990104000001_1"), None)])
        book.record([events.verdict_given(verdict("37990104000002_1"), None)])
        with pytest.raises(CasebookConflict):
            book.record([events.verdict_given(verdict("37990104000001_1", "illegal"), None)])
    book.record([events.verdict_given(verdict("37990104000000_1"), None)])
    assert [entry.who for entry in book.history("37990104000001_1", 1)] == ["乙"]
    book.close()
    assert not book.writable
    with pytest.raises(CasebookReadOnly):
        book.record([events.verdict_given(verdict("37990104000000_1"), None)])


def test_a_writer_that_slipped_past_the_lock_is_noticed(book, path, monkeypatch):
    (path.parent / (path.name + ".lock")).unlink()
    monkeypatch.setattr("tuban.core.casebook.writer._open", {})
    with open_casebook(path, "乙") as second:
        assert second.writable
        second.record([events.verdict_given(verdict("37990104000001_1"), None)])
        with pytest.raises(CasebookConflict):
            book.record([events.verdict_given(verdict("37990104000002_1"), None)])
    monkeypatch.undo()


def test_an_existing_file_is_not_overwritten(book, path):
    with pytest.raises(OutputError):
        create_casebook(path, PLAN, "379901", "虚构县", "甲")


def test_what_is_not_a_casebook_is_refused(tmp_path):
    with pytest.raises(UnreadableFile):
        open_casebook(tmp_path / "没有.gpkg", "甲")
    (tmp_path / "文本.gpkg").write_text("不是数据库" * 100, encoding="utf-8")
    with pytest.raises(CasebookDamaged, match=r"文本\.gpkg is not a casebook\.$"):
        open_casebook(tmp_path / "文本.gpkg", "甲")
    ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "别的.gpkg")).CreateLayer("x")
    before = (tmp_path / "别的.gpkg").read_bytes()
    with pytest.raises(CasebookDamaged):
        open_casebook(tmp_path / "别的.gpkg", "甲")
    assert (tmp_path / "别的.gpkg").read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["别的.gpkg", "文本.gpkg"]


@pytest.mark.usefixtures("gdal_raises")
def test_a_folder_that_does_not_exist_is_told(tmp_path):
    with pytest.raises(OutputError):
        create_casebook(tmp_path / "没有" / "台账.gpkg", PLAN, "379901", "虚构县", "甲")


def test_older_casebooks_are_migrated_and_newer_ones_refused(book, path, monkeypatch):
    book.close()

    def add_column(connection) -> None:
        connection.exec_driver_sql("ALTER TABLE photos ADD COLUMN taker TEXT")

    today = migrations.SCHEMA_VERSION
    monkeypatch.setattr("tuban.core.casebook.migrations.MIGRATIONS", {today: add_column})
    for module in ("migrations", "opening"):
        monkeypatch.setattr(f"tuban.core.casebook.{module}.SCHEMA_VERSION", today + 1)
    with open_casebook(path, "甲") as opened:
        assert len(opened.patches()) == 3
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT version FROM tuban_schema").fetchone() == (today + 1,)
    assert "taker" in {row[1] for row in connection.execute("PRAGMA table_info(photos)")}
    monkeypatch.undo()
    with pytest.raises(CasebookTooNew):
        open_casebook(path, "甲")


def test_gdal_and_python_use_one_sqlite_here():
    assert is_one_sqlite()


def test_sqlite_waits_for_the_disk(path):
    """A power cut cannot be tried here; that every commit is flushed can be asked."""
    create_casebook(path, PLAN, "379901", "虚构县", "甲").close()
    engine = open_engine(path, read_only=False)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() >= 2
    engine.dispose()


KILLED_IN_A_CHANGE = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE journal SET who = 'half' || hex(zeroblob(3000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def half_changed(book, path):
    """As a kill leaves it on a network share, or while the log is folded in."""
    head = book.head()
    book.close()
    subprocess.run([sys.executable, "-c", KILLED_IN_A_CHANGE, str(path)])
    assert path.with_name(path.name + "-journal").stat().st_size
    assert b"half" in path.read_bytes()
    return head


@pytest.mark.parametrize("read_only", [False, True])
def test_a_half_change_is_taken_back_by_whoever_opens(half_changed, path, read_only):
    with open_casebook(path, "乙", read_only=read_only) as opened:
        assert opened.head() == half_changed
        assert opened.verify() == ()


def test_a_half_change_is_never_shown_where_it_cannot_be_taken_back(half_changed, path, unwritable):
    with unwritable(path.parent), pytest.raises(CasebookReadOnly, match="middle of a change"):
        open_casebook(path, "乙")
    with open_casebook(path, "乙") as opened:
        assert opened.verify() == ()


def test_a_full_disk_is_told_and_loses_nothing(small_disk):
    with create_casebook(small_disk(2048) / "台账.gpkg", PLAN, "379901", "虚构县", "甲") as book:
        book.record(month_of(20))
        head = book.head()
        with pytest.raises(OutputError, match="full"):
            many = [patch(index) for index in range(20, 5000)]
            book.record([events.patch_issued(one) for one in many])
        assert book.head() == head
        assert len(book.patches()) == 20
        assert book.verify() == ()


def test_a_clock_that_goes_back_changes_no_order(book, monkeypatch):
    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(1999, 12, 31, tzinfo=tz)

    number = "37990104000001_1"
    book.record([events.verdict_given(verdict(number), None)])
    monkeypatch.setattr("tuban.core.casebook.recording.datetime", Earlier)
    book.record([events.verdict_given(verdict(number, "illegal"), verdict(number))])
    newest, before = book.history(number, 2)
    assert newest.at < before.at
    assert book.head().seq == newest.seq
    assert book.undo(book.last_undoable().seq).undoes == newest.seq
    assert book.dossier(number).county_verdict == verdict(number)
    assert book.verify() == ()


def test_killed_while_importing_all_of_it_is_there_or_nothing(path):
    create_casebook(path, PLAN, "379901", "虚构县", "甲").close()
    changes = month_of(1500)
    chosen = random.Random(20230423)
    seen = set()
    for delay in [0.0, *(chosen.random() * 0.5 for _ in range(11))]:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _import_once(path, changes, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as answers:
            answers.read(1)
            time.sleep(delay)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            acknowledged = answers.read() == b"!"
        with open_casebook(path, "甲") as opened:
            count = len(opened.parcels())
            assert (opened.writable, opened.verify()) == (True, ())
        assert count in ((1500,) if acknowledged else (0, 1500))
        seen.add(count)
        if count:
            path.unlink()
            create_casebook(path, PLAN, "379901", "虚构县", "甲").close()
    assert 0 in seen


def _import_once(path: Path, changes: list, writer: int) -> None:
    with open_casebook(path, "甲") as book:
        os.write(writer, b"+")
        book.record(changes)
        os.write(writer, b"!")
    os._exit(0)


def test_killed_at_any_instant_it_opens_with_every_acknowledged_event(book, path):
    book.close()
    chosen = random.Random(20230422)
    acknowledged = 0
    longest_s = 4 * min(_time_to_record_once(path) for _ in range(5))
    for _ in range(80):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _record_forever(path, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as answers:
            answers.read(1)
            delay = chosen.random()
            time.sleep(delay * longest_s)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            lines = answers.read().decode().split("\n")[:-1]
        if delay > 0.5 and not any(lines):
            longest_s *= 1.5  # the machine has got more to do since the time was taken
        acknowledged = max([acknowledged, *(int(line) for line in lines if line)])
        with open_casebook(path, "乙", read_only=True) as opened:
            kept = opened.head().seq
        assert kept >= acknowledged
    with open_casebook(path, "甲") as opened:
        assert opened.writable
        assert opened.head().seq >= acknowledged > 20
        assert opened.verify() == ()


def _time_to_record_once(path: Path) -> float:
    """How long the work takes here, so that the kills fall into all of it on any machine."""
    began = time.perf_counter()
    with open_casebook(path, "甲") as book:
        old = book.dossier("37990104000001_1").county_verdict
        said = "illegal" if old and old.category == "legal" else "legal"
        book.record([events.verdict_given(verdict("37990104000001_1", said), old)])
    return time.perf_counter() - began


def _record_forever(path: Path, writer: int) -> None:
    """Opens and closes again and again, since a kill may also hit these."""
    number = "37990104000001_1"
    os.write(writer, b"+")
    while True:
        with open_casebook(path, "甲") as book:
            for _ in range(3):
                old = book.dossier(number).county_verdict
                new = verdict(number, "illegal" if old and old.category == "legal" else "legal")
                done = book.record([events.verdict_given(new, old)])
                os.write(writer, f"{done[-1].seq}\n".encode())
