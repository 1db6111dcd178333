"""The verdict: one button and key per category of the plan, subcategory and reason."""

from __future__ import annotations

from typing import Dict, Optional, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...core.model import PatchKind
from ...core.plan import Category
from ...maps.marks import mark_and_source, marked
from ...maps.session import Session
from ...maps.words import term, tr
from ..parts.flow_layout import FlowLayout
from .line_edit import LeavingEdit

# A button carries its colour as a stripe, and is filled once it is the verdict.
STYLE = """
QPushButton {{ padding: 3px 6px; border: 1px solid palette(mid); border-left: 4px solid {colour};
    border-radius: 2px }}
QPushButton:hover {{ border-color: {colour} }}
QPushButton:focus {{ border-color: palette(highlight); border-left-color: {colour} }}
QPushButton:checked {{ background: {colour}; color: white }}
QPushButton:disabled {{ color: palette(mid) }}
QPushButton:checked:disabled {{ color: white }}
"""


class VerdictBar(QWidget):
    """Shows the county verdict on the parcel at hand and tells what the person wants instead.

    ``judged(category)``, ``refined()`` (subcategory or reason of the standing verdict) are
    recorded by the dock; nothing is kept here.
    """

    judged = pyqtSignal(str)
    refined = pyqtSignal()
    done_typing = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._buttons: Dict[str, QPushButton] = {}
        self._kind = PatchKind.LAND
        self._keys = QWidget(self)
        self._flow = FlowLayout(self._keys)
        self._keys.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.subcategory = QComboBox(self)
        self.subcategory.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.reason = LeavingEdit(tr("Reason; saved with the verdict"), self)
        self._arrange()
        self.subcategory.activated.connect(lambda _index: self.refined.emit())
        self.reason.textEdited.connect(self._keep_draft)
        self.reason.returnPressed.connect(self._reason_typed)
        self.reason.left.connect(self._leave_reason)
        session.opened.connect(self._make_buttons)
        session.shown.connect(self._show)
        session.changed.connect(self._changed)
        session.held.connect(self._enable)
        session.closed.connect(self._show)
        self._show()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(self.subcategory, 2)
        row.addWidget(self.reason, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._keys)
        layout.addLayout(row)

    def categories(self) -> Tuple[Category, ...]:
        """The categories for the parcel at hand; land and mineral patches have their own."""
        plan = self._session.plan
        return plan.categories_of(self._kind_at_hand()) if plan else ()

    def _kind_at_hand(self) -> PatchKind:
        dossier = self._session.dossier
        return dossier.patch.kind if dossier else PatchKind.LAND

    def _make_buttons(self) -> None:
        self._kind = self._kind_at_hand()
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = {one.code: self._button(one) for one in self.categories()}
        self._flow.invalidate()

    def _button(self, category: Category) -> QPushButton:
        button = QPushButton(f"{category.key} {term(category.label)}".strip(), self._keys)
        source = self._session.plan.source_of("verdicts")
        button.setToolTip(
            f"{marked(term(category.label), category.origin)}\n"
            f"{mark_and_source(category.origin, source)}"
        )
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setStyleSheet(STYLE.format(colour=category.colour))
        button.clicked.connect(lambda _checked, code=category.code: self._clicked(code))
        self._flow.addWidget(button)
        return button

    def _clicked(self, code: str) -> None:
        self._check_buttons()  # the verdict shown is the recorded one, not the click
        self.judged.emit(code)

    # ---- what the person wants

    def subcategory_for(self, category: str) -> str:
        """The subcategory to record with a category: the one chosen, if it belongs to it."""
        shown = self._shown_category()
        return (self.subcategory.currentData() or "") if category == shown else ""

    def reason_text(self) -> str:
        """The reason as it stands in the field."""
        return self.reason.text().strip()

    def start_reason(self) -> None:
        """Put the cursor into the reason."""
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reason.selectAll()

    def ask_reason(self) -> None:
        """The same; what was written last for the same verdict stands there to be taken over."""
        if not self.reason_text():
            self.reason.setText(self._session.last_reason())
        self.start_reason()

    def start_subcategory(self) -> None:
        """Open the list of subcategories, if the verdict has any."""
        if self.subcategory.isEnabled():
            self.subcategory.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.subcategory.showPopup()

    def _keep_draft(self, typed: str) -> None:
        self._session.drafts[self._session.number] = typed

    def _reason_typed(self) -> None:
        if self._shown_category():
            self.refined.emit()
        self.done_typing.emit()

    def _leave_reason(self) -> None:
        self._session.drafts.pop(self._session.number, None)
        self._show_reason()
        self.done_typing.emit()

    # ---- what the record says

    def _shown_category(self) -> str:
        dossier = self._session.dossier
        verdict = dossier.county_verdict if dossier else None
        return verdict.category if verdict else ""

    def _changed(self, number: str) -> None:
        if number == self._session.number:
            self._show()

    def _show(self, _number: str = "") -> None:
        if self._session.dossier is not None and self._kind_at_hand() is not self._kind:
            self._make_buttons()
        self._check_buttons()
        self._show_subcategories()
        self._show_reason()
        self._enable()

    def _check_buttons(self) -> None:
        shown = self._shown_category()
        for code, button in self._buttons.items():
            button.setChecked(code == shown)

    def _show_subcategories(self) -> None:
        self.subcategory.clear()
        self.subcategory.addItem(tr("Subcategory: none"), "")
        plan, dossier = self._session.plan, self._session.dossier
        category = plan.category(self._shown_category()) if plan else None
        if category is None or not category.subcategories:
            return
        # The digit in front is what the list's own type-to-find goes by.
        for index, one in enumerate(category.subcategories, start=1):
            self.subcategory.addItem(f"{index} {term(one.label)}", one.code)
            tip = marked(term(one.label), one.origin)
            self.subcategory.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        found = self.subcategory.findData(dossier.county_verdict.subcategory)
        self.subcategory.setCurrentIndex(max(found, 0))

    def _show_reason(self) -> None:
        dossier = self._session.dossier
        verdict = dossier.county_verdict if dossier else None
        recorded = verdict.reason if verdict else ""
        self.reason.setText(self._session.drafts.get(self._session.number, recorded))
        self.reason.setCursorPosition(0)

    def _enable(self) -> None:
        self.setVisible(not self._session.is_citys)
        here = self._session.dossier is not None and self._session.writable
        self._keys.setEnabled(here)
        self.reason.setEnabled(here)
        self.subcategory.setEnabled(here and self.subcategory.count() > 1)
