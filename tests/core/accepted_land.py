"""Parcels that the city found in place, for tests of what comes after."""

from __future__ import annotations

from decimal import Decimal
from typing import List, Sequence

from issued_land import undivided

from tuban.core.casebook import Casebook, create_casebook, events, saying
from tuban.core.model import Photo, Source, Verdict, VerdictLevel
from tuban.core.rectified import (
    Acceptance,
    Application,
    Measure,
    Preliminary,
    Progress,
    Rectification,
    VerdictKept,
)
from tuban.core.rounds import Office

ILLEGAL = "illegal"
AREA = Decimal("14.90")
CLEARED = Measure(
    "demolition",
    Progress.DONE,
    AREA,
    Decimal("9.00"),
    Decimal("2.00"),
    recultivated_mu=Decimal("8.80"),
    done_on="2023-09-20",
)
LOOKED = Preliminary("2023-09-21", ("甲", "乙"), True, "已拆除并复耕")
ASKED = Application("2023-09-22", "虚构县自然资源局", "虚构申〔2023〕3号")
ITEMS = {"building_removed": True, "rubble_cleared": True, "soil_layer": True, "levelled": True}
IN_PLACE = Acceptance("2023-09-25", ("丙", "丁"), ITEMS, True, "", Decimal("8.85"), Decimal("8.80"))
REFUSED = Acceptance("2023-09-24", ("丙", "丁"), {}, False, missing="渣土", by_when="2023-10-10")


def numbers(count: int) -> List[str]:
    """The parcels' numbers."""
    return [f"3799010400{at:04d}_1" for at in range(1, count + 1)]


def city_book(path, plan, count: int = 3, office: Office = Office.CITY) -> Casebook:
    """A new casebook of a city with parcels of April 2023, each undivided and judged by nobody."""
    book = create_casebook(path, plan, "371500", "虚构市", "丙", office)
    source = Source("ab" * 32, "图斑.zip", "图斑", "EPSG:4490", "GBK", "m2", count)
    pairs = [undivided(one[:-2], 115.2 + at / 100) for at, one in enumerate(numbers(count))]
    book.record(
        [
            events.source_imported(source),
            *(events.patch_issued(patch) for patch, _ in pairs),
            *(events.parcel_divided(parcel) for _, parcel in pairs),
        ]
    )
    return book


def put_right(
    book: Casebook, plan, parcels: Sequence[str], accepted: Sequence[Acceptance] = (IN_PLACE,)
) -> None:
    """Judge them illegal, put them right by demolition, and inspect them."""
    changes = []
    for number in parcels:
        verdict = Verdict(number, VerdictLevel.COUNTY, ILLEGAL, "", "住宅", plan.id, plan.sha256)
        kept = VerdictKept("county", ILLEGAL, "", plan.id, plan.sha256)
        shown = book.dossier(number)
        changes += [
            events.verdict_given(verdict, None),
            *saying.rectified(shown, Rectification(kept, (CLEARED,), "2023-09-30")),
            *saying.inspected_first(shown, [LOOKED]),
            *saying.applied(shown, [ASKED]),
            *saying.accepted(shown, list(accepted)),
        ]
    book.record(changes)


def photo(parcel: str, name: str, stage: str, station: str, taken_at="2023-09-25T10:00:00+08:00"):
    """A photo of a station."""
    digest = (name.encode("utf-8").hex() * 64)[:64]
    return Photo(
        parcel, f"{name}.jpg", digest, 5, taken_at, 115.2, 36.4, 90.0, stage=stage, station=station
    )
