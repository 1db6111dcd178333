"""A queue of one's own: conditions that all have to hold, an order, and a name to keep it by."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Dict, Iterable, List, Optional, Tuple

from qgis.gui import QgsCheckableComboBox, QgsFieldExpressionWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.oversight import (
    Figure,
    Filter,
    Order,
    OrderBy,
    Queue,
    Trait,
    with_queue,
    without_queue,
)
from ...maps.kept_queues import save_queues, saved_queues
from ...maps.queues import row_fields, towns_of
from ...maps.session import Session
from ...maps.settings import Settings
from ...maps.words import say, term, tr
from ..parts.colours import ALARM

MOST_MU, MOST_DAYS = 1e6, 3650


class QueueDialog(QDialog):
    """Begins with the queue at hand; ``saved`` tells that the saved ones are others."""

    saved = pyqtSignal()

    def __init__(
        self, session: Session, settings: Settings, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Queue"))
        self._make()
        self._arrange()
        self.name.activated.connect(self._saved_chosen)
        self.show_queue(session.work.queue)

    def _make(self) -> None:
        self.traits: Dict[Trait, QCheckBox] = {
            trait: QCheckBox(say(trait.label), self) for trait in Trait
        }
        plan, rows = self._session.plan, self._session.rows
        towns = set(towns_of(rows, plan).values())
        self.categories = _several(
            [("", tr("Undecided")), *((one.code, term(one.label)) for one in plan.categories)]
        )
        self.classes = _several(_named(row.patch_class for row in rows))
        self.towns = _several(_named(towns))
        self.persons = _several(_named(row.judged_by for row in rows))
        self.figure = QComboBox(self)
        for figure in Figure:
            self.figure.addItem(say(figure.label), figure.value)
        self.has_threshold = QCheckBox(tr("at least"), self)
        self.at_least = QDoubleSpinBox(self)
        self.at_least.setRange(0, MOST_MU)
        self.at_least.setSuffix(tr(" mu"))
        self.has_due = QCheckBox(tr("within"), self)
        self.due_within = QSpinBox(self)
        self.due_within.setRange(-MOST_DAYS, MOST_DAYS)
        self.due_within.setSuffix(tr(" days"))
        self.expression = QgsFieldExpressionWidget(self)
        self.expression.setFields(row_fields())
        self.order = QComboBox(self)
        for by in OrderBy:
            self.order.addItem(say(by.label), by.value)
        self.reverse = QCheckBox(tr("The other way round"), self)
        self.name = QComboBox(self)
        self.name.setEditable(True)
        self.refused = QLabel(self)
        self.refused.setWordWrap(True)
        self.refused.setStyleSheet(f"color: {ALARM}")

    def _arrange(self) -> None:
        traits = QGridLayout()
        for index, box in enumerate(self.traits.values()):
            traits.addWidget(box, index // 3, index % 3)
        form = QFormLayout()
        for caption, field in (
            (tr("Verdict"), self.categories),
            (tr("Class of the patch"), self.classes),
            (tr("Town"), self.towns),
            (tr("Judged by"), self.persons),
            (tr("Figure"), _side_by_side(self.figure, self.has_threshold, self.at_least)),
            (tr("Due"), _side_by_side(self.has_due, self.due_within)),
            (tr("Expression"), self.expression),
            (tr("Order"), _side_by_side(self.order, self.reverse)),
            (tr("Saved as"), self._name_row()),
        ):
            form.addRow(caption, field)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.use_button = buttons.addButton(
            tr("Go through these"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.use_button.setDefault(True)
        self.use_button.clicked.connect(lambda _checked: self.use())
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("All of these have to be so; of a list, any one."), self))
        layout.addLayout(traits)
        layout.addLayout(form)
        layout.addWidget(self.refused)
        layout.addWidget(buttons)

    def _name_row(self) -> QWidget:
        self.save_button = QPushButton(tr("Save"), self)
        self.save_button.clicked.connect(lambda _checked: self.save())
        self.forget_button = QPushButton(tr("Forget"), self)
        self.forget_button.clicked.connect(lambda _checked: self.forget())
        for button in (self.save_button, self.forget_button):
            button.setAutoDefault(False)
        self._fill_names("")
        return _side_by_side(self.name, self.save_button, self.forget_button)

    def _fill_names(self, shown: str) -> None:
        self.name.clear()
        self.name.addItems([one.name for one in saved_queues(self._settings)])
        self.name.setEditText(shown)

    # ---- from and to a queue

    def show_queue(self, queue: Queue) -> None:
        """Show the conditions and the order of a queue."""
        asked = queue.filter
        for trait, box in self.traits.items():
            box.setChecked(trait in asked.traits)
        for box, wanted in (
            (self.categories, asked.categories),
            (self.classes, asked.classes),
            (self.towns, asked.towns),
            (self.persons, asked.persons),
        ):
            _check(box, wanted)
        self.figure.setCurrentIndex(self.figure.findData(asked.figure.value))
        self.has_threshold.setChecked(asked.at_least_mu is not None)
        self.at_least.setValue(float(asked.at_least_mu or 0))
        self.has_due.setChecked(asked.due_within is not None)
        self.due_within.setValue(asked.due_within or 0)
        self.expression.setExpression(asked.expression)
        self.order.setCurrentIndex(self.order.findData(queue.order.by.value))
        self.reverse.setChecked(queue.order.reverse)
        self.name.setEditText(queue.name)

    def queue(self) -> Queue:
        """The queue as it is filled in."""
        least = Decimal(f"{self.at_least.value():.2f}")
        asked = Filter(
            traits=tuple(trait for trait, box in self.traits.items() if box.isChecked()),
            kinds=self._session.work.queue.filter.kinds,
            categories=tuple(self.categories.checkedItemsData()),
            classes=tuple(self.classes.checkedItemsData()),
            towns=tuple(self.towns.checkedItemsData()),
            persons=tuple(self.persons.checkedItemsData()),
            figure=Figure(self.figure.currentData()),
            at_least_mu=least if self.has_threshold.isChecked() else None,
            due_within=self.due_within.value() if self.has_due.isChecked() else None,
            expression=self.expression.expression().strip(),
        )
        order = Order(OrderBy(self.order.currentData()), self.reverse.isChecked())
        name = self.name.currentText().strip()
        found = Queue(name, asked, order)
        return found if found in saved_queues(self._settings) else replace(found, name="")

    def use(self) -> None:
        """Go through these parcels from now on."""
        self.refused.clear()
        try:
            self._session.set_queue(self.queue())
        except TubanError as error:
            self.refused.setText(say(error.text))

    def save(self) -> None:
        """Keep the queue under its name, instead of one that had it before."""
        name = self.name.currentText().strip()
        if not name:
            self.refused.setText(tr("Give the queue a name first."))
            return
        queue = replace(self.queue(), name=name)
        save_queues(self._settings, with_queue(saved_queues(self._settings), queue))
        self._fill_names(name)
        self.saved.emit()
        self.use()

    def forget(self) -> None:
        """The saved queue of that name is no longer kept."""
        name = self.name.currentText().strip()
        save_queues(self._settings, without_queue(saved_queues(self._settings), name))
        self._fill_names("")
        self.saved.emit()

    def _saved_chosen(self, _index: int) -> None:
        name = self.name.currentText()
        chosen = next((one for one in saved_queues(self._settings) if one.name == name), None)
        if chosen is not None:
            self.show_queue(chosen)


def _several(choices: Iterable[Tuple[str, str]]) -> QgsCheckableComboBox:
    box = QgsCheckableComboBox()
    box.setDefaultText(tr("any"))
    for code, caption in choices:
        box.addItemWithCheckState(caption, Qt.CheckState.Unchecked, code)
    return box


def _named(words: Iterable[str]) -> List[Tuple[str, str]]:
    return [(word, word) for word in sorted(set(words)) if word]


def _check(box: QgsCheckableComboBox, wanted: Tuple[str, ...]) -> None:
    for index in range(box.count()):
        state = Qt.CheckState.Checked if box.itemData(index) in wanted else Qt.CheckState.Unchecked
        box.setItemCheckState(index, state)


def _side_by_side(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widgets[0], 1)
    for widget in widgets[1:]:
        layout.addWidget(widget)
    return row
