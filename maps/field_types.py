"""Types of attribute fields, under the name that the running QGIS knows them by."""

from __future__ import annotations

from qgis.core import Qgis

# Before 3.38 QgsField refuses QMetaType's types; Qt 6 has no QVariant's.
if Qgis.QGIS_VERSION_INT >= 33800:
    from qgis.PyQt.QtCore import QMetaType

    TEXT = QMetaType.Type.QString
    REAL = QMetaType.Type.Double
    INTEGER = QMetaType.Type.Int
else:
    from qgis.PyQt.QtCore import QVariant

    TEXT = QVariant.String
    REAL = QVariant.Double
    INTEGER = QVariant.Int
