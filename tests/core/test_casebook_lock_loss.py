"""Acknowledged means kept, also where GDAL has made this process lose its locks on the file."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

ogr = pytest.importorskip("osgeo.ogr", reason="the casebook needs GDAL")

from tuban.core.casebook import create_casebook, events, open_casebook  # noqa: E402 - after the check
from tuban.core.plan import load_plan  # noqa: E402

# What any other program does that opens the casebook and closes it as its seeming last user.
OTHER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA journal_mode=DELETE")
connection.execute("SELECT count(*) FROM journal").fetchone()
connection.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps its locks")
@pytest.mark.parametrize("layer_stays_open", [False, True])
def test_another_program_deletes_the_log(tmp_path, layer_stays_open):
    path = tmp_path / "台账.gpkg"
    book = create_casebook(path, load_plan("liaocheng-2023"), "371599", "虚构县", "somebody")
    book.record([events.submission_exported("2023-03", "a.zip", "0" * 64)])
    dataset = ogr.Open(str(path))  # as QGIS does for its layers
    assert dataset.GetLayer("parcels").GetFeatureCount() == 0
    if not layer_stays_open:
        dataset = None
    subprocess.run([sys.executable, "-c", OTHER, str(path)], check=True)
    assert not path.with_name(path.name + "-wal").exists()  # else the test tests nothing
    book.record([events.submission_exported("2023-04", "b.zip", "1" * 64)])
    script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
    script += "print(c.execute('SELECT count(*) FROM submissions').fetchone()[0], "
    script += "c.execute('PRAGMA integrity_check').fetchone()[0])"
    read = [sys.executable, "-c", script, str(path)]
    seen = subprocess.run(read, capture_output=True, text=True, check=True).stdout
    assert seen.split() == ["2", "ok"]
    book.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
@pytest.mark.parametrize("mode", [0o660, 0o664, 0o600])
def test_who_may_write_the_casebook_may_lock_it(tmp_path, mode):
    path = tmp_path / "台账.gpkg"
    create_casebook(path, load_plan("liaocheng-2023"), "371599", "虚构县", "somebody").close()
    lock = path.with_name(path.name + ".lock")
    lock.unlink()
    path.chmod(mode)
    before = os.umask(0o077)
    try:
        with open_casebook(path, "another") as book:
            assert book.writable
            assert lock.stat().st_mode & 0o777 == mode
            assert lock.stat().st_gid == path.stat().st_gid
    finally:
        os.umask(before)
