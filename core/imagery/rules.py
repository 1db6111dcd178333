"""What a plan says about imagery: when a picture fits, which services there are, how to fetch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

from ..plan import Label, Origin, Plan
from ..plan.reader import Node
from ..plan.sections import label_of, origin_of
from ..text import text

DEEPEST_ZOOM = 22
LONGEST_FIT_DAYS = 3660
DATUMS = ["GCJ-02", "BD-09"]


@dataclass(frozen=True)
class Shifted:
    """A host whose pictures do not lie where they are: by hundreds of metres against CGCS2000."""

    host: str
    datum: str
    label: Label
    origin: Origin


@dataclass(frozen=True)
class Service:
    """A tile service: its address with {z} {x} {y}, and how a key of the office's own is given.

    ``key_parameter`` is empty for a service that wants none; the key itself is never in a plan.
    """

    code: str
    label: Label
    address: str
    key_parameter: str
    zoom_from: int
    zoom_to: int
    origin: Origin


@dataclass(frozen=True)
class Fetching:
    """Limits for fetching tiles for offline use: zooms, metres around a patch, and manners."""

    zoom_from: int
    zoom_to: int
    around_m: int
    most_tiles: int
    pause_ms: int
    wait_s: int
    origin: Origin


@dataclass(frozen=True)
class ImageryRules:
    """A picture fits a patch's date when it was taken within ``fits_within_days`` of it."""

    source: str
    fits_within_days: int
    fits_origin: Origin
    shifted: Tuple[Shifted, ...]
    services: Tuple[Service, ...]
    fetching: Fetching


def imagery_rules(plan: Plan) -> ImageryRules:
    """The content of the plan's ``imagery.json``; raises :class:`PlanError`."""
    node = plan.section("imagery")
    return ImageryRules(
        source=node.text("source"),
        fits_within_days=node.whole("fits_within_days", 0, LONGEST_FIT_DAYS),
        fits_origin=origin_of(node),
        shifted=tuple(map(_shifted, node.each("shifted"))),
        services=tuple(map(_service, node.each("services"))),
        fetching=_fetching(node.at("fetching")),
    )


def _shifted(node: Node) -> Shifted:
    datum = node.one_of("datum", DATUMS)
    return Shifted(node.text("host").lower(), datum, label_of(node), origin_of(node))


def _service(node: Node) -> Service:
    address = node.at("address")
    if any(mark not in address.as_text() for mark in ("{z}", "{x}", "{y}")):
        raise address.wrong(text("an address with {places} is expected", places="{z} {x} {y}"))
    return Service(
        code=node.text("code"),
        label=label_of(node),
        address=address.as_text(),
        key_parameter=node.text("key_parameter", ""),
        zoom_from=node.whole("zoom_from", 0, DEEPEST_ZOOM),
        zoom_to=node.whole("zoom_to", node.whole("zoom_from", 0, DEEPEST_ZOOM), DEEPEST_ZOOM),
        origin=origin_of(node),
    )


def _fetching(node: Node) -> Fetching:
    zoom_from = node.whole("zoom_from", 0, DEEPEST_ZOOM)
    return Fetching(
        zoom_from=zoom_from,
        zoom_to=node.whole("zoom_to", zoom_from, DEEPEST_ZOOM),
        around_m=node.whole("around_m", 0, 5000),
        most_tiles=node.whole("most_tiles", 1, 10_000_000),
        pause_ms=node.whole("pause_ms", 0, 60_000),
        wait_s=node.whole("wait_s", 1, 600),
        origin=origin_of(node),
    )
