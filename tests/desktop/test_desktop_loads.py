"""The checkout as a plugin of the real QGIS, in Chinese: loads, unloads, loads again."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_plugin_loads_and_leaves_nothing_behind(in_desktop):
    report = in_desktop(ROOT / "tools" / "load_check.py")
    assert "loads, unloads and loads again" in report
