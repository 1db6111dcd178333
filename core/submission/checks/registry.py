"""The named checks: a check is one function and stands in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, Iterator, Tuple

from ...model import Finding, Severity
from ...text import Text
from ..work import MonthWork

Offence = Tuple[str, Text]
"""The number of the patch or parcel (empty: the whole month), and what is wrong."""
Run = Callable[[MonthWork], Iterator[Offence]]


@dataclass(frozen=True)
class Check:
    """A check: what it is called, how much it weighs, what it makes sure of."""

    name: str
    severity: Severity
    title: Text
    run: Run

    def findings(self, work: MonthWork) -> Iterator[Finding]:
        """What it finds; the rule's source is the plan's word for this check."""
        rule = work.schema.rules.get(self.name, "")
        for subject, message in self.run(work):
            yield Finding(self.name, self.severity, message, subject, rule)


CHECKS: Dict[str, Check] = {}


def check(name: str, severity: Severity, title: Text) -> Callable[[Run], Run]:
    """Register a function as a check. Its rule's source belongs in ``submission.json``."""

    def register(run: Run) -> Run:
        CHECKS[name] = Check(name, severity, title, run)
        return run

    return register
