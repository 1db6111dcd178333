"""The menus that the user guides name are there under those names."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
MESSAGES = [
    (one.findtext("source", ""), one.findtext("translation", ""))
    for one in ElementTree.parse(ROOT / "i18n" / "tuban_zh.ts").iter("message")
]
# Theirs, not ours.
OF_QGIS = ("Plugins", "Processing Toolbox", "Settings", "插件", "处理工具箱", "设置")


@pytest.mark.parametrize(
    "guide, path, side",
    [
        ("user-guide.en.md", r"\*([^*\n]+ ▸ [^*\n]+)\*", 0),
        ("user-guide.zh.md", "“([^”]+ ▸ [^”]+)”", 1),
    ],
)
def test_the_menus_of_a_guide_are_there(guide, path, side):
    known = {one[side].strip() for one in MESSAGES}
    named = re.findall(path, (ROOT / "docs" / guide).read_text(encoding="utf-8"))
    assert len(named) > 20
    ours = [one for one in named if not one.startswith(OF_QGIS)]
    assert [one for one in ours if not known.issuperset(one.split(" ▸ "))] == []
