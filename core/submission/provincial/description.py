"""``supervision.json``: the provincial system's form, and the families of its exports."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, FrozenSet, List, Optional, Sequence, Tuple

from ...documents import Column
from ...documents.described import AS_WRITTEN, read_column, read_kind
from ...plan import Plan, What
from ...plan.reader import Node
from ...plan.sections import Origin, origin_of
from ...text import text
from ..schema import COLUMN_TYPES, read_value
from ..value_types import ValueType
from ..values import value_types

ROWS = "parcels"


@dataclass(frozen=True)
class PasteSheet:
    """A tab of the system's form: its columns in order, and the value of each."""

    name: str
    columns: Tuple[Column, ...]
    values: Tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """A column of an export and the value it is compared with."""

    heading: str
    value: str
    type: ValueType


@dataclass(frozen=True)
class StateColumn:
    """A column that says how far the system is with a row; its codes in words."""

    heading: str
    words: Dict[str, str]


@dataclass(frozen=True)
class Family:
    """One kind of export, known by the columns that only it has.

    ``key`` is the column of the number, ``record`` that of the system's own record number.
    Rows whose ``parent_column`` has one of ``parents`` were divided: their parts follow, and
    counting both would count twice.
    """

    code: str
    name: str
    known_by: FrozenSet[str]
    key: str
    record: str
    parent_column: str
    parents: FrozenSet[str]
    columns: Tuple[Compared, ...]
    states: Tuple[StateColumn, ...]

    def fits(self, headings: Sequence[str]) -> bool:
        """True when a table with these headings is of this family."""
        there = {folded(heading) for heading in headings}
        return {folded(name) for name in (*self.known_by, self.key)} <= there


@dataclass(frozen=True)
class Supervision:
    """All of ``supervision.json``; ``record_kind`` is the evidence that holds its number."""

    origin: Origin
    note: str
    record_kind: str
    tolerance_mu: Decimal
    sheets: Tuple[PasteSheet, ...]
    families: Tuple[Family, ...]

    def family_of(self, headings: Sequence[str]) -> Optional[Family]:
        """The family of a table with these headings."""
        return next((one for one in self.families if one.fits(headings)), None)


def folded(content: str) -> str:
    """As it is compared: full-width signs and brackets as half-width ones, no blanks."""
    return "".join(unicodedata.normalize("NFKC", content).split()).casefold()


def supervision(plan: Plan) -> Supervision:
    """The plan's description of the system.

    :raises PlanError: names the file, the key and what is wrong with it.
    """
    node = plan.section("supervision")
    found = Supervision(
        origin=origin_of(node),
        note=node.text("note"),
        record_kind=_record_kind(node, plan),
        tolerance_mu=node.decimal("tolerance_mu"),
        sheets=tuple(_sheet(one, plan) for one in node.some("sheets")),
        families=tuple(_family(one, plan) for one in node.some("families")),
    )
    _refuse_alike(node, found.families)
    node.refuse_unknown()
    return found


def _record_kind(node: Node, plan: Plan) -> str:
    kinds = [one.code for one in plan.lists.evidence.values() if one.what is What.NUMBER]
    return node.one_of("record_number", kinds)


def _sheet(node: Node, plan: Plan) -> PasteSheet:
    columns = list(node.some("columns"))
    return PasteSheet(
        name=node.text("sheet"),
        columns=tuple(read_column(one, AS_WRITTEN) for one in columns),
        values=tuple(read_value(one, ROWS, COLUMN_TYPES[read_kind(one)], plan) for one in columns),
    )


def _family(node: Node, plan: Plan) -> Family:
    origin_of(node)
    return Family(
        code=node.text("code"),
        name=node.text("zh"),
        known_by=frozenset(one.as_text() for one in node.some("known_by")),
        key=node.text("key"),
        record=node.text("record", ""),
        parent_column=node.text("parent_column", ""),
        parents=frozenset(node.texts("parents")),
        columns=tuple(_compared(one, plan) for one in node.some("columns")),
        states=tuple(_state(one) for one in node.each("states")),
    )


def _compared(node: Node, plan: Plan) -> Compared:
    types = value_types(ROWS, plan)
    value = node.one_of("value", list(types))
    return Compared(node.text("zh"), value, types[value])


def _state(node: Node) -> StateColumn:
    words = node.at("words")
    return StateColumn(node.text("zh"), {code: words.text(code) for code in words.names()})


def _refuse_alike(node: Node, families: Sequence[Family]) -> None:
    """Two families that one table could be both of would be told apart by chance."""
    earlier: List[Family] = []
    for family in families:
        for other in earlier:
            if other.known_by <= family.known_by:
                raise node.at("families").wrong(
                    text(
                        "{one} and {other} cannot be told apart by their columns",
                        one=other.code,
                        other=family.code,
                    )
                )
        earlier.append(family)
