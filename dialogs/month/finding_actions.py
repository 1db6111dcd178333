"""Beside the findings: show them on the map, and put right what needs no judgment."""

from __future__ import annotations

from datetime import date
from typing import Callable, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ...core.model import Finding
from ...core.submission.collecting import collect
from ...core.submission.fixes import FIXES, put_right
from ...maps.words import say, tr
from ..workplace import Workplace


class FindingActions(QWidget):
    """``record`` runs what writes, as in ``TaskDialog``; ``mended`` follows when something was
    put right: the checks have to run again."""

    mended = pyqtSignal()

    def __init__(
        self, work: Workplace, record: Callable[..., None], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._work, self._record = work, record
        self._all: Tuple[Finding, ...] = ()
        self._chosen: Tuple[Finding, ...] = ()
        self.map_button = QPushButton(tr("Show on the map"), self)
        self.map_button.setToolTip(tr("All findings with an outline as a layer, by severity"))
        self.map_button.clicked.connect(lambda _checked: self.show_on_map())
        self.fix_button = QPushButton(self)
        self.fix_button.clicked.connect(lambda _checked: self.put_right())
        for button in (self.map_button, self.fix_button):
            button.setAutoDefault(False)  # Return in the list leads to the parcel
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.fix_button)
        layout.addStretch(1)
        layout.addWidget(self.map_button)
        self.offer((), ())

    def offer(self, findings: Sequence[Finding], chosen: Sequence[Finding]) -> None:
        """What was found, and what of it is chosen in the list."""
        self._all = tuple(findings)
        check = chosen[0].check if chosen else ""
        fix = FIXES.get(check)
        self._chosen = tuple(one for one in chosen if one.check == check) if fix else ()
        self.map_button.setEnabled(bool(self._all))
        self.fix_button.setVisible(fix is not None)
        self.fix_button.setEnabled(fix is not None and self._work.session.writable)
        if fix is not None:
            self.fix_button.setText(f"{say(fix.title)} ({len(self._chosen)})")
            self.fix_button.setToolTip(tr("Recorded in the journal; undo takes it back"))

    def show_on_map(self) -> None:
        """All findings as a layer."""
        session = self._work.session
        with self._work.messages.guard():
            count = self._work.findings.show(self._all, session.book, session.month)
            self._work.messages.tell(tr("{count} findings are on the map.").format(count=count))

    def put_right(self) -> None:
        """Record the fix of the chosen findings."""
        session, chosen, today = self._work.session, self._chosen, date.today()
        book, plan, month = session.book, session.plan, session.month
        self._record(
            tr("Findings are being put right."),
            self.fix_button.text(),
            lambda progress: put_right(book, chosen, collect(book, plan, month, today), progress),
            self._put_right,
        )

    def _put_right(self, count: int) -> None:
        self._work.session.notice_news()
        self._work.messages.tell(tr("{count} parcels were put right.").format(count=count))
        self.mended.emit()
