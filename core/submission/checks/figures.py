"""Overlay figures: there, of this outline, adding up, and of layers that reach the parcel."""

from __future__ import annotations

from typing import Iterator, List, Tuple, Union

from ...model import Dossier, Figures, Severity
from ...plan import Label
from ...text import text
from ..work import MonthWork
from .registry import Offence, check

# Areas inside a parcel by the role of their layer; they overlap and are not summed.
_OF_WHICH = {
    "basic_farmland": "basic_farmland_mu",
    "red_line": "red_line_mu",
    "urban": "urban_mu",
}


def _with_figures(work: MonthWork) -> List[Tuple[Dossier, Figures]]:
    return [(one, one.figures) for one in work.dossiers if one.figures is not None]


def _named(work: MonthWork, role: str) -> Union[Label, str]:
    found = work.plan.layer_role(role)
    return found.label if found else role


@check("figures-present", Severity.ERROR, text("Every parcel has overlay figures"))
def _present(work: MonthWork) -> Iterator[Offence]:
    for dossier in work.dossiers:
        if dossier.figures is None:
            yield dossier.parcel.number, text("There are no overlay figures; run the overlay.")


@check("figures-current", Severity.ERROR, text("Figures belong to the parcel's outline"))
def _current(work: MonthWork) -> Iterator[Offence]:
    for dossier, figures in _with_figures(work):
        if figures.area_m2 != dossier.parcel.area_m2:
            yield (
                dossier.parcel.number,
                text(
                    "The figures are for {found} m², the parcel has {wanted} m²; "
                    "run the overlay again.",
                    found=figures.area_m2,
                    wanted=dossier.parcel.area_m2,
                ),
            )


@check("figures-identity", Severity.ERROR, text("Figures add up to the parcel"))
def _identity(work: MonthWork) -> Iterator[Offence]:
    tolerance = work.plan.area_rules.identity_tolerance_mu
    for dossier, figures in _with_figures(work):
        total = (
            figures.cultivated_mu
            + figures.other_agricultural_mu
            + figures.unused_mu
            + figures.construction_mu
            + figures.uncovered_mu
        )
        if abs(total - figures.area_mu) > tolerance:
            yield (
                dossier.parcel.number,
                text(
                    "The parts are {found} mu together, the parcel has {wanted} mu.",
                    found=total,
                    wanted=figures.area_mu,
                ),
            )


@check("figures-nested", Severity.ERROR, text("No part is larger than the parcel"))
def _nested(work: MonthWork) -> Iterator[Offence]:
    tolerance = work.plan.area_rules.identity_tolerance_mu
    for dossier, figures in _with_figures(work):
        for role, name in _OF_WHICH.items():
            part = getattr(figures, name)
            if part is not None and part > figures.area_mu + tolerance:
                yield (
                    dossier.parcel.number,
                    text(
                        "{part} mu of layer {layer} lie in a parcel of {area} mu.",
                        part=part,
                        layer=_named(work, role),
                        area=figures.area_mu,
                    ),
                )


@check("figures-covered", Severity.WARNING, text("The layers cover every parcel"))
def _covered(work: MonthWork) -> Iterator[Offence]:
    required = {role.code for role in work.plan.layer_roles if role.required}
    for dossier, figures in _with_figures(work):
        if figures.uncovered_mu:
            yield (
                dossier.parcel.number,
                text(
                    "The land-use layer does not cover {area} mu of it.",
                    area=figures.uncovered_mu,
                ),
            )
        for role, name in _OF_WHICH.items():
            if role in required and getattr(figures, name) is None:
                yield (
                    dossier.parcel.number,
                    text(
                        "Layer {layer} does not reach it: unknown, not none.",
                        layer=_named(work, role),
                    ),
                )
