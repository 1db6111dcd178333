"""整改: how the parcel at hand is put right, against the illegal area, with its cases beside."""

from __future__ import annotations

from decimal import Decimal
from typing import Callable, Optional, Sequence

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from ...core.cases.typed import typed_day
from ...core.errors import InputError
from ...core.model import Dossier
from ...core.rectification import standing
from ...maps.kept_drafts import KeptDrafts
from ...maps.rectifying import as_typed, rectify, refusal
from ...maps.words import say, tr
from ..workplace import Workplace
from .measures_table import MeasuresTable, row_of
from .parcel_form import ParcelForm, Typed
from .penalties_beside import PenaltiesBeside
from .words import about_sums, answered_words, finding_lines, sums_words

SIZE = (1180, 640)
DAY_WIDTH_PX = 110


class MeasuresForm(ParcelForm):
    """``open_case`` opens the case with a number."""

    def __init__(
        self,
        work: Workplace,
        drafts: KeptDrafts,
        open_case: Callable[[str], object],
        parent: Optional[QWidget] = None,
    ) -> None:
        self._open_case = open_case
        super().__init__(work, drafts, parent)
        self.resize(*SIZE)

    def _title(self) -> str:
        return tr("Putting right · {number}")

    def _make(self) -> QLayout:
        plan = self._session.plan
        self.answers, self.sums = QLabel(self), QLabel(self)
        for label in (self.answers, self.sums):
            label.setWordWrap(True)
        self.due, self.responsible, self.note = (QLineEdit(self) for _ in range(3))
        self.due.setPlaceholderText(plan.rectification_rules.cutoff.date)
        self.due.setFixedWidth(DAY_WIDTH_PX)
        self.table = MeasuresTable(plan.rectification_rules, self._left, self)
        self.penalties = PenaltiesBeside(self)
        for line in (self.due, self.responsible, self.note):
            line.textEdited.connect(lambda _text: self.keep())
        self.table.edited.connect(self.keep)
        self.penalties.itemActivated.connect(lambda item: self._open_case(item.text(0)))
        column = QVBoxLayout()
        column.addWidget(self.answers)
        column.addLayout(self._row())
        column.addWidget(self.table, 3)
        column.addWidget(self.sums)
        column.addWidget(QLabel(tr("Decided and carried out in its cases"), self))
        column.addWidget(self.penalties, 2)
        return column

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for caption, line, stretch in (
            (tr("To be put right by"), self.due, 0),
            (tr("Responsible"), self.responsible, 1),
            (tr("Note"), self.note, 2),
        ):
            row.addWidget(QLabel(caption, self))
            row.addWidget(line, stretch)
        return row

    # ---- what is typed

    def _recorded(self, dossier: Dossier) -> Typed:
        known = dossier.put_right.rectification
        if known is None:
            return ("", "", "", ())
        rows = tuple(map(row_of, known.measures))
        return (known.due, known.responsible, known.note, rows)

    def _put(self, typed: Typed) -> None:
        for line, words in zip((self.due, self.responsible, self.note), typed):
            line.setText(words)
        self.table.fill(typed[3])

    def _typed(self) -> Typed:
        lines = (self.due, self.responsible, self.note)
        return (*(line.text() for line in lines), self.table.rows())

    def _as_typed(self) -> Dossier:
        """The parcel as it would be; raises InputError when a day or an area is none."""
        due = typed_day(tr("To be put right by"), self.due.text())
        return as_typed(self._session.dossier, self.table.measures(), due)

    # ---- what follows from it

    def _left(self) -> Sequence[Decimal]:
        """What no measure clears yet, in mu; nothing while something typed is no number."""
        try:
            left = standing(self._as_typed(), self._session.plan).unplanned
        except InputError:
            return ()
        return [one or Decimal(0) for one in (left.mu, left.cultivated_mu, left.basic_farmland_mu)]

    def _tell(self, dossier: Dossier) -> Sequence[str]:
        plan = self._session.plan
        self.answers.setText(answered_words(dossier, plan))
        shown = self._as_typed()
        found = standing(shown, plan, self._session.today)
        self.penalties.show_pairs(shown, plan)
        self.sums.setText(sums_words(found))
        self.sums.setToolTip(about_sums(found))
        told = refusal(self._session, "rectify")
        return [*([say(told)] if told else []), *finding_lines(shown, self._session)]

    def _record(self, dossier: Dossier) -> bool:
        due = typed_day(tr("To be put right by"), self.due.text())
        people, note = self.responsible.text().strip(), self.note.text().strip()
        return rectify(self._session, self.table.measures(), due, people, note)
