"""What every window of Tuban works with, made once by the plugin and handed on."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.gui import QgsMapCanvas, QgsShortcutsManager

from ..maps.canvas import PatchView
from ..maps.findings_layer import FindingsLayer
from ..maps.imagery import Imagery
from ..maps.messages import Messages
from ..maps.session import Session
from ..maps.settings import Settings
from ..maps.tasks import Tasks


@dataclass(frozen=True)
class Workplace:
    """The open casebook, the background work, the message bar, the person's settings, and
    the layer of what the checks found."""

    session: Session
    tasks: Tasks
    messages: Messages
    settings: Settings
    findings: FindingsLayer


@dataclass(frozen=True)
class MapSide:
    """What the dock needs of the map window."""

    canvas: QgsMapCanvas
    view: PatchView
    imagery: Imagery
    shortcuts: QgsShortcutsManager
