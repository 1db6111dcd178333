"""Which changes travel which way, and how a state falls into fields that are chosen one by one."""

from __future__ import annotations

import json
from typing import Any, Dict, Optional, Tuple

from ..casebook import events
from ..casebook.steps import State
from ..model import VerdictLevel
from ..text import Text, text

ABOUT_PARCEL = (
    events.FIGURES_COMPUTED,
    events.VERDICT + VerdictLevel.COUNTY.value,
    events.FLAGS_ANSWERED,
    events.EVIDENCE_RECORDED,
    events.FIELD_CHECKED,
    events.RETURN_ANSWERED,
    events.RECTIFIED,
    events.PRELIMINARY,
    events.APPLIED,
    events.RECHECKED,
    events.LEDGER_TURNED,
)
ABOUT_PATCH = (events.PATCH_LINKED,)
ABOUT_CASE = (
    events.CASE_CHANGED,
    events.STOP_NOTICED,
    events.CASE_FILED,
    events.PENALTIES_CHANGED,
    events.TRANSFERS_CHANGED,
    events.INTERRUPTED,
)
OF_COUNTY = (*ABOUT_PARCEL, *ABOUT_PATCH, *ABOUT_CASE)
"""What the county writes: goes up with a package."""
OF_CITY = (
    events.VERDICT + VerdictLevel.CITY.value,
    events.VERDICT + VerdictLevel.FINAL.value,
    events.REVIEW_GIVEN,
    events.CERTIFIED,
    events.ACCEPTED,
)
"""What the city writes: comes back with feedback. A certificate is revoked before the inspection
that it rests on is taken out."""
OF_LEDGER = (events.LEDGER_TAKEN, events.LEDGER_TURNED, events.FROZEN)
"""What is said of old cases: each office keeps its own list, so they come from working files
only."""
OF_COLLEAGUES = (events.SECOND_LOOK, events.COMMENTED)
"""What people of an office note for one another: it goes to working files and comes back."""
OF_OFFICE = tuple(dict.fromkeys((*OF_COUNTY, *OF_CITY, *OF_LEDGER, *OF_COLLEAGUES)))
"""All that people of one office share with each other."""
OF_PHOTO = (events.PHOTO_ATTACHED, events.PHOTO_DETACHED, events.PHOTO_STAGED)
STATELESS = (events.PATCH_ISSUED, events.PARCEL_DIVIDED, events.PATCH_DIVIDED, *OF_PHOTO)
"""Patches, parcels and photos travel in lines of their own."""

_WORDS: Dict[str, Text] = {
    events.PATCH_ISSUED: text("Patch"),
    events.PATCH_DIVIDED: text("Parcels of the patch"),
    events.FIGURES_COMPUTED: text("Figures"),
    events.VERDICT + "county": text("County verdict"),
    events.VERDICT + "city": text("City verdict"),
    events.VERDICT + "final": text("Final verdict"),
    events.FLAGS_ANSWERED: text("Six flags"),
    events.EVIDENCE_RECORDED: text("Evidence"),
    events.FIELD_CHECKED: text("Field check"),
    events.RETURN_ANSWERED: text("Answer to the return"),
    events.REVIEW_GIVEN: text("Review"),
    events.RECTIFIED: text("Putting right"),
    events.PRELIMINARY: text("Preliminary inspection"),
    events.APPLIED: text("Application for the inspection"),
    events.ACCEPTED: text("Inspection by the city"),
    events.CERTIFIED: text("Certificates"),
    events.RECHECKED: text("Rechecks"),
    events.LEDGER_TAKEN: text("Old case of the ledger"),
    events.LEDGER_TURNED: text("Closed or reopened in the ledger"),
    events.FROZEN: text("Frozen quota"),
    events.PHOTO_ATTACHED: text("Photos"),
    events.PATCH_LINKED: text("Earlier work"),
    events.SECOND_LOOK: text("Second look"),
    events.COMMENTED: text("Comment"),
    events.CASE_CHANGED: text("Case"),
    events.STOP_NOTICED: text("Stop notice"),
    events.CASE_FILED: text("Steps of the case"),
    events.PENALTIES_CHANGED: text("Penalties"),
    events.TRANSFERS_CHANGED: text("Transfers"),
    events.INTERRUPTED: text("Days that do not count"),
}

WHOLE = ""
"""The field of a state that is taken as a whole."""
_BY_FIELD = (
    events.FLAGS_ANSWERED,
    events.EVIDENCE_RECORDED,
    events.FIELD_CHECKED,
    events.CASE_CHANGED,
    events.STOP_NOTICED,
    events.RECTIFIED,
)
_RECORDS = (events.FIELD_CHECKED, events.CASE_CHANGED, events.STOP_NOTICED, events.RECTIFIED)
"""Of these a few fields alone are nothing: taken out is taken out as a whole."""
_CATEGORY = ("category", "subcategory", "plan_id", "plan_sha256")
"""What a verdict says belongs together; its reason is a field of its own."""


def word_of(kind: str) -> Text:
    """What a person calls the part of a record that a kind of event is about."""
    return _WORDS[kind]


def fields_of(kind: str, state: State) -> Dict[str, Any]:
    """A state as fields; lists, figures and parcels are one field."""
    if state is None:
        return {}
    if kind.startswith(events.VERDICT):
        category = {name: state[name] for name in _CATEGORY}
        return {"category": category, "reason": state["reason"]}
    if kind == events.RECHECKED:  # both sides look again: one more is no contradiction
        return {json.dumps(one, sort_keys=True): one for one in state["rechecks"]}
    return dict(state) if kind in _BY_FIELD else {WHOLE: state}


def is_one_record(kind: str) -> bool:
    """True where a state is one record, which is there with all of its fields or not at all."""
    return kind.startswith(events.VERDICT) or kind in _RECORDS


def state_from(kind: str, fields: Dict[str, Any], like: State) -> State:
    """The state that has these fields; the other way round of :func:`fields_of`.

    ``like`` is a state of the same subject, for what is no field of its own.
    """
    present = {name: value for name, value in fields.items() if value is not None}
    if not present:
        return None
    if WHOLE in present:
        found: Optional[Dict[str, Any]] = present[WHOLE]
        return found
    if kind.startswith(events.VERDICT):
        if "category" not in present:
            return None
        return {**(like or {}), **present["category"], "reason": present.get("reason", "")}
    if kind == events.RECHECKED:
        return {"rechecks": sorted(present.values(), key=lambda one: str(one["on"]))}
    ordered = [name for name in (like or {}) if name in present]
    return {name: present[name] for name in (*ordered, *(n for n in present if n not in ordered))}


Key = Tuple[str, str]
"""Kind of event and subject."""
