"""The dock's states while a county judges its month: parcels, days, dividing, what is refused."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Iterator

from dock_place import DAYS_LEFT, HURRY, OVERDUE, RUN, Place

from tuban.core.casebook import saying
from tuban.core.geometry import box, multipolygon_from_wkb
from tuban.core.oversight import EVERYTHING, Filter, Queue, Trait

WHY = "供地红线与现场边界不一致，须会同自然资源所再到现场核实"
COMMENT = "业主称手续在办，4月20日前补交批复文件；已电话告知虚构镇国土所"


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
    place.at("")
    yield


def legal(place: Place) -> Iterator[None]:
    place.at("legal")
    yield


def illegal(place: Place) -> Iterator[None]:
    place.at("illegal")
    yield


def flags_open(place: Place) -> Iterator[None]:
    place.walk(lambda: not place.session.dossier.county_verdict)
    place.session.judge("illegal", "", "")
    yield


def second_look(place: Place) -> Iterator[object]:
    place.at("illegal")
    place.session.record(saying.second_look_wanted(place.session.dossier, WHY))
    yield from place.scrolled_to(place.dock.notes)


def comment(place: Place) -> Iterator[object]:
    place.session.record(saying.commented(place.session.dossier, COMMENT))
    yield from place.scrolled_to(place.dock.notes)


def evidence_missing(place: Place) -> Iterator[None]:
    proposing = place.dock.proposing
    place.walk(lambda: bool(proposing.proposal and proposing.proposal.missing))
    yield


def proposal_in_full(place: Place) -> Iterator[object]:
    """The same, scrolled to what the proposal rests on."""
    yield from place.scrolled_to(place.dock.proposing.notes)


def facts(place: Place) -> Iterator[object]:
    """The same, scrolled to figures and issued facts."""
    yield from place.scrolled_down()


def military(place: Place) -> Iterator[None]:
    place.at("military")
    yield


def mineral(place: Place) -> Iterator[None]:
    place.session.show(place.session.rows[-1].parcel_number)
    yield


# ---- time


def hurry(place: Place) -> Iterator[None]:
    place.at("")
    place.day(HURRY)
    yield


def overdue(place: Place) -> Iterator[None]:
    place.day(OVERDUE)
    yield
    place.day(DAYS_LEFT)


# ---- dividing, cases, putting right


def dividing(place: Place) -> Iterator[None]:
    """A line across the middle, its pieces on the map, nothing recorded."""
    place.at("illegal")
    place.dock.dividing.start_line()
    shape = place.session.dossier.parcel.geometry
    west, south, east, north = box(multipolygon_from_wkb(shape))
    middle, more = (west + east) / 2, (north - south) / 4
    place.dock.dividing._line_drawn([(middle, south - more), (middle, north + more)])
    yield


def divided(place: Place) -> Iterator[None]:
    place.dock.dividing.record()
    yield


def case_opened(place: Place) -> Iterator[object]:
    place.walk(lambda: bool(place.session.cases_here))
    yield from place.scrolled_down()


def putting_right(place: Place) -> Iterator[None]:
    place.walk_to_measures()
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
        place.at("illegal")
        yield
        place.session.close()
        other.stdin.close()
    place.session.open(place.working)


def busy(place: Place) -> Iterator[None]:
    release = place.session.hold("正在套合。")
    yield
    release()


def refused(place: Place) -> Iterator[None]:
    messages = place.desk.work.messages
    with messages.guard():
        place.session.open(RUN / "data" / "说明.txt")
    yield
    messages._bar.clearWidgets()


STATES = (
    *(no_casebook, empty_casebook, empty_queue),
    *(undecided, legal, illegal, flags_open, second_look, comment),
    *(evidence_missing, proposal_in_full, facts, military, mineral),
    *(hurry, overdue, dividing, divided, case_opened, putting_right),
    *(read_only, busy, refused),
)
