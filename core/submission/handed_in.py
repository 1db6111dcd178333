"""A finished package under the same checks: what its layers say, as a month's work once more.

Only what the layers and the list of members hold can be asked again: numbers, shapes, areas,
verdicts, flags, photos; a check is not asked where an office's layers do not show what it needs.
What rests on more than that (field checks, documents, the figures' layers) was asked when the
package was written.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Dict, List, Mapping, Optional, Set, Tuple

from ..errors import UnreadableFile
from ..geometry import digest
from ..legality import is_military
from ..model import (
    Answer,
    Dossier,
    Figures,
    Finding,
    Parcel,
    Patch,
    PatchKind,
    Photo,
    Severity,
    Verdict,
    VerdictLevel,
)
from ..mu import round_half_up
from ..plan import Plan
from ..progress import SILENT, Progress, check_cancelled
from ..text import text
from .checks import CHECKS
from .description import Layer, PackageSchema
from .manifest import Member
from .reader import PackageContent
from .schema import load_schema
from .shapefile import LayerContent
from .work import MonthWork

_PARCEL = ("parcel.number", "patch.number")
_AREAS = tuple(
    f"figures.{name}_mu"
    for name in ("cultivated", "other_agricultural", "unused", "construction", "uncovered")
)
_VERDICT = ("verdict.category",)
IN_FILE: Dict[str, Tuple[str, ...]] = {
    "month-has-patches": (),
    "patches-have-parcels": _PARCEL,
    "numbers-unique": _PARCEL,
    "numbers-usable": _PARCEL,
    "parcel-numbers": _PARCEL,
    "patch-class": ("patch.class",),
    "county-code": ("patch.county_code",),
    "dates-order": ("patch.before_date", "patch.after_date"),
    "geometry-valid": (),
    "parcels-fill-patch": ("patch.area_m2", "parcel.area_m2", *_PARCEL),
    "figures-present": _AREAS,
    "figures-identity": ("parcel.area_mu", *_AREAS),
    "figures-nested": ("parcel.area_mu", *_AREAS),
    "verdict-present": _VERDICT,
    "verdict-known": ("verdict.subcategory", *_VERDICT),
    "verdict-subcategory": ("verdict.subcategory", *_VERDICT),
    "verdict-reason": ("verdict.reason", *_VERDICT),
    "verdict-doubt": _VERDICT,
    "flags-answered": ("flags", *_VERDICT, *_AREAS),
    "flags-unneeded": ("flags", *_VERDICT, *_AREAS),
    "photos-size": _PARCEL,
    "photos-names": _PARCEL,
    "photos-present": _PARCEL,
}
"""The checks whose facts are in the package itself, and the values that its layers must show."""
MILITARY = "military-unmentioned"
_FIGURES = (
    *("cultivated", "other_agricultural", "unused", "construction", "uncovered"),
    *("basic_farmland", "red_line", "urban"),
)
Row = Dict[str, Any]


def check_package(
    content: PackageContent, plan: Plan, progress: Progress = SILENT
) -> Tuple[Finding, ...]:
    """All findings about a package that was read.

    :raises UnreadableFile: its layers are not those that the plan describes.
    """
    work = work_of(content, plan)
    shown = _shown(plan)
    asked = [name for name, needed in IN_FILE.items() if shown.issuperset(needed)]
    found: List[Finding] = []
    for name in asked:
        check_cancelled(progress)
        found.extend(CHECKS[name].findings(work))
    rule = work.schema.rules.get(MILITARY, "")
    message = text("A military patch is in the package. Take it out and tell the sender.")
    return tuple(found) + tuple(
        Finding(MILITARY, Severity.ERROR, message, one.number, rule) for one in work.military
    )


def _shown(plan: Plan) -> Set[str]:
    """The values that the plan's layers show; ``flags`` where they show every flag."""
    shown = {field.value for layer in load_schema(plan).layers for field in layer.fields}
    flags = {f"flag.{term.code}" for term in plan.flag_rules.flags}
    return shown | {"flags"} if flags <= shown else shown


def work_of(content: PackageContent, plan: Plan) -> MonthWork:
    """What the package's layers say, as the checks want it.

    :raises UnreadableFile: its layers are not those that the plan describes.
    """
    schema, manifest = load_schema(plan), content.manifest
    rows = {layer.rows: _rows(content, layer) for layer in schema.layers}
    patches = {one.number: one for one in map(_patch, rows.get("patches", ()))}
    members = {one.name: one for one in manifest.members}
    dossiers = tuple(
        replace(one, photos=_photos(one.parcel.number, members, schema))
        for one in (_dossier(row, patches, plan, schema.words) for row in rows.get("parcels", ()))
    )
    hidden = {one.number for one in patches.values() if is_military(one, plan)}
    hidden.update(one.patch.number for one in dossiers if is_military(one, plan))
    return MonthWork(
        plan=plan,
        schema=schema,
        month=manifest.month,
        county_code=manifest.county_code,
        county_name=manifest.county_name,
        folder=content.path.parent,
        patches=tuple(patches.values()),
        dossiers=dossiers,
        military=tuple(one for one in patches.values() if one.number in hidden),
        military_dossiers=(),
        mineral_count=0,
        today=date.today(),
    )


def _rows(content: PackageContent, layer: Layer) -> List[Row]:
    """A layer's rows by what the plan says its fields show."""
    read = content.layers.get(layer.file)
    if read is None or {name for name, *_ in read.fields} != {one.name for one in layer.fields}:
        raise UnreadableFile(
            text(
                "Layer {layer} of {file} is not the one that this work plan describes. Check it "
                "under the plan it was written with: {plan}.",
                layer=layer.label,
                file=content.path.name,
                plan=content.manifest.plan.get("title", ""),
            )
        )
    return [_row(layer, read, index) for index in range(len(read.rows))]


def _row(layer: Layer, read: LayerContent, index: int) -> Row:
    row: Row = {}
    for field in layer.fields:
        value = read.rows[index][field.name]
        if field.decimals and value is not None:
            value = Decimal(f"{value:.{field.decimals}f}")
        row[field.value] = value
    row["geometry"] = read.geometries[index]
    return row


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value)


def _day(row: Row, name: str) -> Optional[str]:
    return _text(row, name).replace("/", "-") or None


def _patch(row: Row) -> Patch:
    return Patch(
        number=_text(row, "patch.number"),
        kind=PatchKind.LAND,
        month=_text(row, "patch.month"),
        county_code=_text(row, "patch.county_code"),
        county_name=_text(row, "patch.county_name"),
        patch_class=_text(row, "patch.class"),
        change_type=_text(row, "patch.change_type"),
        before_date=_day(row, "patch.before_date"),
        after_date=_day(row, "patch.after_date"),
        issued_area=_text(row, "patch.issued_area") or None,
        issued_area_unit=_text(row, "patch.issued_area_unit"),
        area_m2=row.get("patch.area_m2") or Decimal(0),
        remark=_text(row, "patch.remark"),
        geometry=row["geometry"],
        geometry_sha256=digest(row["geometry"]),
        source_sha256="",
        source_row=0,
        issued={},
    )


def _dossier(row: Row, patches: Dict[str, Patch], plan: Plan, words: Mapping[str, str]) -> Dossier:
    number = _text(row, "parcel.number")
    outline = row["geometry"]
    # A parcel of a patch that is not there stands for its own patch; the check of numbers tells.
    patch = patches.get(_text(row, "patch.number")) or _patch(row)
    area_m2 = row.get("parcel.area_m2") or Decimal(0)
    parcel = Parcel(number, patch.number, area_m2, outline, digest(outline))
    verdict = _verdict(row, number, plan)
    return Dossier(
        patch=patch,
        parcel=parcel,
        figures=_figures(row, parcel, plan),
        verdicts={} if verdict is None else {VerdictLevel.COUNTY: verdict},
        flags=_flags(row, plan, words),
        photos=(),
    )


def _verdict(row: Row, number: str, plan: Plan) -> Optional[Verdict]:
    category = _text(row, "verdict.category")
    if not category:
        return None
    return Verdict(
        parcel_number=number,
        level=VerdictLevel.COUNTY,
        category=category,
        subcategory=_text(row, "verdict.subcategory"),
        reason=_text(row, "verdict.reason"),
        plan_id=plan.id,
        plan_sha256=plan.sha256,
    )


def _flags(row: Row, plan: Plan, words: Mapping[str, str]) -> Dict[str, Answer]:
    answers = {words[one.value]: one for one in Answer}
    given = {term.code: _text(row, f"flag.{term.code}") for term in plan.flag_rules.flags}
    return {code: answers[word] for code, word in given.items() if word in answers}


def _figures(row: Row, parcel: Parcel, plan: Plan) -> Optional[Figures]:
    """The figures in mu, and their m² as far as mu tell; ``None`` where one to add is missing."""
    mu = {name: row.get(f"figures.{name}_mu") for name in _FIGURES}
    if any(row.get(name) is None for name in _AREAS):
        return None
    factor = plan.area_rules.mu_per_m2
    m2 = {name: None if part is None else round_half_up(part / factor) for name, part in mu.items()}
    facts: Dict[str, Any] = {
        **{f"{name}_mu": part for name, part in mu.items()},
        **{f"{name}_m2": part for name, part in m2.items()},
        "area_m2": parcel.area_m2,
        "area_mu": row.get("parcel.area_mu") or parcel.mu(factor),
        "cultivated_gross_m2": row.get("figures.cultivated_gross_m2") or m2["cultivated"],
        "cultivated_gross_mu": mu["cultivated"],
    }
    return Figures(
        parcel_number=parcel.number,
        net=True,
        by_code_m2={},
        adjusted_m2={},
        approvals=(),
        location="",
        layers=(),
        notes=(),
        **facts,
    )


def _photos(parcel: str, members: Dict[str, Member], schema: PackageSchema) -> Tuple[Photo, ...]:
    """The members that are called as the parcel's first, second … photo."""
    found: List[Photo] = []
    while True:
        names = [
            schema.photo_member(parcel, len(found) + 1, f"x{suffix}")
            for suffix in schema.photo_suffixes
        ]
        member = next((members[name] for name in names if name in members), None)
        if member is None:
            return tuple(found)
        found.append(Photo(parcel, member.name, member.sha256, member.size, None, None, None, None))
