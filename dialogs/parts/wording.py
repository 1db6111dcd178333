"""How figures and dates are written in the windows."""

from __future__ import annotations

from decimal import Decimal
from typing import Optional

from ...core.model import Finding
from ...maps.words import say, tr


def mu(area: Optional[Decimal]) -> str:
    """Mu with two decimals; "unknown" where no layer reaches the parcel."""
    return tr("unknown") if area is None else f"{area:,.2f}"


def mu_with_unit(area: Optional[Decimal]) -> str:
    """The same with its unit."""
    return tr("unknown") if area is None else tr("{area} mu").format(area=f"{area:,.2f}")


def named(name: str, words: str) -> str:
    """Words with what they are of before them."""
    return tr("{name}: {words}").format(name=name, words=words)


def finding_words(finding: Finding) -> str:
    """What does not fit, with how much it weighs before it."""
    return named(say(finding.severity.label), say(finding.message))


def m2(area: Optional[Decimal]) -> str:
    """Square metres with unit, for tooltips; empty where unknown."""
    return "" if area is None else f"{area:,.2f} m²"


def dates(before: Optional[str], after: Optional[str]) -> str:
    """The two image dates of a patch."""
    return f"{before or '?'} → {after or '?'}"


def unit(code: str) -> str:
    """A unit of area as people write it."""
    return {"m2": "m²", "mu": tr("mu"), "ha": tr("ha")}.get(code, code)


def tail(number: str) -> str:
    """The end of a parcel's number, which tells it from its neighbours."""
    return number if len(number) <= 12 else f"…{number[-10:]}"
