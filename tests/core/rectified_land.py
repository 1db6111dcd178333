"""A parcel of 12.00 mu (8000 m²) that is illegal, and steps of putting it right."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from issued_land import undivided

from tuban.core.model import (
    Dossier,
    Figures,
    Verdict,
    VerdictLevel,
)
from tuban.core.mu import round_half_up
from tuban.core.plan import load_plan
from tuban.core.rectification.basis import kept
from tuban.core.rectified import Acceptance, Certificate, Measure, Progress, PutRight, Rectification

D = Decimal
PLAN = load_plan("liaocheng-2023")
COUNTY, CITY = "县局", "市局"
NUMBER = "379901230001_1"
IN_PLACE = dict.fromkeys(("building_removed", "rubble_cleared", "soil_layer", "levelled"), True)


def verdict(category="illegal", subcategory="not_applied") -> Verdict:
    return Verdict(NUMBER, VerdictLevel.COUNTY, category, subcategory, "理由", PLAN.id, PLAN.sha256)


def measure(
    way,
    mu,
    cultivated="0.00",
    basic="0.00",
    progress=Progress.DONE,
    recultivated=None,
    on="2023-10-01",
    **more,
) -> Measure:
    return Measure(
        way,
        progress,
        D(mu),
        D(cultivated),
        D(basic),
        None if recultivated is None else D(recultivated),
        done_on=on if progress is Progress.DONE else "",
        **more,
    )


def refused(on, by_when) -> Acceptance:
    items = {**IN_PLACE, "rubble_cleared": False}
    return Acceptance(on, ("丙", "丁"), items, False, missing="建筑垃圾未清", by_when=by_when)


def accepted(on, **more) -> Acceptance:
    return Acceptance(on, ("丙", "丁"), IN_PLACE, True, **more)


def certificate(on, serial=1) -> Certificate:
    return Certificate(f"№{serial}", "3799", 2023, serial, on, CITY, on, D("10.00"), "ab" * 32)


def parcel_of(*measures: Measure) -> Dossier:
    judged = verdict()
    patch, parcel = undivided(NUMBER[:-2])
    recorded = Rectification(kept(judged), tuple(measures)) if measures else None
    return Dossier(
        patch=patch,
        parcel=replace(parcel, area_m2=D("8000.00")),
        figures=figures_of(NUMBER),
        verdicts={VerdictLevel.COUNTY: judged},
        flags={},
        photos=(),
        put_right=PutRight(recorded),
    )


def figures_of(number: str) -> Figures:
    mu = {
        "area": "12.00",
        "cultivated_gross": "10.00",
        "cultivated": "10.00",
        "other_agricultural": "1.00",
        "unused": "0.50",
        "construction": "0.50",
        "uncovered": "0.00",
        "basic_farmland": "2.00",
        "red_line": "0.00",
        "urban": "0.00",
    }
    return Figures(
        parcel_number=number,
        net=False,
        by_code_m2={},
        adjusted_m2={},
        approvals=(),
        location="",
        layers=(),
        notes=(),
        **{f"{name}_mu": D(value) for name, value in mu.items()},
        **{f"{name}_m2": round_half_up(D(value) * 2000 / 3) for name, value in mu.items()},
    )
