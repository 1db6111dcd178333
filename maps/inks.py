"""Colours of words that can be read, on QGIS's light themes and on Night Mapping."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QApplication

LEAST_CONTRAST = 4.5
"""Between words and what is behind them: WCAG 2.1, 1.4.3, level AA."""
STEP, DARK = 4, 128
NIGHT = "#323232"
"""Windows in Night Mapping: its style sheet paints them darker than its palette says."""


def readable(colour: QColor, ground: QColor) -> QColor:
    """The colour, made lighter or darker until it stands out from the ground."""
    step = STEP if _luminance(ground) < _luminance(QColor("#777777")) else -STEP
    hue, saturation, lightness, alpha = colour.getHsl()
    while contrast(colour, ground) < LEAST_CONTRAST and 0 <= lightness + step <= 255:
        lightness += step
        colour = QColor.fromHsl(max(hue, 0), saturation, lightness, alpha)
    return colour


def ink(colour: str) -> str:
    """The same for words on a window of the theme that QGIS was started with."""
    palette = QApplication.palette()
    is_dark = palette.base().color().lightness() < DARK
    ground = QColor(NIGHT) if is_dark else palette.window().color()
    return readable(QColor(colour), ground).name()


def contrast(one: QColor, other: QColor) -> float:
    """1 (the same) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
