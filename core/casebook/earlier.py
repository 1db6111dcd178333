"""A parcel as it was before an entry of the journal, as far as proposals rest on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from ..model import Dossier, Evidence, FieldCheck, Figures
from . import events
from .codec import decode
from .journal import Recorded

WATCHED = (events.FIGURES_COMPUTED, events.EVIDENCE_RECORDED, events.FIELD_CHECKED)
"""What changes a proposal without being a verdict."""


def before(dossier: Dossier, entry: Recorded) -> Optional[Dossier]:
    """The dossier with what ``entry`` replaced; ``None`` for an entry that is not watched."""
    old = entry.old
    if entry.kind == events.FIGURES_COMPUTED:
        return replace(dossier, figures=decode(Figures, old) if old else None)
    if entry.kind == events.FIELD_CHECKED:
        return replace(dossier, field_check=decode(FieldCheck, old) if old else None)
    if entry.kind == events.EVIDENCE_RECORDED:
        evidence = {kind: decode(Evidence, one) for kind, one in (old or {}).items()}
        return replace(dossier, evidence=evidence)
    return None
