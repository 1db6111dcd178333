"""Lets the tests of dividing share their land."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("osgeo")  # on a bare Python there is nothing to divide with

sys.path.append(str(Path(__file__).parent))
