"""One fact of a plan beside the tree: what it is, its mark, its field, and what is wrong."""

from __future__ import annotations

import json
from html import escape
from typing import Callable, List, Mapping, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import PlanError
from ...core.plan.facts import Fact, is_plain_list
from ...maps.marks import badge
from ...maps.words import say, tr
from ..parts.colours import ALARM, QUIET
from .fact_field import FactField
from .tree import OF_THE_PLAN, name_of, value_of, where

SCALAR = (str, int, float, bool)


class FactPanel(QWidget):
    """``edited(path, value)``, ``moved(by)``, ``doubled()``, ``removed()``, ``as_text()``."""

    edited = pyqtSignal(object, object)
    moved = pyqtSignal(int)
    doubled = pyqtSignal()
    removed = pyqtSignal()
    as_text = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.fields: List[FactField] = []
        self.heading = _words(self)
        self.heading.setTextFormat(Qt.TextFormat.RichText)
        self.before = _words(self)
        self.before.setStyleSheet(f"color: {QUIET}")
        self.refused = _words(self)
        self.refused.setStyleSheet(f"color: {ALARM}")
        self._form_place = QVBoxLayout()
        self._form: Optional[QWidget] = None
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addLayout(self._form_place)
        layout.addWidget(self.refused)
        layout.addWidget(self.before)
        layout.addStretch(1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.member_buttons: List[QPushButton] = []
        for caption, does in (
            (tr("Up"), lambda: self.moved.emit(-1)),
            (tr("Down"), lambda: self.moved.emit(1)),
            (tr("Double"), self.doubled.emit),
            (tr("Remove"), self.removed.emit),
        ):
            self.member_buttons.append(self._button(caption, does))
        self.text_button = self._button(tr("As text…"), self.as_text.emit)
        for button in (*self.member_buttons, self.text_button):
            row.addWidget(button)
        return row

    def _button(self, caption: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(caption, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: does())
        return button

    def show_fact(self, file: str, fact: Fact, files: Mapping[str, object], can_edit: bool) -> None:
        """Show a fact: a field for it, or one for each value right inside it."""
        title, key = where(file, fact)
        mark = badge(fact.origin) if fact.origin else ""
        self.heading.setText(
            f"<b>{escape(name_of(file, fact))}</b> {mark}<br>"
            f"<span style='color:{QUIET}'>{escape(f'{title}  {key}'.strip())}</span>"
        )
        self._make_form(file, fact, files)
        self._form.setEnabled(can_edit)
        is_member = bool(fact.path) and isinstance(fact.path[-1], int)
        for button in self.member_buttons:
            button.setVisible(is_member)
            button.setEnabled(can_edit)
        self.text_button.setEnabled(can_edit)

    def _make_form(self, file: str, fact: Fact, files: Mapping[str, object]) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form = QWidget(self)
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.fields = []
        for one in _editable(file, fact):
            field = FactField(one, files, self._form)
            field.edited.connect(lambda value, path=one.path: self.edited.emit(path, value))
            self.fields.append(field)
            form.addRow(name_of(file, one), field)
        deeper = [one for one in fact.inner if one not in _editable(file, fact)]
        for one in deeper if fact.path else ():
            form.addRow(name_of(file, one), QLabel(value_of(one) or "…", self._form))
        self._form_place.addWidget(self._form)

    def tell_refused(self, error: Optional[PlanError]) -> None:
        """Say beside the field what is wrong with it; None: nothing is."""
        self.refused.setText(say(error.reason) if error else "")
        self.refused.setVisible(error is not None)

    def tell_before(self, words: str) -> None:
        """Say what the plan that this one was copied from has here."""
        self.before.setText(words)

    def commit(self) -> None:
        """Take over what is still being typed."""
        for field in list(self.fields):
            field.commit()


def _editable(file: str, fact: Fact) -> List[Fact]:
    """What gets a field of its own: the fact, or the plain values right inside it."""
    if not fact.inner and _is_plain(fact):
        return [fact]
    apart = OF_THE_PLAN if file != "plan.json" else OF_THE_PLAN[:1]
    return [one for one in fact.inner if _is_plain(one) and one.path not in apart]


def _is_plain(fact: Fact) -> bool:
    return isinstance(fact.value, SCALAR) or is_plain_list(fact.value)


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class FactText(QDialog):
    """A part of a plan as text; ``put(written)`` takes it or says why not."""

    def __init__(
        self,
        title: str,
        value: object,
        put: Callable[[str], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(640, 520)
        self._put = put
        self.text = QPlainTextEdit(json.dumps(value, ensure_ascii=False, indent=2), self)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = self.text.font()
        font.setFamily("monospace")
        self.text.setFont(font)
        self.refused = _words(self)
        self.refused.setStyleSheet(f"color: {ALARM}")
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(tr("Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.take_over)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.refused)
        layout.addWidget(buttons)

    def take_over(self) -> None:
        """Hand the text on; what the door refuses is told here and nothing is changed."""
        try:
            self._put(self.text.toPlainText())
        except PlanError as error:
            self.refused.setText(say(error.text))
            return
        self.accept()
