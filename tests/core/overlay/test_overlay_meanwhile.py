"""Layers that vanish, are replaced or locked while they are being read."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest

pytest.importorskip("osgeo")
from overlay_land import HALVES, HUNDRED, PLAN, only, parcel_of, rectangle, wkt

from tuban.core.errors import InputError, LockedFile, UnreadableFile
from tuban.core.overlay.files import open_source
from tuban.core.overlay.find import find_layers
from tuban.core.overlay.run import overlay_parcels
from tuban.core.progress import Silent

WHOLE = [(wkt(rectangle(-50, -50, 150, 150)), {"DLBM": "0103"})]
LOCK = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


class Meanwhile(Silent):
    """Does something once the overlay has begun."""

    def __init__(self, action) -> None:
        self._action = action

    def at(self, done: int, total: int) -> None:
        if self._action is not None:
            action, self._action = self._action, None
            action()


@pytest.fixture
def held():
    """``held(path)``: another program writes to the file until the test is over."""
    running = []

    def hold(path):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        other = subprocess.Popen([sys.executable, "-c", LOCK, str(path)], **pipes)
        running.append(other)
        assert other.stdout.readline().strip() == "held"
        return other

    yield hold
    for other in running:
        other.stdin.close()
        other.wait(20)
        other.stdout.close()


@pytest.mark.parametrize("driver", ["GPKG", "ESRI Shapefile"])
def test_a_layer_that_vanishes_is_no_uncovered_land(layer, driver):
    source = layer("land_use", HALVES, driver=driver)
    with pytest.raises(UnreadableFile, match="is not there any more"):
        overlay_parcels(
            [parcel_of(HUNDRED)], [source], PLAN, Meanwhile(lambda: os.unlink(source.path))
        )


@pytest.mark.parametrize("driver", ["GPKG", "ESRI Shapefile"])
def test_a_layer_that_is_replaced_gives_no_mixture(layer, driver, tmp_path):
    source = layer("land_use", HALVES, driver=driver)
    layer("land_use", WHOLE, name="NEW", driver=driver).close()

    def replace():
        for part in tmp_path.glob("NEW.*"):
            shutil.copy(part, source.path.with_suffix(part.suffix))

    with pytest.raises(InputError, match="changed while it was being read") as refused:
        overlay_parcels([parcel_of(HUNDRED)], [source], PLAN, Meanwhile(replace))
    assert "DLTB" in str(refused.value)


def test_the_new_file_under_the_old_name_has_another_hash(layer, tmp_path):
    source = layer("land_use", HALVES)
    before = only(parcel_of(HUNDRED), source)
    source.close()
    os.unlink(source.path)
    after = only(parcel_of(HUNDRED), layer("land_use", WHOLE))
    assert before.layers[0].name == after.layers[0].name
    assert before.layers[0].sha256 != after.layers[0].sha256


def test_a_locked_geopackage_is_called_locked(layer, held):
    source = layer("land_use", HALVES)
    path = source.path
    source.close()
    other = held(path)
    with pytest.raises(LockedFile, match=r"DLTB\.gpkg is locked: another program"):
        open_source(source.role, path)
    with pytest.raises(LockedFile):
        find_layers(path.parent, PLAN)
    other.stdin.close()
    other.wait(20)
    assert only(parcel_of(HUNDRED), open_source(source.role, path)).uncovered_m2 == 0


def test_locked_once_it_is_open(layer, held):
    """Its first feature was read already, then somebody began to write."""
    source = layer("land_use", HALVES)
    with pytest.raises(LockedFile, match=r"Layer DLTB: DLTB\.gpkg is locked"):
        overlay_parcels([parcel_of(HUNDRED)], [source], PLAN, Meanwhile(lambda: held(source.path)))


def test_locked_by_this_program_counts_as_locked(layer):
    source = layer("land_use", HALVES)
    held = sqlite3.connect(source.path, isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LockedFile):
        overlay_parcels([parcel_of(HUNDRED)], [source], PLAN)
    held.close()
