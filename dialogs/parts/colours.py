"""Colours of words; readable on light and dark themes."""

from qgis.PyQt.QtGui import QColor

LEAST_CONTRAST = 80

ALARM = "#d64541"
HURRY = "#d9822b"
GOOD = "#2e9e5b"
QUIET = "#6e737b"
"""Captions and remarks, which stand back behind the values."""


def readable(colour: QColor, ground: QColor) -> QColor:
    """The colour, made lighter or darker where it would not stand out from the ground."""
    apart = colour.lightness() - ground.lightness()
    if abs(apart) >= LEAST_CONTRAST:
        return colour
    is_dark = ground.lightness() < 128
    lightness = ground.lightness() + (LEAST_CONTRAST if is_dark else -LEAST_CONTRAST)
    hue, saturation, _lightness, alpha = colour.getHsl()
    return QColor.fromHsl(max(hue, 0), saturation, min(max(lightness, 0), 255), alpha)
