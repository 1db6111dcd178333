"""The hash of all that is judged of a parcel: the same content, the same hash."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Dict, Set

from ..casebook import events
from ..casebook.codec import encode
from ..casebook.journal import Recorded
from ..casefile import CaseFile
from ..model import Dossier, VerdictLevel
from .kinds import ABOUT_CASE, OF_PHOTO

JUDGED = (
    events.PATCH_DIVIDED,
    events.PARCEL_DIVIDED,
    events.FIGURES_COMPUTED,
    events.VERDICT + VerdictLevel.COUNTY.value,
    events.FLAGS_ANSWERED,
    events.EVIDENCE_RECORDED,
    events.FIELD_CHECKED,
    *OF_PHOTO,
    *ABOUT_CASE,
)


def content_of(dossier: Dossier) -> str:
    """SHA-256 over what the county says of a parcel; reviews and what was found earlier are not
    part of it, nor where photos lie, nor how the parcel is put right after it was judged."""
    facts: Dict[str, Any] = {
        "patch": dossier.patch.geometry_sha256,
        "parcel": [dossier.parcel.geometry_sha256, str(dossier.parcel.area_m2)],
        "figures": encode(dossier.figures) if dossier.figures else None,
        "verdict": encode(dossier.county_verdict) if dossier.county_verdict else None,
        "flags": encode(dossier.flags),
        "evidence": encode(dossier.evidence),
        "field_check": encode(dossier.field_check) if dossier.field_check else None,
        "photos": sorted(photo.sha256 for photo in dossier.photos if not photo.stage),
        "cases": [_case(one) for one in dossier.cases],
    }
    written = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(written.encode("utf-8")).hexdigest()


def _case(file: CaseFile) -> Any:
    """What is not there of a case does not stand in the hash: packages that were handed up
    before there could be days that do not count have to keep theirs."""
    facts = encode(file)
    if not file.interruptions:
        del facts["interruptions"]
    return facts


def changed_by(entry: Recorded) -> Set[str]:
    """The parcels, patches and cases whose content an entry of the journal changes."""
    states = [state for state in (entry.old, entry.new) if state]
    if entry.kind not in JUDGED:
        return set()
    if entry.kind in OF_PHOTO and all(state.get("stage") for state in states):
        return set()
    found = {entry.subject}
    if entry.kind == events.CASE_CHANGED:
        found.update(parcel for state in states for parcel in state["parcels"])
    return found
