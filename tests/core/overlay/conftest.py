"""Lets the overlay tests share their ground."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("osgeo")  # on a bare Python the readers at the core's edge have no tests

sys.path.append(str(Path(__file__).parent))


@pytest.fixture(scope="module", autouse=True)
def _files_let_go():
    """GDAL's objects in cycles go now: where pytest-qgis is loaded, it ends GDAL before Python."""
    yield
    gc.collect()


@pytest.fixture
def layer(tmp_path):
    """Makes a layer from (wkt in zone 39, fields) rows and opens it in its role."""
    from overlay_land import make_layer

    return partial(make_layer, tmp_path)
