"""What an old list says of itself, held against its rows and the casebook: units and totals."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import log
from statistics import median
from typing import Dict, Iterable, List, Optional, Sequence, Tuple

from ..intake.grid import Grid
from ..model import Finding, Severity
from ..plan import Plan
from ..text import Text, text
from .amounts import compared_unit, in_mu, read_amount
from .linking import Parcels
from .reading import OldRow, Sheet
from .rules import AREAS, FILE, LedgerRules

TOLERANCE_MU = Decimal("0.05")
"""What sums of rows that were rounded one by one may be off."""
FARTHEST = 5
"""Illegal land may be a share of its patch; mu and m² lie a factor 667 apart."""
NONE = Decimal(0)


def with_units(sheet: Sheet, parcels: Parcels, rules: LedgerRules) -> Sheet:
    """The sheet with a unit for each area column; compared where no heading names it.

    :raises UndecidedInput: it cannot be told; a person says.
    """
    units = dict(sheet.units)
    for meaning in AREAS:
        if meaning in units and not units[meaning]:
            known = next((units[one] for one in AREAS if units.get(one)), "")
            units[meaning] = known or _compared(sheet, meaning, parcels, rules)
    return replace(sheet, units=units)


def _compared(sheet: Sheet, meaning: str, parcels: Parcels, rules: LedgerRules) -> str:
    pairs: List[Tuple[Decimal, Decimal]] = []
    any_left = False
    for row in range(sheet.headings.last + 1, len(sheet.grid.rows)):
        found = read_amount(sheet.cell(meaning, row), rules.lists.units)
        if found is None or found.unit:
            continue
        any_left = True
        known = _known_m2(meaning, sheet.cell("patch", row), sheet.cell("parcel", row), parcels)
        if known is not None:
            pairs.append((found.number, known))
    column = sheet.headings.found[meaning].words
    return compared_unit(pairs, column) if any_left else ""


def _known_m2(meaning: str, patch: str, parcel: str, parcels: Parcels) -> Optional[Decimal]:
    """The area of the parcel or patch that is meant, in the casebook."""
    there = parcels.of_patch(patch or parcel.rpartition("_")[0])
    own = [one for one in there if one.parcel.number == parcel] or there
    if not own:
        return None
    if meaning == "area":
        return sum((one.parcel.area_m2 for one in own), NONE)
    if meaning == "cultivated" and all(one.figures for one in own):
        return sum((one.figures.cultivated_m2 for one in own if one.figures), NONE)
    return None


def _warning(message: Text, subject: str = "") -> Finding:
    return Finding("ledger_import", Severity.WARNING, message, subject, f"{FILE}.json")


def skipped(grids: Iterable[Grid]) -> List[Finding]:
    """Sheets that are no list."""
    return [
        _warning(
            text(
                "Sheet {sheet} has no column with patch numbers: its {count} rows are not read.",
                sheet=one.name or "1",
                count=len(one.rows),
            )
        )
        for one in grids
    ]


def units_that_do_not_fit(rows: Sequence[OldRow], parcels: Parcels, plan: Plan) -> List[Finding]:
    """Mu that are square metres: told when most of the parcels known here say so."""
    factor = plan.area_rules.mu_per_m2
    ratios = []
    for one in rows:
        if one.entry is not None and one.entry.area_mu:
            known = _known_m2("area", one.entry.patch, one.entry.parcel, parcels)
            if known:
                ratios.append(abs(log(one.entry.area_mu / factor / known)))
    if not ratios or median(ratios) < log(FARTHEST):
        return []
    told = text(
        "The areas do not fit those of the {count} parcels that are in this casebook. Look "
        "whether the unit is right.",
        count=len(ratios),
    )
    return [_warning(told)]


def totals_that_do_not_fit(
    sheet: Sheet, rows: Sequence[OldRow], rules: LedgerRules, mu_per_m2: Decimal
) -> List[Finding]:
    """Rows of totals that are the sum neither of all rows above nor of those since the last."""
    found: List[Finding] = []
    above: Dict[str, Decimal] = dict.fromkeys(AREAS, NONE)
    since = dict(above)
    for one in rows:
        if one.sheet != sheet.grid.name:
            continue
        for meaning, area in one.areas.items():
            above[meaning] += area
            since[meaning] += area
        if one.is_total:
            found += _off(sheet, one, rules, mu_per_m2, (above, since))
            since = dict.fromkeys(AREAS, NONE)
    return found


def _off(
    sheet: Sheet,
    row: OldRow,
    rules: LedgerRules,
    mu_per_m2: Decimal,
    sums: Sequence[Dict[str, Decimal]],
) -> List[Finding]:
    found = []
    for meaning in AREAS:
        heading = sheet.headings.found.get(meaning)
        written = read_amount(sheet.cell(meaning, row.row - 1), rules.lists.units)
        unit = (written.unit or sheet.units.get(meaning, "")) if written else ""
        if heading is None or written is None or not unit or not written.number:
            continue
        total = in_mu(written.number, unit, mu_per_m2)
        if all(abs(total - one[meaning]) > TOLERANCE_MU for one in sums):
            told = text(
                "Row {row}: the total of {column} is {total} mu, but its rows have {sum} mu.",
                row=row.row,
                column=heading.words,
                total=total,
                sum=sums[0][meaning],
            )
            found.append(_warning(told, sheet.grid.name))
    return found
