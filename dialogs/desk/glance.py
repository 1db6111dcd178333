"""The parcel at a glance: what was issued, what it lies on, in three lines that always show."""

from __future__ import annotations

from html import escape
from typing import List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...core.model import Dossier, Figures
from ...maps.proposal_words import figure_names
from ...maps.session import Session
from ...maps.words import term, tr
from ..parts.elided_label import ElidedLabel
from ..parts.wording import mu, mu_with_unit
from .share_bar import COLOURS, LINES, ShareBar


class Glance(QWidget):
    """Follows the parcel at hand; all of it stands in full elsewhere in the dock."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.issued = ElidedLabel(self)
        self.bar = ShareBar(self)
        self.figures = QLabel(self)
        self.figures.setTextFormat(Qt.TextFormat.RichText)
        # Never two lines: the room is the list's. What is cut off is in the tooltip.
        self.figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.issued, self.bar, self.figures):
            column.addWidget(widget)
        session.shown.connect(self._show)
        session.changed.connect(self._changed)
        session.closed.connect(self._show)
        self._show()

    def _changed(self, number: str) -> None:
        if number == self._session.number:
            self._show()

    def _show(self, _number: str = "") -> None:
        dossier = self._session.dossier
        self.setVisible(dossier is not None)
        if dossier is None:
            return
        self.issued.say(" · ".join(filter(None, self._issued(dossier))))
        self.bar.show_figures(dossier.figures)
        self.figures.setText(_figures(dossier.figures))
        self.figures.setToolTip(self.bar.toolTip())

    def _issued(self, dossier: Dossier) -> List[str]:
        patch, plan = dossier.patch, self._session.plan
        classes = {one.code: term(one.label) for one in plan.patch_classes}
        photos = tr("{count} photos").format(count=len(dossier.photos)) if dossier.photos else ""
        area = mu_with_unit(dossier.parcel.mu(plan.area_rules.mu_per_m2))
        return [
            area,
            f"{classes.get(patch.patch_class, patch.patch_class)} {patch.change_type}".strip(),
            dossier.figures.location if dossier.figures else "",
            photos,
            patch.remark,
        ]


def _figures(figures: Optional[Figures]) -> str:
    """Cultivated land, then what is "of which" and there or not known, with the bar's colours."""
    if figures is None:
        return escape(tr("No overlay yet"))
    called = {**figure_names(), "cultivated": tr("Cultivated land")}  # net is told in full below
    parts = []
    for name in ("cultivated", *LINES):
        value = getattr(figures, f"{name}_mu")
        if name == "cultivated" or value is None or value:
            mark = f"<span style='color:{COLOURS[name]}'>■</span>"
            parts.append(f"{mark}&nbsp;{escape(called[name])}&nbsp;{escape(mu(value))}")
    return " &nbsp;".join(parts)
