"""Which recorded figures still stand: everything they rest on is as it was.

What a parcel's figures rest on is its geometry and area, the plan's facts about areas, codes and
layers, the date of its earlier image, and each layer as its file was. A hash over all of it is
kept beside the figures. Where it is the same nothing is computed; where one layer has changed the
whole parcel is computed again, because its notes do not say which of them came of which layer.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Iterable, Iterator, List, Sequence

from ..model import Dossier, Figures
from ..plan import Plan
from ..reading.fingerprint import together
from .source import LayerSource

# Raise it when the same ground gives other figures than before: all are then computed again.
REVISION = "2"


class Basis:
    """What figures rest on, but for the parcel: the plan's facts and the layers."""

    def __init__(self, sources: Sequence[LayerSource], plan: Plan) -> None:
        self._sources = sources
        self._plan = plan

    def of(self, dossier: Dossier) -> str:
        """SHA-256 of what a parcel's figures rest on; empty when a layer cannot be known again."""
        if not self._common:
            return ""
        parcel, first_image = dossier.parcel, dossier.patch.before_date or ""
        return together((self._common, parcel.geometry_sha256, str(parcel.area_m2), first_image))

    def stands(self, dossier: Dossier) -> bool:
        """True when the recorded figures are what computing them again would give."""
        figures = dossier.figures
        # Asked in this order: hashing a large file takes a while, and in a new month none stand.
        return figures is not None and bool(figures.basis) and figures.basis == self.of(dossier)

    def kept_with(self, dossiers: Iterable[Dossier], figures: Iterable[Figures]) -> List[Figures]:
        """The figures, each with the hash of what it rests on."""
        return [replace(one, basis=self.of(about)) for about, one in zip(dossiers, figures)]

    @cached_property
    def _common(self) -> str:
        identities = [source.identity for source in self._sources]
        return together((*self._facts(), *identities)) if all(identities) else ""

    def _facts(self) -> Iterator[str]:
        plan = self._plan
        yield REVISION
        for fact in (plan.area_rules, plan.land_use, *plan.layer_roles):
            yield repr(fact)
