"""A queue as a person keeps it: a name, a filter and an order, as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Dict, FrozenSet, List, Sequence, Tuple

from ..errors import InputError
from ..model import PatchKind
from ..text import text
from .filters import Figure, Filter, Need, Trait
from .orders import Order, OrderBy


@dataclass(frozen=True)
class Queue:
    """Which parcels are gone through, and in which order."""

    name: str = ""
    filter: Filter = field(default_factory=Filter)
    order: Order = field(default_factory=Order)

    @property
    def needs(self) -> FrozenSet[Need]:
        """What has to be known besides the rows."""
        return self.filter.needs | self.order.needs


EVERYTHING = Queue()


def queue_as_json(queue: Queue) -> Dict[str, Any]:
    """A queue as JSON values."""
    asked, order = queue.filter, queue.order
    return {
        "name": queue.name,
        "traits": [one.value for one in asked.traits],
        "kinds": [one.value for one in asked.kinds],
        "categories": list(asked.categories),
        "classes": list(asked.classes),
        "towns": list(asked.towns),
        "persons": list(asked.persons),
        "figure": asked.figure.value,
        "at_least_mu": None if asked.at_least_mu is None else str(asked.at_least_mu),
        "due_within": asked.due_within,
        "numbers": sorted(asked.numbers),
        "expression": asked.expression,
        "order": order.by.value,
        "reverse": order.reverse,
    }


def queue_from_json(data: Any) -> Queue:
    """The queue that was written so; raises :class:`InputError` when it is none."""
    try:
        return _queue(data)
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation) as error:
        raise InputError(text("A saved queue cannot be read.")) from error


def _queue(data: Any) -> Queue:
    least, within = data.get("at_least_mu"), data.get("due_within")
    asked = Filter(
        traits=tuple(map(Trait, data.get("traits", []))),
        kinds=tuple(map(PatchKind, data.get("kinds", []))),
        categories=_texts(data, "categories"),
        classes=_texts(data, "classes"),
        towns=_texts(data, "towns"),
        persons=_texts(data, "persons"),
        figure=Figure(data.get("figure", Figure.CULTIVATED.value)),
        at_least_mu=None if least is None else Decimal(least),
        due_within=None if within is None else int(within),
        numbers=frozenset(_texts(data, "numbers")),
        expression=str(data.get("expression", "")),
    )
    order = Order(OrderBy(data.get("order", "number")), bool(data.get("reverse", False)))
    return Queue(str(data["name"]), asked, order)


def _texts(data: Any, name: str) -> Tuple[str, ...]:
    return tuple(map(str, data.get(name, [])))


def with_queue(queues: Sequence[Queue], queue: Queue) -> List[Queue]:
    """The queues with this one, instead of one of the same name."""
    return sorted(
        [*(one for one in queues if one.name != queue.name), queue], key=lambda one: one.name
    )


def without_queue(queues: Sequence[Queue], name: str) -> List[Queue]:
    """The queues but the one of that name."""
    return [one for one in queues if one.name != name]
