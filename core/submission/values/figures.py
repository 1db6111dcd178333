"""What the forms say of a parcel's figures beside the areas: lists of codes, documents, layers."""

from __future__ import annotations

from typing import Iterable

from ...overlay.wording import besides, layer_line
from .rows import ParcelRow


def location(row: ParcelRow) -> str:
    """Where the largest part lies."""
    return row.dossier.figures.location if row.dossier.figures else ""


def land_use(row: ParcelRow) -> str:
    """Area by land-use code."""
    codes = row.dossier.figures.by_code_m2 if row.dossier.figures else {}
    names = row.work.plan.land_use.names
    return _listed(
        row, (f"{code}{names.get(code, '')} {area}㎡" for code, area in sorted(codes.items()))
    )


def approvals(row: ParcelRow) -> str:
    """The documents that cover something; a role's total says nothing beside its documents."""
    found = row.dossier.figures.approvals if row.dossier.figures else ()
    return _listed(
        row,
        (
            f"{_role_name(row, one.role)} {one.document} {one.percent}%"
            for one in found
            if one.document and one.area_m2
        ),
    )


def notes(row: ParcelRow) -> str:
    """What a reader of the figures has to know: slivers, overlaps, older layers."""
    found = row.dossier.figures.notes if row.dossier.figures else ()
    return _listed(row, (note.say(row.say) for note in found))


def around(row: ParcelRow) -> str:
    """What lies outside a layer's extent, what is near, what was adjusted."""
    figures = row.dossier.figures
    told = besides(figures, lambda role: _role_name(row, role)) if figures else []
    return _listed(row, (one.say(row.say) for one in told))


def layers(row: ParcelRow) -> str:
    """What the figures rest on; of each hash as much as tells files apart."""
    used = row.dossier.figures.layers if row.dossier.figures else ()
    told = (layer_line(one, lambda role: _role_name(row, role)) for one in used)
    return _listed(row, (one.say(row.say) for one in told))


def _role_name(row: ParcelRow, code: str) -> str:
    role = row.work.plan.layer_role(code)
    return role.label.zh if role else code


def _listed(row: ParcelRow, parts: Iterable[str]) -> str:
    bare = dict.fromkeys(part.rstrip("。.") for part in parts)
    return str(row.work.schema.words["semicolon"]).join(bare)
