"""A fictional city of three counties in two years, as its casebook holds it.

A patch is a square of 0.001°, 14.90 mu as it is recorded here, of which 10.00 mu are cultivated.
What becomes of it follows from its place in its county's month, so that all can be counted by
hand: of every ten the first two are illegal (the first one put right in months before March),
the third is 设施农业用地, the fourth waits for a verdict in the last month, others are legal.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Iterator, List, Sequence
from unittest import mock

import numpy as np

from tuban.core.casebook import create_casebook, events, recording
from tuban.core.geometry import digest, wkb_from_multipolygon
from tuban.core.model import (
    FieldCheck,
    Figures,
    Parcel,
    Patch,
    PatchKind,
    Source,
    Verdict,
    VerdictLevel,
)
from tuban.core.rectified import Measure, Progress, Rectification, VerdictKept
from tuban.core.rounds import Office, Outcome, Review

COUNTIES = {"379901": "虚构东县", "379902": "虚构西县", "379903": "虚构南区"}
MONTHS = ("2022-03", "2022-04", "2023-01", "2023-02", "2023-03", "2023-04")
LAST = MONTHS[-1]
SHA = "0" * 64
AREA_M2, AREA_MU, CULTIVATED_MU = Decimal("9933.10"), Decimal("14.90"), Decimal("10.00")
CULTIVATED_M2 = Decimal("6666.67")
# How far the counties are with the last month: passed, handed up, not even judged.
PASSED, HANDED_UP, WAITING = COUNTIES


def make_city(path, plan, each=10, months: Sequence[str] = MONTHS, counties=COUNTIES):
    """The city's casebook, closed: ``each`` patches of every county in every month.

    The journal says that each month was recorded on its 19th.
    """
    with recorded_on(f"{months[0]}-19"), new_city(path, plan) as book:
        book.record([events.source_imported(source(each * len(months) * len(counties)))])
        for at, month in enumerate(months):
            for row, county in enumerate(counties):
                patches = [patch(county, month, at, row, n) for n in range(each)]
                with recorded_on(f"{month}-19"):
                    book.record(list(work_of(patches, plan, month == months[-1])))


def new_city(path, plan):
    return create_casebook(path, plan, "379900", "虚构市", "虚构某人", Office.CITY)


@contextmanager
def recorded_on(day: str) -> Iterator[None]:
    """Whatever is recorded meanwhile is of this day."""
    moment = datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=timezone(timedelta(hours=8)))
    with mock.patch.object(recording, "datetime") as clock:
        clock.now.return_value = moment
        yield


def source(count: int) -> Source:
    return Source(SHA, "虚构图斑.zip", "图斑", "EPSG:4490", "GBK", "mu", count)


def patch(county: str, month: str, at: int, row: int, n: int) -> Patch:
    west, south = 115.5 + 0.3 * row + 0.002 * (n % 100), 36.3 + 0.01 * at + 0.002 * (n // 100)
    ring = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]) * 0.001 + (west, south)
    wkb = wkb_from_multipolygon([[ring]])
    number = f"{county}JC{month[2:4]}{month[5:]}{n:04d}"
    return Patch(
        number=number,
        kind=PatchKind.LAND,
        month=month,
        county_code=county,
        county_name=COUNTIES.get(county, county),
        patch_class="新增非农建设类",
        change_type="20",
        before_date="2022-01-10",
        after_date=f"{month}-10",
        issued_area=str(AREA_MU),
        issued_area_unit="mu",
        area_m2=AREA_M2,
        remark="",
        geometry=wkb,
        geometry_sha256=digest(wkb),
        source_sha256=SHA,
        source_row=n + 1,
        issued={"JCBH": number},
    )


def work_of(patches: List[Patch], plan, is_last: bool) -> Iterator[events.Event]:
    """Everything that happened to a county's month."""
    yield from map(events.patch_issued, patches)
    parcels = [
        Parcel(f"{one.number}_1", one.number, one.area_m2, one.geometry, one.geometry_sha256)
        for one in patches
    ]
    yield from map(events.parcel_divided, parcels)
    county, month = patches[0].county_code, patches[0].month
    handed = []
    for n, parcel in enumerate(parcels):
        yield events.figures_computed(figures(parcel), None)
        if is_last and (county == WAITING or n % 10 == 3):
            continue
        yield from judged(parcel, n, month, plan)
        handed.append(parcel.number)
    if not is_last or county != WAITING:
        yield received(county, month, handed)
        for number in handed if not is_last or county == PASSED else handed[:1]:
            returned = is_last and county == HANDED_UP
            yield events.review_given(number, [review(month, returned)], ())


def judged(parcel: Parcel, n: int, month: str, plan) -> Iterator[events.Event]:
    category = {0: "illegal", 1: "illegal", 2: "facility"}.get(n % 10, "legal")
    yield events.field_checked(FieldCheck(parcel.number, ("甲",), f"{month}-12", "on_site"), None)
    verdict = Verdict(
        parcel.number, VerdictLevel.COUNTY, category, "", "虚构", plan.id, plan.sha256
    )
    yield events.verdict_given(verdict, None)
    if n % 10 == 0 and month[5:] < "03":
        yield events.rectified(parcel.number, put_right(plan), None)


def put_right(plan) -> Rectification:
    kept = VerdictKept("county", "illegal", "", plan.id, plan.sha256)
    measure = Measure(
        "land_return",
        Progress.DONE,
        AREA_MU,
        CULTIVATED_MU,
        document="虚构退还〔2023〕1号",
        document_date="2023-03-20",
        done_on="2023-03-20",
    )
    return Rectification(kept, (measure,), due="2023-06-30", responsible="虚构镇")


def received(county: str, month: str, numbers: Sequence[str]) -> events.Event:
    sent = {"submission": 5, "round": 1, "content": SHA, "day": f"{month}-15"}
    facts = {
        "what": "package",
        "sender": county,
        "file": f"虚构_{county}_{month}.zip",
        "sha256": SHA,
        "from_seq": 0,
        "base_seq": 0,
        "base_hash": "",
        "head_seq": 5,
        "head_hash": SHA,
        "patches": [number[:-2] for number in numbers],
        "submitted": {number: [sent] for number in numbers},
        "data": {},
    }
    return events.received(month, facts)


def review(month: str, returned: bool) -> Review:
    passed = Review(5, 1, Outcome.PASSED, f"{month}-18", "虚构审核人")
    if not returned:
        return passed
    return replace(
        passed, outcome=Outcome.RETURNED, reasons=("photos",), text="虚构", deadline=f"{month}-24"
    )


def figures(parcel: Parcel) -> Figures:
    zero, rest_m2, rest_mu = Decimal("0.00"), AREA_M2 - CULTIVATED_M2, AREA_MU - CULTIVATED_MU
    return Figures(
        parcel_number=parcel.number,
        net=True,
        area_m2=AREA_M2,
        cultivated_gross_m2=CULTIVATED_M2,
        cultivated_gross_mu=CULTIVATED_MU,
        cultivated_m2=CULTIVATED_M2,
        other_agricultural_m2=zero,
        unused_m2=zero,
        construction_m2=rest_m2,
        uncovered_m2=zero,
        basic_farmland_m2=zero,
        red_line_m2=zero,
        urban_m2=zero,
        area_mu=AREA_MU,
        cultivated_mu=CULTIVATED_MU,
        other_agricultural_mu=zero,
        unused_mu=zero,
        construction_mu=rest_mu,
        uncovered_mu=zero,
        basic_farmland_mu=zero,
        red_line_mu=zero,
        urban_mu=zero,
        by_code_m2={"0102": CULTIVATED_M2, "0702": rest_m2},
        adjusted_m2={},
        approvals=(),
        location="虚构镇甲村",
        layers=(),
        notes=(),
    )
