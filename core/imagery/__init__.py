"""Imagery: epochs and their choice for a patch, tiles, and what an address tells."""

from .choice import Pair, choose, newer_than_after, taken, warnings
from .epochs import AFTER, BEFORE, Epoch, day_in, side_in
from .rules import Fetching, ImageryRules, Service, Shifted, imagery_rules

__all__ = [
    "AFTER",
    "BEFORE",
    "Epoch",
    "Fetching",
    "ImageryRules",
    "Pair",
    "Service",
    "Shifted",
    "choose",
    "day_in",
    "imagery_rules",
    "newer_than_after",
    "side_in",
    "taken",
    "warnings",
]
