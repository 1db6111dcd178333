"""The package's own list: what is in it, of which county and month, resting on which journal."""

from __future__ import annotations

import configparser
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Mapping, Tuple

from ..errors import UnreadableFile
from ..text import Text, text

FORMAT, FEEDBACK_FORMAT = "tuban-submission", "tuban-feedback"
FORMATS = (FORMAT, FEEDBACK_FORMAT)
FORMAT_VERSION = 2
_METADATA = Path(__file__).resolve().parents[2] / "metadata.txt"
_TEXTS = ("note", "tuban_version", "county_code", "county_name", "month")


@dataclass(frozen=True)
class Member:
    """A file of the package."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What ``manifest.json`` says.

    ``journal`` names the newest entry of the casebook that is not itself an export: exporting
    twice in a row gives the same bytes although the first export adds an entry. ``warnings``
    are the warnings that stood when the package was made; notices are left out, since some
    depend on the day. ``exchange`` says of which round it is and on which part of the journal
    its records rest; packages of version 1 have none.
    """

    note: str
    tuban_version: str
    county_code: str
    county_name: str
    month: str
    plan: Dict[str, str]
    journal: Dict[str, Any]
    counts: Dict[str, int]
    warnings: Tuple[Dict[str, str], ...]
    members: Tuple[Member, ...]
    exchange: Dict[str, Any] = field(default_factory=dict)
    format: str = FORMAT

    def to_json(self) -> bytes:
        """The bytes of the file."""
        content = {
            "format": self.format,
            "format_version": FORMAT_VERSION,
            **{name: getattr(self, name) for name in _TEXTS},
            "plan": self.plan,
            "journal": self.journal,
            "counts": self.counts,
            "warnings": list(self.warnings),
            "exchange": self.exchange,
            "members": [vars(member) for member in self.members],
        }
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def manifest_from_json(content: bytes, package: str) -> Manifest:
    """Read a manifest.

    :raises UnreadableFile: it is no manifest, or one of a newer Tuban.
    """
    try:
        facts = json.loads(content.decode("utf-8"))
        if facts["format"] not in FORMATS:
            raise _wrong(package, text("it is not of Tuban's format"))
        if facts["format_version"] > FORMAT_VERSION:
            raise _wrong(package, text("it was written by a newer Tuban"))
        return _manifest(facts)
    except (ValueError, KeyError, TypeError) as error:
        raise _wrong(package, text("it is incomplete or damaged")) from error


def _manifest(facts: Mapping[str, Any]) -> Manifest:
    members: List[Member] = [
        Member(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in facts["members"]
    ]
    return Manifest(
        **{name: str(facts[name]) for name in _TEXTS},
        plan=dict(facts["plan"]),
        journal=dict(facts["journal"]),
        counts=dict(facts["counts"]),
        warnings=tuple(dict(one) for one in facts["warnings"]),
        members=tuple(members),
        exchange=dict(facts.get("exchange", {})),
        format=str(facts["format"]),
    )


def _wrong(package: str, reason: Text) -> UnreadableFile:
    return UnreadableFile(
        text("The manifest of {package} cannot be used: {reason}.", package=package, reason=reason)
    )


def tuban_version() -> str:
    """The version in the plugin's metadata."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(_METADATA, encoding="utf-8")
    return metadata.get("general", "version", fallback="")
