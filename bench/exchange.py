"""How long handing up and receiving take with 5,000 parcels and 15,000 photos, and the memory.

.venv/bin/python bench/exchange.py [parcels] [photos of each] [kilobytes of a photo]

Every step is a process of its own; its peak memory is that of the process. The share is that of
the speed of copying and hashing the photos alone.
"""

from __future__ import annotations

import hashlib
import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path.insert(0, str(TESTS))

import conftest  # noqa: F401 - registers the checkout as tuban

MONTH, BLOCK = "2023-04", 1 << 20
STEPS = ("make", "check", "copy", "write", "show", "merge", "again")


def places():
    """The counties and the city of the tests."""
    path = TESTS / "core" / "exchange" / "conftest.py"
    spec = importlib.util.spec_from_file_location("exchange_places", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make(folder: Path, parcels: int, photos: int, size: int) -> None:
    """A county's month; photos have bytes of their own, as pictures have."""
    made = places()
    county = made.Place(folder, "371521", "虚构甲县", index=1)
    made.Place(folder, "371500", "虚构市", made.Office.CITY).book.close()
    filler = hashlib.shake_256(b"tuban").digest(size)

    def photo(dossier, at):
        number = dossier.parcel.number
        content = made.facts.JPEG + f"{number} {at}".encode() + filler
        path = county.folder / "照片" / number / f"{at}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        facts = (number, f"照片/{number}/{at}.jpg", digest, len(content))
        west, south, _, north = made.box(made.multipolygon_from_wkb(dossier.parcel.geometry))
        where = (f"{MONTH}-14T09:3{at}:00", west - 0.0002, (south + north) / 2, 91.5)
        return made.Photo(*facts, *where, f"{'远景' if at == 1 else '近景'}/{at}.jpg")

    def judged(dossier):
        events, number = made.events, dossier.parcel.number
        check = replace(dossier.field_check, checked_on=f"{MONTH}-14")
        return [
            events.figures_computed(dossier.figures, None),
            events.verdict_given(dossier.county_verdict, None),
            events.flags_answered(number, dossier.flags, {}),
            events.evidence_recorded(number, dossier.evidence, {}),
            events.field_checked(check, None),
            *(events.photo_attached(photo(dossier, at)) for at in range(1, photos + 1)),
        ]

    county._judged = judged
    county.issue(MONTH, parcels)
    county.book.close()


class Watcher:
    """How the bar moves, and how long nobody asks whether to stop, in seconds of the processor."""

    def __init__(self) -> None:
        self.share, self.moves, self.back, self.longest = 0.0, 0, 0, 0.0
        self._asked, self._thread = time.thread_time(), threading.get_ident()

    def at(self, done: int, total: int) -> None:
        """The bar moved."""
        self.moves += done / total > self.share
        self.back += done / total < self.share
        self.share = done / total

    def say(self, message) -> None:
        """What is being done."""

    def is_cancelled(self) -> bool:
        """Never; what is done beside the work does not count."""
        if threading.get_ident() == self._thread:
            now = time.thread_time()
            self.longest, self._asked = max(self.longest, now - self._asked), now
        return False


def opened(folder: Path, name: str):
    """A casebook of the bench, and its plan."""
    from tuban.core.casebook import open_casebook
    from tuban.core.plan import load_plan

    return open_casebook(folder / name / "台账.gpkg", "bench"), load_plan("liaocheng-2023")


def check(folder: Path) -> None:
    """The named checks of the month."""
    from tuban.core.submission import check_month

    book, plan = opened(folder, "虚构甲县")
    start = time.perf_counter()
    findings = check_month(book, plan, MONTH, today=date(2023, 4, 21))
    print(f"  {len(findings)} findings, {time.perf_counter() - start:.2f} s without opening")


def copy(folder: Path) -> None:
    """Copying and hashing the photos, nothing else."""
    target = folder / "copy.bin"
    with target.open("wb") as out:
        for path in sorted((folder / "虚构甲县" / "照片").rglob("*.jpg")):
            digest = hashlib.sha256()
            with path.open("rb") as stream:
                for block in iter(lambda: stream.read(BLOCK), b""):
                    digest.update(block)
                    out.write(block)
    target.unlink()


def write(folder: Path) -> None:
    """The package."""
    from tuban.core.submission import write_package

    book, plan = opened(folder, "虚构甲县")
    watcher, clocks = Watcher(), (time.perf_counter(), time.process_time())
    package = write_package(book, plan, MONTH, folder, str, watcher, today=date(2023, 4, 21))
    package.path.rename(folder / "package.zip")
    took_s, used_s = time.perf_counter() - clocks[0], time.process_time() - clocks[1]
    print(f"  {took_s:.2f} s without opening, {used_s:.2f} s of processor")
    print(f"  {package.size_bytes / 1e6:.0f} MB, {package.photo_count} photos")
    print(f"  the bar moved {watcher.moves} times, back: {watcher.back}")
    print(f"  could be stopped every {watcher.longest:.2f} s of processor at least")


def show(folder: Path) -> None:
    """Verified and shown."""
    from tuban.core.exchange.merging import preview
    from tuban.core.receiving import open_incoming

    book, plan = opened(folder, "虚构市")
    shown = preview(book, open_incoming(book, plan, folder / "package.zip"))
    print(f"  {sum(shown.counts().values())} things, {shown.photos_added} photos")


def merge(folder: Path) -> None:
    """Verified, shown and merged."""
    from tuban.core.exchange.merging import preview
    from tuban.core.receiving import merge_incoming, open_incoming

    book, plan = opened(folder, "虚构市")
    start = time.perf_counter()
    shown = preview(book, open_incoming(book, plan, folder / "package.zip"))
    between = time.perf_counter()
    merged = merge_incoming(book, shown, {})
    book.close()
    print(f"  shown {between - start:.1f} s, merged {time.perf_counter() - between:.1f} s")
    print(f"  {merged.entries} entries, {merged.photos} photos")


def main(parcels: int, photos: int, kilobytes: int) -> None:
    """Every step in a process of its own."""
    folder = Path(tempfile.mkdtemp(prefix="tuban-bench-"))
    took, used = {}, {}
    given = (str(parcels), str(photos), str(kilobytes * 1000))
    try:
        for step in STEPS:
            before = processor_s()
            start = time.perf_counter()
            command = [sys.executable, __file__, "--step", step, str(folder), *given]
            subprocess.run(command, check=True)  # noqa: S603 - this very script
            took[step] = time.perf_counter() - start
            used[step] = processor_s() - before
            print(f"{step:8s} {took[step]:8.2f} s  {used[step]:8.2f} s of processor", flush=True)
    finally:
        shutil.rmtree(folder)
    share, of_processor = took["copy"] / took["write"], used["copy"] / used["write"]
    print(f"written at {share:.0%} of the speed of copying and hashing ({of_processor:.0%} in")
    print("seconds of the processor)")


def processor_s() -> float:
    """Seconds of the processor that all steps up to now took, the system's for them included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run_step(step: str, folder: Path, *given: str) -> None:
    """One step, with its peak memory."""
    if step == "make":
        make(folder, *map(int, given))
    else:
        {"check": check, "copy": copy, "write": write, "show": show}.get(step, merge)(folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak {peak:.0f} MB", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        run_step(sys.argv[2], Path(sys.argv[3]), *sys.argv[4:])
    else:
        main(*(int(one) for one in (*sys.argv[1:4], *("5000", "3", "80")[len(sys.argv) - 1 :])))
