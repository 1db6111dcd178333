"""A journal entry on its way into the tables, and a subject's state as entries name it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import (
    AbstractSet,
    Any,
    Callable,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    Optional,
    Sequence,
)

from sqlalchemy import Column, ColumnElement, Connection, Select, bindparam, delete, insert, select

from .geopackage import blob_from_wkb
from .journal import Recorded

State = Optional[Dict[str, Any]]
ASKED_AT_ONCE = 500


@dataclass(frozen=True)
class Step:
    """A journal entry and the geometry that belongs to it, if any."""

    entry: Recorded
    geometry: Optional[bytes] = None
    geometries: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def new(self) -> Dict[str, Any]:
        """The state after the entry; empty when it takes something away."""
        return self.entry.new or {}

    @property
    def blob(self) -> Optional[bytes]:
        """The geometry as the tables hold it."""
        return None if self.geometry is None else blob_from_wkb(self.geometry)


def in_parts(numbers: List[str]) -> List[List[str]]:
    """Numbers in portions that one question of SQLite can hold."""
    return [numbers[at : at + ASKED_AT_ONCE] for at in range(0, len(numbers), ASKED_AT_ONCE)]


def last_of_each(steps: Sequence[Step]) -> List[Step]:
    """The last step about each subject."""
    return list({step.entry.subject: step for step in steps}.values())


def replace_rows(
    connection: Connection,
    about: Column[Any],
    steps: Sequence[Step],
    rows_of: Callable[[Step], Iterable[Mapping[str, Any]]],
    *among: ColumnElement[bool],
) -> None:
    """Put what each subject's last step says in the place of a table's rows about it.

    ``about`` is the column with the subject; ``rows_of`` gives the other columns. Only rows
    ``among`` which these conditions hold give way.
    """
    last = last_of_each(steps)
    gone = delete(about.table).where(about == bindparam("subject"), *among)
    connection.execute(gone, [{"subject": step.entry.subject} for step in last])
    rows = [{**row, about.name: step.entry.subject} for step in last for row in rows_of(step)]
    if rows:
        connection.execute(insert(about.table), rows)


def rows_about(
    connection: Connection, about: Column[Any], numbers: List[str], *among: ColumnElement[bool]
) -> Iterator[Dict[str, Any]]:
    """A table's rows about these subjects, by its key within a portion of them."""
    for part in in_parts(numbers):
        query = select(about.table).where(about.in_(part), *among)
        yield from _as_dicts(connection, query.order_by(*about.table.primary_key))


def rows_chosen(
    connection: Connection, about: Column[Any], chosen: object
) -> Iterator[Dict[str, Any]]:
    """A table's rows by its key: all, or those about what numbers or a query give.

    Of a set of numbers, which may be longer than a question can be, the rows are looked through.
    """
    query = select(about.table).order_by(*about.table.primary_key)
    if isinstance(chosen, AbstractSet):
        rows = _as_dicts(connection, query)
        yield from (row for row in rows if row[about.name] in chosen)
        return
    if chosen is not None:
        query = query.where(about.in_(chosen))  # type: ignore[arg-type]
    yield from _as_dicts(connection, query)


def _as_dicts(connection: Connection, query: Select[Any]) -> Iterator[Dict[str, Any]]:
    """Rows by name, in a third of the time that SQLAlchemy's own mappings take."""
    result = connection.execute(query)
    names = tuple(result.keys())
    return (dict(zip(names, row)) for row in result)
