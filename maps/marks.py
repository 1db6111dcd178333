"""The mark of a fact's origin, in short and as a badge; shown wherever the fact is used."""

from __future__ import annotations

from html import escape
from typing import Dict

from ..core.plan import Origin
from .inks import ink
from .words import say, tr

OFFICIAL = (Origin.PLAN, Origin.LAW, Origin.STANDARD)
SURE, UNSURE = "#2e7d5b", "#b26a12"
"""Of the mark: from plan, law or standard, and not."""


def short_mark(origin: Origin) -> str:
    """One or two words."""
    return _short()[origin]


def _short() -> Dict[Origin, str]:
    return {
        Origin.PLAN: tr("plan"),
        Origin.LAW: tr("law"),
        Origin.STANDARD: tr("standard"),
        Origin.PRACTICE: tr("practice"),
        Origin.TUBAN: tr("Tuban's default"),
    }


def colour_of_mark(origin: Origin) -> str:
    """Green for what is official, amber for what is not."""
    return ink(SURE if origin in OFFICIAL else UNSURE)


def badge(origin: Origin) -> str:
    """The mark as rich text, to stand behind a fact's words."""
    colour = colour_of_mark(origin)
    return f"<span style='color:{colour}'><small>[{escape(short_mark(origin))}]</small></span>"


def marked(words: str, origin: Origin) -> str:
    """Plain words with the mark behind them: “8.0 m [standard]”."""
    return f"{words} [{short_mark(origin)}]"


def mark_and_source(origin: Origin, source: str) -> str:
    """For a tooltip: what the mark means, and the source that the plan's file names."""
    return f"{say(origin.label)}\n{source}" if source else say(origin.label)
