"""What a person may say about a file instead of letting Tuban find out."""

from __future__ import annotations

from typing import Dict, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from ...core.intake import LayerChoice, ReadOptions
from ...core.model import PatchKind, Source
from ...maps.words import say, tr
from ..parts.wording import unit

ENCODINGS = ("GBK", "GB18030", "UTF-8", "UTF-16")
UNITS = ("m2", "mu", "ha")
CRS = ("EPSG:4490", "EPSG:4526", "EPSG:4527", "EPSG:4528", "EPSG:4547", "EPSG:4548", "EPSG:4549")


class ImportOptions(QWidget):
    """Combos whose first entry is "find out" and says what was found; ``changed`` on choice."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._kinds: Dict[str, PatchKind] = {}
        self.layer = self._combo([])
        self.layer.currentIndexChanged.connect(lambda _index: self._kind_of_layer())
        self.kind = self._combo([(kind.value, say(kind.label)) for kind in PatchKind])
        self.month = QLineEdit(self)
        self.month.setPlaceholderText(tr("from the file, or 2023-04"))
        self.month.editingFinished.connect(self._month_edited)
        self._month_before = ""
        self.crs = self._combo([("", ""), *((one, one) for one in CRS)])
        self.encoding = self._combo([("", ""), *((one, one) for one in ENCODINGS)])
        self.unit = self._combo([("", ""), *((one, unit(one)) for one in UNITS)])
        self._arrange()
        self.forget()

    def _combo(self, entries: Sequence) -> QComboBox:
        combo = QComboBox(self)
        combo.setMinimumContentsLength(12)
        for value, caption in entries:
            combo.addItem(caption, value)
        combo.activated.connect(lambda _index: self.changed.emit())
        return combo

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        rows = (
            ((tr("Layer"), self.layer), (tr("Kind"), self.kind), (tr("Month"), self.month)),
            (
                (tr("Coordinate system"), self.crs),
                (tr("Encoding"), self.encoding),
                (tr("Unit of area"), self.unit),
            ),
        )
        for row, entries in enumerate(rows):
            for place, (caption, widget) in enumerate(entries):
                grid.addWidget(QLabel(caption, self), row, place * 2)
                grid.addWidget(widget, row, place * 2 + 1)
                grid.setColumnStretch(place * 2 + 1, 1)

    def _month_edited(self) -> None:
        if self.month.text() != self._month_before:
            self._month_before = self.month.text()
            self.changed.emit()

    def forget(self) -> None:
        """Back to finding out, for another file."""
        self.layer.clear()
        for combo in (self.crs, self.encoding, self.unit):
            combo.setCurrentIndex(0)
        self.show_found(None)

    def show_layers(self, layers: Sequence[LayerChoice]) -> None:
        """Offer the layers of the file."""
        self.layer.clear()
        self._kinds = {layer.name: layer.kind for layer in layers}
        for layer in layers:
            self.layer.addItem(f"{layer.name} ({layer.feature_count})", layer.name)
        self.layer.setEnabled(len(layers) > 1)

    def _kind_of_layer(self) -> None:
        kind = self._kinds.get(self.layer.currentData())
        if kind is not None:
            self.kind.setCurrentIndex(self.kind.findData(kind.value))

    def show_found(self, source: Optional[Source]) -> None:
        """Say in the first entry what was found."""
        found = ("", "", "")
        if source:
            found = (source.crs, source.encoding, unit(source.area_unit))
        for combo, what in zip((self.crs, self.encoding, self.unit), found):
            words = tr("found: {what}").format(what=what) if what else tr("find out")
            combo.setItemText(0, words)
            combo.setToolTip(combo.currentText())

    def ask(self, question: str, choices: Sequence[str]) -> None:
        """Offer the answers to a question that the file left open."""
        combo = self.combo_of(question)
        if combo is None:
            return
        for choice in choices:
            if combo.findData(choice) < 0:
                combo.addItem(choice, choice)
        combo.setEnabled(True)
        combo.setFocus()

    def combo_of(self, question: str) -> Optional[QComboBox]:
        """The combo that answers a question of intake; None for the fields."""
        combos: Dict[str, QComboBox] = {
            "layer": self.layer,
            "crs": self.crs,
            "encoding": self.encoding,
            "area_unit": self.unit,
        }
        return combos.get(question)

    def options(self, fields: Mapping[str, str]) -> ReadOptions:
        """What the person has said, with their choice of fields."""
        return ReadOptions(
            layer=self.layer.currentData() or "",
            crs=self.crs.currentData() or "",
            encoding=self.encoding.currentData() or "",
            area_unit=self.unit.currentData() or "",
            month=self.month.text().strip(),
            kind=PatchKind(self.kind.currentData()),
            fields=dict(fields),
        )
