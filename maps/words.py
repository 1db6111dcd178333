"""Texts in the user's language: Qt's translator, context ``tuban``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ..core.plan import Label
from ..core.text import Text

_CHINESE = Path(__file__).resolve().parents[1] / "i18n" / "tuban_zh.qm"


def tr(template: str) -> str:
    """The translation of a source text; the text itself where there is none."""
    return QCoreApplication.translate("tuban", template)


def chinese(template: str) -> str:
    """The Chinese of a source text, whatever language QGIS speaks: for files handed up."""
    translator = chinese_texts()
    # As bytes, because PyQt would refuse a source text with other than ASCII characters.
    found = translator.translate("tuban", template.encode("utf-8")) if translator else ""
    return found or template


@cache
def chinese_texts() -> Optional[QTranslator]:
    """The compiled Chinese texts; ``None`` in a checkout where they are not compiled."""
    translator = QTranslator()
    return translator if translator.load(str(_CHINESE)) else None


def say(sentence: Text) -> str:
    """A sentence of the core in the user's language."""
    return sentence.say(tr)


def term(label: Label) -> str:
    """A plan's term in the user's language."""
    return label.in_language(_locale())


@cache
def _locale() -> str:
    # QGIS reads it from its settings each time, and a step of the dock names sixty terms; another
    # language is another start of QGIS.
    return QgsApplication.locale()
