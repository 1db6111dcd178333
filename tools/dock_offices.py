"""The dock's states between county and city: handed up, reviewed, returned, answered, accepted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Iterator

from dock_place import OVERDUE, RUN, Place

from tuban.core.exchange.merging import preview
from tuban.core.receiving import merge_incoming, open_incoming, write_feedback
from tuban.core.rounds import AnswerKind, Outcome
from tuban.core.submission import write_package
from tuban.maps.rectifying import Asked, Looked, Seen, accept, inspect_and_apply
from tuban.maps.reviewing import answer, own_verdict, review

COUNTY = "379901"
RETURNED = "供地文件晚于占地时间，应按未批先用判定；请补充建设单位说明和现场照片。"
KEPT = "用地批复早于前时相，见批复文件。"
DECIDED = "占地时尚未批准，无正当理由拒不改正。"


def handed_up(place: Place) -> Iterator[None]:
    """The county's month as it was handed up."""
    yield from month_ended(place, place.handed)


def city_waiting(place: Place) -> Iterator[None]:
    yield from month_ended(place, place.city)


def month_ended(place: Place, casebook: Path) -> Iterator[None]:
    place.session.open(casebook)
    place.day(OVERDUE)
    place.at("illegal")
    yield


def city_passed(place: Place) -> Iterator[None]:
    review(place.session, Outcome.PASSED)
    yield


def city_returning(place: Place) -> Iterator[None]:
    place.at("legal")
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
    """The county, when it has read what the city has reviewed until now."""
    session = place.session
    number = session.number
    sent = write_feedback(session.book, session.plan, COUNTY, session.month, RUN / "city", str)
    session.open(place.handed)
    receive(place, sent.package)
    session.show(number)
    yield


def receive(place: Place, path: Path) -> None:
    """Read a package or feedback into the open casebook."""
    book, plan = place.session.book, place.session.plan
    merge_incoming(book, preview(book, open_incoming(book, plan, path)), {})
    place.session.reload()


def county_kept(place: Place) -> Iterator[None]:
    answer(place.session, AnswerKind.KEPT, KEPT)
    yield


def county_applied(place: Place) -> Iterator[None]:
    """Put right, inspected by the county, acceptance applied for."""
    place.walk_to_measures()
    looked = Looked(OVERDUE, ("甲某", "乙某"), True, "")
    asked = Asked(OVERDUE, "虚构县（演示）", "虚构验〔2023〕1号")
    inspect_and_apply(place.session, looked, asked)
    yield


def city_second_round(place: Place) -> Iterator[None]:
    session = place.session
    returned = next(
        one for one in session.rows if session.book.dossier(one.parcel_number).rounds.answers
    )
    again = write_package(session.book, session.plan, session.month, RUN / "handed", str)
    session.open(place.city)
    receive(place, again.path)
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
    accept(place.session, Seen(OVERDUE, ("丙某", "丁某"), items, True))
    yield


def county_accepted(place: Place) -> Iterator[None]:
    """The city's next feedback, read in as the one before."""
    yield from county_returned(place)


STATES = (
    *(handed_up, city_waiting, city_passed, city_returning, city_returned),
    *(county_returned, county_kept, county_applied),
    *(city_second_round, city_decided, city_accepting, city_accepted, county_accepted),
)
