"""Forms that are no larger than the screen they are shown on."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QWidget

# Title and borders, which a window manager adds.
FRAME = QSize(16, 40)


def within_screen(form: QWidget) -> None:
    """Make a form that is larger than its screen as large as the screen.

    A small screen that is scaled has half the room that a form was laid out for.
    """
    if not form.testAttribute(Qt.WidgetAttribute.WA_Resized):
        form.adjustSize()  # to be resized below would keep Qt from it, and cut texts in half
    beside = form.parentWidget() or form
    screen = QGuiApplication.screenAt(beside.geometry().center()) or QGuiApplication.primaryScreen()
    form.resize(form.size().boundedTo(screen.availableGeometry().size() - FRAME))
