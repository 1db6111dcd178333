"""Every value that a layer or a form can show, by name: the one list of them.

A row set makes rows; a row knows the record behind it. ``figures.cultivated_mu`` is, for a row
of parcels, what the overlay found. To offer another value, add it to the table of its set.
"""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterator, List, Tuple

from ...documents import Value
from ...plan import Plan
from ...text import Translate
from ..value_types import ValueType
from ..work import MonthWork
from .case import LEDGER_VALUES, TRANSFER_VALUES, ledger_rows, transfer_rows
from .getters import Getter
from .parcel import flag_rows, illegal_rows, parcel_getters, parcel_rows
from .patch import PATCH_VALUES, must_visit_rows, patch_rows
from .photo import PHOTO_VALUES, photo_rows
from .rectification import MEASURE_VALUES, measure_rows
from .summary import CLASS_VALUES, TOWN_VALUES, summary_rows, town_rows

Rows = Callable[[MonthWork, Translate], Iterator[Any]]
Getters = Callable[[Plan], Dict[str, Getter]]

ROW_SETS: Dict[str, Tuple[Rows, Getters]] = {
    "patches": (patch_rows, lambda plan: PATCH_VALUES),
    "parcels": (parcel_rows, parcel_getters),
    "flags": (flag_rows, parcel_getters),
    "must_visit": (must_visit_rows, lambda plan: PATCH_VALUES),
    "photos": (photo_rows, lambda plan: PHOTO_VALUES),
    "summary": (summary_rows, lambda plan: CLASS_VALUES),
    "towns": (town_rows, lambda plan: TOWN_VALUES),
    "illegal": (illegal_rows, parcel_getters),
    "ledger": (ledger_rows, lambda plan: LEDGER_VALUES),
    "measures": (measure_rows, lambda plan: MEASURE_VALUES),
    "transfers": (transfer_rows, lambda plan: TRANSFER_VALUES),
}


def value_types(row_set: str, plan: Plan) -> Dict[str, ValueType]:
    """The values of a row set, each with its type."""
    return {name: kind for name, (kind, _) in ROW_SETS[row_set][1](plan).items()}


def rows_of(row_set: str, work: MonthWork, say: Translate) -> Iterator[Any]:
    """The rows of a set, in order."""
    return ROW_SETS[row_set][0](work, say)


def values_of(row_set: str, names: Tuple[str, ...], plan: Plan) -> Callable[[Any], List[Value]]:
    """A function that gives a row's values in the order of ``names``."""
    getters = ROW_SETS[row_set][1](plan)
    chosen = [getters[name][1] for name in names]
    return lambda row: [get(row) for get in chosen]
