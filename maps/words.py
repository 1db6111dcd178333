"""Texts in the user's language: Qt's translator, context ``tuban``."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from ..core.plan import Label
from ..core.text import Text


def tr(template: str) -> str:
    """The translation of a source text; the text itself where there is none."""
    return QCoreApplication.translate("tuban", template)


def say(sentence: Text) -> str:
    """A sentence of the core in the user's language."""
    return sentence.say(tr)


def term(label: Label) -> str:
    """A plan's term in the user's language."""
    return label.in_language(QgsApplication.locale())
