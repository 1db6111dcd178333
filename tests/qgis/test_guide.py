"""The user guide opens without internet, and its headings and words are found."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl

from tuban.dialogs.guide import Guide


@pytest.mark.parametrize(
    "locale, heading, words", [("zh-Hans", "影像", "违法占用"), ("en", "Imagery", "illegal")]
)
def test_the_guide_leads_to_its_headings_and_words(qtbot, monkeypatch, locale, heading, words):
    monkeypatch.setattr(QgsApplication, "locale", staticmethod(lambda: locale))
    guide = Guide()
    qtbot.addWidget(guide)
    guide.show()
    listed = [guide.headings.item(row).text().strip() for row in range(guide.headings.count())]
    assert heading in listed
    bar = guide.page.verticalScrollBar()
    guide.headings.setCurrentRow(listed.index(heading))
    there = bar.value()
    assert there > 0
    bar.setValue(0)
    guide._follow(QUrl(f"#{heading}"))
    assert bar.value() == there
    guide.words.setText(words)
    assert guide.find() and guide.find()
    guide.words.setText("no such words anywhere")
    assert not guide.find()
