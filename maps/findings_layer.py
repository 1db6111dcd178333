"""What the checks found, as a layer: each finding with the outline of what it is about."""

from __future__ import annotations

from typing import Dict, Iterator, Optional, Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)

from ..core.casebook import Casebook
from ..core.geometry import LONLAT_CRS
from ..core.legality import is_military
from ..core.model import Finding, PatchKind, Severity
from ..core.submission import CHECKS, for_others
from .field_types import TEXT
from .photo_layer import NO_QUESTION_PROPERTY
from .session import Session
from .words import say, tr

FINDINGS_PROPERTY = "tuban/findings"
COLUMNS = ("number", "severity", "severity_code", "check", "check_title", "message", "rule")
COLOURS = {Severity.ERROR: "#d62728", Severity.WARNING: "#ff7f0e", Severity.NOTICE: "#1f77b4"}


def finding_fields() -> QgsFields:
    """The number, how much it weighs, which check, what is wrong, and the rule's source."""
    fields = QgsFields()
    for name in COLUMNS:
        fields.append(QgsField(name, TEXT))
    return fields


def finding_features(
    findings: Sequence[Finding], book: Casebook, month: str
) -> Iterator[QgsFeature]:
    """A feature per finding, without geometry where it is about the month as a whole.

    Of military land there is none: :func:`for_others` has taken its numbers out.
    """
    outlines = _outlines(book, month)
    for finding in for_others(findings):
        feature = QgsFeature(finding_fields())
        check = CHECKS.get(finding.check)
        feature.setAttributes(
            [
                finding.subject,
                say(finding.severity.label),
                finding.severity.value,
                finding.check,
                say(check.title) if check else finding.check,
                say(finding.message),
                finding.rule,
            ]
        )
        outline = outlines.get(finding.subject)
        if outline is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(outline)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
        yield feature


def _outlines(book: Casebook, month: str) -> Dict[str, bytes]:
    found: Dict[str, bytes] = {}
    for kind in PatchKind:
        found.update({one.number: one.geometry for one in book.patches(month, kind)})
        found.update({one.parcel.number: one.parcel.geometry for one in book.dossiers(month, kind)})
    return found


class FindingsLayer:
    """The findings that were shown last, in the project; nothing of it is saved.

    It goes when the month is read anew or closed, and as soon as a parcel becomes military.
    """

    def __init__(self, project: QgsProject, session: Session) -> None:
        self._project, self._session = project, session
        session.reloaded.connect(self.remove)
        session.closed.connect(self.remove)
        session.changed.connect(self._changed)

    def _changed(self, number: str) -> None:
        if self.layer() is None:
            return
        dossier = self._session.book.dossier(number)
        if dossier is not None and is_military(dossier, self._session.plan):
            self.remove()

    def remove(self) -> None:
        """Take the layer away."""
        layer = self.layer()
        if layer is not None:
            self._project.removeMapLayer(layer.id())

    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer, if it is there."""
        layers = self._project.mapLayers().values()
        return next((one for one in layers if one.customProperty(FINDINGS_PROPERTY)), None)

    def show(self, findings: Sequence[Finding], book: Casebook, month: str) -> int:
        """Show these instead of what was shown before; how many have an outline."""
        features = [one for one in finding_features(findings, book, month) if one.hasGeometry()]
        layer = self.layer() or self._add()
        layer.setName(tr("Findings of {month}").format(month=month))
        provider = layer.dataProvider()
        provider.truncate()
        provider.addFeatures(features)
        layer.updateExtents()
        layer.triggerRepaint()
        return len(features)

    def _add(self) -> QgsVectorLayer:
        layer = QgsVectorLayer(f"MultiPolygon?crs={LONLAT_CRS}", "", "memory")
        layer.dataProvider().addAttributes(list(finding_fields()))
        layer.updateFields()
        layer.setCustomProperty(FINDINGS_PROPERTY, True)
        layer.setCustomProperty(NO_QUESTION_PROPERTY, 1)
        layer.setRenderer(_by_severity())
        layer.setDisplayExpression("message")
        self._project.addMapLayer(layer, False)
        root = self._project.layerTreeRoot()
        (root.findGroup(tr("Tuban")) or root).insertLayer(0, layer)
        return layer


def _by_severity() -> QgsCategorizedSymbolRenderer:
    categories = []
    for severity, colour in COLOURS.items():
        symbol = QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": colour, "outline_width": "0.8"}
        )
        categories.append(QgsRendererCategory(severity.value, symbol, say(severity.label)))
    return QgsCategorizedSymbolRenderer("severity_code", categories)
