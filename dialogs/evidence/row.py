"""One kind of evidence as a row of the form: its name and mark, value, date and note."""

from __future__ import annotations

from typing import Callable, Optional, Tuple

from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from ...core.legality.recording import understood
from ...core.model import Evidence
from ...core.plan import EvidenceKind, Plan, What
from ...maps.units import unit_words
from ...maps.words import say, term, tr
from ..field.questions import BUILT_LIKE
from ..parts.colours import ALARM, QUIET

Typed = Tuple[str, str, str]
DAY_LIKE = "2024-05-31"
DATED = (What.NUMBER, What.DOCUMENT, What.BOUNDARY)


class EvidenceRow:
    """The widgets of a row; ``evidence()`` is what stands in them."""

    def __init__(self, kind: EvidenceKind, plan: Plan, parent: QWidget) -> None:
        self.kind = kind
        self._plan = plan
        self.title = QLabel(parent)
        self.title.setText(self._caption())
        self.title.setWordWrap(True)
        self.value = self._choice(parent) if kind.what is What.CHOICE else self._line(parent)
        self.title.setBuddy(self.value)
        self.date: Optional[QLineEdit] = None
        if kind.what in DATED:
            self.date = QLineEdit(parent)
            self.date.setPlaceholderText(tr("date of it"))
            self.date.setToolTip(DAY_LIKE)
            self.date.setMaximumWidth(110)
        self.state = QLabel(parent)
        self.note = QLineEdit(parent)
        self.note.setPlaceholderText(tr("note"))

    def _caption(self) -> str:
        """The name, and where the question comes from."""
        name = term(self.kind.label)
        if self.kind.unit:
            name = f"{name} ({unit_words(self.kind.unit)})"
        mark = say(self.kind.origin.label)
        return f"{name}<br><span style='color:{QUIET}'><small>{mark}</small></span>"

    def _choice(self, parent: QWidget) -> QComboBox:
        box = QComboBox(parent)
        box.addItem("", "")
        for index, one in enumerate(self._plan.lists.values[self.kind.values].values, start=1):
            box.addItem(f"{index} {term(one.label)}", one.code)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return box

    def _line(self, parent: QWidget) -> QLineEdit:
        line = QLineEdit(parent)
        hints = {
            What.DATE: DAY_LIKE,
            What.NUMBER: tr("number"),
            What.DOCUMENT: tr("what it is, or its file"),
            What.BOUNDARY: tr("file of coordinates or map"),
        }
        hint = BUILT_LIKE if self.kind.field == "build_time" else hints.get(self.kind.what, "")
        line.setPlaceholderText(hint)
        return line

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Put the row's widgets into the form."""
        grid.addWidget(self.title, row, 0)
        grid.addWidget(self.value, row, 1)
        if self.date is not None:
            grid.addWidget(self.date, row, 2)
        grid.addWidget(self.note, row, 3)
        grid.addWidget(self.state, row, 4)

    def show(self, recorded: Optional[Evidence]) -> None:
        """Show what is recorded."""
        value = recorded.value if recorded else ""
        if isinstance(self.value, QComboBox):
            self.value.setCurrentIndex(max(self.value.findData(value), 0))
        else:
            self.value.setText(value)
        if self.date is not None:
            self.date.setText(recorded.date if recorded else "")
        self.note.setText(recorded.note if recorded else "")

    def typed(self) -> Typed:
        """Value, date and note as they stand here."""
        box = isinstance(self.value, QComboBox)
        value = (self.value.currentData() or "") if box else self.value.text()
        return (value, self.date.text() if self.date else "", self.note.text())

    def put(self, typed: Typed) -> None:
        """Show what was typed before."""
        self.show(Evidence(self.kind.code, *typed))

    def tell_edits(self, does: Callable[[], None]) -> None:
        """Call this with every change that a person makes."""
        if isinstance(self.value, QComboBox):
            self.value.activated.connect(lambda _index: does())
        for line in (self.value, self.date, self.note):
            if isinstance(line, QLineEdit):
                line.textEdited.connect(lambda _text: does())

    def evidence(self) -> Optional[Evidence]:
        """What stands in the row; ``None`` when it is empty.

        :raises InputError: it is not what the kind asks for.
        """
        typed, day, note = self.typed()
        value = understood(self.kind, typed, self._plan)
        if not value:
            return None
        dated = EvidenceKind("", self.kind.label, self.kind.origin, What.DATE)
        return Evidence(self.kind.code, value, understood(dated, day, self._plan), note.strip())

    def tell_state(self, words: str, colour: str) -> None:
        """Say beside the question whether it has to be answered and is."""
        self.state.setText(words)
        self.state.setStyleSheet(f"color: {colour}")

    def mark(self, wrong: bool) -> None:
        """Show that what stands here is not understood, or that it is again."""
        self.title.setStyleSheet(f"color: {ALARM}" if wrong else "")
