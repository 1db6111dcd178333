"""A column of widgets."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

SPACING_PX = 5


def column_of(widget: QWidget, margin: int) -> QVBoxLayout:
    """The widget's layout as a column; ``margin`` in pixels on all sides."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(SPACING_PX)
    return layout
