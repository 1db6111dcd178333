"""图斑核查: the dock in which a month's patches are judged."""

from __future__ import annotations

from datetime import datetime
from typing import Dict, List, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QWidget,
)

from ...core.errors import CasebookConflict, TubanError
from ...core.model import Answer
from ...maps.military import may_see
from ...maps.words import term, tr
from ..dividing.dividing import Dividing
from ..imagery.comparing import Comparing
from ..parts.column import column_of
from ..parts.wording import tail
from ..rectification.strip import RectifyingStrip
from ..review.strip import ReviewStrip
from ..workplace import MapSide, Workplace
from .asking import Asking
from .banner import Banner
from .cheat_sheet import CheatSheet
from .earlier_strip import EarlierStrip
from .facts import Facts
from .figures_panel import FiguresPanel
from .flags_panel import FlagsPanel
from .glance import Glance
from .header import Header
from .keys import Key, Keys
from .map_way import MapWay
from .navigation import Navigation
from .notes_row import NotesRow
from .parcel_list import ParcelList
from .photo_drop import PhotoDrop
from .proposing import ProposalStrip
from .steps import Steps
from .verdict_bar import VerdictBar
from .welcome import Welcome

NAME = "TubanReviewDock"
# How often the dock looks for what the toolbox or somebody else has recorded.
LOOK_EVERY_MS = 3000
LEAST_SCROLLED = 32


class ReviewDock(QgsDockWidget):
    """Puts the parts together and turns keys and clicks into what the session does."""

    def __init__(
        self, work: Workplace, map_side: MapSide, menu: QMenu, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(tr("Patch review"), parent)
        self.setObjectName(NAME)
        self.setAllowedAreas(
            Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        )
        self._work = work
        self._menu = menu
        self._session = work.session
        self._map = map_side
        self._make_parts(menu)
        self._arrange()
        self._connect()
        self.keys = Keys(map_side.shortcuts, self, map_side.canvas)
        self._clashes = self.keys.add(self._commands())
        self._tell_keys()
        self.keys.changed.connect(self._tell_keys)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_for_news)
        PhotoDrop(self, self._session, menu.field.match)
        menu.field.follow(self.list.model)
        self._opened()

    # ---- parts

    def _make_parts(self, menu: QMenu) -> None:
        session = self._session
        self._page, self._body = QWidget(self), QWidget()
        # The first to hear of other rows: what shows or hides a part has the list laid out.
        self.list = ParcelList(session, self._work.settings, self._body)
        self.header = Header(session, menu, self._page)
        self.banner = Banner(session, self._page)
        self._welcome = Welcome(self._work, menu, self._page)
        self.navigation = Navigation(self._map.imagery, self._body)
        self.comparing = Comparing(self._work, self._map, self._body)
        self.dividing = Dividing(self._work, self._map.canvas, self._body)
        self.facts = Facts(session, self._body)
        self.figures = FiguresPanel(self._work, self._body)
        self.proposing = ProposalStrip(self._work, self._body)
        self.reviewing = ReviewStrip(self._work, self._body)
        self.rectifying = RectifyingStrip(
            self._work, self._map, menu.rectification, self.comparing.show_now, self._body
        )
        self.verdict = VerdictBar(session, self._body)
        self.asking = Asking(self._work, self.verdict, self.proposing, self._body)
        self.flags = FlagsPanel(session, self._body)
        self.notes = NotesRow(self._work, self._body)
        self.map_way = MapWay(self._map.view, self._work.settings, self._body)
        tell = self._tell_saved
        self.steps = Steps(self._work, self.list, self.navigation, tell, self._body)
        self._saved = QLabel(self._body)
        self._saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _arrange(self) -> None:
        page = column_of(self._page, 6)
        for widget in (self.header, self.banner):
            page.addWidget(widget)
        page.addWidget(self._welcome, 1)
        page.addWidget(self._body, 1)
        body = column_of(self._body, 0)
        splitter = QSplitter(Qt.Orientation.Vertical, self._body)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self._scrolled())
        splitter.setSizes([220, 280])
        body.addWidget(splitter, 1)
        # What comes and goes from parcel to parcel stands above the buttons that stay.
        for widget in (
            Glance(self._session, self._body),
            EarlierStrip(self._work, self._body),
            self.comparing,
            self.dividing,
            self.navigation,
            self.proposing,
            self.reviewing,
            self.verdict,
        ):
            body.addWidget(widget)
        body.addLayout(self._bottom_row())
        self.setWidget(self._page)

    def _scrolled(self) -> QScrollArea:
        content = QWidget()
        column = column_of(content, 2)
        line = QFrame(content)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        for widget in (
            self.reviewing.why,
            self.notes,
            self.rectifying,
            self.flags,
            self.proposing.notes,
            self.figures,
            line,
            self.facts,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea(self._body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(LEAST_SCROLLED)
        area.setWidget(content)
        self._scroll = area
        return area

    def _bottom_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._saved, 1)
        for button in (self.comparing.button, self.map_way, self.dividing.button):
            row.addWidget(button)
        row.addWidget(self.steps.undo_button)
        row.addWidget(self.steps.redo_button)
        return row

    def _connect(self) -> None:
        session = self._session
        self.verdict.judged.connect(self._judge)
        self.verdict.refined.connect(self._refine)
        self.verdict.done_typing.connect(self._focus_list)
        self.flags.answered.connect(self._answer)
        self.proposing.recorded.connect(self._tell_saved)
        for signal in (self.proposing.judged, self.asking.answered):
            signal.connect(self._go_on)
        self.proposing.split_wanted.connect(self.dividing.choose_layer)
        self.dividing.recorded.connect(self._tell_saved)
        self.reviewing.told.connect(self._tell_saved)
        self.notes.recorded.connect(self._tell_saved)
        self.notes.done_typing.connect(self._focus_list)
        self.banner.again.clicked.connect(lambda _checked: self._open_again())
        session.opened.connect(self._opened)
        session.closed.connect(self._opened)
        session.reloaded.connect(self._show_body)
        session.shown.connect(self._shown)

    # ---- keys

    def _commands(self) -> List[Key]:
        verdicts = [
            Key(f"verdict_{n}", tr("verdict {n}").format(n=n), str(n), self._by_key(str(n)))
            for n in range(1, 10)
        ]
        return [
            *verdicts,
            Key("flags_no", tr("answer open flags with No"), "0", self._all_no),
            *self.steps.keys(),
            *self.comparing.keys(),
            Key("reason", tr("write the reason"), "Return", self.verdict.start_reason),
            Key(
                "subcategory",
                tr("choose the subcategory"),
                "Ctrl+Return",
                self.verdict.start_subcategory,
            ),
            Key("cases", tr("cases"), "C", self._cases),
            Key("split_line", tr("split by a line"), "X", self.dividing.start_line),
            Key("split_layer", tr("split by a layer"), "Shift+X", self.dividing.choose_layer),
            Key("merge", tr("merge parcels back"), "Shift+M", self.dividing.choose_parcels),
            Key("field_check", tr("field check and photos"), "V", self._field_check),
            Key("dossier", tr("write the dossier"), "Shift+D", self._menu.field.write_dossier),
            *self.proposing.keys(),
            *self.reviewing.keys(),
            *self.rectifying.keys(),
            *self.notes.keys(),
            *self.map_way.keys(),
            Key("cheat_sheet", tr("all keys"), "?", self._show_keys),
        ]

    def _by_key(self, key: str):
        def judge() -> None:
            for category in self.verdict.categories():
                if category.key == key:
                    self._judge(category.code)

        return judge

    def _tell_keys(self) -> None:
        keys = self.keys.shortcut_of
        navigation = self.navigation
        for widget, title, name in (
            (navigation.previous, tr("Previous"), "previous"),
            (navigation.next, tr("Next"), "next"),
            (navigation.next_undecided, tr("Next undecided"), "next_undecided"),
            (self.list.number, tr("Number, or its last digits"), "number"),
            (self.verdict.reason, tr("Reason"), "reason"),
            (self.verdict.subcategory, tr("Subcategory"), "subcategory"),
        ):
            widget.setToolTip(f"{title} ({keys(name)})")
        for part in (self.steps, self.comparing, self.reviewing, self.rectifying):
            part.tell_keys(keys)
        navigation.tell_key(keys("flip"))
        self.proposing.tell_keys(keys("accept"), keys("evidence"))
        self.dividing.tell_keys([keys(name) for name in ("split_line", "split_layer", "merge")])

    def tell_clashes(self) -> None:
        """Say once which keys do not work because another command has them too."""
        for clash in self._clashes:
            self._work.messages.warn(clash)
        self._clashes = []

    # ---- what keys and clicks do

    def _judge(self, category: str) -> None:
        if self._session.dossier is None:
            return
        subcategory = self.verdict.subcategory_for(category)
        if not self.verdict.reason_text() and self.proposing.agrees(category, subcategory):
            self.proposing.accept()  # it says why
        elif self._recorded(category, subcategory):
            self._go_on()

    def _refine(self) -> None:
        verdict = self._session.dossier.county_verdict
        subcategory = self.verdict.subcategory_for(verdict.category)
        if self._recorded(verdict.category, subcategory) and self.asking.is_asking:
            self._go_on()

    def _recorded(self, category: str, subcategory: str) -> bool:
        number = self._session.number
        try:
            self._session.judge(category, subcategory, self.verdict.reason_text())
        except TubanError as error:
            self._refused(error)
            return False
        named = self._session.plan.category(category)
        self._tell_saved(f"{term(named.label)} · {tail(number)}")
        return True

    def _answer(self, answers: Dict[str, Answer]) -> None:
        try:
            self._session.answer_flags(answers)
        except TubanError as error:
            self._refused(error)
            return
        self._tell_saved(tr("Flags · {number}").format(number=tail(self._session.number)))

    def _all_no(self) -> None:
        if self._session.dossier is not None and self._session.missing_flags():
            self._answer(self.flags.all_no())
            self._go_on()

    def _refused(self, error: TubanError) -> None:
        self._work.messages.error(error)
        if isinstance(error, CasebookConflict):
            self._session.reload()

    def _go_on(self) -> None:
        if self._session.missing_flags():
            self._scroll.verticalScrollBar().setValue(0)  # the flags are at the top
            return
        if not self.asking.ask() and self._work.settings.auto_advance:
            self._session.show_following()

    def _tell_saved(self, words: str) -> None:
        self._saved.setText(words)
        self._saved.setToolTip(f"{datetime.now().astimezone():%H:%M:%S}")

    def _field_check(self) -> None:
        if self._session.dossier is not None:
            self._menu.field.show_check()

    def _cases(self) -> None:
        if self._session.dossier is not None:
            self._menu.show_cases()

    def _show_keys(self) -> None:
        categories = self.verdict.categories()
        verdicts = {f"verdict_{one.key}": term(one.label) for one in categories if one.key}
        CheatSheet(self.keys, verdicts, self).show()

    def _focus_list(self) -> None:
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what the session tells

    def _opened(self) -> None:
        book = self._session.book
        self._saved.clear()
        if book is None:
            self._show_body()
            self._map.view.clear()
            self._timer.stop()
        else:
            self._timer.start()
            self._focus_list()

    def _show_body(self) -> None:
        self._welcome.offer()
        self._body.setVisible(bool(self._session.rows))

    def _shown(self, _number: str) -> None:
        dossier = self._session.dossier
        if dossier is None:
            self._map.view.clear()
            self._map.imagery.take(None)
            return
        with self._work.messages.guard():
            self._map.imagery.take(dossier.patch)
            if may_see(self._session.book, dossier, self._session.plan):
                self._map.view.show(dossier.parcel.geometry)
            else:
                self._map.view.clear()

    def show_again(self) -> None:
        """Go to the parcel at hand once more: another project has moved the map."""
        self._shown(self._session.number)

    def _look_for_news(self) -> None:
        if not self._session.busy_with:
            with self._work.messages.guard():
                self._session.notice_news()

    def _open_again(self) -> None:
        with self._work.messages.guard():
            self._session.open(self._session.book.path)

    def remove(self) -> None:
        """Give back the keys and the map; the plugin deletes the dock afterwards."""
        self._timer.stop()
        for part in (self.keys, self.map_way, self.dividing, self.rectifying, self.comparing):
            part.remove()
        self._map.view.remove()
