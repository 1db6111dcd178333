"""What a plan says about field checks and photos: value lists, people, counts and distances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import FrozenSet, Optional, Tuple

from ..text import text
from .reader import Node
from .sections import Origin, Term, origin_of, term_of

BYTES_PER_MB = 1024 * 1024
WIDEST_DEG = 180
BITS = 256


@dataclass(frozen=True)
class FieldRules:
    """外业核查: the ways of checking, and the value lists of its form."""

    source: str
    ways: Tuple[Term, ...]
    on_the_ground: FrozenSet[str]
    stages: Tuple[Term, ...]
    actor_kinds: Tuple[Term, ...]
    stop_results: Tuple[Term, ...]
    uses: Tuple[Term, ...]
    penal_people: int
    penal_source: str
    penal_origin: Origin


@dataclass(frozen=True)
class PhotoKind:
    """远景, 近景 …: what a photo shows, told by a word in its name or its folder's."""

    term: Term
    required: bool
    markers: Tuple[str, ...]


@dataclass(frozen=True)
class PhotoChecks:
    """What a parcel's photos should be: how many, how near (metres), looking where (degrees).

    ``alike_within_bits``: two pictures are the same when their fingerprints of 256 bits differ
    in no more.
    """

    least_count: int
    near_m: int
    looking_within_deg: int
    alike_within_bits: int
    kinds: Tuple[PhotoKind, ...]
    origin: Origin

    def kind_of(self, name: str) -> Optional[PhotoKind]:
        """The kind that the photo's own name tells, before its folder's."""
        for part in reversed(name.casefold().split("/")):
            for kind in self.kinds:
                if any(marker in part for marker in kind.markers):
                    return kind
        return None


@dataclass(frozen=True)
class MatchingRules:
    """How a photo's parcel is found by its position, both in metres.

    Parcels ``within_m`` are offered; of two that fit, one is taken alone where the other is
    ``clear_m`` farther away.
    """

    within_m: int
    clear_m: int
    origin: Origin


@dataclass(frozen=True)
class PhotoRules:
    """What a field photo must have and how it is named in the package."""

    name_characters: int
    size_mb: int
    origin: Origin
    checks: PhotoChecks
    matching: MatchingRules

    @property
    def size_bytes(self) -> int:
        """The largest size in bytes."""
        return self.size_mb * BYTES_PER_MB


def term_in(terms: Tuple[Term, ...], code: str) -> Optional[Term]:
    """The term with this code."""
    return next((term for term in terms if term.code == code), None)


def read_field_rules(node: Node) -> FieldRules:
    """``field.json``, checked."""
    people = node.at("penal_people")
    return FieldRules(
        source=node.text("source"),
        ways=_terms(node, "ways"),
        on_the_ground=frozenset(
            way.text("code") for way in node.some("ways") if way.flag("on_the_ground")
        ),
        stages=_terms(node, "stages"),
        actor_kinds=_terms(node, "actor_kinds"),
        stop_results=_terms(node, "stop_results"),
        uses=_terms(node, "uses"),
        penal_people=people.whole("least", 1, 9),
        penal_source=people.text("source"),
        penal_origin=origin_of(people),
    )


def read_photo_rules(node: Node) -> PhotoRules:
    """``photos.json``, checked."""
    checks, matching = node.at("checks"), node.at("matching")
    return PhotoRules(
        name_characters=node.whole("name_characters", 8, 255),
        size_mb=node.whole("size_mb", 1, 1000),
        origin=origin_of(node),
        checks=PhotoChecks(
            least_count=checks.whole("least_count", 0, 99),
            near_m=checks.whole("near_m", 1, 100_000),
            looking_within_deg=checks.whole("looking_within_deg", 0, WIDEST_DEG),
            alike_within_bits=checks.whole("alike_within_bits", 0, BITS),
            kinds=_kinds(node),
            origin=origin_of(checks),
        ),
        matching=MatchingRules(
            within_m=matching.whole("within_m", 1, 100_000),
            clear_m=matching.whole("clear_m", 1, 100_000),
            origin=origin_of(matching),
        ),
    )


def _kinds(node: Node) -> Tuple[PhotoKind, ...]:
    terms = _terms(node, "kinds")
    return tuple(
        PhotoKind(
            term,
            one.flag("required"),
            tuple(word.as_text().casefold() for word in one.some("markers")),
        )
        for term, one in zip(terms, node.some("kinds"))
    )


def _terms(node: Node, name: str) -> Tuple[Term, ...]:
    terms = tuple(term_of(one) for one in node.some(name))
    codes = [term.code for term in terms]
    for one in node.some(name):
        if codes.count(one.text("code")) > 1:
            raise one.at("code").wrong(
                text("the code {code} is there twice", code=one.text("code"))
            )
    return terms
