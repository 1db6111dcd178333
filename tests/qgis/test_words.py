"""Files that are handed up are Chinese, whatever language QGIS speaks."""

from __future__ import annotations

from tuban.core.model import Severity
from tuban.core.text import text
from tuban.maps.words import chinese, tr


def test_package_texts_are_chinese_in_an_english_qgis(qgis_app):
    assert tr("Error") == "Error"
    assert chinese("Error") == "错误"
    sentence = text("Plan file {file}: {reason}.", file="a.json", reason=text("text is expected"))
    assert sentence.say(chinese).startswith("工作方案文件 a.json")
    assert chinese("the key “{name}” is missing") == "缺少键“{name}”"
    assert Severity.WARNING.label.say(chinese) == "警告"


def test_what_has_no_translation_stays(qgis_app):
    assert chinese("no such sentence") == "no such sentence"
