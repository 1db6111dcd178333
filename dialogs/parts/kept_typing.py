"""What stands in a form's fields is kept from the first change until it is recorded."""

from __future__ import annotations

from typing import Callable, List, NamedTuple, Tuple, Type

from qgis.PyQt.QtCore import QDate, QObject, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from ...maps.kept_drafts import Drafts, Typed

ISO = "yyyy-MM-dd"
CODE = Qt.ItemDataRole.UserRole


class _Field(NamedTuple):
    """How a kind of field is read, filled and heard."""

    kind: Type[QWidget]
    typed: Callable[[QWidget], Typed]
    put: Callable[[QWidget, Typed], object]
    changed: str


def _ticked(box: QListWidget) -> Typed:
    items = [box.item(at) for at in range(box.count())]
    return tuple(one.data(CODE) for one in items if one.checkState() == Qt.CheckState.Checked)


def _tick(box: QListWidget, codes: Typed) -> None:
    for at in range(box.count()):
        ticked = box.item(at).data(CODE) in codes
        box.item(at).setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)


_FIELDS: Tuple[_Field, ...] = (
    _Field(QLineEdit, QLineEdit.text, QLineEdit.setText, "textChanged"),
    _Field(QPlainTextEdit, QPlainTextEdit.toPlainText, QPlainTextEdit.setPlainText, "textChanged"),
    _Field(
        QDateEdit,
        lambda edit: edit.date().toString(ISO),
        lambda edit, day: edit.setDate(QDate.fromString(day, ISO)),
        "dateChanged",
    ),
    _Field(
        QComboBox,
        QComboBox.currentData,
        lambda box, code: box.setCurrentIndex(max(box.findData(code), 0)),
        "currentIndexChanged",
    ),
    _Field(QListWidget, _ticked, _tick, "itemChanged"),
)


class KeptTyping(QObject):
    """Made once a form has its fields. A form that is closed or lost comes back as it was;
    one that is recorded, or cancelled by its button, does not."""

    def __init__(self, form: QDialog, drafts: Drafts, of: str) -> None:
        super().__init__(form)
        self._drafts, self._of = drafts, of
        self._fields = self._fields_of(form)
        kept = drafts.get(of, ())
        for (widget, field), typed in zip(self._fields, kept):
            field.put(widget, typed)
        for widget, field in self._fields:
            getattr(widget, field.changed).connect(lambda *_what: self._keep())
        form.accepted.connect(self._forget)
        for box in form.findChildren(QDialogButtonBox):
            for button in box.buttons():
                if box.buttonRole(button) == QDialogButtonBox.ButtonRole.RejectRole:
                    button.clicked.connect(lambda _checked: self._forget())

    @staticmethod
    def _fields_of(form: QDialog) -> List[Tuple[QWidget, _Field]]:
        kinds = tuple(one.kind for one in _FIELDS)
        return [
            (widget, field)
            for widget in form.findChildren(QWidget)
            # The line within a box belongs to it.
            if not isinstance(widget.parent(), kinds)
            for field in _FIELDS
            if isinstance(widget, field.kind)
        ]

    def _keep(self) -> None:
        self._drafts[self._of] = tuple(field.typed(widget) for widget, field in self._fields)

    def _forget(self) -> None:
        self._drafts.pop(self._of, None)
