"""What the figures at hand rest on: the layers with their hashes, when they were computed, and
the way to compute this one parcel again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QCursor
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ...core.casebook.events import FIGURES_COMPUTED
from ...core.overlay.find import find_layers
from ...core.overlay.wording import layer_line
from ...core.progress import Progress
from ...maps.overlay_month import Overlaid, Wanted, overlay_month, told
from ...maps.session import Session
from ...maps.words import say, term, tr
from ..month.overlay_dialog import FOLDER
from ..parts.colours import QUIET
from ..parts.elided_label import ElidedLabel
from ..workplace import Workplace


class FigureLayers(QWidget):
    """One line; its tooltip names every layer in full."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work = work
        self._words = ElidedLabel(self)
        self._words.setStyleSheet(f"color: {QUIET}")
        self._words.setCursor(QCursor(Qt.CursorShape.WhatsThisCursor))
        self.again = QToolButton(self)
        self.again.setText(tr("Compute again"))
        self.again.setToolTip(tr("Compute this parcel's figures again from the base data"))
        self.again.setAutoRaise(True)
        self.again.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.again.clicked.connect(lambda _checked: self.compute())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.again)
        work.session.held.connect(self._enable)

    def show_them(self) -> None:
        """Name the layers of the parcel at hand."""
        session = self._work.session
        figures = session.dossier.figures if session.dossier else None
        self.setVisible(session.dossier is not None)
        self._enable()
        if figures is None:
            self._words.say("")
            return
        names = ", ".join(f"{one.name} {one.version}".strip() for one in figures.layers)
        lines = [
            say(layer_line(one, lambda role: role_name(session, role), whole_hash=True))
            for one in figures.layers
        ]
        words = tr("From: {layers}").format(layers=names) if names else ""
        self._words.say(words, "\n".join([*lines, _computed_at(session)]))

    def _enable(self) -> None:
        session = self._work.session
        self.again.setEnabled(session.is_open and session.writable and bool(self._folder()))

    def _folder(self) -> str:
        return self._work.settings.folder(FOLDER)

    def compute(self) -> None:
        """Lay the parcel at hand over the folder that the overlay used last."""
        session, folder = self._work.session, Path(self._folder())
        book, plan = session.book, session.plan
        wanted = Wanted(parcel=session.number, again=True)

        def work(progress: Progress) -> Overlaid:
            return overlay_month(book, plan, wanted, find_layers(folder, plan), progress)

        release = session.hold(tr("The overlay is running."))
        title = tr("Overlay of {month}").format(month=session.number)
        self._work.tasks.start(title, work, self._done, self._work.messages.error, release)

    def _done(self, done: Overlaid) -> None:
        self._work.session.reload()
        self._work.messages.tell(told(done))


def role_name(session: Session, code: str) -> str:
    """What a layer's role is called by the plan."""
    role = session.plan.layer_role(code)
    return term(role.label) if role else code


def _computed_at(session: Session) -> str:
    """When the figures at hand were recorded, and by whom."""
    entries = session.book.history(session.number)
    last = next((one for one in entries if one.kind == FIGURES_COMPUTED), None)
    if last is None:
        return ""
    at = datetime.fromisoformat(last.at).strftime("%Y-%m-%d %H:%M")
    return tr("Computed {when} by {who}").format(when=at, who=last.who)
