"""核验: the city's inspection of the parcel at hand on the ground."""

from __future__ import annotations

from typing import Callable, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import InputError
from ...core.intake.field_table import names_in
from ...core.model import Dossier
from ...core.text import text
from ...maps.kept_drafts import KeptDrafts
from ...maps.rectifying import Seen, accept, by_when, measured, refusal, seen_so
from ...maps.words import say, tr
from ..workplace import Workplace
from .checklist import Checklist, items_of
from .compared import compared_words, county_lines, outline_words
from .outline_drawing import OutlineDrawing
from .outline_row import OutlineRow
from .parcel_form import ParcelForm, Typed, typed_date
from .words import acceptance_lines, finding_lines
from .yes_no import NO, NOT_GIVEN, YesNo

SIZE = (900, 620)
BESIDE_PX, GUIDE_PX = 330, 300
CORNER = QPoint(20, 120)


class AcceptanceForm(ParcelForm):
    """``show_photos`` opens the photos of all stages, ``show_pictures`` the imagery of the place.

    People and day are those of the parcel recorded before: a round goes on in one go.
    """

    def __init__(
        self,
        work: Workplace,
        drafts: KeptDrafts,
        drawing: OutlineDrawing,
        show_photos: Callable[[], object],
        show_pictures: Callable[[], object],
        parent: Optional[QWidget] = None,
    ) -> None:
        self._drawing = drawing
        self._does = {tr("Photos…"): show_photos, tr("Before, violation, now"): show_pictures}
        self._last: Tuple[str, str] = ("", "")
        super().__init__(work, drafts, parent)
        self.resize(*SIZE)
        self._was = self.geometry()
        self.guide = QLabel(self.outline.guide, self)
        self.guide.setWordWrap(True)
        self.guide.setFixedSize(GUIDE_PX, self.guide.heightForWidth(GUIDE_PX))
        self.layout().addWidget(self.guide)
        self.guide.hide()
        self.people.setFocus()

    def _title(self) -> str:
        return tr("The city's inspection · {number}")

    def _make(self) -> QLayout:
        rules = self._session.plan.rectification_rules
        self.on, self.people = QLineEdit(self), QLineEdit(self)
        self.people.setPlaceholderText(tr("Names, with 、 between them"))
        self.checklist = Checklist(rules, self)
        self.yes_button = QPushButton(tr("The rest: yes"), self)
        self.yes_button.setAutoDefault(False)
        self.yes_button.clicked.connect(lambda _checked: self.checklist.all_yes())
        self.outline = OutlineRow(self._work, self._drawing, self)
        self.in_place = YesNo([tr("In place"), tr("Not in place")], self)
        self.missing, self.by_when, self.note = (QLineEdit(self) for _ in range(3))
        for line in (self.on, self.people, self.missing, self.by_when, self.note):
            line.textEdited.connect(lambda _text: self.keep())
        for part in (self.checklist, self.outline, self.in_place):
            part.changed.connect(self.keep)
        self.outline.away.connect(self._away)
        row = QHBoxLayout()
        row.addLayout(self._make_fields(), 1)
        row.addWidget(self._make_beside())
        return row

    def _make_fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption, widget in (
            (tr("Inspected on"), self.on),
            (tr("Inspectors"), self.people),
            (tr("Checklist"), self.checklist),
            ("", self.yes_button),
            (tr("Measured outline"), self.outline),
            (tr("Result"), self.in_place),
            (tr("What is missing"), self.missing),
            (tr("By when"), self.by_when),
            (tr("Note"), self.note),
        ):
            form.addRow(caption, widget)
        return form

    def _make_beside(self) -> QGroupBox:
        group = QGroupBox(tr("Compared"), self)
        group.setFixedWidth(BESIDE_PX)
        self.compared, self.county, self.earlier = (QLabel(group) for _ in range(3))
        column = QVBoxLayout(group)
        for label in (self.compared, self.county, self.earlier):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        buttons = QHBoxLayout()
        for caption, does in self._does.items():
            button = QPushButton(caption, group)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, does=does: does())
            buttons.addWidget(button)
        column.addLayout(buttons)
        return group

    # ---- what is typed

    def _recorded(self, dossier: Dossier) -> Typed:
        """An empty inspection: each is a new one, with the people and day of the last."""
        day, people = self._last
        return (day or self._session.today.isoformat(), people, {}, "", NOT_GIVEN, "", "", "")

    def _put(self, typed: Typed) -> None:
        self.on.setText(typed[0])
        self.people.setText(typed[1])
        self.checklist.show_answers(typed[2])
        self.outline.show_outline(typed[3])
        self.in_place.choose(typed[4])
        for line, words in zip((self.missing, self.by_when, self.note), typed[5:]):
            line.setText(words)

    def _typed(self) -> Typed:
        above = (self.on.text(), self.people.text(), self.checklist.answers())
        lines = (self.missing, self.by_when, self.note)
        place = self.in_place.place
        return (*above, self.outline.outline, place, *(line.text() for line in lines))

    def _seen(self) -> Seen:
        """What is typed; raises InputError when a day is none."""
        due = self.by_when.text()
        today = self._session.today
        return Seen(
            on=typed_date(tr("Inspected on"), self.on.text(), today),
            inspectors=names_in(self.people.text()),
            items=items_of(self.checklist.answers()),
            in_place=bool(self.in_place.chosen),
            outline=self.outline.outline,
            missing=self.missing.text().strip(),
            by_when=typed_date(tr("By when"), due, today) if due.strip() else None,
            note=self.note.text().strip(),
        )

    # ---- what follows from it

    def _tell(self, dossier: Dossier) -> Sequence[str]:
        known, plan = dossier.put_right, self._session.plan
        self.county.setText("\n".join(county_lines(known, plan)))
        self.earlier.setText("\n".join(acceptance_lines(known.acceptances)))
        for label in (self.county, self.earlier):
            label.setVisible(bool(label.text()))
        for widget in (self.missing, self.by_when):
            widget.setEnabled(self.in_place.place == NO)
        seen = self._seen()
        self.by_when.setPlaceholderText(by_when(self._session, seen.on).isoformat())
        found = measured(self._session, seen.outline)
        self.outline.tell(outline_words(found))
        self.compared.setText(compared_words(dossier, found, plan))
        told = refusal(self._session, "accept")
        self.outline.offer(told is None)
        if told is not None:
            return [say(told)]
        if self._number not in self._drafts or self.in_place.place == NOT_GIVEN:
            return []
        return finding_lines(seen_so(self._session, seen), self._session)

    def _record(self, dossier: Dossier) -> bool:
        if self._number not in self._drafts:
            return False
        if self.in_place.place == NOT_GIVEN:
            raise InputError(text("Say whether it is in place."))
        day, people = self.on.text(), self.people.text()
        accept(self._session, self._seen())
        self._last = (day, people)
        return True

    # ---- the map

    def _away(self, is_away: bool) -> None:
        """While somebody draws, the form is as small as its guide, in the map's corner."""
        if is_away:
            self._was = self.geometry()
        self.body.setVisible(not is_away)
        self.guide.setVisible(is_away)
        if is_away:
            self.layout().activate()
            self.resize(self.minimumSizeHint())
            self.move(self.parentWidget().mapToGlobal(CORNER))
        else:
            self.setGeometry(self._was)
            self.activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drawing.leave()
        self._drawing.show(b"")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.outline.show_outline(self.outline.outline)
