"""A field for one value of a plan, of the kind that its reader expects."""

from __future__ import annotations

from typing import List, Mapping, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from ...core.plan import Origin
from ...core.plan.facts import Fact, words_of_code
from ...core.plan.reader import Expected
from ...maps.units import unit_words
from ...maps.words import say, term, tr

LONG_TEXT = 40
SPIN_LIMIT = 10**9


class FactField(QWidget):
    """Shows a fact's value; ``edited(value)`` when a person has put in another one."""

    edited = pyqtSignal(object)

    def __init__(
        self, fact: Fact, files: Mapping[str, object], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.fact = fact
        self._files = files
        self.unit = QLabel(unit_words(fact.unit), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.field = self._field()
        row.addWidget(self.field, 1)
        row.addWidget(self.unit)
        self.unit.setVisible(bool(fact.unit))

    def _field(self) -> QWidget:
        kind, value = self.fact.asked.kind, self.fact.value
        if kind is Expected.LIST:
            return self._lines()
        if kind is Expected.FLAG and isinstance(value, bool):
            return self._choice([True, False], [tr("Yes"), tr("No")])
        if kind is Expected.CHOICE:
            codes = list(self.fact.asked.allowed)
            return self._choice(codes, [self._code_words(code) for code in codes])
        if kind is Expected.WHOLE and isinstance(value, int):
            return self._number()
        return self._text()

    def _code_words(self, code: str) -> str:
        if str(self.fact.path[-1]).endswith("origin"):
            return say(Origin(code).label)
        known = words_of_code(self._files, str(self.fact.path[-1]), code)
        return f"{term(known)} ({code})" if known else code

    def _choice(self, values: List[object], words: List[str]) -> QWidget:
        box = QComboBox(self)
        for one, word in zip(values, words):
            box.addItem(word, one)
        if self.fact.value in values:
            box.setCurrentIndex(values.index(self.fact.value))
        else:  # what stands there is wrong, and stays until another is chosen
            box.insertItem(0, str(self.fact.value), self.fact.value)
            box.setCurrentIndex(0)
        box.activated.connect(lambda _index: self.edited.emit(box.currentData()))
        return box

    def _number(self) -> QWidget:
        box = QSpinBox(self)
        # Wider than what is allowed, so that a wrong value can be shown and is told by the check.
        box.setRange(-SPIN_LIMIT, SPIN_LIMIT)
        box.setValue(self.fact.value)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda _value: self.edited.emit(box.value()))
        asked = self.fact.asked
        if abs(asked.high) < SPIN_LIMIT:
            hint = tr("{low} to {high}").format(low=asked.low, high=asked.high)
            self.unit.setText(f"{unit_words(self.fact.unit)}  ({hint})".strip())
        return box

    def _text(self) -> QWidget:
        written = self.fact.value if isinstance(self.fact.value, str) else str(self.fact.value)
        if len(written) > LONG_TEXT:
            return self._paragraph(written)
        line = QLineEdit(written, self)
        if self.fact.asked.kind is Expected.DATE:
            line.setPlaceholderText(tr("2023-04-10, or empty: open"))
        if self.fact.asked.kind is Expected.DECIMAL:
            line.setPlaceholderText(tr("a number"))
        line.editingFinished.connect(lambda: self._emit_if_new(line.text()))
        return line

    def _paragraph(self, written: str) -> QWidget:
        box = _Paragraph(written, self)
        box.left.connect(lambda: self._emit_if_new(box.toPlainText()))
        return box

    def _lines(self) -> QWidget:
        members = self.fact.value if isinstance(self.fact.value, list) else []
        box = _Paragraph("\n".join(str(one) for one in members), self)
        box.setToolTip(tr("One entry a line"))
        whole = bool(members) and all(isinstance(one, int) for one in members)
        box.left.connect(lambda: self._emit_if_new(_entries(box.toPlainText(), whole)))
        return box

    def _emit_if_new(self, value: object) -> None:
        if value != self.fact.value:
            self.edited.emit(value)

    def commit(self) -> None:
        """Take over what is still being typed."""
        if isinstance(self.field, QLineEdit):
            self._emit_if_new(self.field.text())
        elif isinstance(self.field, _Paragraph):
            self.field.left.emit()


def _entries(written: str, whole: bool) -> List[object]:
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    return [int(line) if whole and line.isdecimal() else line for line in lines]


class _Paragraph(QPlainTextEdit):
    """A text of several lines that tells when the person goes on."""

    left = pyqtSignal()

    def __init__(self, written: str, parent: QWidget) -> None:
        super().__init__(written, parent)
        self.setTabChangesFocus(True)
        self.setMaximumHeight(120)

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.left.emit()
