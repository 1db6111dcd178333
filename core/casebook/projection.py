"""From journal entries to tables. Replaying the same entries gives the same tables."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from ..errors import CasebookDamaged
from ..model import VerdictLevel
from ..mu import mu_from_m2
from ..text import text
from . import events
from .kinds import (
    casefiles,
    cases,
    divisions,
    evidence,
    exchanges,
    ledger,
    links,
    mu,
    notes,
    putting_right,
)
from .steps import State, Step, in_parts, last_of_each, replace_rows, rows_about
from .tables import (
    FIELD_CHECK_COLUMNS,
    FIGURE_COLUMNS,
    field_checks,
    figures,
    flags,
    meta,
    parcels,
    patches,
    photos,
    sources,
    verdicts,
)

Apply = Callable[[Connection, Sequence[Step]], None]
Current = Callable[[Connection, List[str]], Dict[str, State]]


@dataclass(frozen=True)
class Kind:
    """What a kind of event does, whether it may be undone, and how its state is read back.

    ``about_parcel``: its subject is a parcel, which has to be there; ``about_case``: a case.
    """

    apply: Apply
    undoable: bool = False
    current: Optional[Current] = None
    about_parcel: bool = False
    about_case: bool = False


def project(connection: Connection, steps: Sequence[Step]) -> None:
    """Apply entries to the tables, those of one kind together."""
    for name, group in groupby(steps, key=lambda step: step.entry.kind):
        kind_of(name).apply(connection, list(group))


def kind_of(name: str) -> Kind:
    """The kind of that name; raises :class:`CasebookDamaged` for an unknown one."""
    try:
        return KINDS[name]
    except KeyError as error:
        raise CasebookDamaged(
            text("The journal has an entry of an unknown kind: {kind}.", kind=name)
        ) from error


def _apply_created(connection: Connection, steps: Sequence[Step]) -> None:
    rows = [{"key": key, "value": value} for step in steps for key, value in step.new.items()]
    connection.execute(insert(meta), rows)


def _apply_plan(connection: Connection, steps: Sequence[Step]) -> None:
    """Which plan it is, and what a mu is there; its checksum is with each verdict."""
    new = steps[-1].new
    shown = update(meta).where(meta.c.key == "plan_id")
    connection.execute(shown.values(value=new["plan_id"]))
    if mu.KEY in new:  # entries of earlier versions do not name it
        mu.change_mu(connection, new[mu.KEY])


def _current_plan(connection: Connection, subjects: List[str]) -> Dict[str, State]:
    query = select(meta.c.value).where(meta.c.key == "plan_id")
    plan_id = connection.execute(query).scalar_one()
    return {subject: {"plan_id": plan_id} for subject in subjects}


def _apply_source(connection: Connection, steps: Sequence[Step]) -> None:
    rows = [
        {**step.new, "imported_at": step.entry.at, "imported_by": step.entry.who} for step in steps
    ]
    connection.execute(insert(sources), rows)


def _apply_patches(connection: Connection, steps: Sequence[Step]) -> None:
    rows = [
        {
            **step.new,
            "area_m2": float(step.new["area_m2"]),
            "issued": json.dumps(step.new["issued"], ensure_ascii=False),
            "geom": step.blob,
        }
        for step in steps
    ]
    connection.execute(insert(patches), rows)


def _apply_parcels(connection: Connection, steps: Sequence[Step]) -> None:
    owners = _owners(connection, sorted({step.new["patch_number"] for step in steps}))
    factor = mu.mu_per_m2(connection)
    rows = []
    for step in steps:
        area_m2 = float(step.new["area_m2"])
        month, kind = owners[step.new["patch_number"]]
        facts = {"month": month, "kind": kind, "category": "", "subcategory": ""}
        area_mu = float(mu_from_m2(area_m2, factor))
        areas = {"area_m2": area_m2, "area_mu": area_mu, "adjusted_mu": None}
        rows.append({**step.new, **areas, **facts, "geom": step.blob})
    connection.execute(insert(parcels), rows)


def _owners(connection: Connection, numbers: List[str]) -> Dict[str, Tuple[str, str]]:
    columns = (patches.c.number, patches.c.month, patches.c.kind)
    return {
        row.number: (row.month, row.kind)
        for part in in_parts(numbers)
        for row in connection.execute(select(*columns).where(patches.c.number.in_(part)))
    }


def _apply_figures(connection: Connection, steps: Sequence[Step]) -> None:
    replace_rows(connection, figures.c.parcel_number, steps, _figures_row)


def _figures_row(step: Step) -> List[Dict[str, Any]]:
    if not step.new:
        return []
    shown = {name: _float(step.new[name]) for name in FIGURE_COLUMNS}
    return [{**shown, "location": step.new["location"], "data": _json(step.new)}]


def _current_figures(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    columns = (figures.c.parcel_number, figures.c.data)
    return {
        row.parcel_number: json.loads(row.data)
        for part in in_parts(numbers)
        for row in connection.execute(select(*columns).where(figures.c.parcel_number.in_(part)))
    }


def _verdict_kind(level: VerdictLevel) -> Kind:
    at_level = verdicts.c.level == level.value

    def apply(connection: Connection, steps: Sequence[Step]) -> None:
        replace_rows(connection, verdicts.c.parcel_number, steps, _given, at_level)
        if level is VerdictLevel.COUNTY:
            _show_category(connection, last_of_each(steps))

    def current(connection: Connection, numbers: List[str]) -> Dict[str, State]:
        names = [column for column in verdicts.c if not column.name.startswith("given_")]
        return {
            row["parcel_number"]: dict(row)
            for part in in_parts(numbers)
            for row in connection.execute(
                select(*names).where(verdicts.c.parcel_number.in_(part), at_level)
            ).mappings()
        }

    return Kind(apply, undoable=True, current=current, about_parcel=True)


def _given(step: Step) -> List[Dict[str, Any]]:
    signed = {"given_at": step.entry.at, "given_by": step.entry.who}
    return [{**step.new, **signed}] if step.new else []


def _show_category(connection: Connection, steps: Sequence[Step]) -> None:
    shown = update(parcels).where(parcels.c.number == bindparam("subject"))
    values = [
        {
            "subject": step.entry.subject,
            "category": step.new.get("category", ""),
            "subcategory": step.new.get("subcategory", ""),
        }
        for step in steps
    ]
    connection.execute(
        shown.values(category=bindparam("category"), subcategory=bindparam("subcategory")), values
    )


def _apply_flags(connection: Connection, steps: Sequence[Step]) -> None:
    replace_rows(connection, flags.c.parcel_number, steps, _answers)


def _answers(step: Step) -> List[Dict[str, Any]]:
    return [{"flag": flag, "answer": answer} for flag, answer in step.new.items()]


def _current_flags(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    states: Dict[str, Dict[str, Any]] = {}
    for row in rows_about(connection, flags.c.parcel_number, numbers):
        states.setdefault(row["parcel_number"], {})[row["flag"]] = row["answer"]
    return dict(states)


def _apply_photos(connection: Connection, steps: Sequence[Step]) -> None:
    # Entries of earlier versions do not name every column.
    empty = {"name": "", "likeness": "", "stage": "", "station": ""}
    connection.execute(insert(photos), [{**empty, **step.new} for step in steps])


def _apply_detached(connection: Connection, steps: Sequence[Step]) -> None:
    gone = delete(photos).where(
        photos.c.parcel_number == bindparam("subject"), photos.c.sha256 == bindparam("digest")
    )
    for step in steps:
        photo = step.new or step.entry.old or {}
        connection.execute(gone, {"subject": step.entry.subject, "digest": photo["sha256"]})
        if step.new:  # taken back, or another one in its place
            _apply_photos(connection, [step])


def _apply_field_checks(connection: Connection, steps: Sequence[Step]) -> None:
    replace_rows(connection, field_checks.c.parcel_number, steps, _field_check_row)


def _field_check_row(step: Step) -> List[Dict[str, Any]]:
    if not step.new:
        return []
    shown = {name: step.new[name] for name in FIELD_CHECK_COLUMNS}
    return [{**shown, "checkers": "、".join(step.new["checkers"]), "data": _json(step.new)}]


def _current_field_checks(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    columns = (field_checks.c.parcel_number, field_checks.c.data)
    asked = field_checks.c.parcel_number
    return {
        row.parcel_number: json.loads(row.data)
        for part in in_parts(numbers)
        for row in connection.execute(select(*columns).where(asked.in_(part)))
    }


def _apply_nothing(connection: Connection, steps: Sequence[Step]) -> None:
    """The entry is all there is to know."""


def _json(state: Dict[str, Any]) -> str:
    return json.dumps(state, ensure_ascii=False)


def _float(value: Optional[str]) -> Optional[float]:
    return None if value is None else float(value)


def _case_kind(apply: Apply, current: Current) -> Kind:
    return Kind(apply, undoable=True, current=current, about_case=True)


KINDS: Dict[str, Kind] = {
    events.CREATED: Kind(_apply_created),
    events.PLAN_CHANGED: Kind(_apply_plan, current=_current_plan),
    events.SOURCE_IMPORTED: Kind(_apply_source),
    events.PATCH_ISSUED: Kind(_apply_patches),
    events.PARCEL_DIVIDED: Kind(_apply_parcels),
    events.PATCH_DIVIDED: Kind(divisions.apply, undoable=True, current=divisions.current),
    events.FIGURES_COMPUTED: Kind(_apply_figures, current=_current_figures, about_parcel=True),
    **{events.VERDICT + level.value: _verdict_kind(level) for level in VerdictLevel},
    events.FLAGS_ANSWERED: Kind(
        _apply_flags, undoable=True, current=_current_flags, about_parcel=True
    ),
    events.EVIDENCE_RECORDED: Kind(
        evidence.apply, undoable=True, current=evidence.current, about_parcel=True
    ),
    events.FIELD_CHECKED: Kind(
        _apply_field_checks, undoable=True, current=_current_field_checks, about_parcel=True
    ),
    events.PHOTO_ATTACHED: Kind(_apply_photos, about_parcel=True),
    events.PHOTO_DETACHED: Kind(_apply_detached, undoable=True, about_parcel=True),
    events.PHOTO_STAGED: Kind(_apply_detached, undoable=True, about_parcel=True),
    events.CASE_CHANGED: Kind(cases.apply, undoable=True, current=cases.current),
    events.STOP_NOTICED: _case_kind(casefiles.apply_stop_notice, casefiles.current_stop_notice),
    events.CASE_FILED: _case_kind(casefiles.apply_filing, casefiles.current_filing),
    **{
        name: _case_kind(several.apply, several.current)
        for name, several in casefiles.LISTS.items()
    },
    events.PATCH_LINKED: Kind(links.apply, undoable=True, current=links.current),
    events.SUBMISSION_EXPORTED: Kind(exchanges.apply_exported),
    events.RECEIVED: Kind(exchanges.apply_received),
    events.REVIEW_GIVEN: Kind(
        exchanges.apply_reviews,
        undoable=True,
        current=exchanges.current_reviews,
        about_parcel=True,
    ),
    events.RETURN_ANSWERED: Kind(
        exchanges.apply_answers,
        undoable=True,
        current=exchanges.current_answers,
        about_parcel=True,
    ),
    events.SECOND_LOOK: Kind(
        notes.apply_second_looks,
        undoable=True,
        current=notes.current_second_looks,
        about_parcel=True,
    ),
    events.COMMENTED: Kind(
        notes.apply_comments, undoable=True, current=notes.current_comments, about_parcel=True
    ),
    events.RECTIFIED: Kind(
        putting_right.apply_rectification,
        undoable=True,
        current=putting_right.current_rectification,
        about_parcel=True,
    ),
    **{
        name: Kind(
            several.apply,
            undoable=name != events.CERTIFIED,
            current=several.current,
            about_parcel=True,
        )
        for name, several in putting_right.LISTS.items()
    },
    events.LEDGER_TAKEN: Kind(ledger.apply_entries, current=ledger.current_entries),
    events.LEDGER_TURNED: Kind(ledger.TURNS.apply, current=ledger.TURNS.current),
    events.FROZEN: Kind(ledger.apply_freezing, undoable=True, current=ledger.current_freezing),
    events.ACCOUNTABILITY: Kind(_apply_nothing),
    events.WORK_SPLIT: Kind(_apply_nothing),
    events.SAMPLE_DRAWN: Kind(_apply_nothing),
    events.WORK_BEGUN: Kind(_apply_created),
}

UNDOABLE = tuple(name for name, kind in KINDS.items() if kind.undoable)
"""What a person decided; what was issued stays, what was computed is computed again."""
