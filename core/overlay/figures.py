"""From measured pieces to the figures of a parcel: rounding, deduction, adjustment.

Nothing here touches a geometry. Pieces carry ellipsoidal areas (TD/T 1055-2019) in m².
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from ..areas import adjust, mu_from_m2, round_half_up
from ..model import Coverage, Figures, LayerUsed, Parcel
from ..plan import Plan
from ..text import Text, text

CULTIVATED, OTHER, UNCOVERED = "cultivated", "other_agricultural", "uncovered"
CLASSES = (CULTIVATED, OTHER, "unused", "construction", UNCOVERED)
OF_WHICH = ("basic_farmland", "red_line", "urban")
# In Coverage.document: all documents of a role together, and an approval without a number.
ALL_DOCUMENTS = ""
NO_DOCUMENT = "—"
_ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Piece:
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


# One addend of a parcel's area: a land-use code and what of it, or what no code covers.
_Part = Tuple[str, str]
_NET, _DEDUCTION = "net", "deduction"
_UNCOVERED_PART: _Part = ("", UNCOVERED)


def figures_of(
    parcel: Parcel, measured: Measured, layers: Sequence[LayerUsed], plan: Plan
) -> Figures:
    """The figures of one parcel; they add up to ``parcel.area_m2`` to the last digit."""
    notes = list(measured.notes)
    rounded = _rounded_parts(measured, plan, notes)
    parts = _adjusted(rounded, parcel.area_m2)
    classes = _by_class(parts, plan)
    of_which = {name: _inside(measured.of_which.get(name), parcel.area_m2) for name in OF_WHICH}
    mu: Dict[str, Optional[Decimal]] = dict(_in_mu(classes, parcel.area_m2, plan))
    gross_m2 = _gross(parts, plan)
    gross_mu = _gross_mu(gross_m2, classes[CULTIVATED], mu[CULTIVATED], plan)
    mu.update(_each_in_mu(of_which, plan))
    mu["basic_farmland"] = _not_above(
        mu["basic_farmland"], of_which["basic_farmland"], classes[CULTIVATED], mu[CULTIVATED]
    )
    return Figures(
        parcel_number=parcel.number,
        net=plan.area_rules.cultivated_net,
        area_m2=parcel.area_m2,
        area_mu=mu_from_m2(parcel.area_m2, plan.area_rules.mu_per_m2),
        cultivated_gross_m2=gross_m2,
        cultivated_gross_mu=gross_mu,
        **{f"{name}_m2": area for name, area in {**classes, **of_which}.items()},  # type: ignore[arg-type]
        **{f"{name}_mu": area for name, area in mu.items()},  # type: ignore[arg-type]
        by_code_m2=_by_code(parts, plan),
        adjusted_m2=_changes(_by_class(rounded, plan), classes),
        approvals=_approvals(measured.approvals, parcel.area_m2),
        location=_location(measured.pieces),
        layers=tuple(layers),
        notes=(*notes, *_sliver_notes(measured.pieces, plan)),
    )


def _rounded_parts(measured: Measured, plan: Plan, notes: List[Text]) -> Dict[_Part, Decimal]:
    """Each piece rounded to 0.01 m², and the deduction (KCXS) of cultivated ones split off.

    By TD/T 1057-2020 the deduction is KCMJ = TBMJ × KCXS, rounded, and the net area is what is
    left of TBMJ. A code that the plan does not know has no class: its land is uncovered.
    """
    parts: Dict[_Part, Decimal] = defaultdict(Decimal)
    parts[_UNCOVERED_PART] = round_half_up(measured.uncovered_m2)
    for piece in measured.pieces:
        area = round_half_up(piece.area_m2)
        land_class = plan.land_use.class_of(piece.code)
        if land_class is None:
            notes.append(_unknown_code(piece, area))
            parts[_UNCOVERED_PART] += area
            continue
        taken = Decimal(0)
        if land_class == CULTIVATED:
            taken = round_half_up(area * _share(piece, notes))
        parts[piece.code, _NET] += area - taken
        parts[piece.code, _DEDUCTION] += taken
    return dict(parts)


def _unknown_code(piece: Piece, area: Decimal) -> Text:
    return text(
        "Land-use code “{code}” of feature {fid} is not in the plan's table: its {area} m² count "
        "as uncovered. Correct the layer or add the code to the plan.",
        code=piece.code,
        fid=piece.fid,
        area=str(area),
    )


def _share(piece: Piece, notes: List[Text]) -> Decimal:
    """KCXS as a number from 0 to under 1; anything else is told and counts as 0."""
    if not piece.deduction:
        return Decimal(0)
    try:
        share = Decimal(piece.deduction)
    except InvalidOperation:
        share = Decimal("NaN")
    if share.is_finite() and 0 <= share < 1:
        return share
    notes.append(
        text(
            "The deduction factor “{value}” of feature {fid} is not a number from 0 to under 1: "
            "nothing is deducted there.",
            value=piece.deduction,
            fid=piece.fid,
        )
    )
    return Decimal(0)


def _adjusted(parts: Dict[_Part, Decimal], total: Decimal) -> Dict[_Part, Decimal]:
    if any(parts.values()):
        return adjust(parts, total)
    # Every piece rounds to nothing: the parcel is too small to tell what it lies on.
    return {**parts, _UNCOVERED_PART: total}


def _class_of(part: _Part, plan: Plan) -> str:
    code, kind = part
    if kind == UNCOVERED:
        return UNCOVERED
    if kind == _DEDUCTION and plan.area_rules.cultivated_net:
        return OTHER
    return plan.land_use.class_of(code) or UNCOVERED


def _by_class(parts: Mapping[_Part, Decimal], plan: Plan) -> Dict[str, Decimal]:
    classes = dict.fromkeys(CLASSES, _ZERO)
    for part, area in parts.items():
        classes[_class_of(part, plan)] += area
    return classes


def _gross(parts: Mapping[_Part, Decimal], plan: Plan) -> Decimal:
    """All cultivated land, the deduction included."""
    cultivated = (
        area for (code, _), area in parts.items() if plan.land_use.class_of(code) == CULTIVATED
    )
    return sum(cultivated, _ZERO)


def _by_code(parts: Mapping[_Part, Decimal], plan: Plan) -> Dict[str, Decimal]:
    """Area per code; in net figures the deduction stands under the plan's deduction code."""
    codes: Dict[str, Decimal] = defaultdict(Decimal)
    for (code, kind), area in parts.items():
        net_deduction = kind == _DEDUCTION and plan.area_rules.cultivated_net
        codes[plan.land_use.deduction_code if net_deduction else code] += area
    return {code: codes[code] for code in sorted(codes) if code and codes[code]}


def _changes(before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> Dict[str, Decimal]:
    """What the adjustment added to each class; classes that it left alone are not in it."""
    return {name: after[name] - before[name] for name in after if after[name] != before[name]}


def _in_mu(classes: Mapping[str, Decimal], area_m2: Decimal, plan: Plan) -> Dict[str, Decimal]:
    """Classes in mu, adjusted so that they add up to the parcel's mu."""
    factor = plan.area_rules.mu_per_m2
    rounded = {name: mu_from_m2(area, factor) for name, area in classes.items()}
    total = mu_from_m2(area_m2, factor)
    if any(rounded.values()) or not total:
        return adjust(rounded, total)
    # Each class alone rounds to nothing, together they do not.
    return adjust({name: area * factor for name, area in classes.items()}, total)


def _each_in_mu(areas: Mapping[str, Optional[Decimal]], plan: Plan) -> Dict[str, Optional[Decimal]]:
    return {
        name: None if area is None else mu_from_m2(area, plan.area_rules.mu_per_m2)
        for name, area in areas.items()
    }


def _gross_mu(
    gross_m2: Decimal, cultivated_m2: Decimal, cultivated_mu: Optional[Decimal], plan: Plan
) -> Decimal:
    """Cultivated land in mu, the deduction included: what was adjusted, and the rest on top.

    Rounded by itself it could come out below the net figure, which the adjustment may raise.
    """
    deduction = mu_from_m2(gross_m2 - cultivated_m2, plan.area_rules.mu_per_m2)
    return (cultivated_mu or _ZERO) + deduction


def _not_above(
    mu: Optional[Decimal],
    area_m2: Optional[Decimal],
    whole_m2: Decimal,
    whole_mu: Optional[Decimal],
) -> Optional[Decimal]:
    """A part's mu, which is not above the whole's where its m² are not.

    The adjustment may have lowered the whole by 0.01 mu; a form in which more basic farmland is
    occupied than cultivated land would be sent back.
    """
    if mu is None or area_m2 is None or whole_mu is None or area_m2 > whole_m2:
        return mu
    return min(mu, whole_mu)


def _inside(area_m2: Optional[float], whole: Decimal) -> Optional[Decimal]:
    """A rounded area that is never more than the parcel it lies in."""
    return None if area_m2 is None else min(round_half_up(area_m2), whole)


def _approvals(areas: Mapping[Tuple[str, str], float], whole: Decimal) -> Tuple[Coverage, ...]:
    """Per role first the total, then each document that covers anything."""
    found = []
    for (role, document), area_m2 in sorted(areas.items()):
        area = min(round_half_up(area_m2), whole)
        percent = round_half_up(area * 100 / whole) if whole else _ZERO
        if area or document == ALL_DOCUMENTS:
            found.append(Coverage(role, document, area, percent))
    return tuple(found)


def _location(pieces: Sequence[Piece]) -> str:
    """Where the largest named piece lies (ZLDWMC)."""
    named = [piece for piece in pieces if piece.location]
    return min(named, key=lambda piece: (-piece.area_m2, piece.fid)).location if named else ""


def _sliver_notes(pieces: Sequence[Piece], plan: Plan) -> List[Text]:
    """Slivers are counted and named; they stay in the sums."""
    limit = plan.area_rules.sliver_m2
    areas = [round_half_up(piece.area_m2) for piece in pieces]
    slivers = [area for area in areas if 0 < area < limit]
    if not slivers:
        return []
    return [
        text(
            "{count} land-use pieces are smaller than {limit} m², {area} m² together; they are "
            "in the sums.",
            count=len(slivers),
            limit=str(limit),
            area=str(sum(slivers, _ZERO)),
        )
    ]
