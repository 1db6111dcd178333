"""From measured pieces to the figures of a parcel: rounding, deduction, adjustment.

Nothing here touches a geometry. Pieces carry ellipsoidal areas (TD/T 1055-2019) in m².
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from sys import intern
from typing import Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from ..areas import share_out
from ..model import Coverage, Figures, LayerUsed, Parcel
from ..mu import round_half_up
from ..plan import Plan
from ..text import Text, text

CULTIVATED, OTHER, UNCOVERED = "cultivated", "other_agricultural", "uncovered"
CLASSES = (CULTIVATED, OTHER, "unused", "construction", UNCOVERED)
OF_WHICH = ("basic_farmland", "red_line", "urban")
# Where :class:`Figures` keeps each; Python finds an interned name of an argument at once.
_IN_M2 = {name: intern(f"{name}_m2") for name in (*CLASSES, *OF_WHICH)}
_IN_MU = {name: intern(f"{name}_mu") for name in (*CLASSES, *OF_WHICH)}
# In Coverage.document: all documents of a role together, and an approval without a number.
ALL_DOCUMENTS = ""
NO_DOCUMENT = "—"
# What is asked of a feature, by meaning.
FIELDS_USED = ("code", "deduction", "location", "document")
_ZERO = Decimal("0.00")
_HUNDREDTH = Decimal("0.01")
# Nearer to a tie than this, in hundredths, a float's decimal form to the millionth decides; a
# float beyond ``_EXACT`` hundredths has not the digits to tell.
_TIE, _EXACT = 1e-4, 1e9


class Piece(NamedTuple):
    """The part of a parcel that one land-use feature covers."""

    fid: int
    code: str
    deduction: str
    location: str
    area_m2: float

    @classmethod
    def of(cls, fid: int, fields: Mapping[str, str], area_m2: float) -> Piece:
        """A piece of the feature with these fields."""
        deduction, location = fields.get("deduction", ""), fields.get("location", "")
        return cls(fid, code_of(fields), deduction.strip(), location.strip(), area_m2)


def code_of(fields: Mapping[str, str]) -> str:
    """The land-use code as the plan writes it."""
    return fields.get("code", "").strip().upper()


def document_of(fields: Mapping[str, str]) -> str:
    """The number of an approval's document."""
    return fields.get("document", "").strip() or NO_DOCUMENT


@dataclass
class Measured:
    """What was measured of one parcel, unrounded.

    ``of_which`` is ``None`` for a layer that is not there or does not reach the county.
    ``approvals`` is by role and document; the role's total is under ``ALL_DOCUMENTS``.
    """

    pieces: List[Piece] = field(default_factory=list)
    uncovered_m2: float = 0.0
    of_which: Dict[str, Optional[float]] = field(default_factory=dict)
    approvals: Dict[Tuple[str, str], float] = field(default_factory=dict)
    notes: List[Text] = field(default_factory=list)
    outside_extent_m2: Dict[str, float] = field(default_factory=dict)
    nearest_m: Dict[str, float] = field(default_factory=dict)


# One addend of a parcel's area: a land-use code and what of it, or what no code covers. Inside
# this module areas are whole hundredths of m² and of mu: exact, and quicker than decimals.
_Part = Tuple[str, str]
_Ratio = Tuple[int, int]
_NET, _DEDUCTION = "net", "deduction"
_UNCOVERED_PART: _Part = ("", UNCOVERED)


def figures_of(
    parcel: Parcel, measured: Measured, layers: Sequence[LayerUsed], plan: Plan
) -> Figures:
    """The figures of one parcel; they add up to ``parcel.area_m2`` to the last digit."""
    notes = list(measured.notes)
    whole = hundredths(parcel.area_m2)
    rounded = _rounded_parts(measured, plan, notes)
    parts = _adjusted(rounded, whole)
    classes = _by_class(parts, plan)
    gross = _gross(parts, plan)
    inside = {name: _inside(measured.of_which.get(name), whole) for name in OF_WHICH}
    factor = plan.area_rules.mu_per_m2.as_integer_ratio()
    mu = _in_mu(classes, whole, factor)
    gross_mu = mu[CULTIVATED] + _times(gross - classes[CULTIVATED], factor)
    inside_mu = _inside_mu(inside, classes[CULTIVATED], mu[CULTIVATED], factor)
    return Figures(
        parcel_number=parcel.number,
        net=plan.area_rules.cultivated_net,
        area_m2=parcel.area_m2,
        area_mu=decimal_of(_times(whole, factor)),
        cultivated_gross_m2=decimal_of(gross),
        cultivated_gross_mu=decimal_of(gross_mu),
        **{_IN_M2[name]: decimal_of(area) for name, area in classes.items()},  # type: ignore[arg-type]
        **{_IN_M2[name]: _perhaps(area) for name, area in inside.items()},  # type: ignore[arg-type]
        **{_IN_MU[name]: decimal_of(area) for name, area in mu.items()},  # type: ignore[arg-type]
        **{_IN_MU[name]: _perhaps(area) for name, area in inside_mu.items()},  # type: ignore[arg-type]
        by_code_m2=_by_code(parts, plan),
        adjusted_m2={} if parts is rounded else _changes(_by_class(rounded, plan), classes),
        approvals=_approvals(measured.approvals, whole) if measured.approvals else (),
        location=_location(measured.pieces),
        layers=tuple(layers),
        notes=(*notes, *_sliver_notes(measured.pieces, plan)),
        outside_extent_m2=_some(measured.outside_extent_m2, whole),
        nearest_m={role: round_half_up(found) for role, found in measured.nearest_m.items()},
    )


def gross_by_code(parcel: Parcel, measured: Measured, plan: Plan) -> Dict[str, Decimal]:
    """Adjusted area per land-use code, no deduction booked elsewhere; uncovered under ``""``."""
    parts = _adjusted(_rounded_parts(measured, plan, []), hundredths(parcel.area_m2))
    codes: Dict[str, int] = defaultdict(int)
    for (code, _), area in parts.items():
        codes[code] += area
    return {code: decimal_of(area) for code, area in codes.items()}


def hundredths(area: Union[float, Decimal]) -> int:
    """An area in whole hundredths, rounded half up as :func:`..mu.round_half_up` does.

    Beside a tie the binary fraction decides nothing: there the decimal form is asked. A float
    is taken to the millionth first: what lies beyond is noise of the sums, which would let a
    tie fall one way today and the other tomorrow.
    """
    if not area:
        return 0
    if isinstance(area, float):
        scaled = area * 100 + 0.5
        whole = math.floor(scaled)
        if _TIE < scaled - whole < 1 - _TIE and 0 <= scaled < _EXACT:
            return whole
        area = round(area, 6)
    return int(round_half_up(area).scaleb(2))


def decimal_of(number: int) -> Decimal:
    """Hundredths as a decimal with two digits."""
    return Decimal(number) * _HUNDREDTH if number else _ZERO


def _perhaps(number: Optional[int]) -> Optional[Decimal]:
    return None if number is None else decimal_of(number)


def _times(area: int, factor: _Ratio) -> int:
    """A multiple of an area, half up."""
    numerator, denominator = factor
    return (2 * area * numerator + denominator) // (2 * denominator)


def _rounded_parts(measured: Measured, plan: Plan, notes: List[Text]) -> Dict[_Part, int]:
    """Each piece rounded to 0.01 m², and the deduction (KCXS) of cultivated ones split off.

    By TD/T 1057-2020 the deduction is KCMJ = TBMJ × KCXS, rounded, and the net area is what is
    left of TBMJ. A code that the plan does not know has no class: its land is uncovered.
    """
    parts: Dict[_Part, int] = defaultdict(int)
    parts[_UNCOVERED_PART] = hundredths(measured.uncovered_m2)
    for piece in measured.pieces:
        area = hundredths(piece.area_m2)
        land_class = plan.land_use.class_of(piece.code)
        if land_class is None:
            notes.append(_unknown_code(piece, area))
            parts[_UNCOVERED_PART] += area
            continue
        if land_class == CULTIVATED and piece.deduction:
            share = _share(piece.deduction)
            if share is None:
                notes.append(_no_share(piece))
            elif share[0]:
                taken = _times(area, share)
                parts[piece.code, _DEDUCTION] += taken
                area -= taken
        parts[piece.code, _NET] += area
    return dict(parts)


def _unknown_code(piece: Piece, area: int) -> Text:
    return text(
        "Land-use code “{code}” of feature {fid} is not in the plan's table: its {area} m² count "
        "as uncovered. Correct the layer or add the code to the plan.",
        code=piece.code,
        fid=piece.fid,
        area=str(decimal_of(area)),
    )


@lru_cache(maxsize=1024)
def _share(deduction: str) -> Optional[_Ratio]:
    """KCXS as a ratio; ``None`` for what is not a number from 0 to under 1."""
    try:
        share = Decimal(deduction)
    except InvalidOperation:
        return None
    return share.as_integer_ratio() if share.is_finite() and 0 <= share < 1 else None


def _no_share(piece: Piece) -> Text:
    return text(
        "The deduction factor “{value}” of feature {fid} is not a number from 0 to under 1: "
        "nothing is deducted there.",
        value=piece.deduction,
        fid=piece.fid,
    )


def _adjusted(parts: Dict[_Part, int], total: int) -> Dict[_Part, int]:
    whole = sum(parts.values())
    if whole == total:
        return parts
    if whole:
        return share_out(parts, total)
    # Every piece rounds to nothing: the parcel is too small to tell what it lies on.
    return {**parts, _UNCOVERED_PART: total}


def _class_of(part: _Part, plan: Plan) -> str:
    code, kind = part
    if kind == UNCOVERED:
        return UNCOVERED
    if kind == _DEDUCTION and plan.area_rules.cultivated_net:
        return OTHER
    return plan.land_use.class_of(code) or UNCOVERED


def _by_class(parts: Mapping[_Part, int], plan: Plan) -> Dict[str, int]:
    classes = dict.fromkeys(CLASSES, 0)
    for part, area in parts.items():
        if area:
            classes[_class_of(part, plan)] += area
    return classes


def _gross(parts: Mapping[_Part, int], plan: Plan) -> int:
    """All cultivated land, the deduction included."""
    class_of = plan.land_use.class_of
    return sum(area for (code, _), area in parts.items() if class_of(code) == CULTIVATED)


def _by_code(parts: Mapping[_Part, int], plan: Plan) -> Dict[str, Decimal]:
    """Area per code; in net figures the deduction stands under the plan's deduction code."""
    codes: Dict[str, int] = defaultdict(int)
    net, deduction_code = plan.area_rules.cultivated_net, plan.land_use.deduction_code
    for (code, kind), area in parts.items():
        if area and code:
            codes[deduction_code if net and kind == _DEDUCTION else code] += area
    return {code: decimal_of(codes[code]) for code in sorted(codes)}


def _changes(before: Mapping[str, int], after: Mapping[str, int]) -> Dict[str, Decimal]:
    """What the adjustment added to each class; classes that it left alone are not in it."""
    return {
        name: decimal_of(after[name] - before[name])
        for name in after
        if after[name] != before[name]
    }


def _in_mu(classes: Mapping[str, int], whole: int, factor: _Ratio) -> Dict[str, int]:
    """Classes in mu, adjusted so that they add up to the parcel's mu."""
    rounded = {name: _times(area, factor) for name, area in classes.items()}
    total, together = _times(whole, factor), sum(rounded.values())
    if total == together:
        return rounded
    if together or not total:
        return share_out(rounded, total)
    # Each class alone rounds to nothing, together they do not.
    return share_out(classes, total)


def _inside_mu(
    inside: Mapping[str, Optional[int]], cultivated: int, cultivated_mu: int, factor: _Ratio
) -> Dict[str, Optional[int]]:
    """Areas "of which" in mu; basic farmland's is not above cultivated land's where its m² are not.

    The adjustment may have lowered that by 0.01 mu; a form in which more basic farmland is
    occupied than cultivated land would be sent back.
    """
    mu = {name: None if area is None else _times(area, factor) for name, area in inside.items()}
    area, area_mu = inside["basic_farmland"], mu["basic_farmland"]
    if area is not None and area_mu is not None and area <= cultivated:
        mu["basic_farmland"] = min(area_mu, cultivated_mu)
    return mu


def _some(areas: Mapping[str, float], whole: int) -> Dict[str, Decimal]:
    """Rounded areas, none above the parcel's; what rounds to nothing is left out."""
    rounded = {role: min(hundredths(area), whole) for role, area in areas.items()}
    return {role: decimal_of(area) for role, area in rounded.items() if area}


def _inside(area_m2: Optional[float], whole: int) -> Optional[int]:
    """A rounded area that is never more than the parcel it lies in."""
    return None if area_m2 is None else min(hundredths(area_m2), whole)


def _approvals(areas: Mapping[Tuple[str, str], float], whole: int) -> Tuple[Coverage, ...]:
    """Per role first the total, then each document that covers anything."""
    found = []
    for (role, document), area_m2 in sorted(areas.items()):
        area = min(hundredths(area_m2), whole)
        percent = round_half_up(Decimal(area) * 100 / whole) if whole else _ZERO
        if area or document == ALL_DOCUMENTS:
            found.append(Coverage(role, document, decimal_of(area), percent))
    return tuple(found)


def _location(pieces: Sequence[Piece]) -> str:
    """Where the largest named piece lies (ZLDWMC)."""
    named = [piece for piece in pieces if piece.location]
    return min(named, key=lambda piece: (-piece.area_m2, piece.fid)).location if named else ""


def _sliver_notes(pieces: Sequence[Piece], plan: Plan) -> List[Text]:
    """Slivers are counted and named; they stay in the sums."""
    limit = plan.area_rules.sliver_m2
    about = float(limit) + 0.01
    perhaps = [hundredths(piece.area_m2) for piece in pieces if piece.area_m2 < about]
    most = hundredths(limit) if perhaps else 0
    slivers = [area for area in perhaps if 0 < area < most]
    if not slivers:
        return []
    return [
        text(
            "{count} land-use pieces are smaller than {limit} m², {area} m² together; they are "
            "in the sums.",
            count=len(slivers),
            limit=str(limit),
            area=str(decimal_of(sum(slivers))),
        )
    ]
