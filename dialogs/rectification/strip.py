"""整改 in the dock: the stage with its day, the areas, the certificate, and what comes next."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional

from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ...core.rectification import Stage, Standing, is_illegal
from ...core.rectified import PutRight
from ...core.rounds import Office
from ...maps.rectifying import stands
from ...maps.words import tr
from ..desk.keys import Key
from ..parts.elided_label import ElidedLabel
from ..workplace import MapSide, Workplace
from .actions import RectificationMenu
from .compared import county_lines
from .outline_drawing import OutlineDrawing
from .words import (
    about_sums,
    acceptance_lines,
    certificate_words,
    stage_colour,
    stage_words,
    sums_words,
)

NEXT = {
    Office.COUNTY: {
        Stage.DONE: "county",
        Stage.INSPECTED_FIRST: "county",
        Stage.APPLIED: "stages",
        Stage.REFUSED: "county",
    },
    Office.CITY: {
        Stage.APPLIED: "accept",
        Stage.ACCEPTED: "certificates",
        Stage.CERTIFIED: "certificates",
        Stage.REFUSED: "stages",
    },
}


class RectifyingStrip(QWidget):
    """There for a parcel that is illegal, or of which something is recorded.

    The button does what comes next for this casebook's office; its menu has all the rest.
    """

    def __init__(
        self,
        work: Workplace,
        map_side: MapSide,
        menu: RectificationMenu,
        show_pictures: Callable[[], object],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._menu = work.session, menu
        self.drawing = OutlineDrawing(map_side.canvas, self)
        menu.follow(self.drawing, show_pictures)
        self.state, self.sums = ElidedLabel(self), ElidedLabel(self)
        self.button = QToolButton(self)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.button.setMenu(menu)
        self.button.clicked.connect(lambda _checked: menu.by_name[self._next].trigger())
        self._next = "rectify"
        self._arrange()
        session = work.session
        session.changed.connect(self._changed)
        for signal in (session.opened, session.closed, session.shown):
            signal.connect(self._show)
        self._show()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.sums)

    def _changed(self, number: str) -> None:
        if number == self._session.number:
            self._show()

    def _show(self, _number: str = "") -> None:
        session, dossier = self._session, self._session.dossier
        there = dossier is not None and (
            is_illegal(dossier, session.plan) or dossier.put_right != PutRight()
        )
        self.setVisible(there)
        if not there:
            return
        found = stands(session)
        words = tr("Putting right: {stage}").format(stage=self._state_words(found))
        known = dossier.put_right
        told = [*acceptance_lines(known.acceptances), *county_lines(known, session.plan)]
        self.state.say(words, "\n".join([words, *told]))
        colour = stage_colour(found)
        self.state.setStyleSheet(f"color: {colour}; font-weight: bold" if colour else "")
        self.sums.say(sums_words(found), about_sums(found))
        # The dock is low on room: before anything is planned the areas are the parcel's own.
        self.sums.setVisible(bool(found.ways))
        self._next = NEXT[session.book.office].get(found.stage, "rectify")
        self.button.setText(self._menu.by_name[self._next].text().partition("\t")[0])

    def _state_words(self, found: Standing) -> str:
        certificate = certificate_words(self._session.dossier.put_right.certificates)
        words = stage_words(found, self._session.today)
        return f"{words} · {certificate}" if certificate else words

    # ---- keys

    def keys(self) -> List[Key]:
        """The commands, for the dock's keys."""
        menu = self._menu
        return [
            Key("certificates", tr("certificates"), "Shift+A", self._does(menu.open_certificates)),
            Key("rectify", tr("how it is put right"), "Z", self._does(menu.open_measures)),
            Key(
                "county", tr("first inspection and application"), "I", self._does(menu.open_county)
            ),
            Key("accept", tr("the city's inspection"), "A", self._does(menu.open_acceptance)),
            Key("stages", tr("photos by stage"), "Shift+V", self._does(menu.open_photos)),
            Key(
                "pictures", tr("before, violation, now"), "Shift+Z", self._does(menu.show_pictures)
            ),
        ]

    def _does(self, open_form: Callable[[], object]) -> Callable[[], None]:
        def does() -> None:
            if self._session.dossier is not None:
                open_form()

        return does

    def tell_keys(self, key_of: Callable[[str], str]) -> None:
        """Show in the menu which keys the forms have."""
        actions: Dict[str, object] = dict(self._menu.by_name)
        for name, action in actions.items():
            caption = action.text().partition("\t")[0]
            action.setText("\t".join(filter(None, (caption, key_of(name)))))

    def remove(self) -> None:
        """Take everything off the map, for good."""
        self.drawing.remove()
