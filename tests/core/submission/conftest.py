"""A month that passes every check, and ways to spoil it. The county is fictional."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

pytest.importorskip("osgeo")  # on a bare Python the writers at the core's edge have no tests

from tuban.core.areas import multipolygon_area_m2
from tuban.core.casebook import Head, events, journal
from tuban.core.casebook.columns import metadata
from tuban.core.casebook.engine import memory_engine
from tuban.core.casebook.projection import project
from tuban.core.casebook.steps import Step
from tuban.core.geometry import box, digest, multipolygon_from_wkb, wkb_from_multipolygon
from tuban.core.model import (
    Answer,
    Coverage,
    Dossier,
    Evidence,
    FieldCheck,
    Figures,
    Parcel,
    Patch,
    PatchKind,
    Photo,
    Source,
    Verdict,
    VerdictLevel,
)
from tuban.core.mu import mu_from_m2, round_half_up
from tuban.core.plan import load_plan
from tuban.core.text import text

PLAN = load_plan("liaocheng-2023")
MONTH = "2023-04"
COUNTY_CODE, COUNTY = "371599", "虚构县"
TODAY = date(2023, 4, 21)
HASH = "ab" * 32
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


def rectangle(lon, lat, width=0.001, height=0.001):
    """WKB of a rectangle, its lower left corner at (lon, lat) degrees."""
    import numpy as np

    east, north = lon + width, lat + height
    ring = np.array([(lon, lat), (lon, north), (east, north), (east, lat), (lon, lat)])
    return wkb_from_multipolygon([[ring]])


def area_m2(wkb):
    return round_half_up(multipolygon_area_m2(multipolygon_from_wkb(wkb)))


def make_patch(index, **changes):
    wkb = changes.pop("geometry", rectangle(115.9 + 0.002 * index, 36.4))
    facts = {
        "number": f"{COUNTY_CODE}04{index:06d}",
        "kind": PatchKind.LAND,
        "month": MONTH,
        "county_code": COUNTY_CODE,
        "county_name": COUNTY,
        "patch_class": PLAN.patch_classes[index % 4].code,
        "change_type": "20",
        "before_date": "2022-10-06",
        "after_date": "2023-03-01",
        "issued_area": "9987.5",
        "issued_area_unit": "m2",
        "area_m2": area_m2(wkb),
        "remark": "",
        "geometry": wkb,
        "geometry_sha256": digest(wkb),
        "source_sha256": HASH,
        "source_row": index,
        "issued": {"JCBH": f"{COUNTY_CODE}04{index:06d}"},
    }
    facts.update(changes)
    return Patch(**facts)


def make_figures(parcel, cultivated="10.00", **changes):
    total = mu_from_m2(parcel.area_m2)
    zero = Decimal("0.00")
    facts = {
        "parcel_number": parcel.number,
        "net": True,
        "area_m2": parcel.area_m2,
        "cultivated_gross_m2": Decimal("6666.67"),
        "cultivated_gross_mu": Decimal("10.00"),
        "cultivated_m2": Decimal("6666.67"),
        "other_agricultural_m2": parcel.area_m2 - Decimal("6666.67"),
        "unused_m2": zero,
        "construction_m2": zero,
        "uncovered_m2": zero,
        "basic_farmland_m2": zero,
        "red_line_m2": zero,
        "urban_m2": None,
        "area_mu": total,
        "cultivated_mu": Decimal(cultivated),
        "other_agricultural_mu": total - Decimal(cultivated),
        "unused_mu": zero,
        "construction_mu": zero,
        "uncovered_mu": zero,
        "basic_farmland_mu": zero,
        "red_line_mu": zero,
        "urban_mu": None,
        "by_code_m2": {"0102": Decimal("6666.67")},
        "adjusted_m2": {},
        "approvals": (Coverage("supply", "371599-2022-0007", Decimal("120.00"), Decimal("1.20")),),
        "location": "虚构镇某村",
        "layers": (),
        "notes": (text("Cultivated land is net of ridges."),),
    }
    facts.update(changes)
    return Figures(**facts)


def make_verdict(parcel_number, category="illegal", subcategory="not_applied", **changes):
    facts = {
        "parcel_number": parcel_number,
        "level": VerdictLevel.COUNTY,
        "category": category,
        "subcategory": subcategory,
        "reason": "现场为新建厂房，未办理农用地转用审批手续。",
        "plan_id": PLAN.id,
        "plan_sha256": PLAN.sha256,
    }
    facts.update(changes)
    return Verdict(**facts)


def make_field_check(parcel_number, **changes):
    facts = {
        "parcel_number": parcel_number,
        "checkers": ("虚构甲", "虚构乙"),
        "checked_on": "2023-04-14",
        "way": "onsite",
        "found": "钢结构厂房",
    }
    facts.update(changes)
    return FieldCheck(**facts)


# What the plan asks of an illegal parcel, and of a few others.
ANSWERS = {
    "actor": "虚构公司",
    "actor_kind": "company",
    "violation_type": "occupation",
    "violation_nature": "not_applied",
    "actual_use": "factory",
    "build_time": "2023-02",
    "build_stage": "built",
    "plan_conformity": "conflicts",
    "stop_notice": "虚停〔2023〕1号",
    "filing": "虚立〔2023〕1号",
}


def make_dossier(patch, number=1, geometry=None):
    wkb = geometry or patch.geometry
    parcel = Parcel(f"{patch.number}_{number}", patch.number, area_m2(wkb), wkb, digest(wkb))
    return Dossier(
        patch=patch,
        parcel=parcel,
        figures=make_figures(parcel),
        verdicts={VerdictLevel.COUNTY: make_verdict(parcel.number)},
        flags={term.code: Answer.NO for term in PLAN.flag_rules.flags},
        photos=(),
        field_check=make_field_check(parcel.number),
        evidence={code: Evidence(code, value) for code, value in ANSWERS.items()},
    )


class FakeBook:
    """What the submission asks of a casebook, kept in memory; spoiled by plain assignment."""

    county_code, county_name, writable = COUNTY_CODE, COUNTY, True
    working_file = ""

    def __init__(self, path):
        self.path = path
        self.at = "2023-04-20T16:05:07.123+08:00"
        self.land, self.minerals, self.files, self.recorded = [], [], [], []

    def patches(self, month, kind):
        if kind is PatchKind.MINERAL:
            return list(self.minerals)
        return [patch for patch in self.land if patch.month == month]

    def dossiers(self, month, kind):
        return [one for one in self.files if one.patch.month == month and one.patch.kind is kind]

    def newest_besides(self, kind):
        assert kind == "submission.exported"
        last = self._entries()[-1]
        return Head(last.seq, last.hash, last.at)

    @contextmanager
    def reading(self):
        """The tables that a casebook would have, made from the same events."""
        engine = memory_engine()
        with engine.connect() as connection:
            metadata.create_all(connection)
            entries = self._entries()
            journal.append(connection, entries)
            shapes = [event.geometry for event in self._events()]
            project(connection, [Step(*pair) for pair in zip(entries, shapes)])
            yield connection
        engine.dispose()

    def _entries(self):
        return journal.chain(self._events(), None, self.at, "clerk")

    def _events(self):
        found = [events.casebook_created(PLAN, self.county_code, self.county_name)]
        found.append(events.source_imported(Source(HASH, "a.zip", "a", "EPSG:4490", "GBK", "", 1)))
        found += [events.patch_issued(one) for one in (*self.land, *self.minerals)]
        found += [events.parcel_divided(one.parcel) for one in self.files]
        for one in self.files:
            number = one.parcel.number
            found += [events.figures_computed(one.figures, None)] if one.figures else []
            found += [events.verdict_given(given, None) for given in one.verdicts.values()]
            found += [events.flags_answered(number, one.flags, {})]
            found += [events.evidence_recorded(number, one.evidence, {})]
            found += [events.field_checked(one.field_check, None)] if one.field_check else []
            found += [events.photo_attached(photo) for photo in one.photos]
        return found

    def record(self, changes, progress):
        self.recorded += changes
        return []

    # Spoiling

    def change_patch(self, index, **changes):
        old = self.land[index]
        new = self.land[index] = replace(old, **changes)
        self.files = [replace(d, patch=new) if d.patch == old else d for d in self.files]

    def change(self, index, **changes):
        self.files[index] = replace(self.files[index], **changes)

    def change_parcel(self, index, **changes):
        self.change(index, parcel=replace(self.files[index].parcel, **changes))

    def change_figures(self, index, **changes):
        self.change(index, figures=replace(self.files[index].figures, **changes))

    def judge(self, index, *args, **changes):
        number = self.files[index].parcel.number
        verdict = make_verdict(number, *args, **changes)
        self.change(index, verdicts={VerdictLevel.COUNTY: verdict})

    def add_photo(self, index, file="p.jpg", content=JPEG, **changes):
        path = self.path.parent / "month_照片" / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        # West of the parcel's middle, looking east.
        west, south, _, north = box(multipolygon_from_wkb(self.files[index].parcel.geometry))
        facts = {
            "parcel_number": self.files[index].parcel.number,
            "file": f"month_照片/{file}",
            "sha256": hashlib.sha256(content).hexdigest(),
            "size_bytes": len(content),
            "taken_at": "2023-04-12T09:31:00",
            "lon_deg": west - 0.0002,
            "lat_deg": (south + north) / 2,
            "azimuth_deg": 91.5,
            "name": f"{self.files[index].parcel.number}/近景 {file}",
        }
        facts.update(changes)
        self.change(index, photos=(*self.files[index].photos, Photo(**facts)))


@pytest.fixture
def plan():
    return PLAN


@pytest.fixture
def book(tmp_path):
    """Four patches of the four classes, one parcel each, judged and visited, with two photos."""
    folder = tmp_path / "台账 it's"
    folder.mkdir()
    book = FakeBook(folder / "month.gpkg")
    book.land = [make_patch(index) for index in range(4)]
    book.files = [make_dossier(patch) for patch in book.land]
    for index in range(4):
        far = f"远景/{index}.jpg"
        book.add_photo(index, f"{index}.jpg", JPEG + bytes([index]), name=far)
        book.add_photo(index, f"{index + 4}.jpg", JPEG + bytes([index + 4]))
    return book


@pytest.fixture
def build():
    """The makers above, for tests that need more than the month."""

    class Makers:
        pass

    for maker in (rectangle, area_m2, make_patch, make_figures, make_verdict, make_dossier):
        setattr(Makers, maker.__name__, staticmethod(maker))
    return Makers


@pytest.fixture
def out(tmp_path) -> Path:
    folder = tmp_path / "上报 out"
    folder.mkdir()
    return folder
