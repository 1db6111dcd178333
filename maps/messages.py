"""The one place that shows what Tuban refuses or reports: message bar and log panel."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Callable, Iterator, Optional, Tuple

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from ..core.errors import Cancelled, TubanError
from .words import say, tr

TAG = "Tuban"
SECONDS = 8
Button = Tuple[str, Callable[[], None]]


class Messages:
    """Shows sentences in a message bar and writes them to the log under ``Tuban``."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar

    def error(self, error: TubanError) -> None:
        """Show a refusal; what the person stopped is no warning."""
        if isinstance(error, Cancelled):
            self._show(say(error.text), Qgis.MessageLevel.Info, SECONDS, None)
        else:
            self._show(say(error.text), Qgis.MessageLevel.Warning, 0, None)

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Show a refusal instead of letting it out."""
        try:
            yield
        except TubanError as error:
            self.error(error)

    def warn(self, sentence: str) -> None:
        """Show something that should be read; it stays until closed."""
        self._show(sentence, Qgis.MessageLevel.Warning, 0, None)

    def tell(self, sentence: str, button: Optional[Button] = None) -> None:
        """Report that something is done; ``button`` is a caption and what it does."""
        self._show(sentence, Qgis.MessageLevel.Success, 0 if button else SECONDS, button)

    def _show(
        self, sentence: str, level: Qgis.MessageLevel, seconds: int, button: Optional[Button]
    ) -> None:
        QgsMessageLog.logMessage(sentence, TAG, level, False)
        item = self._bar.createMessage(tr("Tuban"), sentence)
        if button:
            caption, action = button
            widget = QPushButton(caption, item)
            widget.clicked.connect(lambda _checked=False: action())
            item.layout().addWidget(widget)
        item.setLevel(level)
        item.setDuration(seconds)
        self._bar.pushItem(item)
