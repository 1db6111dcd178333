"""The dock's keys: actions in QGIS's shortcut manager, alive in the dock and on the map.

Digits type normally in text fields, because those ask for them first; ``Return``, ``Ctrl+Down``
and ``Ctrl+Backspace`` would fire there all the same, so all actions rest while a text field or
an open drop-down list has the focus. With two owners of one key Qt fires neither: a clash is
told by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsShortcutsManager
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QAction,
    QLineEdit,
    QPlainTextEdit,
    QShortcut,
    QTextEdit,
    QWidget,
)

from ...maps.words import tr
from ..parts.wording import named

PREFIX = "tuban_"
TYPING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


@dataclass(frozen=True)
class Key:
    """One command: a name that never changes, its caption, its default key, what it does."""

    name: str
    caption: str
    default: str
    does: Callable[[], None]


class Keys(QObject):
    """Makes, registers and (on :meth:`remove`) unregisters the actions.

    ``changed`` tells that a person has given some command another key.
    """

    changed = pyqtSignal()

    def __init__(self, manager: QgsShortcutsManager, dock: QWidget, canvas: QgsMapCanvas) -> None:
        super().__init__(dock)
        self._manager = manager
        self._dock = dock
        self._canvas = canvas
        self.actions: List[QAction] = []
        self._captions: List[str] = []
        self._told: List[str] = []
        self._changed = QTimer(self)  # an action also changes as it is switched off and on
        self._changed.setSingleShot(True)
        self._changed.timeout.connect(self._look_at_keys)
        canvas.mapToolSet.connect(self._tool_changed)
        QgsApplication.instance().focusChanged.connect(self._focus_changed)

    def add(self, keys: Sequence[Key]) -> List[str]:
        """Register commands; returns a sentence for each key that something else has too."""
        clashes = []
        for key in keys:
            action = self._make(key)
            clash = self._clash(action)
            if clash:
                clashes.append(clash)
        self._told = [action.shortcut().toString() for action in self.actions]
        self._tool_changed(self._canvas.mapTool())
        return clashes

    def _look_at_keys(self) -> None:
        keys = [action.shortcut().toString() for action in self.actions]
        if keys != self._told:
            self._told = keys
            self.changed.emit()

    def _make(self, key: Key) -> QAction:
        # The manager knows an action by its text: it has to be unique in all of QGIS.
        action = QAction(tr("Tuban: {caption}").format(caption=key.caption), self._dock)
        action.setObjectName(PREFIX + key.name)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(False)
        action.triggered.connect(lambda _checked=False: key.does())
        self._dock.addAction(action)
        self._manager.registerAction(action, key.default)
        self.actions.append(action)
        self._captions.append(key.caption)
        # After the manager, which sets what the person has chosen earlier.
        action.changed.connect(self._changed.start)
        return action

    def _clash(self, action: QAction) -> Optional[str]:
        sequence = action.shortcut()
        if sequence.isEmpty():
            return None
        other = next((one for one in self._owners(sequence) if one is not action), None)
        if other is None:
            return None
        name = other.whatsThis() or other.objectName()
        if isinstance(other, QAction):
            name = other.text().replace("&", "")
        return tr(
            "The key {key} of “{action}” also belongs to “{other}”, so neither works. Change one "
            "of them under Settings ▸ Keyboard Shortcuts."
        ).format(
            key=sequence.toString(QKeySequence.SequenceFormat.NativeText),
            action=action.text(),
            other=name,
        )

    def _owners(self, sequence: QKeySequence) -> List[QObject]:
        found = [one for one in self._manager.listActions() if one.shortcut() == sequence]
        shortcuts = [one for one in self._manager.listShortcuts() if _key_of(one) == sequence]
        return [*found, *shortcuts]

    def shortcut_of(self, name: str) -> str:
        """The key a command has now, as the person would read it."""
        for action in self.actions:
            if action.objectName() == PREFIX + name:
                return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return ""

    def listed(self, gives: Mapping[str, str]) -> List[Tuple[str, str]]:
        """Every command's key as it is now, empty without one, and its caption.

        ``gives``: by a command's name, what it gives, where the caption does not say it.
        """
        native = QKeySequence.SequenceFormat.NativeText
        listed = []
        for action, caption in zip(self.actions, self._captions):
            given = gives.get(action.objectName()[len(PREFIX) :])
            words = named(caption, given) if given else caption
            listed.append((action.shortcut().toString(native), words))
        return listed

    def _tool_changed(self, tool: Optional[QgsMapTool], _old: Optional[QgsMapTool] = None) -> None:
        """While something is drawn or edited on the map, the map's keys are its own."""
        drawing = tool is not None and bool(tool.flags() & QgsMapTool.Flag.EditTool)
        there = set(self._canvas.actions())
        for action in self.actions:
            if drawing:
                self._canvas.removeAction(action)
            elif action not in there:
                self._canvas.addAction(action)

    def _focus_changed(self, old: Optional[QWidget], now: Optional[QWidget]) -> None:
        if _in_popup(old):
            # The key that chose something in a list, and closed it, is still on its way.
            QTimer.singleShot(0, self._enable)
        else:
            self._enable()

    def _enable(self) -> None:
        """No keys of the dock while somebody types or chooses from a list."""
        now = QgsApplication.focusWidget()
        typing = isinstance(now, TYPING) or _in_popup(now)
        for action in self.actions:
            action.setEnabled(not typing)

    def remove(self) -> None:
        """Leave nothing behind: neither in the manager nor on the canvas."""
        QgsApplication.instance().focusChanged.disconnect(self._focus_changed)
        self._canvas.mapToolSet.disconnect(self._tool_changed)
        for action in self.actions:
            self._manager.unregisterAction(action)
            self._canvas.removeAction(action)
            self._dock.removeAction(action)
            action.deleteLater()
        self._changed.stop()
        self.actions, self._captions = [], []


def _in_popup(widget: Optional[QWidget]) -> bool:
    return widget is not None and widget.window().windowType() == Qt.WindowType.Popup


def _key_of(shortcut: QShortcut) -> QKeySequence:
    return shortcut.key()
