"""抽查: patches drawn for a spot check, so that anybody can draw the same ones again.

Each patch's place in the draw is the SHA-256 of seed and number: it depends on nothing else, on
no program's random numbers and on no order of the list.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Protocol, Sequence, Tuple

from ..casebook import Recorded, events
from ..casebook.journal import Event
from .rules import SampleRules


@dataclass(frozen=True)
class Sample:
    """What was drawn, by unit, out of how many; ``population`` is the hash of the list."""

    month: str
    seed: str
    percent: int
    least: int
    population: str
    out_of: Dict[str, int]
    drawn: Dict[str, Tuple[str, ...]]

    @property
    def numbers(self) -> List[str]:
        """All patches drawn, by unit and number."""
        return [number for unit in sorted(self.drawn) for number in self.drawn[unit]]


class Book(Protocol):
    """What remembering a sample needs of the casebook."""

    def history(self, subject: str) -> List[Recorded]:
        """The entries about a month, newest first."""

    def record(self, changes: Sequence[Event]) -> List[Recorded]:
        """Record changes, all or none."""


def draw(units: Mapping[str, str], month: str, seed: str, rules: SampleRules) -> Sample:
    """Draw of each unit; ``units`` gives the unit of each patch.

    ``rules.percent`` of a unit's patches rounded up, ``rules.least`` at least, all where there
    are fewer.
    """
    of_unit: Dict[str, List[str]] = {}
    for number, unit in units.items():
        of_unit.setdefault(unit, []).append(number)
    drawn = {}
    for unit, numbers in of_unit.items():
        count = max(-(-len(numbers) * rules.percent // 100), rules.least)
        drawn[unit] = tuple(sorted(sorted(numbers, key=lambda one: _place(seed, one))[:count]))
    return Sample(
        month=month,
        seed=seed,
        percent=rules.percent,
        least=rules.least,
        population=population_of(units),
        out_of={unit: len(numbers) for unit, numbers in of_unit.items()},
        drawn=drawn,
    )


def _place(seed: str, number: str) -> str:
    return hashlib.sha256(f"{seed}\n{number}".encode()).hexdigest()


def population_of(units: Mapping[str, str]) -> str:
    """SHA-256 of the list that is drawn from: each patch with its unit, by number."""
    written = "\n".join(f"{number} {unit}" for number, unit in sorted(units.items()))
    return hashlib.sha256(written.encode()).hexdigest()


def remember(book: Book, sample: Sample) -> Recorded:
    """Put the sample with its seed into the journal."""
    facts = {
        "seed": sample.seed,
        "percent": sample.percent,
        "least": sample.least,
        "population": sample.population,
        "out_of": sample.out_of,
        "drawn": {unit: list(numbers) for unit, numbers in sample.drawn.items()},
    }
    return book.record([events.sample_drawn(sample.month, facts)])[0]


def remembered(book: Book, month: str) -> List[Tuple[Recorded, Sample]]:
    """The samples of a month with their entries, newest first."""
    return [
        (entry, _sample(month, entry.new or {}))
        for entry in book.history(month)
        if entry.kind == events.SAMPLE_DRAWN
    ]


def _sample(month: str, facts: Mapping[str, Any]) -> Sample:
    return Sample(
        month=month,
        seed=facts["seed"],
        percent=facts["percent"],
        least=facts["least"],
        population=facts["population"],
        out_of=dict(facts["out_of"]),
        drawn={unit: tuple(numbers) for unit, numbers in facts["drawn"].items()},
    )
