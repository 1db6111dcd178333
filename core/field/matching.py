"""Which parcel a photo is of: by its name, where it was taken, and which way it looks.

Everything that speaks for a parcel is told with it. Where two parcels fit, or name and place
disagree, none is chosen: a person says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Collection, Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np

from ..geometry import MultiPolygon, box, multipolygon_from_wkb
from ..model import Dossier
from ..plan import PhotoRules
from ..text import Text, text
from .facts import PhotoFacts
from .names import Numbers, PhotoFile
from .place import distance_m, metres_per_degree, off_target_deg, without_gcj02


@dataclass(frozen=True)
class Candidate:
    """A parcel that a photo may be of; distance in metres, and degrees that it looks past.

    ``off_deg`` is 0 where the photo looks at it, ``None`` where its direction is not known.
    ``shifted``: only without the offset of Chinese map services (GCJ-02) is it near.
    """

    number: str
    named: bool = False
    at_hand: bool = False
    distance_m: Optional[float] = None
    off_deg: Optional[float] = None
    shifted: bool = False

    @property
    def why(self) -> Text:
        """What speaks for it, and what against."""
        said = [_AT_HAND] * self.at_hand or [_BY_NAME] * self.named
        if self.distance_m is not None:
            said.append(_where(self))
        return said[0] if len(said) == 1 else text("{one}; {other}", one=said[0], other=said[1])


_BY_NAME = text("named after it")
_AT_HAND = text("dropped on it")


def _where(one: Candidate) -> Text:
    metres = round(one.distance_m or 0)
    if one.shifted:
        return text(
            "{metres} m from it if its position is GCJ-02, but not otherwise", metres=metres
        )
    if metres == 0:
        return text("taken inside it")
    if one.off_deg is None:
        return text("taken {metres} m from it, direction unknown", metres=metres)
    if round(one.off_deg) == 0:
        return text("taken {metres} m from it, pointing at it", metres=metres)
    return text(
        "taken {metres} m from it, looking {off}° past it", metres=metres, off=round(one.off_deg)
    )


@dataclass(frozen=True)
class Match:
    """A photo and the parcel it is of; ``number`` is empty where a person has to say.

    ``candidates`` are ranked, the best first. ``usable`` is false where there is nothing to
    attach: it is there already, or cannot be attached at all. ``note`` says why then, or why
    nothing was chosen.
    """

    file: PhotoFile
    facts: Optional[PhotoFacts]
    number: str = ""
    note: Optional[Text] = None
    candidates: Tuple[Candidate, ...] = ()
    usable: bool = True
    military: bool = False
    """It may show military land: no output may name it."""

    @property
    def why(self) -> Text:
        """Why it is this parcel, or why it is none."""
        if self.note is not None:
            return self.note
        return next(one.why for one in self.candidates if one.number == self.number)


class Matcher:
    """Finds the parcels of photos among those of a casebook.

    ``hidden`` are numbers of patches whose parcels are offered to nobody (military land);
    ``at_hand`` is the parcel that the photos were dropped on, if it was on one.
    """

    def __init__(
        self,
        dossiers: Sequence[Dossier],
        rules: PhotoRules,
        hidden: Collection[str] = (),
        at_hand: str = "",
    ) -> None:
        self._rules = rules
        self._at_hand = at_hand
        self._numbers = Numbers([(one.parcel.number, one.patch.number) for one in dossiers])
        self._outlines = {one.parcel.number: one.parcel.geometry for one in dossiers}
        self._decoded: Dict[str, MultiPolygon] = {}
        self._hidden = {
            one.parcel.number
            for one in dossiers
            if one.patch.number in hidden and one.parcel.number != at_hand
        }
        self._attached = _attached(dossiers)
        self._order = list(self._outlines)
        boxes = [box(self._polygons(number)) for number in self._order]
        self._boxes = np.array(boxes, np.float64).reshape(-1, 4)

    def match(self, file: PhotoFile, facts: PhotoFacts) -> Match:
        """The parcels that a photo may be of, and the one it is of."""
        there = self._attached.get(facts.sha256, ())
        if there and (not self._at_hand or self._at_hand in there):
            note = text("It is attached to {parcels} already.", parcels=there)
            return Match(file, facts, there[0], note, usable=False)
        named = self._numbers.meant_by(file.said)
        candidates = self._ranked(facts, named)
        if self._may_show_hidden(candidates):
            # Not which one: the table of matches must not tell where military land is.
            note = text("It may show military land: it is left out.")
            return Match(file, None, note=note, usable=False, military=True)
        open_ones = tuple(one for one in candidates if one.number not in self._hidden)
        match = Match(file, facts, candidates=open_ones)
        doubt = self._doubt(open_ones, facts)
        return replace(match, note=doubt) if doubt else replace(match, number=open_ones[0].number)

    def _may_show_hidden(self, ranked: Sequence[Candidate]) -> bool:
        if not ranked or ranked[0].number in self._hidden:
            return bool(ranked)
        meant = ranked[0].at_hand or ranked[0].named
        return not meant and any(one.number in self._hidden and self._fits(one) for one in ranked)

    # ---- candidates

    def _ranked(self, facts: PhotoFacts, named: Set[str]) -> List[Candidate]:
        wanted = named | ({self._at_hand} & set(self._order))
        found = self._around(facts, wanted)
        if facts.lon_deg is not None and not any(map(self._is_near, found)):
            found = self._unshifted(facts, found)
        told = [
            replace(one, named=one.number in named, at_hand=one.number == self._at_hand)
            for one in found
        ]
        return sorted(told, key=self._rank)

    def _rank(self, one: Candidate) -> Tuple[bool, bool, bool, float, str]:
        far = np.inf if one.distance_m is None else one.distance_m
        return (not one.at_hand, not one.named, not self._fits(one), far, one.number)

    def _around(self, facts: PhotoFacts, wanted: Set[str]) -> List[Candidate]:
        if facts.lon_deg is None or facts.lat_deg is None:
            return [Candidate(number) for number in wanted]
        near = self._boxes_near(facts.lon_deg, facts.lat_deg)
        found = [
            self._placed(number, facts.lon_deg, facts.lat_deg, facts.azimuth_deg)
            for number in {*near, *wanted}
        ]
        most = self._rules.matching.within_m
        return [one for one in found if one.number in wanted or (one.distance_m or 0) <= most]

    def _unshifted(self, facts: PhotoFacts, found: List[Candidate]) -> List[Candidate]:
        """With the parcels that are near once the GCJ-02 offset is taken off."""
        true = without_gcj02(facts.lon_deg or 0.0, facts.lat_deg or 0.0)
        if true is None:
            return found
        known = {one.number: one for one in found}
        for number in {*self._boxes_near(*true), *known}:
            placed = self._placed(number, *true, facts.azimuth_deg)
            if self._is_near(placed):
                known[number] = replace(placed, shifted=True)
        return list(known.values())

    def _placed(self, number: str, lon: float, lat: float, way: Optional[float]) -> Candidate:
        polygons = self._polygons(number)
        off = None if way is None else off_target_deg(lon, lat, way, polygons)
        return Candidate(number, distance_m=distance_m(lon, lat, polygons), off_deg=off)

    def _boxes_near(self, lon: float, lat: float) -> List[str]:
        east_m, north_m = metres_per_degree(lat)
        reach = self._rules.matching.within_m
        low_x, low_y, high_x, high_y = self._boxes.T
        aside = np.maximum(np.maximum(low_x - lon, lon - high_x), 0) * east_m
        above = np.maximum(np.maximum(low_y - lat, lat - high_y), 0) * north_m
        return [self._order[at] for at in np.flatnonzero(np.hypot(aside, above) <= reach)]

    def _polygons(self, number: str) -> MultiPolygon:
        if number not in self._decoded:
            self._decoded[number] = multipolygon_from_wkb(self._outlines[number])
        return self._decoded[number]

    # ---- the choice

    def _is_near(self, one: Candidate) -> bool:
        return one.distance_m is not None and one.distance_m <= self._rules.checks.near_m

    def _fits(self, one: Candidate) -> bool:
        """Near, and the direction does not speak against it."""
        aims = one.off_deg is None or one.off_deg <= self._rules.checks.looking_within_deg
        return self._is_near(one) and not one.shifted and aims

    def _doubt(self, ranked: Sequence[Candidate], facts: PhotoFacts) -> Optional[Text]:
        """Why the first candidate is not simply taken; ``None`` when it is."""
        if not ranked:
            return self._nothing(facts)
        named = [one for one in ranked if one.named]
        meant = [one for one in ranked if one.at_hand] or named
        if named and not any(one in meant for one in named):
            return text(
                "It was dropped on {meant}, but its name says {parcels}.",
                meant=meant[0].number,
                parcels=tuple(one.number for one in named),
            )
        fitting = [one for one in ranked if self._fits(one)]
        if len(meant) == 1:
            return self._contradicted(meant[0], fitting)
        among = [one for one in fitting if one in meant] if meant else fitting
        if not among:
            return _NOT_TOLD if meant else _NO_PARCEL_FITS
        if len(among) > 1 and not self._clearly_nearer(among[0], among[1]):
            return text("{parcels} fit alike.", parcels=tuple(one.number for one in among))
        return None

    def _contradicted(self, meant: Candidate, fitting: List[Candidate]) -> Optional[Text]:
        """Where it was taken tells of another parcel than its name."""
        if meant in fitting or not fitting:
            return None
        if meant.at_hand:
            return text(
                "It was dropped on {meant}, but taken at {other}.",
                meant=meant.number,
                other=fitting[0].number,
            )
        return text(
            "Its name says {meant}, but it was taken at {other}.",
            meant=meant.number,
            other=fitting[0].number,
        )

    def _clearly_nearer(self, first: Candidate, second: Candidate) -> bool:
        ahead = (second.distance_m or 0) - (first.distance_m or 0)
        return ahead >= self._rules.matching.clear_m

    def _nothing(self, facts: PhotoFacts) -> Text:
        if facts.lon_deg is None:
            return text(
                "No parcel's number is in its name, and it does not say where it was taken."
            )
        return text(
            "No parcel's number is in its name, and no parcel is within {metres} m.",
            metres=self._rules.matching.within_m,
        )


_NOT_TOLD = text("Its name means several parcels, and its position does not tell which.")
_NO_PARCEL_FITS = text("There are parcels around, but none near enough that it points at.")


def _attached(dossiers: Sequence[Dossier]) -> Mapping[str, Tuple[str, ...]]:
    found: Dict[str, Tuple[str, ...]] = {}
    for dossier in dossiers:
        for photo in dossier.photos:
            found[photo.sha256] = (*found.get(photo.sha256, ()), dossier.parcel.number)
    return found
