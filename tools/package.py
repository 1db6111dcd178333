"""Builds the installable zip and proves that it loads.

    python tools/package.py              build/tuban-<version>.zip, and check it
    python tools/package.py --check ZIP  check one that is there, with the QGIS that is here

The zip holds what git has at HEAD without the paths marked ``export-ignore``, the vendored
libraries and the compiled translations. Same commit, same bytes. It is then unpacked into an
empty profile and loaded by the installed QGIS (tools/load_check.py) and by ``qgis_process``.
"""

from __future__ import annotations

import configparser
import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import desktop

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
PLUGIN = "tuban"
QM = "i18n/tuban_zh.qm"
# Zip has no notion of "no date"; this is its earliest.
EPOCH = (1980, 1, 1, 0, 0, 0)
# Endings that the plugin store refuses.
REFUSED = {".sh", ".bat", ".exe", ".dll", ".so", ".pyd", ".pyc"}


def main() -> int:
    if sys.argv[1:2] == ["--check"]:
        _check(Path(sys.argv[2]))
        return 0
    for line in _git("status", "--porcelain").decode().splitlines():
        print(f"  not in the zip, because it is not committed: {line[3:]}")
    target = BUILD / f"{PLUGIN}-{_version()}.zip"
    members = {**_tracked(), **_vendored(), QM: (ROOT / QM).read_bytes()}
    _refuse(members)
    _write(target, members)
    print(f"  {target} ({len(members)} files, {target.stat().st_size / 1e6:.1f} MB)")
    _check(target)
    return 0


def _git(*arguments: str) -> bytes:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def _version() -> str:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]["version"]


def _tracked() -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(_git("archive", "--format=tar", "HEAD"))) as archive:
        files = [member for member in archive.getmembers() if member.isfile()]
        return {member.name: archive.extractfile(member).read() for member in files}


def _vendored() -> dict[str, bytes]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / "vendor").rglob("*")
        if path.is_file() and path.name != "STAMP" and "__pycache__" not in path.parts
    }


def _refuse(members: dict[str, bytes]) -> None:
    bad = [name for name in members if Path(name).suffix in REFUSED]
    bad += [name for name in members if name.startswith(("tests/", "tools/", "demo/"))]
    if bad:
        raise SystemExit(f"these must not be in the zip: {', '.join(bad)}")


def _write(target: Path, members: dict[str, bytes]) -> None:
    part = target.with_name(target.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(f"{PLUGIN}/{name}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, members[name])
    os.replace(part, target)


def _check(target: Path) -> None:
    """Unpack into an empty profile; load there in QGIS and in qgis_process."""
    place = BUILD / "zip-check"
    shutil.rmtree(place, ignore_errors=True)
    plugins = place / "plugins"
    plugins.mkdir(parents=True)
    with zipfile.ZipFile(target) as archive:
        archive.extractall(plugins)
    status, report = desktop.run(ROOT / "tools" / "load_check.py", place, plugins=plugins)
    print("".join(f"  {line}\n" for line in report.splitlines()), end="")
    if status:
        raise SystemExit(f"the zip does not load in QGIS (status {status}, {place / 'qgis.log'})")
    environment = desktop.prepare(place, plugins)
    _list_in_qgis_process({**environment, "QT_QPA_PLATFORM": "offscreen"})


def _list_in_qgis_process(environment: dict[str, str]) -> None:
    # Debian 12's wrapper adds an option that the program behind it refuses.
    program = shutil.which("qgis_process.bin") or "qgis_process"
    output = subprocess.run(
        [program, "list"], env=environment, check=True, capture_output=True, text=True
    ).stdout
    found = [line.split()[0] for line in output.splitlines() if f"{PLUGIN}:" in line]
    print(f"  qgis_process lists: {', '.join(found) or 'nothing'}")
    if not found:
        raise SystemExit("qgis_process does not list the plugin's algorithms")


if __name__ == "__main__":
    sys.exit(main())
