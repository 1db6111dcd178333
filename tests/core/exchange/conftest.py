"""Counties and a city that send packages and feedback to each other as files. All fictional."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("osgeo")

from tuban.core.casebook import create_casebook, events
from tuban.core.casebook.review_changes import answered, reviewed
from tuban.core.exchange.merging import preview
from tuban.core.geometry import box, digest, multipolygon_from_wkb
from tuban.core.model import Evidence, Photo, Source, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.receiving import merge_incoming, open_incoming, write_feedback
from tuban.core.review import answer_return, give_review
from tuban.core.rounds import AnswerKind, Office, Outcome
from tuban.core.submission import write_package

_SPEC = importlib.util.spec_from_file_location(
    "submission_facts", Path(__file__).parents[1] / "submission" / "conftest.py"
)
facts = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(facts)

PLAN = load_plan("liaocheng-2023")
CITY_CODE, CITY = "371500", "虚构市"


def plain(template):
    return template


class Place:
    """A casebook in a folder of its own, and what people do in it."""

    def __init__(self, folder, code, name, office=Office.COUNTY, index=0):
        self.folder = folder / name
        self.folder.mkdir()
        self.out = self.folder / "上报"
        self.out.mkdir()
        self.code, self.name, self.index, self.office = code, name, index, office
        self.book = create_casebook(
            self.folder / "台账.gpkg", PLAN, code, name, f"clerk of {name}", office
        )
        self.issued = 0

    def record(self, *changes):
        self.book.record(list(changes))

    def issue(self, month, count):
        """Patches of a month with everything that a package needs, judged illegal."""
        numbers = []
        source = Source(
            f"{self.code}{month}".ljust(64, "0"), f"{month}.zip", "图斑", "", "", "", count
        )
        changes = [events.source_imported(source)]
        dossiers = []
        for _ in range(count):
            self.issued += 1
            number = f"{self.code}{month[2:4]}{month[5:]}{self.issued:06d}"
            wkb = facts.rectangle(115.6 + 0.002 * self.issued, 36.2 + 0.01 * self.index)
            patch = facts.make_patch(
                *(self.issued,),
                number=number,
                month=month,
                county_code=self.code,
                county_name=self.name,
                geometry=wkb,
                geometry_sha256=digest(wkb),
                source_sha256=source.sha256,
                issued={"JCBH": number},
            )
            dossiers.append(facts.make_dossier(patch))
            numbers.append(number)
        changes += [events.patch_issued(one.patch) for one in dossiers]
        changes += [events.parcel_divided(one.parcel) for one in dossiers]
        for one in dossiers:
            changes += self._judged(one)
        self.record(*changes)
        return numbers

    def _judged(self, one):
        number = one.parcel.number
        check = replace(one.field_check, checked_on=f"{one.patch.month}-14")
        found = [
            events.figures_computed(one.figures, None),
            events.verdict_given(one.county_verdict, None),
            events.flags_answered(number, one.flags, {}),
            events.evidence_recorded(number, one.evidence, {}),
            events.field_checked(check, None),
        ]
        return found + [events.photo_attached(self.photo(one, at)) for at in (1, 2)]

    def photo(self, dossier, at):
        """A photo in front of the parcel, its file beside the casebook."""
        number = dossier.parcel.number
        content = facts.JPEG + f"{number} {at}".encode()
        path = self.folder / "照片" / f"{number}-{at}.jpg"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        west, south, _, north = box(multipolygon_from_wkb(dossier.parcel.geometry))
        return Photo(
            *(number, f"照片/{path.name}", facts.hashlib.sha256(content).hexdigest()),
            *(len(content), f"{dossier.patch.month}-14T09:3{at}:00", west - 0.0002),
            *((south + north) / 2, 91.5, f"{'远景' if at == 1 else '近景'}/{at}.jpg"),
        )

    def judge(self, parcel, category, subcategory="", reason="现场核实后改判。"):
        dossier = self.book.dossier(parcel)
        new = facts.make_verdict(parcel, category, subcategory, reason=reason)
        self.record(events.verdict_given(new, dossier.county_verdict))

    def answer_evidence(self, parcel, **values):
        old = self.book.dossier(parcel).evidence
        new = {**old, **{code: Evidence(code, value) for code, value in values.items()}}
        self.record(events.evidence_recorded(parcel, new, old))

    def submit(self, month, patches=None, name=None, sign=None):
        """The package as a file of its own; ``name`` keeps it from being replaced."""
        package = write_package(
            *(self.book, PLAN, month, self.out, plain),
            today=date.fromisoformat(f"{month}-21"),
            patches=patches,
            sign=sign,
        )
        if name:
            return package.path.rename(package.path.with_name(name))
        return package.path

    def shown(self, path, keys=None):
        return preview(self.book, open_incoming(self.book, PLAN, path, keys))

    def read(self, path, choices=None):
        return merge_incoming(self.book, self.shown(path), choices or {})

    def review(self, parcel, outcome, reasons=(), words="", verdict=None, day="2023-04-23"):
        dossier = self.book.dossier(parcel)
        one = give_review(
            *(dossier, outcome, PLAN, self.office, "reviewer", date.fromisoformat(day)),
            reasons=reasons,
            words=words,
        )
        self.record(*reviewed(dossier, one, verdict))

    def pass_all(self, parcels):
        for parcel in parcels:
            self.review(parcel, Outcome.PASSED)

    def give_back(self, parcel, *reasons, words="", day="2023-04-23"):
        self.review(parcel, Outcome.RETURNED, reasons or ("reason_thin",), words, day=day)

    def override(self, parcel, category, subcategory="", words="无正当理由拒不修改。"):
        own = facts.make_verdict(parcel, category, subcategory, level=VerdictLevel.CITY)
        self.review(parcel, Outcome.OVERRIDDEN, words=words, verdict=own)

    def answer(self, parcel, kind=AnswerKind.CORRECTED, words=""):
        dossier = self.book.dossier(parcel)
        one = answer_return(
            dossier, kind, PLAN, self.office, "clerk", date(2023, 4, 24), words=words
        )
        self.record(*answered(dossier, one))

    def feedback(self, county, month):
        folder = self.out / county.name
        folder.mkdir(exist_ok=True)
        return write_feedback(self.book, PLAN, county.code, month, folder, plain).package


@pytest.fixture
def city(tmp_path):
    place = Place(tmp_path, CITY_CODE, CITY, Office.CITY)
    yield place
    place.book.close()


@pytest.fixture
def county(tmp_path):
    place = Place(tmp_path, "371521", "虚构甲县", index=1)
    yield place
    place.book.close()


@pytest.fixture
def make_place(tmp_path):
    made = []

    def make(code, name, office=Office.COUNTY, index=0):
        made.append(Place(tmp_path, code, name, office, index))
        return made[-1]

    yield make
    for place in made:
        place.book.close()
