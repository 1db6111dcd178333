"""SVG, element by element, in what Qt can draw."""

from __future__ import annotations

import math
import unicodedata
from typing import List, Optional, Sequence, Tuple
from xml.sax.saxutils import escape, quoteattr

FONTS = (
    "'Microsoft YaHei', 'SimHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', "
    "'WenQuanYi Zen Hei', sans-serif"
)
INK, FAINT, GRID, PAPER = "#222222", "#5f6368", "#dadce0", "#ffffff"
COLOURS = ("#1f5fa8", "#e08a1e", "#7aa6d6", "#b5432f", "#6b8e4e", "#9aa0a6", "#c9b458", "#7b5ea7")
"""Told apart by lightness, too, so that they print in grey; neighbours differ most."""
TITLE_PX, TEXT_PX, SMALL_PX = 17, 13, 11
TITLE_ROOM = 32.0


class Drawing:
    """A drawing of a size in pixels on white paper."""

    def __init__(self, width: float, height: float, title: str = "") -> None:
        self.width, self.height = width, height
        # Without a title, what would be its room is cut off.
        self._top = 0.0 if title else TITLE_ROOM
        self._parts: List[str] = []
        self.rect(0, 0, width, height, PAPER)
        if title:
            self.text(width / 2, 26, title, TITLE_PX, anchor="middle", bold=True)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        key: str = "",
        say: str = "",
    ) -> None:
        """A filled rectangle; ``say`` is what a browser shows over it."""
        name = f" id={quoteattr(key)}" if key else ""
        told = f"<title>{escape(say)}</title>" if say else ""
        size = f'x="{x:.1f}" y="{y:.1f}" width="{max(0.0, width):.1f}" height="{height:.1f}"'
        self._parts.append(f'<rect{name} {size} fill="{fill}">{told}</rect>')

    def line(
        self, points: Sequence[Tuple[float, float]], colour: str, width: float = 1, dashed: str = ""
    ) -> None:
        """A line through points."""
        dash = f' stroke-dasharray="{dashed}"' if dashed else ""
        self._parts.append(
            f'<polyline points="{_points(points)}" fill="none" stroke="{colour}" '
            f'stroke-width="{width}"{dash}/>'
        )

    def shade(self, points: Sequence[Tuple[float, float]], fill: str, opacity: float) -> None:
        """A filled area without a border."""
        self._parts.append(
            f'<polygon points="{_points(points)}" fill="{fill}" fill-opacity="{opacity}" '
            'stroke="none"/>'
        )

    def dot(
        self, x: float, y: float, radius: float, fill: str, key: str = "", say: str = ""
    ) -> None:
        """A filled circle."""
        name = f" id={quoteattr(key)}" if key else ""
        told = f"<title>{escape(say)}</title>" if say else ""
        self._parts.append(
            f'<circle{name} cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}" '
            f'stroke="{PAPER}">{told}</circle>'
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = TEXT_PX,
        anchor: str = "start",
        colour: str = INK,
        bold: bool = False,
        turned: float = 0,
    ) -> None:
        """A line of text; ``y`` is its base line, ``turned`` degrees about its anchor."""
        weight = ' font-weight="bold"' if bold else ""
        turn = f' transform="rotate({turned:g} {x:.1f} {y:.1f})"' if turned else ""
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FONTS}" font-size="{size}" '
            f'text-anchor="{anchor}" fill="{colour}"{weight}{turn}>{escape(words)}</text>'
        )

    def legend(self, names: Sequence[str], colours: Sequence[str], top: float) -> None:
        """Names with their colours, in one centred line."""
        widths = [width_of(name, TEXT_PX) + 34 for name in names]
        x = (self.width - sum(widths)) / 2
        for name, colour, width in zip(names, colours, widths):
            self.rect(x, top, 14, 12, colour)
            self.text(x + 19, top + 11, name)
            x += width

    def svg(self) -> str:
        """The drawing as the text of an SVG file."""
        height = self.height - self._top
        size = f'width="{self.width:g}" height="{height:g}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" {size} '
            f'viewBox="0 {self._top:g} {self.width:g} {height:g}">'
            + "".join(self._parts)
            + "</svg>"
        )


def _points(points: Sequence[Tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def width_of(words: str, size: float) -> float:
    """About how wide a text is: a Chinese character is as wide as high."""
    return size * sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.58 for c in words)


def fitted(words: str, size: float, room: float) -> str:
    """The text, cut and ended with … where it is wider than ``room``."""
    if width_of(words, size) <= room:
        return words
    while words and width_of(words + "…", size) > room:
        words = words[:-1]
    return words + "…"


def ticks(highest: Optional[float], wanted: int = 5) -> List[float]:
    """Round values from zero on, the last at or above ``highest``; nothing above gives 0 and 1."""
    if not highest or highest <= 0:
        return [0.0, 1.0]
    raw = highest / wanted
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(one * size for one in (1, 2, 2.5, 5, 10) if one * size >= raw * (1 - 1e-9))
    count = math.ceil(highest / step - 1e-9)
    return [step * one for one in range(count + 1)]
