"""Fills ``vendor/`` with the libraries pinned in ``vendor.txt``.

    python tools/vendor.py            downloads and unpacks, unless it is all there
    python tools/vendor.py --check    only says by its status whether it is all there

The folder is built aside and renamed when whole. What only serves the libraries' own tests or
their compiled variants is left out; licences and metadata stay.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "vendor.txt"
VENDOR = ROOT / "vendor"
# Any wheel that needs a platform, an ABI or a newer Python is refused by pip with these.
PURE_ONLY = ["--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none"]
OLDEST_PYTHON = "--python-version=39"
NOT_NEEDED = ("sqlalchemy/testing/", "sqlalchemy/ext/mypy/")
COMPILED = {".pyd", ".so", ".dll", ".dylib"}
NOT_SHIPPED = {".pyx", ".pxd", ".pyc"}


def main() -> int:
    stamp = hashlib.sha256(PINS.read_bytes() + Path(__file__).read_bytes()).hexdigest()
    stamp_file = VENDOR / "STAMP"
    if stamp_file.is_file() and stamp_file.read_text(encoding="ascii") == stamp:
        return 0
    if sys.argv[1:] == ["--check"]:
        return 1
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as scratch:
        part = Path(scratch) / "vendor"
        part.mkdir()
        for wheel in _download(Path(scratch) / "wheels"):
            _unpack(wheel, part)
        (part / "STAMP").write_text(stamp, encoding="ascii")
        if VENDOR.exists():
            shutil.rmtree(VENDOR)
        part.rename(VENDOR)
    return 0


def _download(folder: Path) -> list[Path]:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--require-hashes", *PURE_ONLY, OLDEST_PYTHON]
    subprocess.run([*command, "--dest", str(folder), "--requirement", str(PINS)], check=True)
    return sorted(folder.glob("*.whl"))


def _unpack(wheel: Path, target: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if Path(name).suffix in COMPILED:
                raise SystemExit(f"{wheel.name} has a compiled part: {name}")
            if name.startswith(NOT_NEEDED) or Path(name).suffix in NOT_SHIPPED:
                continue
            if Path(name).parts[0].endswith(".data"):  # commands and manual pages
                continue
            archive.extract(name, target)


if __name__ == "__main__":
    sys.exit(main())
