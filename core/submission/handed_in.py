"""A finished package under the same checks: what its layers say, as a month's work once more.

Only what the layers and the list of members hold can be asked again: numbers, shapes, areas,
verdicts, flags, photos. What rests on more than that (field checks, documents, the figures'
layers) was asked when the package was written.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any, Dict, List, Optional, Tuple

from ..areas import round_half_up
from ..errors import UnreadableFile
from ..files import file_name_of
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
from ..plan import Plan
from ..text import text
from .checks import CHECKS
from .description import Layer
from .reader import PackageContent
from .schema import load_schema
from .shapefile import LayerContent
from .work import MonthWork

IN_FILE = (
    *("month-has-patches", "patches-have-parcels", "numbers-unique", "numbers-usable"),
    *("parcel-numbers", "patch-class", "county-code", "dates-order"),
    *("geometry-valid", "parcels-fill-patch"),
    *("figures-present", "figures-identity", "figures-nested", "figures-covered"),
    *("verdict-present", "verdict-known", "verdict-subcategory", "verdict-reason"),
    *("verdict-doubt", "flags-answered", "flags-unneeded"),
    *("photos-size", "photos-names", "photos-present"),
)
"""The checks whose facts are in the package itself."""
MILITARY = "military-unmentioned"
_FIGURES = (
    *("cultivated", "other_agricultural", "unused", "construction", "uncovered"),
    *("basic_farmland", "red_line", "urban"),
)
_ADDED = _FIGURES[:5]
Row = Dict[str, Any]


def check_package(content: PackageContent, plan: Plan) -> Tuple[Finding, ...]:
    """All findings about a package that was read.

    :raises UnreadableFile: its layers are not those that the plan describes.
    """
    work = work_of(content, plan)
    found = [one for name in IN_FILE for one in CHECKS[name].findings(work)]
    rule = work.schema.rules.get(MILITARY, "")
    message = text("A military patch is in the package. Take it out and tell the sender.")
    return tuple(found) + tuple(
        Finding(MILITARY, Severity.ERROR, message, one.number, rule) for one in work.military
    )


def work_of(content: PackageContent, plan: Plan) -> MonthWork:
    """What the package's layers say, as the checks want it.

    :raises UnreadableFile: its layers are not those that the plan describes.
    """
    schema, manifest = load_schema(plan), content.manifest
    rows = {layer.rows: _rows(content, layer) for layer in schema.layers}
    patches = {one.number: one for one in map(_patch, rows.get("patches", ()))}
    photos = _photos(content)
    dossiers = tuple(_dossier(row, patches, photos, plan) for row in rows.get("parcels", ()))
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


def _dossier(
    row: Row, patches: Dict[str, Patch], photos: Dict[str, List[Photo]], plan: Plan
) -> Dossier:
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
        flags=_flags(row, plan),
        photos=tuple(photos.get(file_name_of(number), ())),
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


def _flags(row: Row, plan: Plan) -> Dict[str, Answer]:
    words = load_schema(plan).words
    answers = {words[one.value]: one for one in Answer}
    given = {term.code: _text(row, f"flag.{term.code}") for term in plan.flag_rules.flags}
    return {code: answers[word] for code, word in given.items() if word in answers}


def _figures(row: Row, parcel: Parcel, plan: Plan) -> Optional[Figures]:
    """The figures in mu, and their m² as far as mu tell; ``None`` where one to add is missing."""
    mu = {name: row.get(f"figures.{name}_mu") for name in _FIGURES}
    if any(mu[name] is None for name in _ADDED):
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


def _photos(content: PackageContent) -> Dict[str, List[Photo]]:
    """The members that lie in a folder called as a parcel, by that folder."""
    suffixes = (".jpg", ".jpeg", ".png")
    found: Dict[str, List[Photo]] = {}
    for member in content.manifest.members:
        path = PurePosixPath(member.name)
        if path.suffix.lower() in suffixes:
            photo = Photo("", member.name, member.sha256, member.size, None, None, None, None)
            found.setdefault(path.parent.name, []).append(photo)
    return found
