"""Runs a script inside the real QGIS desktop; see tools/inside.py for what a script looks like."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def in_desktop(tmp_path):
    """``in_desktop(script, **variables) -> report``; fails with the report when the script does."""
    spec = importlib.util.spec_from_file_location("desktop_tool", ROOT / "tools" / "desktop.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    def run(script: Path, **variables: str) -> str:
        # Other tests run beside it, and take their share of the machine.
        status, report = tool.run(script, tmp_path, variables=variables, timeout=540)
        log = (tmp_path / "qgis.log").read_text(encoding="utf-8", errors="replace")
        assert status == 0, f"QGIS ended with status {status}\n{report}\n{log[-2000:]}"
        return report

    return run
