"""Units of a plan's numbers in the user's language."""

from __future__ import annotations

from .words import tr


def unit_words(unit: str) -> str:
    """A unit as people write it; one that is not known stays as it is."""
    known = {
        "mu": tr("mu"),
        "mu/m²": tr("mu/m²"),
        "day": tr("day(s)"),
        "month": tr("month(s)"),
        "year": tr("year(s)"),
        "working_day": tr("working day(s)"),
        "bit": tr("bit(s)"),
        "s": tr("s"),
        "ms": tr("ms"),
    }
    return known.get(unit, unit)


def with_unit(value: str, unit: str) -> str:
    """A number with its unit."""
    return f"{value} {unit_words(unit)}".strip()
