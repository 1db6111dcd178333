"""City returns one, county corrects it, city passes it: through the dock and the windows."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QApplication

from tuban.core.errors import ReviewRefused
from tuban.core.exchange import signing
from tuban.core.exchange.sharing import split_work
from tuban.core.exchange.signing import Signature
from tuban.core.exchange.threeway import Choice
from tuban.core.model import VerdictLevel
from tuban.core.oversight.progress import Counts
from tuban.core.plan import load_plan
from tuban.core.rounds import AnswerKind, Office, Outcome
from tuban.core.submission import write_package
from tuban.dialogs.review.feedback_dialog import FeedbackDialog
from tuban.dialogs.review.forms import ReturnForm
from tuban.dialogs.review.keys_dialog import KEY_DIGITS, KeysDialog
from tuban.dialogs.review.progress_dialog import ProgressDialog
from tuban.dialogs.review.queue_dialog import QueueDialog
from tuban.dialogs.review.read_dialog import ReadDialog
from tuban.dialogs.review.sample_dialog import SampleDialog
from tuban.dialogs.review.signs_dialog import SignsDialog
from tuban.dialogs.review.split_dialog import SplitDialog
from tuban.maps.imagery.services import OfficeKeys
from tuban.maps.signing import signer_of
from tuban.maps.words import tr

_SPEC = importlib.util.spec_from_file_location(
    "exchange_places", Path(__file__).parents[1] / "core" / "exchange" / "conftest.py"
)
places = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(places)
MONTH, PLAN = "2023-04", load_plan("liaocheng-2023")
LONG_MS = 30_000


@pytest.fixture
def county(tmp_path):
    place = places.Place(tmp_path, "371521", "虚构甲县", index=1)
    yield place
    place.book.close()


@pytest.fixture
def city_file(tmp_path):
    place = places.Place(tmp_path, "371500", "虚构市", Office.CITY)
    place.book.close()
    return place.book.path


def waited(qtbot, form):
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=LONG_MS)
    return form


def read(desk, qtbot, path) -> ReadDialog:
    form = desk.menu.review.open(ReadDialog)
    form.read(path)
    waited(qtbot, form)
    assert form.merge_button.isEnabled()
    form.merge()
    waited(qtbot, form)
    assert form.merged is not None
    form.close()
    return form


def feedback(desk, qtbot, folder):
    form = desk.menu.review.open(FeedbackDialog)
    form.write(folder)
    waited(qtbot, form)
    form.close()
    return form.written.package


def press(desk, qtbot, key) -> None:
    desk.window.activateWindow()
    view = desk.dock.list.view
    view.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view, timeout=20_000)
    qtbot.keyClick(view, key)


def test_returned_corrected_passed(desk, qtbot, county, city_file, tmp_path):
    first, second = (f"{number}_1" for number in county.issue(MONTH, 2))
    strip = desk.dock.reviewing
    package = county.submit(MONTH)
    county.book.close()
    # The city reads the package and goes through it with keys.
    desk.session.open(city_file)
    assert not strip.isVisible()
    read(desk, qtbot, package)
    desk.session.show(first)
    assert strip.isVisible() and "illegal" in strip.verdicts.full.lower()
    # What is the county's to say cannot be said here; the header counts the city's own work.
    assert not desk.dock.proposing.accept_button.isVisible()
    with pytest.raises(ReviewRefused):
        desk.session.answer_flags({})
    header = desk.dock.header
    assert "<b>2</b> to review of 2" in header._left.text()
    assert header._days.text().startswith("2023-04-")
    assert strip.buttons["pass"].isEnabled() and not strip.buttons["override"].isEnabled()
    assert not strip.buttons["correct"].isVisible()
    press(desk, qtbot, Qt.Key.Key_U)
    form = strip.findChildren(ReturnForm)[-1]
    form.record()
    assert form.refused.text() and form.isVisible()  # a return needs a reason
    form.reasons.tick("verdict_wrong")
    form.words.setPlainText("应为设施农业用地")
    form.record()
    assert desk.session.number == second  # the next that waits
    press(desk, qtbot, Qt.Key.Key_Y)
    assert outcomes(desk, first, second) == [Outcome.RETURNED, Outcome.PASSED]
    assert "<b>0</b> to review of 2" in header._left.text()
    assert [count for _colour, count in header._bar._segments] == [1, 1]
    assert "(final)" in strip.verdicts.full
    sent = feedback(desk, qtbot, tmp_path)
    # The county reads it: what is returned comes first, with the reason.
    desk.session.open(county.book.path)
    read(desk, qtbot, sent)
    assert "All handed up" in header._days.text()  # and so not overdue, though the day is past
    queue = waited(qtbot, desk.menu.review.open(QueueDialog))
    assert queue.list.topLevelItemCount() == 1
    queue.list.itemActivated.emit(queue.list.topLevelItem(0), 0)
    assert desk.session.number == first
    assert "应为设施农业用地" in strip.why.text()
    assert strip.buttons["correct"].isVisible() and not strip.buttons["pass"].isVisible()
    desk.session.judge("illegal", "while_applying", "已改正")
    strip.corrected()
    assert desk.session.book.dossier(first).rounds.answers[0].kind is AnswerKind.CORRECTED
    book = desk.session.book
    again = write_package(book, PLAN, MONTH, county.out, str, today=desk.session.today).path
    # The city passes the second round.
    desk.session.open(city_file)
    read(desk, qtbot, again)
    desk.session.show(first)
    assert "2" in strip.state.full
    strip.pass_it()
    dossier = desk.session.book.dossier(first)
    assert dossier.verdicts[VerdictLevel.FINAL].subcategory == "while_applying"
    assert desk.session.book.verify() == ()
    desk.session.undo()
    dossier = desk.session.book.dossier(first)
    assert VerdictLevel.FINAL not in dossier.verdicts and len(dossier.rounds.reviews) == 1


def outcomes(desk, *numbers):
    return [desk.session.book.dossier(one).rounds.reviews[-1].outcome for one in numbers]


def test_both_sides_changed_the_same(desk, qtbot, county, tmp_path):
    """A parcel judged in the casebook and in a working file: it has to be chosen."""
    parcel = f"{county.issue(MONTH, 1)[0]}_1"
    file = tmp_path / "台账_甲.gpkg"
    split_work(county.book, PLAN, "甲", [parcel[:-2]], file)
    county.judge(parcel, "legal", reason="这里改的")
    county.book.close()
    desk.session.open(file)
    desk.session.show(parcel)
    desk.session.judge("unchanged", "", "那里改的")
    desk.session.open(county.book.path)
    form = desk.menu.review.open(ReadDialog)
    form.read(file)
    waited(qtbot, form)
    assert len(form.shown.clashes) == 2 and not form.merge_button.isEnabled()
    form.tree.choose_all(Choice.THEIRS)
    form.merge()
    waited(qtbot, form)
    assert desk.session.book.dossier(parcel).county_verdict.reason == "那里改的"
    assert desk.session.book.verify() == ()


def test_the_county_cannot_be_judged_in_the_citys_casebook(desk, qtbot, county, city_file):
    (number,) = county.issue(MONTH, 1)
    desk.session.open(city_file)
    read(desk, qtbot, county.submit(MONTH))
    desk.session.show(f"{number}_1")
    before = desk.session.book.head()
    press(desk, qtbot, Qt.Key.Key_1)
    assert desk.session.book.head() == before


def test_the_citys_own_verdict_stands_beside_the_countys(desk, qtbot, county, city_file):
    (number,) = county.issue(MONTH, 1)
    desk.session.open(city_file)
    read(desk, qtbot, county.submit(MONTH))
    strip = desk.dock.reviewing
    desk.session.show(f"{number}_1")
    form = strip.open_return()
    form.reasons.tick("reason_thin")
    form.record()
    form = strip.open_override()
    form.category.setCurrentIndex(form.category.findData("legal"))
    form.words.setPlainText("无正当理由拒不修改")
    form.record()
    verdicts = desk.session.dossier.verdicts
    assert {level: one.category for level, one in verdicts.items()} == {
        VerdictLevel.COUNTY: "illegal",
        VerdictLevel.CITY: "legal",
        VerdictLevel.FINAL: "legal",
    }
    assert strip.verdicts.full.startswith("City verdict (final): Legal")


def test_progress_samples_signs_and_shares(desk, qtbot, county, city_file, tmp_path):
    county.issue(MONTH, 2)
    desk.session.open(city_file)
    read(desk, qtbot, county.submit(MONTH))
    progress = waited(qtbot, desk.menu.review.open(ProgressDialog))
    assert progress.counts["371521"].issued == 2
    assert progress.counts["371521"].submitted == 0  # it was read later than that day
    now = date.today()
    progress.day.setDate(QDate(now.year, now.month, now.day))
    waited(qtbot, progress)
    assert progress.counts["371521"].submitted == 2
    progress.copy_notice()
    said = QApplication.clipboard().text()
    assert said.startswith("2023年4月卫片执法图斑") and "虚构市" in said
    progress.save(tmp_path / "进度.xlsx")
    waited(qtbot, progress)
    assert (tmp_path / "进度.xlsx").is_file()
    sample = desk.menu.review.open(SampleDialog)
    sample.draw()
    waited(qtbot, sample).draw()
    waited(qtbot, sample)
    (one, _), (other, _) = sample._samples
    assert one.new["drawn"] == other.new["drawn"]
    signs = waited(qtbot, desk.menu.review.open(SignsDialog))
    assert signs.list.topLevelItemCount() == len(signs.found)


def test_a_county_sees_its_towns_a_city_the_codes_that_its_plan_does_not_list(
    desk, qtbot, county, city_file
):
    county.issue(MONTH, 3)
    county.book.close()
    desk.session.open(county.book.path)
    form = waited(qtbot, desk.menu.review.open(ProgressDialog))
    assert form.units.headerItem().text(0) == form.due.headerItem().text(1) == tr("Township")
    assert set(form.counts) == {"371521/虚构镇"}
    assert form.units.topLevelItem(0).text(0) == "虚构镇"
    form.reject()
    desk.session.open(city_file)
    form = waited(qtbot, desk.menu.review.open(ProgressDialog))
    form.month, form.counts, form.names = MONTH, {"379901": Counts(1)}, {"379901": "虚构东县"}
    form._show_units()
    called = tr("{name} ({code}, not in the plan)").format(name="虚构东县", code="379901")
    assert form.units.topLevelItem(0).text(0) == called


def test_a_month_is_shared_out_and_comes_back(desk, qtbot, county, tmp_path):
    numbers = county.issue(MONTH, 3)
    county.book.close()
    desk.session.open(county.book.path)
    form = desk.menu.review.open(SplitDialog)
    form.names.setText("甲，乙")
    assert form.list.topLevelItemCount() == 2
    form.write(tmp_path)
    waited(qtbot, form)
    files = sorted(tmp_path.glob("台账_*.gpkg"))
    assert len(files) == 2
    desk.session.open(files[0])
    mine = desk.session.rows[0].parcel_number
    assert mine.rpartition("_")[0] in numbers
    desk.session.show(mine)
    desk.session.judge("legal", "", "分工所改")
    desk.session.open(county.book.path)
    read(desk, qtbot, files[0])
    assert desk.session.book.dossier(mine).county_verdict.reason == "分工所改"


@pytest.fixture
def store(qgis_app, tmp_path):
    """QGIS's authentication store, unlocked; its file is the test's own profile's."""
    manager = QgsApplication.authManager()
    if not manager.masterPasswordIsSet():
        assert manager.setMasterPassword("only for tests", True)
    return manager


@pytest.mark.skipif(not signing.is_available(), reason="the library cryptography is missing")
def test_what_is_handed_up_is_signed_and_checked(desk, qtbot, county, city_file, store):
    form = desk.menu.review.open(KeysDialog)
    form.make()
    public = form.own.text()
    assert len(public) == KEY_DIGITS
    secret = OfficeKeys(desk.work.settings).read("signature")
    assert secret and secret != public
    county.issue(MONTH, 1)
    package = county.submit(MONTH, sign=signer_of(desk.work.settings))
    assert secret.encode() not in county.book.path.read_bytes() + package.read_bytes()
    desk.session.open(city_file)
    said = read(desk, qtbot, package).shown.findings
    assert Signature.UNKNOWN_KEY.label in [one.message for one in said]
    desk.work.settings.public_keys = {"371521": public}
    form = desk.menu.review.open(ReadDialog)
    form.read(package)
    waited(qtbot, form)
    assert Signature.VALID.label in [one.message for one in form.shown.findings]
    desk.work.settings.public_keys = {}
