"""The top of the dock: which casebook and month, how much is left, how many days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from html import escape
from typing import Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.model import PatchKind
from ...core.oversight import correction_deadline, county_deadline, queue
from ...core.oversight.progress import is_handed_up
from ...maps.layers import colours
from ...maps.marks import badge, mark_and_source, marked
from ...maps.session import Session
from ...maps.words import say, term, tr
from ..parts.colours import ALARM, HURRY, HURRY_DAYS
from .reviewed import Reviewed


class SegmentBar(QWidget):
    """One bar, one segment per verdict in its colour; what is undecided stays empty."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._segments: Tuple[Tuple[str, int], ...] = ()
        self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(100, 8)

    def set_segments(self, segments: Tuple[Tuple[str, int], ...], total: int) -> None:
        """Show (colour, count) pairs out of ``total``."""
        self._segments, self._total = segments, total
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().mid())
        painter.drawRect(self.rect())
        x = 0.0
        for colour, count in self._segments:
            width = self.width() * count / self._total
            painter.setBrush(QColor(colour))
            painter.drawRect(QRectF(x, 0, width, self.height()))
            x += width


class Header(QWidget):
    """Casebook menu, month, what is left and the deadline."""

    def __init__(self, session: Session, menu: QMenu, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._button = QToolButton(self)
        self._button.setText(tr("Casebook"))
        self._button.setMenu(menu)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._name = QLabel(self)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._months = QComboBox(self)
        self._months.setToolTip(tr("Month"))
        self._months.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._months.activated.connect(self._choose_month)
        self._reviewed = Reviewed(session)
        self._left = QLabel(self)
        self._days = QLabel(self)
        self._bar = SegmentBar(self)
        self._arrange()
        session.opened.connect(self._opened)
        session.closed.connect(self._opened)
        session.reloaded.connect(self._reloaded)
        session.changed.connect(self._count)
        self._opened()

    def _arrange(self) -> None:
        top, middle = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._button)
        top.addWidget(self._name, 1)
        top.addWidget(self._months)
        middle.addWidget(self._left)
        middle.addStretch(1)
        middle.addWidget(self._days)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addLayout(middle)
        layout.addWidget(self._bar)

    def _opened(self) -> None:
        book = self._session.book
        self._name.setText(book.county_name or book.path.stem if book else "")
        self._name.setToolTip(str(book.path) if book else "")
        for widget in (self._left, self._days, self._bar):
            widget.setVisible(book is not None)
        self._reloaded()

    def _reloaded(self) -> None:
        self._months.clear()
        self._months.addItems(self._session.months())
        self._months.setCurrentText(self._session.month)
        self._months.setVisible(self._months.count() > 0)
        self._show_days()
        self._recount()

    def _choose_month(self, _index: int) -> None:
        self._session.set_month(self._months.currentText())

    def _show_days(self) -> None:
        found = self._deadline()
        if found is None:
            self._days.clear()
            return
        last, deadline = found
        words, colour = self._due_words(last)
        self._days.setStyleSheet(f"color: {colour}; font-weight: bold" if colour else "")
        origin = self._session.plan.calendar.origin
        self._days.setText(f"{escape(words)} {badge(origin)}")
        source = mark_and_source(origin, self._session.plan.source_of("calendar"))
        year = "\n".join(
            marked(f"{one.date}  {term(one.label)}", one.origin)
            for one in self._session.plan.calendar.year_days
        )
        self._days.setToolTip(f"{deadline}\n{source}\n\n{year}".strip())

    def _due_words(self, last: date) -> Tuple[str, str]:
        """What there is to say of the day that counts, and its colour."""
        days, day = (last - self._session.today).days, last.isoformat()
        if self._is_handed_up():
            return tr("All handed up"), ""
        if days < 0:
            return tr("{day}: overdue by {days} days").format(day=day, days=-days), ALARM
        words = tr("{day}: {days} days left").format(day=day, days=days)
        return words, HURRY if days <= HURRY_DAYS else ""

    def _deadline(self) -> Optional[Tuple[date, str]]:
        """The day that counts in this casebook, and what it is."""
        month, plan = self._session.month, self._session.plan
        if not (month and plan):
            return None
        if self._session.is_citys:
            told = tr("By this day the counties have corrected what was returned")
            return correction_deadline(month, plan), told
        return county_deadline(month, plan), tr("The county's deadline for this month")

    def _is_handed_up(self) -> bool:
        """True when a county's month waits for nothing but the city."""
        session = self._session
        if session.is_citys or not session.rows:
            return False
        return is_handed_up(session.book, session.plan, session.month)

    def _recount(self) -> None:
        """Go through the whole month once; a verdict then changes two numbers."""
        if self._session.is_citys:
            self._reviewed.read()
        self._codes = {row.parcel_number: row.category for row in self._session.rows}
        self._counts: Dict[PatchKind, Counter[str]] = {kind: Counter() for kind in PatchKind}
        for row in self._session.rows:
            self._counts[row.kind][row.category] += 1
        self._tell()

    def _count(self, number: str) -> None:
        position = self._session.position_of(number)
        if position is None:
            return
        row = self._session.rows[position]
        counts = self._counts[row.kind]
        counts[self._codes[number]] -= 1
        counts[row.category] += 1
        self._codes[number] = row.category
        if self._session.is_citys:
            self._reviewed.look_again(number)
        self._tell()

    def _tell(self) -> None:
        if self._session.is_citys:
            self._left.setText(self._reviewed.words)
            self._left.setToolTip("")
            self._bar.set_segments(self._reviewed.segments, self._reviewed.total)
            self._bar.setToolTip(self._reviewed.told)
            return
        counts = self._counts[PatchKind.LAND]
        others = self._counts[PatchKind.MINERAL]
        total, left = sum(counts.values()), counts[queue.UNDECIDED]
        words = tr("<b>{left}</b> left of {total}").format(left=left, total=total)
        if sum(others.values()):
            words += tr("; mineral: {left} of {total}").format(
                left=others[queue.UNDECIDED], total=sum(others.values())
            )
        self._left.setText(words)
        self._left.setToolTip("\n".join(self._about_minerals()))
        if self._session.plan:
            self._show_segments(dict(counts), total)

    def _about_minerals(self) -> List[str]:
        words = [tr("Mineral patches are not due with the month's land patches.")]
        calendar = self._session.plan.mineral_calendar if self._session.plan else None
        if calendar is not None and self._session.month:
            day = calendar.fill_by(self._session.month).isoformat()
            words.append(
                tr("They are filled in by {day} ({origin}).").format(
                    day=day, origin=say(calendar.origin.label)
                )
            )
            words.append(
                tr(
                    "Issued in the months {months}; what is returned is corrected within "
                    "{count} months."
                ).format(
                    months=", ".join(map(str, calendar.issue_months)),
                    count=calendar.correct_months,
                )
            )
        return words

    def _show_segments(self, counts: Dict[str, int], total: int) -> None:
        shades = colours(self._session.plan)
        judged = [one for one in self._session.plan.categories if counts.get(one.code)]
        self._bar.set_segments(tuple((shades[one.code], counts[one.code]) for one in judged), total)
        self._bar.setToolTip("\n".join(f"{term(one.label)}  {counts[one.code]}" for one in judged))
