"""Breaks words into lines that fit: QGIS's tables break at spaces only, and Chinese has none."""

from __future__ import annotations

from typing import List

from qgis.core import QgsTextFormat
from qgis.PyQt.QtGui import QFont, QFontMetricsF

MM_PER_POINT = 25.4 / 72
# Measured large, because metrics are whole pixels.
_LARGE = 20
NEVER_FIRST = "，。；：、）》」』！？％%)],.;:"


class Breaker:
    """Breaks text of one format, whose size is in points."""

    def __init__(self, written: QgsTextFormat) -> None:
        font = QFont(written.font())
        font.setPixelSize(max(1, round(written.size() * _LARGE)))
        self._metrics = QFontMetricsF(font)

    def width_mm(self, words: str) -> float:
        """How wide a line is."""
        return self._metrics.horizontalAdvance(words) / _LARGE * MM_PER_POINT

    def lines(self, words: str, width_mm: float) -> str:
        """The words with as many line breaks as they need; one character is the least of a line."""
        return "\n".join(
            line for part in words.split("\n") for line in self._broken(part, width_mm)
        )

    def _broken(self, words: str, width_mm: float) -> List[str]:
        found = []
        while self.width_mm(words) > width_mm and len(words) > 1:
            at = self._end(words, width_mm)
            found.append(words[:at].rstrip())
            words = words[at:].lstrip(" ")
        return [*found, words]

    def _end(self, words: str, width_mm: float) -> int:
        least, most = 1, len(words)
        while least < most:  # the longest beginning that fits
            middle = (least + most + 1) // 2
            fits = self.width_mm(words[:middle]) <= width_mm
            least, most = (middle, most) if fits else (least, middle - 1)
        return _good_break(words, least)


def _good_break(words: str, at: int) -> int:
    """Not before a closing mark, and not within a word where a space is near."""
    while at > 1 and at < len(words) and words[at] in NEVER_FIRST:
        at -= 1
    space = words.rfind(" ", at // 2, at)
    within = at < len(words) and words[at].isascii() and words[at - 1].isascii()
    return space + 1 if within and space > 0 and words[at] != " " else at
