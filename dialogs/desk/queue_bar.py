"""Which parcels are gone through, and in which order: the common queues and the saved ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, Iterator, Optional, Tuple

from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
)

from ...core.errors import TubanError
from ...core.model import PatchKind
from ...core.oversight import EVERYTHING, Filter, Order, OrderBy, Queue, Trait
from ...maps.kept_queues import saved_queues
from ...maps.session import Session
from ...maps.settings import Settings
from ...maps.words import say, term, tr
from .queue_dialog import QueueDialog

Choice = Tuple[str, str, Queue]
"""A key, a caption and the queue."""


class QueueBar(QWidget):
    """A list of queues, and a menu for the order and for combining conditions."""

    def __init__(
        self, session: Session, settings: Settings, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._queues: Dict[str, Queue] = {}
        self.dialog: Optional[QueueDialog] = None
        self.choice = QComboBox(self)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(8)
        self.choice.activated.connect(self._chosen)
        self.more = QToolButton(self)
        self.more.setText("⇅")
        self.more.setToolTip(tr("Order, and queues of your own"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._make_menu())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.choice, 1)
        layout.addWidget(self.more)
        session.opened.connect(self.fill)
        session.closed.connect(self._closed)
        session.reloaded.connect(self.fill)
        self.fill()

    def _make_menu(self) -> QMenu:
        menu = QMenu(self.more)
        group = QActionGroup(menu)
        self.orders: Dict[OrderBy, QAction] = {}
        for by in OrderBy:
            action = group.addAction(menu.addAction(say(by.label)))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, by=by: self._order(by=by))
            self.orders[by] = action
        menu.addSeparator()
        self.reverse = menu.addAction(tr("The other way round"))
        self.reverse.setCheckable(True)
        self.reverse.triggered.connect(lambda wanted: self._order(reverse=wanted))
        menu.addSeparator()
        menu.addAction(tr("Combine conditions…")).triggered.connect(self.open_dialog)
        menu.addSeparator()
        self.advance = menu.addAction(tr("Go on after a verdict"))
        self.advance.setCheckable(True)
        self.advance.setChecked(self._settings.auto_advance)
        self.advance.toggled.connect(self._advance_toggled)
        self.ask = menu.addAction(tr("After a verdict, ask for what it lacks and the desk can say"))
        self.ask.setCheckable(True)
        self.ask.setChecked(self._settings.ask_missing)
        self.ask.toggled.connect(self._ask_toggled)
        return menu

    # ---- what there is to choose

    def fill(self) -> None:
        """Offer the queues that make sense this month, and show the one at hand."""
        found = list(self._choices())
        self._queues = {key: queue for key, _, queue in found}
        self.choice.clear()
        for key, caption, _ in found:
            self.choice.addItem(caption, key)
        self._show_queue()

    def _choices(self) -> Iterator[Choice]:
        yield "*", tr("All parcels"), EVERYTHING
        for trait in Trait:
            yield f"trait:{trait.value}", say(trait.label), Queue(filter=Filter(traits=(trait,)))
        there = {row.kind for row in self._session.rows}
        if len(there) > 1:
            for kind in (one for one in PatchKind if one in there):
                asked = Filter(kinds=(kind,))
                yield f"kind:{kind.value}", say(kind.label), Queue(filter=asked)
        plan = self._session.plan
        for one in plan.categories if plan else ():
            if there.intersection(one.kinds) or PatchKind.LAND in one.kinds:
                asked = Filter(categories=(one.code,))
                yield f"category:{one.code}", term(one.label), Queue(filter=asked)
        for queue in saved_queues(self._settings):
            yield f"saved:{queue.name}", f"★ {queue.name}", queue

    def _show_queue(self) -> None:
        shown = self._session.work.queue
        key = next((key for key, queue in self._queues.items() if _alike(queue, shown)), "")
        if not key:
            self.choice.addItem(shown.name or tr("Combined conditions"), "")
        self.choice.setCurrentIndex(self.choice.findData(key))
        self.orders[shown.order.by].setChecked(True)
        self.reverse.setChecked(shown.order.reverse)
        direction = f" ({tr('the other way round')})" if shown.order.reverse else ""
        self.choice.setToolTip(
            f"{self.choice.currentText()}\n{say(shown.order.by.label)}{direction}"
        )

    # ---- what a person chooses

    def _chosen(self, _index: int) -> None:
        queue = self._queues.get(self.choice.currentData())
        if queue is None:
            return
        # A queue without a name is a condition only: the order stays as it is.
        order = queue.order if queue.name else self._session.work.queue.order
        self._take(replace(queue, order=order))

    def _order(self, by: Optional[OrderBy] = None, reverse: Optional[bool] = None) -> None:
        queue = self._session.work.queue
        old = queue.order
        order = Order(by or old.by, old.reverse if reverse is None else reverse)
        self._take(replace(queue, order=order))

    def _advance_toggled(self, wanted: bool) -> None:
        self._settings.auto_advance = wanted

    def _ask_toggled(self, wanted: bool) -> None:
        self._settings.ask_missing = wanted

    def _take(self, queue: Queue) -> None:
        try:
            self._session.set_queue(queue)
        except TubanError as error:
            self._show_queue()
            self.choice.setToolTip(say(error.text))

    def open_dialog(self) -> QueueDialog:
        """Combine conditions, save them under a name, or forget a saved queue."""
        self.dialog = QueueDialog(self._session, self._settings, self.window())
        self.dialog.saved.connect(self.fill)
        self.dialog.show()
        return self.dialog

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None and not sip.isdeleted(dialog):
            dialog.close()
        self.fill()


def _alike(one: Queue, other: Queue) -> bool:
    """The same parcels; a saved queue also has a name and an order of its own."""
    same = one.filter == other.filter and one.name == other.name
    return same and (not one.name or one.order == other.order)
