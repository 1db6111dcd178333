"""军用土地登记表: the separate register of military land, for confidential hand delivery.

Source: 工作方案 六. It holds number, county, area and month, nothing else: no outline, place or
photo. The official form is not known; headings and words are the plan's (``military.json``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import List, Tuple

from ..documents import Column, Kind, Sheet, write_workbook
from ..documents.described import needed_template
from ..legality import is_military, military_patches
from ..model import PatchKind
from ..mu import mu_from_m2
from ..plan import Plan
from .collecting import Book
from .forms import placeholders
from .schema import HEADLINE

FIELDS = ("row", "number", "county", "area_mu", "month")
_KINDS = {"row": Kind.INTEGER, "area_mu": Kind.AREA}
_WIDTHS = {"row": 8.0, "number": 30.0, "county": 26.0, "area_mu": 18.0, "month": 18.0}


@dataclass(frozen=True)
class Entry:
    """One military patch, whole."""

    number: str
    county: str
    area_mu: Decimal
    month: str


def military_entries(book: Book, plan: Plan, month: str) -> List[Entry]:
    """The military patches of a month, land and mineral, by number."""
    found = []
    for kind in PatchKind:
        marked = military_patches(book.dossiers(month, kind), plan)
        for patch in book.patches(month, kind):
            if patch.number in marked or is_military(patch, plan):
                area = mu_from_m2(patch.area_m2, plan.area_rules.mu_per_m2)
                county = patch.county_name or book.county_name
                found.append(Entry(patch.number, county, area, patch.month))
    return sorted(found, key=lambda one: one.number)


@dataclass(frozen=True)
class RegisterWords:
    """How the register is worded; ``title`` holds the placeholders of forms."""

    sheet: str
    title: str
    mark: str
    unit: str
    headings: Tuple[str, ...]
    signatures: Tuple[str, ...]
    notes: Tuple[str, ...]


def register_words(plan: Plan) -> RegisterWords:
    """The plan's words; raises :class:`PlanError` where ``military.json`` does not say them."""
    node = plan.section("military").at("register")
    headings = node.at("headings")
    words = RegisterWords(
        sheet=node.text("sheet"),
        title=needed_template(node, "title", HEADLINE),
        mark=node.text("mark"),
        unit=node.text("unit"),
        headings=tuple(headings.text(name) for name in FIELDS),
        signatures=tuple(node.texts("signatures")),
        notes=tuple(node.texts("notes")),
    )
    node.refuse_unknown()
    return words


def register_sheet(book: Book, plan: Plan, month: str) -> Sheet:
    """The month's register as a sheet of its own, marked for hand delivery.

    :raises PlanError: the plan's ``military.json`` does not say how it looks.
    """
    words = register_words(plan)
    return Sheet(
        name=words.sheet,
        title=words.title.format(**placeholders(book.county_name, month)),
        columns=tuple(
            Column(heading, _WIDTHS[name], _KINDS.get(name, Kind.CODE))
            for name, heading in zip(FIELDS, words.headings)
        ),
        rows=[
            (row, one.number, one.county, one.area_mu, one.month)
            for row, one in enumerate(military_entries(book, plan, month), start=1)
        ],
        above_left=words.mark,
        above_right=words.unit,
        signatures=words.signatures,
        notes=words.notes,
    )


def write_register(book: Book, plan: Plan, month: str, path: Path) -> None:
    """Write the month's register as a workbook with nothing else in it.

    :raises OutputError: the file cannot be written.
    """
    write_workbook(path, [register_sheet(book, plan, month)], datetime.now())
