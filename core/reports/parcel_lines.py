"""The parcels behind a figure, a line each."""

from __future__ import annotations

from typing import List, Sequence, Tuple

import numpy as np

from ..charts.items import DASH
from ..plan import Plan
from ..statistics import Facts
from ..statistics.facts import Measure
from ..text import LANGUAGE, Translate, text

Line = Tuple[str, str, str, str, str, str]
UNDECIDED = text("Undecided")


def parcel_lines(facts: Facts, numbers: Sequence[str], plan: Plan, say: Translate) -> List[Line]:
    """Number, unit, month, verdict, mu and cultivated mu of each, in the order of the facts."""
    language = say(LANGUAGE.template)
    verdicts = {one.code: one.label.in_language(language) for one in plan.categories}
    verdicts[""] = UNDECIDED.say(say)
    unit, month = facts.dimensions["unit"], facts.dimensions["month"]
    category = facts.dimensions["category"]
    area, cultivated = facts.measures["area"], facts.measures["cultivated"]
    return [
        (
            facts.numbers[at],
            facts.unit_names.get(unit[at], unit[at]),
            month[at],
            verdicts.get(category[at], category[at]),
            _mu(area, at),
            _mu(cultivated, at),
        )
        for at in np.flatnonzero(facts.chosen(numbers)).tolist()
    ]


def _mu(measure: Measure, at: int) -> str:
    if measure.known is not None and not measure.known[at]:
        return DASH
    return f"{int(measure.hundredths[at]) / 100:.2f}"
