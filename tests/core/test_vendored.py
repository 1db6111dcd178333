"""The vendored libraries are found, are pure Python, and disturb nobody."""

from __future__ import annotations

import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

from tuban.core import vendored
from tuban.core.errors import DependencyError

ROOT = Path(__file__).resolve().parents[2]
needs_vendor = pytest.mark.skipif(
    not vendored.VENDOR.is_dir(), reason="vendor/ is empty; ./tuban test fills it"
)


def test_install_is_done_once_and_leaves_the_path_alone():
    path = list(sys.path)
    vendored.install()
    before = list(sys.meta_path)
    vendored.install()
    assert sys.meta_path == before
    assert sum(getattr(f, "folder", None) == vendored.VENDOR for f in before) == 1
    assert sys.path == path


@needs_vendor
@pytest.mark.parametrize("name", sorted(vendored.NEEDED))
def test_each_library_comes_from_the_vendor_folder(name):
    spec = vendored.VendorFinder(vendored.VENDOR).find_spec(name)
    assert vendored.VENDOR in Path(spec.origin).parents


@needs_vendor
@pytest.mark.parametrize("name", ["json", "shapely", "sqlalchemy.orm", "STAMP"])
def test_the_finder_answers_for_nothing_else(name):
    path = ["somewhere"] if "." in name else None
    assert vendored.VendorFinder(vendored.VENDOR).find_spec(name, path) is None


def test_a_library_that_is_loaded_already_is_kept(monkeypatch):
    theirs = types.ModuleType("openpyxl")
    theirs.Workbook = object
    monkeypatch.setitem(sys.modules, "openpyxl", theirs)
    vendored.install()
    assert sys.modules["openpyxl"] is theirs


def test_a_loaded_library_that_is_too_old_gets_a_sentence(monkeypatch):
    old = types.ModuleType("sqlalchemy")
    old.__file__ = "/plugins/别人的插件/sqlalchemy/__init__.py"
    monkeypatch.setitem(sys.modules, "sqlalchemy", old)
    with pytest.raises(DependencyError) as caught:
        vendored.install()
    assert "sqlalchemy" in str(caught.value)
    assert "别人的插件" in str(caught.value)


@needs_vendor
def test_the_vendored_libraries_work_in_a_fresh_process():
    script = f"""
import importlib, sys, types
for name, place in (("tuban", {str(ROOT)!r}), ("tuban.core", {str(ROOT / "core")!r})):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [place]
importlib.import_module("tuban.core.vendored").install()
import openpyxl, sqlalchemy
engine = sqlalchemy.create_engine("sqlite://")
with engine.connect() as connection:
    assert connection.execute(sqlalchemy.text("select :a"), {{"a": "图斑"}}).scalar() == "图斑"
    connection.commit()
assert "greenlet" not in sys.modules
print(sqlalchemy.__file__, openpyxl.__file__)
"""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(str(vendored.VENDOR)) == 2


def test_every_pin_has_an_exact_version_and_a_hash():
    lines = (ROOT / "vendor.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert len(pins) == len(vendored.NEEDED)
    assert [
        pin for pin in pins if not re.fullmatch(r"[\w-]+==[\d.]+ --hash=sha256:\w{64}", pin)
    ] == []


@needs_vendor
def test_vendor_holds_no_compiled_part_and_all_licences():
    suffixes = {
        path.suffix for path in vendored.VENDOR.rglob("*") if "__pycache__" not in str(path)
    }
    assert not suffixes & {".so", ".pyd", ".dll"}
    for info in vendored.VENDOR.glob("*.dist-info"):
        assert [p for p in info.rglob("*") if p.name.upper().startswith("LICEN")], info.name
