"""What the Ministry issued about the patch, beside what was made of it."""

from __future__ import annotations

from typing import List, Optional, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ...core.casebook import Former
from ...core.casefile import Case, CaseFile
from ...core.cases import due_items
from ...core.model import Dossier, Patch, VerdictLevel
from ...core.plan import Plan
from ...maps.rechecks import recheck_lines
from ...maps.session import Session
from ...maps.words import say, term, tr
from ..cases.words import about_term, state_words
from ..parts.colours import QUIET
from ..parts.wording import dates, m2, mu_with_unit, unit

Line = Tuple[str, str, str]


class Facts(QWidget):
    """Caption and value per line; values can be selected and copied."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: List[Tuple[QLabel, QLabel]] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(8)
        self._layout.setVerticalSpacing(1)
        self._layout.setColumnStretch(1, 1)
        session.shown.connect(self._show)
        session.changed.connect(self._changed)
        session.closed.connect(self._show)

    def _changed(self, number: str) -> None:
        if number == self._session.number:
            self._show()

    def _show(self, _number: str = "") -> None:
        dossier = self._session.dossier
        lines = _lines_of(dossier, self._session) if dossier else []
        while len(self._lines) < len(lines):
            self._add_line()
        for index, (caption, value) in enumerate(self._lines):
            here = index < len(lines)
            caption.setVisible(here)
            value.setVisible(here)
            if here:
                caption.setText(lines[index][0])
                value.setText(lines[index][1])
                value.setToolTip(lines[index][2])

    def _add_line(self) -> None:
        caption, value = QLabel(self), QLabel(self)
        caption.setStyleSheet(f"color: {QUIET}")
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row = len(self._lines)
        self._layout.addWidget(caption, row, 0)
        self._layout.addWidget(value, row, 1)
        self._lines.append((caption, value))


def _lines_of(dossier: Dossier, session: Session) -> List[Line]:
    patch, parcel = dossier.patch, dossier.parcel
    classes = {one.code: term(one.label) for one in session.plan.patch_classes}
    kind = say(patch.kind.label)
    lines = [
        (tr("Patch"), patch.number, ""),
        (tr("Class"), f"{classes.get(patch.patch_class, patch.patch_class)} ({kind})", ""),
        (tr("Type"), patch.change_type, ""),
        (tr("Image dates"), dates(patch.before_date, patch.after_date), ""),
        (tr("Issued area"), _issued_area(patch), ""),
        (
            tr("Computed area"),
            mu_with_unit(parcel.mu(session.plan.area_rules.mu_per_m2)),
            m2(parcel.area_m2),
        ),
        (tr("Location"), dossier.figures.location if dossier.figures else "", ""),
        (tr("Remark"), patch.remark, ""),
        (tr("Photos"), str(len(dossier.photos)) if dossier.photos else "", ""),
        *((tr("Recheck by"), *one) for one in recheck_lines(session)),
        *((tr("Case"), _case(one), "") for one in session.cases_here),
        *((tr("Next term"), *_pressing(one, session)) for one in dossier.cases),
        *((tr("Made from"), _former(one, session.plan), "") for one in session.came_from),
    ]
    return [line for line in lines if line[1]]


def _case(case: Case) -> str:
    return " · ".join(part for part in (case.number, case.actor, case.name) if part)


def _pressing(file: CaseFile, session: Session) -> Tuple[str, str]:
    """What has to be done next in a case, and where the term is from; empty without any."""
    found = due_items([file], session.plan, session.today)
    if not found:
        return "", ""
    return f"{term(found[0].step)}: {state_words(found[0], session.today)}", about_term(found[0])


def _former(former: Former, plan: Plan) -> str:
    """A parcel that was divided or put together, with what had been judged of it."""
    verdict = former.verdicts.get(VerdictLevel.COUNTY)
    category = plan.category(verdict.category) if verdict else None
    parts = [
        former.number,
        mu_with_unit(former.area_mu),
        (term(category.label) if category else verdict.category) if verdict else tr("Undecided"),
        verdict.reason if verdict else "",
    ]
    return " · ".join(part for part in parts if part)


def _issued_area(patch: Patch) -> str:
    if not patch.issued_area:
        return ""
    return f"{patch.issued_area} {unit(patch.issued_area_unit)}".strip()
