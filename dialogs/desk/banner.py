"""The line that says why nothing can be recorded, or that a long task is writing."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ...maps.session import Session
from ...maps.words import tr


class Banner(QFrame):
    """Hidden while the person can work; ``again`` tries to open the casebook for writing."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.again = QPushButton(tr("Try again"), self)
        self.again.setToolTip(tr("Open the casebook for writing, if it is free now"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 3, 6, 3)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.again)
        self.setStyleSheet("Banner { background: #f7dc9c } Banner > QLabel { color: #3b2f00 }")
        for signal in (session.opened, session.closed, session.held):
            signal.connect(self._update)
        self._update()

    def _update(self) -> None:
        book = self._session.book
        read_only = book is not None and not book.writable
        self.again.setVisible(read_only)
        self.setVisible(read_only or bool(self._session.busy_with))
        self._words.setText(self._reason() if read_only else self._session.busy_with)

    def _reason(self) -> str:
        holder = self._session.book.holder
        if holder is None:
            return tr("This casebook can only be read.")
        if holder.is_here:
            return tr(
                "Another window of this QGIS has this casebook open. You can read; what is "
                "recorded there shows here."
            )
        return tr(
            "{who} on {host} has had this casebook open since {since}. You can read; "
            "what is recorded there shows here."
        ).format(who=holder.who, host=holder.host, since=holder.since.replace("T", " ")[:16])
