"""Reading the record: rows back into the field's records."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Dict, Iterable, List, Optional, Tuple, Type

from sqlalchemy import Connection, Table, and_, func, select
from sqlalchemy import Row as SqlRow

from ..casefile import CaseFile
from ..model import (
    Answer,
    Dossier,
    FieldCheck,
    Figures,
    Notes,
    Parcel,
    Patch,
    PatchKind,
    Photo,
    Source,
    Verdict,
    VerdictLevel,
)
from ..rectified import PutRight
from ..rounds import Rounds
from .codec import Record, decode
from .geopackage import middle_of_blob, wkb_from_blob
from .kinds.casefiles import read_case_files
from .kinds.evidence import read_evidence
from .kinds.exchanges import read_rounds
from .kinds.links import read_links
from .kinds.notes import read_notes
from .kinds.putting_right import read_put_right
from .steps import in_parts
from .tables import (
    comments,
    field_checks,
    figures,
    flags,
    parcels,
    patches,
    photos,
    second_looks,
    sources,
    verdicts,
)

# A tenth parcel comes after the ninth, not after the first.
_BY_NUMBER = (parcels.c.patch_number, func.length(parcels.c.number), parcels.c.number)

_KINDS = {kind.value: kind for kind in PatchKind}
NO_ROUNDS, NO_NOTES, NOT_PUT_RIGHT = Rounds(), Notes(), PutRight()
_OF_COUNTY = and_(
    verdicts.c.parcel_number == parcels.c.number,
    verdicts.c.level == VerdictLevel.COUNTY.value,
)
_SAID = {
    "location": figures.c.location,
    "judged_by": verdicts.c.given_by,
    "second_look": second_looks.c.text,
    "comment": comments.c.text,
}


@dataclass(frozen=True)
class Row:
    """A parcel as a list shows it: no geometry, no reasons."""

    parcel_number: str
    patch_number: str
    kind: PatchKind
    patch_class: str
    change_type: str
    before_date: Optional[str]
    after_date: Optional[str]
    remark: str
    area_mu: Decimal
    category: str
    subcategory: str
    cultivated_mu: Optional[Decimal]
    basic_farmland_mu: Optional[Decimal]
    red_line_mu: Optional[Decimal]
    photo_count: int
    location: str = ""
    judged_by: str = ""
    second_look: str = ""
    comment: str = ""


def months(connection: Connection) -> List[str]:
    """The months that have patches, oldest first."""
    query = select(patches.c.month).distinct().order_by(patches.c.month)
    return list(connection.execute(query).scalars())


def rows(connection: Connection, month: str, kind: Optional[PatchKind]) -> List[Row]:
    """The month's parcels by number."""
    return _rows_where(connection, _of(parcels, month, kind))


def row(connection: Connection, number: str) -> Row:
    """One parcel, which has to be there."""
    return _rows_where(connection, (parcels.c.number == number,))[0]


def places(connection: Connection, month: str) -> Dict[str, Tuple[float, float]]:
    """The middle of each parcel's box (degrees of EPSG:4490) by number."""
    query = select(parcels.c.number, parcels.c.geom).where(parcels.c.month == month)
    return {found.number: middle_of_blob(found.geom) for found in connection.execute(query)}


def _rows_where(connection: Connection, wanted: Tuple[Any, ...]) -> List[Row]:
    photo_count = (
        select(func.count())
        .where(photos.c.parcel_number == parcels.c.number)
        .correlate(parcels)
        .scalar_subquery()
    )
    query = (
        select(
            parcels.c.number.label("parcel_number"),
            parcels.c.patch_number,
            parcels.c.kind,
            patches.c.patch_class,
            patches.c.change_type,
            patches.c.before_date,
            patches.c.after_date,
            patches.c.remark,
            parcels.c.area_mu,
            parcels.c.category,
            parcels.c.subcategory,
            figures.c.cultivated_mu,
            figures.c.basic_farmland_mu,
            figures.c.red_line_mu,
            photo_count.label("photo_count"),
            *(func.coalesce(column, "").label(name) for name, column in _SAID.items()),
        )
        .join(patches, patches.c.number == parcels.c.patch_number)
        .outerjoin(figures, figures.c.parcel_number == parcels.c.number)
        .outerjoin(verdicts, _OF_COUNTY)
        .outerjoin(second_looks, second_looks.c.parcel_number == parcels.c.number)
        .outerjoin(comments, comments.c.parcel_number == parcels.c.number)
        .where(*wanted)
        .order_by(*_BY_NUMBER)
    )
    found = connection.execute(query)
    names = tuple(found.keys())
    # As plain tuples: a month of 50,000 parcels is opened while somebody waits.
    return [_row(dict(zip(names, values))) for values in found.fetchall()]


def _row(values: Dict[str, Any]) -> Row:
    for name in ("area_mu", "cultivated_mu", "basic_farmland_mu", "red_line_mu"):
        values[name] = _mu(values[name])
    values["kind"] = _KINDS[values["kind"]]
    return Row(**values)


def _mu(value: Optional[float]) -> Optional[Decimal]:
    """What was written with two decimals; to round it once more would take three times as long."""
    return None if value is None else Decimal(f"{value:.2f}")


def read_patches(
    connection: Connection, month: Optional[str] = None, kind: Optional[PatchKind] = None
) -> List[Patch]:
    """Patches as issued, by number."""
    query = select(patches).where(*_of(patches, month, kind)).order_by(patches.c.number)
    return [_patch(row) for row in connection.execute(query)]


def read_patch(connection: Connection, number: str) -> Optional[Patch]:
    """One patch, if it is there."""
    row = connection.execute(select(patches).where(patches.c.number == number)).first()
    return None if row is None else _patch(row)


def _patch(row: SqlRow[Any]) -> Patch:
    data = {**row._mapping, "issued": json.loads(row.issued), "area_m2": _m2(row.area_m2)}
    return decode(Patch, _without_blob(data), geometry=wkb_from_blob(row.geom))


def read_parcels(
    connection: Connection, month: Optional[str] = None, kind: Optional[PatchKind] = None
) -> List[Parcel]:
    """Parcels by number."""
    query = select(parcels).where(*_of(parcels, month, kind)).order_by(*_BY_NUMBER)
    return [_parcel(row) for row in connection.execute(query)]


def read_parcels_of(connection: Connection, patch_number: str) -> List[Parcel]:
    """The parcels of one patch by number."""
    query = select(parcels).where(parcels.c.patch_number == patch_number).order_by(*_BY_NUMBER)
    return [_parcel(row) for row in connection.execute(query)]


def _parcel(row: SqlRow[Any]) -> Parcel:
    data = {**row._mapping, "area_m2": _m2(row.area_m2)}
    return decode(Parcel, _without_blob(data), geometry=wkb_from_blob(row.geom))


def _m2(value: float) -> str:
    """As :func:`_mu`."""
    return f"{value:.2f}"


def _without_blob(data: Dict[str, Any]) -> Dict[str, Any]:
    return {name: value for name, value in data.items() if name not in ("geom", "geometry")}


def dossiers(
    connection: Connection, month: Optional[str] = None, kind: Optional[PatchKind] = None
) -> List[Dossier]:
    """Everything about the parcels of a month, by parcel number."""
    owners = {patch.number: patch for patch in read_patches(connection, month, kind)}
    found = read_parcels(connection, month, kind)
    chosen = select(parcels.c.number).where(*_of(parcels, month, kind))
    return _assemble(connection, found, owners, chosen)


def dossiers_of(connection: Connection, patch_numbers: List[str]) -> List[Dossier]:
    """Everything about the parcels of some patches."""
    parts = (_dossiers_of(connection, part) for part in in_parts(patch_numbers))
    return [one for part in parts for one in part]


def _dossiers_of(connection: Connection, patch_numbers: List[str]) -> List[Dossier]:
    owned = select(patches).where(patches.c.number.in_(patch_numbers))
    owners = {row.number: _patch(row) for row in connection.execute(owned)}
    query = select(parcels).where(parcels.c.patch_number.in_(patch_numbers)).order_by(*_BY_NUMBER)
    found = [_parcel(row) for row in connection.execute(query)]
    return _assemble(connection, found, owners, [one.number for one in found])


def dossier(connection: Connection, number: str) -> Optional[Dossier]:
    """Everything about one parcel, if it is there."""
    row = connection.execute(select(parcels).where(parcels.c.number == number)).first()
    if row is None:
        return None
    patch = read_patch(connection, row.patch_number)
    owners = {patch.number: patch} if patch else {}
    return _assemble(connection, [_parcel(row)], owners, [number])[0]


def _assemble(
    connection: Connection, found: List[Parcel], owners: Dict[str, Patch], chosen: Any
) -> List[Dossier]:
    computed = _decoded(connection, figures, Figures, chosen)
    given: Dict[str, Dict[VerdictLevel, Verdict]] = defaultdict(dict)
    for row in _rows_about(connection, verdicts, chosen):
        verdict = decode(Verdict, dict(row._mapping))
        given[row.parcel_number][verdict.level] = verdict
    answered: Dict[str, Dict[str, Answer]] = defaultdict(dict)
    for row in _rows_about(connection, flags, chosen):
        answered[row.parcel_number][row.flag] = Answer(row.answer)
    taken: Dict[str, List[Photo]] = defaultdict(list)
    for row in _rows_about(connection, photos, chosen):
        taken[row.parcel_number].append(decode(Photo, dict(row._mapping)))
    recorded = read_evidence(connection, chosen)
    checked = _decoded(connection, field_checks, FieldCheck, chosen)
    linked = read_links(connection, owners)
    gone_through = read_rounds(connection, chosen)
    noted = read_notes(connection, chosen)
    put_right = read_put_right(connection, chosen)
    answered_for = _cases_by_parcel(connection, found)
    return [
        Dossier(
            owners[parcel.patch_number],
            parcel,
            computed.get(parcel.number),
            dict(given[parcel.number]),
            dict(answered[parcel.number]),
            tuple(sorted(taken[parcel.number], key=lambda photo: photo.file)),
            checked.get(parcel.number),
            recorded.get(parcel.number, {}),
            tuple(answered_for[parcel.number]),
            linked.get(parcel.patch_number, ()),
            gone_through.get(parcel.number, NO_ROUNDS),
            noted.get(parcel.number, NO_NOTES),
            put_right.get(parcel.number, NOT_PUT_RIGHT),
        )
        for parcel in found
    ]


def _decoded(
    connection: Connection, table: Table, kind: Type[Record], chosen: Any
) -> Dict[str, Record]:
    """The one record that a table keeps of each parcel, as JSON."""
    rows = _rows_about(connection, table, chosen)
    return {row.parcel_number: decode(kind, json.loads(row.data)) for row in rows}


def _cases_by_parcel(connection: Connection, found: List[Parcel]) -> Dict[str, List[CaseFile]]:
    of_one = found[0].number if len(found) == 1 else ""
    cases: Dict[str, List[CaseFile]] = defaultdict(list)
    for one in read_case_files(connection, of_one):
        for number in one.case.parcels:
            cases[number].append(one)
    return cases


def _rows_about(connection: Connection, table: Table, chosen: Any) -> Iterable[SqlRow[Any]]:
    return connection.execute(select(table).where(table.c.parcel_number.in_(chosen)))


def read_photos(connection: Connection, numbers: List[str]) -> List[Photo]:
    """The photos of these parcels."""
    found = []
    for part in in_parts(numbers):
        rows = _rows_about(connection, photos, part)
        found += [decode(Photo, dict(row._mapping)) for row in rows]
    return found


def read_sources(connection: Connection) -> List[Source]:
    """The files that patches came from, in the order they came."""
    query = select(sources).order_by(sources.c.imported_at, sources.c.sha256, sources.c.layer)
    return [decode(Source, dict(row._mapping)) for row in connection.execute(query)]


def verdict_days(connection: Connection, parcel_number: str = "") -> Dict[Tuple[str, str], str]:
    """When each verdict, or each of one parcel, was given (ISO time), by parcel and level."""
    query = select(verdicts.c.parcel_number, verdicts.c.level, verdicts.c.given_at)
    if parcel_number:
        query = query.where(verdicts.c.parcel_number == parcel_number)
    return {(row.parcel_number, row.level): row.given_at for row in connection.execute(query)}


def _of(table: Table, month: Optional[str], kind: Optional[PatchKind]) -> Tuple[Any, ...]:
    wanted = []
    if month is not None:
        wanted.append(table.c.month == month)
    if kind is not None:
        wanted.append(table.c.kind == kind.value)
    return tuple(wanted)
