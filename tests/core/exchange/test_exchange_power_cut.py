"""The power goes at any instant of writing and of reading: all of it is there, or nothing."""

from __future__ import annotations

import os
import random
import signal
import time

import pytest

from tuban.core.casebook import events, open_casebook
from tuban.core.errors import Cancelled
from tuban.core.exchange import content_of
from tuban.core.exchange.merging import preview
from tuban.core.exchange.sharing import split_work
from tuban.core.exchange.working import open_work
from tuban.core.plan import load_plan
from tuban.core.receiving import merge_incoming, open_incoming
from tuban.core.submission import read_package

PLAN = load_plan("liaocheng-2023")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
]
CUTS = 15


def killed(work, delay_s):
    """Run ``work`` in a process of its own and kill it; true when it had come to its end."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            os.write(writer, b"+")
            work()
            os.write(writer, b"!")
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answers:
        answers.read(1)
        time.sleep(delay_s)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return answers.read() == b"!"


def reopened(place):
    """The casebook as the next start finds it."""
    place.book = open_casebook(place.folder / "台账.gpkg", "clerk")
    return place.book


def in_child(place, work):
    """What a process does that opens the casebook itself."""

    def run():
        reopened(place)
        work()

    return run


def test_cut_while_a_package_is_read(city, county):
    county.issue("2023-04", 3)
    package = county.submit("2023-04")
    once_s = time.perf_counter()
    city.shown(package)
    once_s = 2 * (time.perf_counter() - once_s)
    empty = city.book.head()
    seen = set()
    for cut in range(CUTS):
        city.book.close()
        killed(in_child(city, lambda: city.read(package)), once_s * cut / 8)
        book = reopened(city)
        assert book.verify() == ()
        count = len(book.dossiers())
        assert count in (0, 3)
        assert (count == 0) == (book.head() == empty)
        seen.add(count)
        if count:
            break
    city.read(package)
    assert [content_of(one) for one in city.book.dossiers()] == [
        content_of(one) for one in county.book.dossiers()
    ]
    for dossier in city.book.dossiers():
        for photo in dossier.photos:
            assert (city.folder / photo.file).stat().st_size == photo.size_bytes
    assert 0 in seen


def test_cut_while_a_package_is_written(county):
    county.issue("2023-04", 3)
    head = county.book.head()
    name = None
    for cut in range(CUTS):
        county.book.close()
        killed(in_child(county, lambda: county.submit("2023-04")), 0.1 * cut)
        book = reopened(county)
        assert book.verify() == ()
        for path in county.out.glob("*.zip"):
            read_package(path)  # whole, whenever it has its name
            name = path
        if book.head() != head:
            assert name is not None
            break
    county.submit("2023-04")
    assert read_package(next(county.out.glob("*.zip"))).manifest.counts["patches"] == 3


def test_cut_while_a_working_file_is_made(county):
    """A file that has its name is whole, and the casebook takes it back."""
    numbers = county.issue("2023-04", 3)
    path = county.folder / "甲.gpkg"
    for cut in range(CUTS):
        county.book.close()
        killed(
            in_child(county, lambda: split_work(county.book, PLAN, "甲", numbers, path)), 0.1 * cut
        )
        assert reopened(county).verify() == ()
        if path.exists():
            break
    else:
        split_work(county.book, PLAN, "甲", numbers, path)
    with open_casebook(path, "甲") as work:
        assert (work.working_file, work.verify()) == ("甲", ())
    assert open_work(county.book, path).findings == []


def test_cut_while_feedback_is_written_and_read(city, county):
    county.issue("2023-04", 2)
    city.read(county.submit("2023-04"))
    parcels = [one.number for one in city.book.parcels()]
    city.pass_all(parcels)
    own = city.photo(city.book.dossier(parcels[0]), 7)
    city.record(events.photo_attached(own))
    chosen = random.Random(8)
    for _ in range(6):
        city.book.close()
        killed(in_child(city, lambda: city.feedback(county, "2023-04")), chosen.random() * 0.3)
        assert reopened(city).verify() == ()
    feedback = city.feedback(county, "2023-04")
    for _ in range(6):
        county.book.close()
        killed(in_child(county, lambda: county.read(feedback)), chosen.random() * 0.2)
        book = reopened(county)
        assert book.verify() == ()
        given = [len(one.rounds.reviews) for one in book.dossiers()]
        assert given in ([0, 0], [1, 1])
        for photo in book.dossier(parcels[0]).photos:
            assert (county.folder / photo.file).stat().st_size == photo.size_bytes
    county.read(feedback)
    assert own.sha256 in {one.sha256 for one in county.book.dossier(parcels[0]).photos}
    assert [len(one.rounds.reviews) for one in county.book.dossiers()] == [1, 1]


def test_a_full_disk_or_a_stop_while_reading_leaves_nothing_half(city, county, monkeypatch):

    class Stops:
        """Stops after some questions."""

        def __init__(self, after):
            self.left = after

        def at(self, done, total):
            pass

        def say(self, message):
            pass

        def is_cancelled(self):
            self.left -= 1
            return self.left < 0

    county.issue("2023-04", 2)
    package = county.submit("2023-04")

    plan, head = PLAN, city.book.head()
    for after in range(400):
        stops = Stops(after)
        try:
            shown = preview(city.book, open_incoming(city.book, plan, package, None, stops), stops)
            merge_incoming(city.book, shown, {}, stops)
            break
        except Cancelled:
            assert city.book.head() == head
            assert city.book.verify() == ()
    assert after > 20
    assert len(city.book.dossiers()) == 2
