"""What intake is asked, and what it answers: options, layers, drafts, differences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Tuple

from ..model import Finding, Patch, PatchKind, Severity, Source
from ..text import Text, text

MEANINGS = {
    "number": text("Patch number"),
    "county_code": text("County code"),
    "county_name": text("County"),
    "patch_class": text("Class"),
    "change_type": text("Type"),
    "before_date": text("Image date before"),
    "after_date": text("Image date after"),
    "issued_area": text("Issued area"),
    "month": text("Month"),
    "remark": text("Remark"),
}
"""What a field of an issued file can mean, and what a person calls it; the plan's alias table
has the same names."""


@dataclass(frozen=True)
class LayerChoice:
    """A layer that a file offers: its name, its rows, and ``polygon``, ``none`` or ``other``."""

    name: str
    feature_count: int
    geometry: str

    @property
    def kind(self) -> PatchKind:
        """What patches the name says it holds; a person has the last word."""
        return PatchKind.MINERAL if "矿" in self.name else PatchKind.LAND


@dataclass(frozen=True)
class ReadOptions:
    """What a person has said about a file; an empty value means "find out".

    ``crs`` is like ``EPSG:4548``, ``area_unit`` one of ``m2``, ``mu``, ``ha``, ``month`` like
    ``2023-04``. ``fields`` maps a meaning to a field name; an empty name means "no such field".
    """

    layer: str = ""
    crs: str = ""
    encoding: str = ""
    area_unit: str = ""
    month: str = ""
    kind: PatchKind = PatchKind.LAND
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RawRow:
    """A row as the file has it: its number from 1, every attribute as text, an OGR geometry.

    ``geometry`` is ``None`` where the file has none; ``problem`` says why a row cannot be used
    although it was found.
    """

    row: int
    values: Dict[str, str]
    geometry: Any
    problem: Optional[Text] = None


@dataclass(frozen=True)
class RawLayer:
    """A layer as the file has it. ``crs`` is an OSR reference, or ``None`` when unsaid.

    ``numeric`` names the fields that the file keeps as numbers.
    """

    name: str
    fields: Tuple[str, ...]
    rows: List[RawRow]
    crs: Any
    encoding: str
    notes: List[Finding]
    numeric: Tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A row that cannot become a patch. ``number`` is empty where the row has none."""

    row: int
    number: str
    reason: Text


@dataclass(frozen=True)
class Draft:
    """What would be imported, shown before anything is written.

    ``fields`` tells which field of the file was taken for which meaning; ``sample`` holds the
    first rows as they would be imported.
    """

    source: Source
    fields: Dict[str, str]
    patches: List[Patch] = field(repr=False)
    refused: List[Refusal]
    notes: List[Finding]
    sample: List[Dict[str, str]] = field(repr=False)


@dataclass(frozen=True)
class Change:
    """A patch that is in the casebook already, and how the file differs from it."""

    number: str
    what: Text


@dataclass(frozen=True)
class Comparison:
    """A draft beside the casebook: what is new, what is there already, what differs."""

    new: List[Patch] = field(repr=False)
    same: List[str]
    changed: List[Change]


@dataclass(frozen=True)
class Accepted:
    """What :func:`accept` did."""

    added: int
    same: int
    changed: Tuple[Change, ...]
    refused: int


def note(check: str, message: Text, subject: str = "") -> Finding:
    """Something worth knowing about a file."""
    return Finding(f"intake.{check}", Severity.NOTICE, message, subject)


def warning(check: str, message: Text, subject: str = "") -> Finding:
    """Something about a file that a person must read."""
    return Finding(f"intake.{check}", Severity.WARNING, message, subject)
