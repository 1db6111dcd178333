"""What the month still needs: its calendar, the queue of work, counts and warnings."""

from .calendar import correction_deadline, county_deadline, month_of
from .filters import NOTHING_KNOWN, Figure, Filter, Known, Need, Trait
from .known import (
    may_be_visited,
    results_to_be_visited,
    stages_and_deadlines,
    standings_of,
    to_be_visited,
)
from .orders import Order, OrderBy
from .saved import (
    EVERYTHING,
    Queue,
    queue_as_json,
    queue_from_json,
    with_queue,
    without_queue,
)
from .towns import Towns, town_in
from .worklist import WorkList

__all__ = [
    "EVERYTHING",
    "NOTHING_KNOWN",
    "Figure",
    "Filter",
    "Known",
    "Need",
    "Order",
    "OrderBy",
    "Queue",
    "Towns",
    "Trait",
    "WorkList",
    "correction_deadline",
    "county_deadline",
    "may_be_visited",
    "month_of",
    "queue_as_json",
    "queue_from_json",
    "results_to_be_visited",
    "stages_and_deadlines",
    "standings_of",
    "to_be_visited",
    "town_in",
    "with_queue",
    "without_queue",
]
