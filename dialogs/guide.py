"""The user guide in a window: it is there without internet, in the language of QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QImage, QTextBlock, QTextDocument
from qgis.PyQt.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QWidget,
)

from ..maps.words import tr
from .parts.column import column_of
from .parts.opened import open_outside

DOCS = Path(__file__).resolve().parents[1] / "docs"
HEADINGS_WIDTH, PAGE_WIDTH, PICTURE_WIDTH = 220, 680, 620
BLOCK = Qt.ItemDataRole.UserRole


class _Page(QTextBrowser):
    """Pictures are no wider than the page."""

    def loadResource(self, kind: int, name: QUrl) -> object:
        found = super().loadResource(kind, name)
        picture = QImage(str(DOCS / name.path()))
        if kind != QTextDocument.ResourceType.ImageResource or picture.isNull():
            return found
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaledToWidth(min(picture.width(), PICTURE_WIDTH), smooth)


class Guide(QDialog):
    """Headings to choose from, and a field whose Enter goes to the next place with its words."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("User guide"))
        self.resize(HEADINGS_WIDTH + PAGE_WIDTH, 620)
        self.page = _Page(self)
        self.page.setOpenLinks(False)
        language = "zh" if QgsApplication.locale().startswith("zh") else "en"
        self.page.setMarkdown((DOCS / f"user-guide.{language}.md").read_text(encoding="utf-8"))
        self.page.anchorClicked.connect(self._follow)
        self.headings = QListWidget(self)
        for block in self._blocks():
            item = QListWidgetItem("  " * (block.blockFormat().headingLevel() - 2) + block.text())
            item.setData(BLOCK, block.blockNumber())
            self.headings.addItem(item)
        self.headings.currentItemChanged.connect(lambda item, _old: self._go(item.data(BLOCK)))
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(tr("Find in the guide; Enter for the next place"))
        self.words.returnPressed.connect(self.find)
        sides = QSplitter(self)
        for widget in (self.headings, self.page):
            sides.addWidget(widget)
        sides.setSizes([HEADINGS_WIDTH, PAGE_WIDTH])
        sides.setStretchFactor(1, 1)
        column = column_of(self, 8)
        column.addWidget(self.words)
        column.addWidget(sides, 1)
        self.words.setFocus()

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 1 and block.text():
                yield block
            block = block.next()

    def _go(self, number: int) -> None:
        document = self.page.document()
        box = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
        self.page.verticalScrollBar().setValue(int(box.top()))

    def find(self) -> bool:
        """Go to the next place with the words, from the top again after the last."""
        words = self.words.text()
        if words and not self.page.find(words):
            self.page.moveCursor(self.page.textCursor().MoveOperation.Start)
            return self.page.find(words)
        return bool(words)

    def _follow(self, link: QUrl) -> None:
        if not link.path():
            found = [one for one in self._blocks() if one.text() == link.fragment()]
            for block in found[:1]:
                self._go(block.blockNumber())
        else:
            open_outside(DOCS / link.path())
