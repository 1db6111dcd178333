"""初验和申请: the county looks whether it is in place, then asks the city to inspect."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QLabel,
    QLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import InputError
from ...core.intake.field_table import names_in
from ...core.model import Dossier
from ...core.text import text
from ...maps.kept_drafts import KeptDrafts
from ...maps.rectifying import Asked, Looked, inspect_and_apply, refusal
from ...maps.words import say, tr
from ..workplace import Workplace
from .parcel_form import ParcelForm, Typed, typed_date
from .words import acceptance_lines, application_lines, preliminary_lines
from .yes_no import NOT_GIVEN, YesNo

WIDTH = 520


class CountyForm(ParcelForm):
    """One form for both: what is left empty is not recorded."""

    def __init__(
        self, work: Workplace, drafts: KeptDrafts, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(work, drafts, parent)
        self.resize(WIDTH, self.sizeHint().height())

    def _title(self) -> str:
        return tr("First inspection and application · {number}")

    def _make(self) -> QLayout:
        column = QVBoxLayout()
        self.answered = QLabel(self)
        column.addWidget(self.answered)
        column.addWidget(self._make_inspection())
        column.addWidget(self._make_application())
        column.addStretch(1)
        for line in (self.on, self.people, self.finding, self.asked_on, self.by, self.document):
            line.textEdited.connect(lambda _text: self.keep())
        self.in_place.changed.connect(self.keep)
        return column

    def _make_inspection(self) -> QGroupBox:
        group = QGroupBox(tr("The county's inspection"), self)
        self.inspected = QLabel(group)
        self.on, self.people = QLineEdit(group), QLineEdit(group)
        self.people.setPlaceholderText(tr("Names, with 、 between them"))
        self.in_place = YesNo([tr("In place"), tr("Not in place")], group)
        self.finding = QLineEdit(group)
        form = QFormLayout(group)
        form.addRow(self.inspected)
        for caption, widget in (
            (tr("Inspected on"), self.on),
            (tr("Inspectors"), self.people),
            (tr("Result"), self.in_place),
            (tr("Finding"), self.finding),
        ):
            form.addRow(caption, widget)
        return group

    def _make_application(self) -> QGroupBox:
        group = QGroupBox(tr("Application to the city"), self)
        self.asked = QLabel(group)
        self.asked_on, self.by, self.document = (QLineEdit(group) for _ in range(3))
        form = QFormLayout(group)
        form.addRow(self.asked)
        for caption, line in (
            (tr("Day of the application"), self.asked_on),
            (tr("Applied by"), self.by),
            (tr("Document number"), self.document),
        ):
            form.addRow(caption, line)
        for label in (self.answered, self.inspected, self.asked):
            label.setWordWrap(True)
        for line in (self.on, self.asked_on):
            line.setPlaceholderText(self._session.today.isoformat())
        self.by.setPlaceholderText(self._session.book.who)
        return group

    # ---- what is typed

    def _recorded(self, dossier: Dossier) -> Typed:
        return ("", "", NOT_GIVEN, "", "", "", "")

    def _put(self, typed: Typed) -> None:
        self.on.setText(typed[0])
        self.people.setText(typed[1])
        self.in_place.choose(typed[2])
        self.finding.setText(typed[3])
        for line, words in zip((self.asked_on, self.by, self.document), typed[4:]):
            line.setText(words)

    def _typed(self) -> Typed:
        inspection = (self.on.text(), self.people.text(), self.in_place.place)
        lines = (self.finding, self.asked_on, self.by, self.document)
        return (*inspection, *(line.text() for line in lines))

    def _looked(self) -> Optional[Looked]:
        """What is typed of an inspection; None when that is nothing.

        :raises InputError: the result is missing, or a day is none.
        """
        people, finding = names_in(self.people.text()), self.finding.text().strip()
        in_place = self.in_place.chosen
        if not (self.on.text().strip() or people or finding or in_place is not None):
            return None
        day = typed_date(tr("Inspected on"), self.on.text(), self._session.today)
        if in_place is None:
            raise InputError(text("Say whether it is in place."))
        return Looked(day, people, in_place, finding)

    def _asked(self) -> Optional[Asked]:
        """What is typed of an application; None when that is nothing."""
        by, document = self.by.text().strip(), self.document.text().strip()
        if not (self.asked_on.text().strip() or by or document):
            return None
        day = typed_date(tr("Day of the application"), self.asked_on.text(), self._session.today)
        return Asked(day, by or self._session.book.who, document)

    # ---- what follows from it

    def _tell(self, dossier: Dossier) -> Sequence[str]:
        known = dossier.put_right
        self.inspected.setText("\n".join(preliminary_lines(known.preliminary)))
        self.asked.setText("\n".join(application_lines(known.applications)))
        found = acceptance_lines(known.acceptances)
        self.answered.setText("\n".join([tr("The city's inspections:"), *found] if found else []))
        for label in (self.answered, self.inspected, self.asked):
            label.setVisible(bool(label.text()))
        self._looked()
        self._asked()
        told = refusal(self._session, "inspect_first")
        return [say(told)] if told else []

    def _record(self, dossier: Dossier) -> bool:
        return inspect_and_apply(self._session, self._looked(), self._asked())
