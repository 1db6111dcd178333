"""What is known about a parcel, and from where: the overlay, the issued row, recorded evidence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import List, Optional, Tuple

from ..model import Coverage, Dossier, LayerUsed
from ..plan import EvidenceKind, Origin, Plan, What
from ..plan.cases import FILED

# How the overlay writes a coverage: all documents of a role together, and one without a number.
ALL_DOCUMENTS, NO_DOCUMENT = "", "—"
CLASSES = ("cultivated", "other_agricultural", "unused", "construction")


class About(Enum):
    """What a figure or a gap is about."""

    FIGURE = "figure"
    COVERAGE = "coverage"
    ISSUED = "issued"
    EVIDENCE = "evidence"
    VERDICT = "verdict"
    EARLIER = "earlier"


@dataclass(frozen=True)
class Used:
    """One thing a proposal rests on: its value, and the layer it comes from, if any."""

    about: About
    code: str
    value: str
    layer: Optional[LayerUsed] = None


@dataclass(frozen=True)
class Missing:
    """What would have to be known: a figure, the overlay with a role's layer, or evidence."""

    about: About
    code: str
    origin: Origin


class Facts:
    """One parcel under one plan."""

    def __init__(self, dossier: Dossier, plan: Plan) -> None:
        self.dossier = dossier
        self.plan = plan

    def layer(self, role: str) -> Optional[LayerUsed]:
        """The layer that the overlay used for a role."""
        figures = self.dossier.figures
        layers = figures.layers if figures else ()
        return next((one for one in layers if one.role == role), None)

    def figure(self, name: str) -> Optional[Used]:
        """A figure in mu; ``None`` when it is unknown."""
        found = self.dossier.figures
        value = getattr(found, f"{name}_mu") if found else None
        if value is None:
            return None
        return Used(About.FIGURE, name, str(value), self.layer(role_of_figure(name)))

    def coverage(self, role: str) -> Optional[Used]:
        """The share inside all approvals of a role, in percent; ``None`` when it is unknown.

        A recorded share comes before the overlay's: the layer may be older than the approval.
        """
        recorded = self._recorded_share(role)
        if recorded is not None:
            return recorded
        documents = self._coverages(role)
        if not documents:
            return None
        total = [one.percent for one in documents if one.document == ALL_DOCUMENTS]
        # Without a total the largest document is what is certainly covered.
        share = total[0] if total else max(one.percent for one in documents)
        return Used(About.COVERAGE, role, str(share), self.layer(role))

    def _recorded_share(self, role: str) -> Optional[Used]:
        for kind in self.plan.lists.evidence.values():
            if kind.layer == role and kind.what is What.PERCENT:
                value = self.number(kind.code)
                if value is not None:
                    return Used(About.EVIDENCE, kind.code, str(value))
        return None

    def _coverages(self, role: str) -> List[Coverage]:
        figures = self.dossier.figures
        return [one for one in figures.approvals if one.role == role] if figures else []

    def documents(self, role: str) -> Tuple[str, ...]:
        """The numbers of the documents of a role that cover any of the parcel, blank ones too."""
        return tuple(
            "" if one.document == NO_DOCUMENT else one.document
            for one in self._coverages(role)
            if one.document != ALL_DOCUMENTS and one.area_m2 > 0
        )

    def value(self, code: str) -> str:
        """What is recorded for a kind of evidence: by itself, in the field check, in a case, of
        its rectification."""
        recorded = self.dossier.evidence.get(code)
        if recorded is not None and recorded.value.strip():
            return recorded.value.strip()
        kind, check = self.plan.lists.evidence.get(code), self.dossier.field_check
        if kind is None:
            return ""
        found = str(getattr(check, kind.field)).strip() if kind.field and check else ""
        return found or self._in_cases(kind.case) or self._in_rectification(kind)

    def _in_cases(self, part: str) -> str:
        """The number or day of the stop notice or of the filing, or the code why none is filed."""
        for file in self.dossier.cases if part else ():
            notice, filing = file.stop_notice, file.filing
            if part == "filing":
                filed = filing.steps.get(FILED)
                found = (filed.document or filed.date) if filed else filing.reason
            else:
                found = (notice.number or notice.date) if notice else ""
            if found:
                return found
        return ""

    def _in_rectification(self, kind: EvidenceKind) -> str:
        """The day on which all that was done about it was done; empty while something is left."""
        name = kind.rectification
        return str(getattr(self.dossier.put_right, name)) if name else ""

    def number(self, code: str) -> Optional[Decimal]:
        """A recorded number; ``None`` when there is none or it cannot be read."""
        try:
            number = Decimal(self.value(code))
        except InvalidOperation:
            return None
        return number if number.is_finite() else None

    def is_there(self, kind: EvidenceKind) -> bool:
        """True when the evidence is recorded, or a layer or the photos give it."""
        if self.value(kind.code):
            return kind.what not in (What.PERCENT, What.MEASURE) or (
                self.number(kind.code) is not None
            )
        if kind.what is What.PHOTO:
            return bool(self.dossier.photos)
        documents = self.documents(kind.layer) if kind.layer else ()
        if kind.what is What.NUMBER:
            return bool(documents) and all(documents)
        return bool(documents) and kind.what in (What.BOUNDARY, What.PERCENT)

    def used(self, kind: EvidenceKind) -> Optional[Used]:
        """The evidence as something a proposal rests on; ``None`` when it is not there."""
        if not self.is_there(kind):
            return None
        value = self.value(kind.code)
        if value or kind.what is not What.NUMBER:
            return Used(About.EVIDENCE, kind.code, value) if value else None
        numbers = "、".join(self.documents(kind.layer))
        return Used(About.EVIDENCE, kind.code, numbers, self.layer(kind.layer))


def role_of_figure(name: str) -> str:
    """The layer role that a figure comes from; empty for the parcel's own area."""
    if name in (*CLASSES, "uncovered"):
        return "land_use"
    return "" if name == "area" else name
