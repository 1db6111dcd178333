"""What the forms say of a parcel's field check; codes as the words of the plan."""

from __future__ import annotations

from typing import Callable, Optional, Tuple

from ...model import FieldCheck
from ...plan import FieldRules, Term, term_in
from .rows import ParcelRow


def written(name: str) -> Callable[[ParcelRow], str]:
    """A text of the field check, as it was written."""

    def get(row: ParcelRow) -> str:
        check = row.dossier.field_check
        return getattr(check, name) if check else ""

    return get


def named(name: str, terms: Callable[[FieldRules], Tuple[Term, ...]]) -> Callable[[ParcelRow], str]:
    """The plan's word for a code of the field check; the code itself where it has none."""

    def get(row: ParcelRow) -> str:
        code = written(name)(row)
        term = term_in(terms(row.work.plan.field_rules), code)
        return term.label.zh if term else code

    return get


def people(row: ParcelRow) -> str:
    """Who checked."""
    check: Optional[FieldCheck] = row.dossier.field_check
    return "、".join(check.checkers) if check else ""


def day(row: ParcelRow) -> Optional[str]:
    """The day, as ISO text."""
    check: Optional[FieldCheck] = row.dossier.field_check
    return check.checked_on if check else None


def actor(row: ParcelRow) -> str:
    """Who uses the land and, in brackets, of which kind they are."""
    name = written("actor")(row)
    kind = named("actor_kind", lambda rules: rules.actor_kinds)(row)
    return f"{name}（{kind}）" if name and kind else name or kind


def stop_notice(row: ParcelRow) -> str:
    """The stop notice and, in brackets, what came of it."""
    notice = written("stop_notice")(row)
    result = named("stop_result", lambda rules: rules.stop_results)(row)
    return f"{notice}（{result}）" if notice and result else notice or result
