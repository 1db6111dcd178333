"""Every state of the dock that a person can come into: how to get there, and back.

Each state is a function with one ``yield``: before it the steps that lead there, after it those
that put back what would show in the next picture. It may yield a generator of milliseconds to
wait for. They go through one month in order, as people do; what is recorded stays.
"""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Callable, Dict, Iterator

import pictures
import qgis.utils
from qgis.core import QgsProject, QgsProjectBadLayerHandler, QgsRasterLayer
from qgis.PyQt.QtWidgets import QApplication, QToolButton

from tuban.core.casebook import saying
from tuban.core.exchange.merging import preview
from tuban.core.geometry import box, multipolygon_from_wkb
from tuban.core.oversight import EVERYTHING, Filter, Queue, Trait
from tuban.core.receiving import merge_incoming, open_incoming, write_feedback
from tuban.core.rounds import AnswerKind, Outcome
from tuban.core.submission import write_package
from tuban.dialogs.desk.cheat_sheet import CheatSheet
from tuban.maps.imagery.epochs import confirm, epoch_of, pictures_of
from tuban.maps.rectifying import Asked, Looked, Seen, accept, inspect_and_apply
from tuban.maps.reviewing import answer, own_verdict, review

RUN = Path(os.environ["TUBAN_RUN"])
DAYS = {"days_left": date(2023, 4, 17), "hurry": date(2023, 4, 20), "overdue": date(2023, 4, 25)}
WHY = "供地红线与现场边界不一致，须会同自然资源所再到现场核实"
COMMENT = "业主称手续在办，4月20日前补交批复文件；已电话告知虚构镇国土所"
RETURNED = "供地文件晚于占地时间，应按未批先用判定；请补充建设单位说明和现场照片。"
KEPT = "用地批复早于前时相，见批复文件。"
DECIDED = "占地时尚未批准，无正当理由拒不改正。"
SHIFTED = "type=xyz&zmin=3&zmax=18&url=https://webst01.is.autonavi.com/%7Bz%7D/%7Bx%7D/%7By%7D.jpg"


class Place:
    """The desk, its casebooks, and the ways that several states share."""

    def __init__(self, desk) -> None:
        self.desk, self.dock, self.session = desk, desk.dock, desk.session
        self.working = desk.session.book.path
        self.handed = RUN / "handed" / self.working.name
        self.city = RUN / "city" / self.working.name
        self.package = next((RUN / "handed").glob("*.zip"))
        self.day(DAYS["days_left"])

    def day(self, day: date) -> None:
        """From now on it is this day."""
        self.session._today = lambda: day
        self.session.reload()

    def at(self, wanted: Callable[[object], bool]) -> None:
        """Go to the first parcel of which something is so."""
        row = next(row for row in self.session.rows if wanted(row))
        self.session.show(row.parcel_number)

    def walk(self, is_there: Callable[[], bool]) -> None:
        """Go from parcel to parcel until one is there."""
        for row in self.session.rows:
            self.session.show(row.parcel_number)
            if is_there():
                return
        raise RuntimeError("no such parcel")

    def receive(self, path: Path) -> None:
        """Read a package or feedback into the open casebook."""
        book, plan = self.session.book, self.session.plan
        merge_incoming(book, preview(book, open_incoming(book, plan, path)), {})
        self.session.reload()

    def feedback(self) -> Path:
        """The city's, on what it has reviewed until now."""
        book, unit = self.session.book, "379901"
        month = self.session.month
        return write_feedback(book, self.session.plan, unit, month, RUN / "city", str).package


# ---- before there is anything to judge


def no_casebook(place: Place) -> Iterator[None]:
    place.session.close()
    yield
    place.session.open(place.working)


def empty_casebook(place: Place) -> Iterator[None]:
    place.session.create(RUN / "空台账本.gpkg", "liaocheng-2023", "379902", "虚构乙县（演示）")
    yield
    place.session.open(place.working)


def empty_queue(place: Place) -> Iterator[None]:
    place.session.set_queue(Queue(filter=Filter(traits=(Trait.SECOND_LOOK,))))
    yield
    place.session.set_queue(EVERYTHING)


# ---- judging


def undecided(place: Place) -> Iterator[None]:
    place.at(lambda row: not row.category)
    yield


def legal(place: Place) -> Iterator[None]:
    place.at(lambda row: row.category == "legal")
    yield


def illegal(place: Place) -> Iterator[None]:
    place.at(lambda row: row.category == "illegal")
    yield


def flags_open(place: Place) -> Iterator[None]:
    place.walk(lambda: not place.session.dossier.county_verdict)
    place.session.judge("illegal", "", "")
    yield


def second_look(place: Place) -> Iterator[None]:
    session = place.session
    place.at(lambda row: row.category == "illegal")
    session.record(saying.second_look_wanted(session.dossier, WHY))
    place.dock._scroll.ensureWidgetVisible(place.dock.notes)
    yield


def comment(place: Place) -> Iterator[None]:
    place.session.record(saying.commented(place.session.dossier, COMMENT))
    place.dock._scroll.ensureWidgetVisible(place.dock.notes)
    yield
    place.dock._scroll.verticalScrollBar().setValue(0)


def evidence_missing(place: Place) -> Iterator[None]:
    proposing = place.dock.proposing
    place.walk(lambda: bool(proposing.proposal and proposing.proposal.missing))
    yield


def proposal_in_full(place: Place) -> Iterator[None]:
    """The same, scrolled to what the proposal rests on."""
    place.dock._scroll.ensureWidgetVisible(place.dock.proposing.notes, 0, 200)
    yield
    place.dock._scroll.verticalScrollBar().setValue(0)


def facts(place: Place) -> Iterator[None]:
    """The lower end of what is scrolled: figures and issued facts."""
    bar = place.dock._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield
    bar.setValue(0)


def military(place: Place) -> Iterator[None]:
    place.at(lambda row: row.category == "military")
    yield


def mineral(place: Place) -> Iterator[None]:
    place.session.show(place.session.rows[-1].parcel_number)
    yield


# ---- time


def hurry(place: Place) -> Iterator[None]:
    place.at(lambda row: not row.category)
    place.day(DAYS["hurry"])
    yield


def overdue(place: Place) -> Iterator[None]:
    place.day(DAYS["overdue"])
    yield
    place.day(DAYS["days_left"])


# ---- dividing, cases, putting right


def dividing(place: Place) -> Iterator[None]:
    """A line across the middle, its pieces on the map, nothing recorded."""
    place.at(lambda row: row.category == "illegal")
    place.dock.dividing.start_line()
    shape = place.session.dossier.parcel.geometry
    west, south, east, north = box(multipolygon_from_wkb(shape))
    middle, more = (west + east) / 2, (north - south) / 4
    place.dock.dividing._line_drawn([(middle, south - more), (middle, north + more)])
    yield


def divided(place: Place) -> Iterator[None]:
    place.dock.dividing.record()
    yield


def case_opened(place: Place) -> Iterator[None]:
    place.walk(lambda: bool(place.session.cases_here))
    bar = place.dock._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield
    bar.setValue(0)


def putting_right(place: Place) -> Iterator[None]:
    place.walk(lambda: bool(place.session.dossier.put_right.rectification))
    yield


# ---- somebody else writes, something is refused


def read_only(place: Place) -> Iterator[None]:
    place.session.close()
    # The lock holds between programs, not within one.
    command = [
        os.environ["TUBAN_PYTHON"],
        str(Path(__file__).with_name("hold.py")),
        str(place.working),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        place.session.open(place.working)
        place.at(lambda row: row.category == "illegal")
        yield
        place.session.close()
        other.stdin.close()
    place.session.open(place.working)


def busy(place: Place) -> Iterator[None]:
    release = place.session.hold("正在套合。")
    yield
    release()


def refused(place: Place) -> Iterator[None]:
    with place.desk.work.messages.guard():
        place.session.open(RUN / "data" / "说明.txt")
    yield
    place.desk.work.messages._bar.clearWidgets()


# ---- pictures


def blink(place: Place) -> Iterator[None]:
    place.at(lambda row: row.category == "illegal")
    place.desk.imagery.flip()
    yield
    place.desk.imagery.flip()


def swipe(place: Place) -> Iterator[None]:
    comparing = place.dock.comparing
    comparing.toggle_swipe()
    yield pictures.waited(lambda: comparing.swipe.curtain.picture is not None)
    comparing.toggle_swipe()


def more_pictures(place: Place) -> None:
    """Two epochs more, so that there are four: shown is what the others show."""
    there = {layer.name() for layer in pictures_of(QgsProject.instance())}
    for name, day in (("中期_20230320", "前时相_20230215"), ("最新_20230510", "后时相_20230408")):
        if name not in there:
            layer = QgsRasterLayer(str(RUN / "data" / "影像" / f"{day}.tif"), name, "gdal")
            QgsProject.instance().addMapLayer(layer)
            QgsProject.instance().layerTreeRoot().findLayer(layer).setItemVisibilityChecked(False)


def beside_two(place: Place) -> Iterator[None]:
    place.dock.comparing.show_beside()
    yield pictures.drawn()


def beside_four(place: Place) -> Iterator[None]:
    more_pictures(place)
    window = place.dock.comparing.show_beside()
    window.count.setMaximum(4)
    window.count.setValue(4)
    yield pictures.drawn()
    window.close()


def strip(place: Place) -> Iterator[None]:
    more_pictures(place)
    place.dock.comparing.strip.toggle()
    yield pictures.drawn()
    place.dock.comparing.strip.toggle()


def none_fits(place: Place) -> Iterator[None]:
    """All pictures are years older than the patch."""
    layers = pictures_of(QgsProject.instance())
    for at, layer in enumerate(layers):
        confirm(layer, "", date(2019 + at % 2, 3, 1))
    place.desk.imagery.take_again()
    yield
    for layer in layers:
        layer.removeCustomProperty("tuban/confirmed")
        layer.removeCustomProperty("tuban/date")
    place.desk.imagery.take_again()


def no_picture(place: Place) -> Iterator[None]:
    """There are pictures, but nothing tells of when they are."""
    names = {layer: layer.name() for layer in pictures_of(QgsProject.instance())}
    for at, layer in enumerate(names, start=1):
        layer.setName(f"影像{at}")
    place.desk.imagery.take_again()
    yield
    for layer, name in names.items():
        layer.setName(name)
    place.desk.imagery.take_again()


def shifted(place: Place) -> Iterator[None]:
    layer = QgsRasterLayer(SHIFTED, "在线影像_20230408", "wms")
    QgsProject.instance().addMapLayer(layer)
    place.desk.imagery.use(epoch_of(layer))
    yield
    QgsProject.instance().removeMapLayer(layer.id())


def picture_missing(place: Place) -> Iterator[None]:
    """The file of the picture after is no longer where the project has it."""
    picture = next((RUN / "data" / "影像").glob("后时相*.tif"))
    aside = picture.with_suffix(".away")
    picture.rename(aside)
    # QGIS's own handler asks in a window that nobody can answer.
    QgsProject.instance().setBadLayerHandler(QgsProjectBadLayerHandler())
    open_again()
    yield
    aside.rename(picture)
    open_again()


def open_again() -> None:
    """The project, by the window's own way, after which the map shows the parcel."""
    QgsProject.instance().setDirty(False)
    qgis.utils.iface.addProject(str(RUN / "demo.qgz"))


# ---- windows of the dock


def keys(place: Place) -> Iterator[None]:
    place.dock._show_keys()
    yield
    next(one for one in QApplication.topLevelWidgets() if isinstance(one, CheatSheet)).close()


def queue(place: Place) -> Iterator[None]:
    dialog = place.dock.list.queue.open_dialog()
    yield
    dialog.close()


def today(place: Place) -> Iterator[None]:
    shown = place.dock.steps.show_today()
    yield
    shown.close()


def photos(place: Place) -> Iterator[None]:
    place.at(lambda row: row.photo_count > 2)
    form = place.desk.menu.field.show_check()
    yield
    form.close()


def casebook_menu(place: Place) -> Iterator[None]:
    yield from under(place.dock.header._button)


def compare_menu(place: Place) -> Iterator[None]:
    yield from under(place.dock.comparing.button)


def order_menu(place: Place) -> Iterator[None]:
    yield from under(place.dock.list.queue.more)


def under(button: QToolButton) -> Iterator[None]:
    """A button's menu, opened without waiting for a choice."""
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    yield
    button.menu().close()


# ---- county and city


def handed_up(place: Place) -> Iterator[None]:
    """The county's month as it was handed up."""
    place.session.open(place.handed)
    place.day(DAYS["overdue"])
    place.at(lambda row: row.category == "illegal")
    yield


def city_waiting(place: Place) -> Iterator[None]:
    place.session.open(place.city)
    place.day(DAYS["overdue"])
    place.at(lambda row: row.category == "illegal")
    yield


def city_passed(place: Place) -> Iterator[None]:
    review(place.session, Outcome.PASSED)
    yield


def city_returning(place: Place) -> Iterator[None]:
    place.at(lambda row: row.category == "legal")
    form = place.dock.reviewing.open_return()
    form.reasons.tick("verdict_wrong")
    form.words.setPlainText(RETURNED)
    yield
    form.close()


def city_returned(place: Place) -> Iterator[None]:
    by = date(2023, 4, 28)
    review(place.session, Outcome.RETURNED, ["verdict_wrong", "reason_thin"], RETURNED, by)
    yield


def county_returned(place: Place) -> Iterator[None]:
    number, sent = place.session.number, place.feedback()
    place.session.open(place.handed)
    place.receive(sent)
    place.session.show(number)
    yield


def county_kept(place: Place) -> Iterator[None]:
    answer(place.session, AnswerKind.KEPT, KEPT)
    yield


def county_applied(place: Place) -> Iterator[None]:
    """Put right, inspected by the county, acceptance applied for."""
    session = place.session
    place.walk(lambda: bool(session.dossier.put_right.rectification))
    looked = Looked(date(2023, 4, 25), ("甲某", "乙某"), True, "")
    inspect_and_apply(
        session, looked, Asked(date(2023, 4, 25), "虚构县（演示）", "虚构验〔2023〕1号")
    )
    yield


def city_second_round(place: Place) -> Iterator[None]:
    session = place.session
    returned = next(
        one for one in session.rows if session.book.dossier(one.parcel_number).rounds.answers
    )
    again = write_package(session.book, session.plan, session.month, RUN / "handed", str)
    session.open(place.city)
    place.receive(again.path)
    session.show(returned.parcel_number)
    yield


def city_decided(place: Place) -> Iterator[None]:
    own = own_verdict(place.session, "illegal", "while_applying", DECIDED)
    review(place.session, Outcome.OVERRIDDEN, ["verdict_wrong"], DECIDED, own=own)
    yield


def city_accepting(place: Place) -> Iterator[None]:
    place.walk(lambda: bool(place.session.dossier.put_right.applications))
    yield


def city_accepted(place: Place) -> Iterator[None]:
    items = dict.fromkeys(place.session.plan.rectification_rules.checklist, True)
    accept(place.session, Seen(date(2023, 4, 25), ("丙某", "丁某"), items, True))
    yield


def county_accepted(place: Place) -> Iterator[None]:
    """The city's next feedback, read in as the one before."""
    yield from county_returned(place)


STATES: Dict[str, Callable[[Place], Iterator[object]]] = {
    one.__name__: one
    for one in (
        *(no_casebook, empty_casebook, empty_queue),
        *(undecided, legal, illegal, flags_open, second_look, comment),
        *(evidence_missing, proposal_in_full, facts, military, mineral),
        *(hurry, overdue, dividing, divided, case_opened, putting_right),
        *(read_only, busy, refused),
        *(blink, swipe, beside_two, beside_four, strip),
        *(none_fits, no_picture, shifted, picture_missing),
        *(keys, queue, today, photos, casebook_menu, compare_menu, order_menu),
        *(handed_up, city_waiting, city_passed, city_returning, city_returned),
        *(county_returned, county_kept, county_applied),
        *(city_second_round, city_decided, city_accepting, city_accepted, county_accepted),
    )
}
# What a larger screen lays out in another way.
BIG = (
    *("no_casebook", "undecided", "illegal", "mineral", "evidence_missing", "divided"),
    *("beside_two", "beside_four", "strip", "keys", "queue", "photos"),
    *("city_waiting", "city_returned", "county_returned"),
)
