"""All keys as they are set now, on one sheet."""

from __future__ import annotations

from typing import Mapping, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from ...maps.words import tr
from .keys import Keys

COLUMNS = 2


class CheatSheet(QDialog):
    """Made anew each time it is asked for, so that it shows what Settings says now.

    ``verdicts`` says what a command gives here: which digit is what is the plan's.
    """

    def __init__(
        self, keys: Keys, verdicts: Mapping[str, str], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys of the patch review"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        shown = keys.listed(verdicts)
        lines = -(-len(shown) // COLUMNS)
        for index, (key, caption) in enumerate(shown):
            column, line = divmod(index, lines)
            name = QLabel(key or "—", self)
            name.setStyleSheet("font-weight: bold")
            grid.addWidget(name, line, 2 * column)
            grid.addWidget(QLabel(caption, self), line, 2 * column + 1)
        where = QLabel(
            tr(
                "They work in the dock and on the map, and are changed under Settings ▸ Keyboard "
                "Shortcuts. Where text is typed, they type."
            ),
            self,
        )
        where.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(where)
