"""What can be wrong with how a parcel is put right: each by its name, one function in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Callable, Dict, Iterator

from ..model import Dossier, Severity
from ..plan import Plan
from ..text import Text

Run = Callable[[Dossier, Plan, date], Iterator[Text]]
"""All sentences about one parcel; the day is today."""


@dataclass(frozen=True)
class Check:
    """``countys``: the county answers for it, so that it is asked before a package, too."""

    name: str
    severity: Severity
    title: Text
    countys: bool
    run: Run


CHECKS: Dict[str, Check] = {}


def countys(name: str, severity: Severity, title: Text) -> Callable[[Run], Run]:
    """Register what the county answers for."""
    return _register(name, severity, title, True)


def citys(name: str, severity: Severity, title: Text) -> Callable[[Run], Run]:
    """Register what the city answers for."""
    return _register(name, severity, title, False)


def _register(name: str, severity: Severity, title: Text, county: bool) -> Callable[[Run], Run]:
    def register(run: Run) -> Run:
        CHECKS[name] = Check(name, severity, title, county, run)
        return run

    return register
