"""Collects the plugin's sentences into ``i18n/tuban_zh.ts`` and compiles them.

    python tools/translations.py              brings the .ts up to date with the source
    python tools/translations.py --check      fails when a sentence has no good translation
    python tools/translations.py --compile    makes i18n/tuban_zh.qm where it is out of date

Qt's own pylupdate does not see the core's ``text("…")``, and misses a ``tr()`` inside an
f-string; hence this collector. It takes the literal first argument of ``tr`` and of
``core.text.text`` (not of SQLAlchemy's function of the same name).
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "i18n" / "tuban_zh.ts"
QM = TS.with_suffix(".qm")
CONTEXT = "tuban"
ROOMS = ("core", "maps", "dialogs", "processing_provider", "plugin.py")


@dataclass(frozen=True)
class Found:
    """One call: where it is, and its sentence, or None when it is not a literal."""

    place: str
    sentence: str | None


def source_files() -> list[Path]:
    files: list[Path] = []
    for room in ROOMS:
        path = ROOT / room
        files += sorted(path.rglob("*.py")) if path.is_dir() else [path] * path.is_file()
    return files


def collect(path: Path) -> Iterator[Found]:
    """The sentences of one file, in the order of the source."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    makers = _names_of_text(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        function = node.func
        place = f"{path.relative_to(ROOT)}:{node.lineno}"
        literal = _literal(node.args[0])
        if isinstance(function, ast.Name) and function.id in makers:
            yield Found(place, literal)  # the core has no business with anything but literals
        elif _called(function) == "tr" and literal is not None:
            yield Found(place, literal)  # tr(template) is how the faces show a core Text


def _names_of_text(tree: ast.Module) -> set[str]:
    """What ``text`` is called in a file: by its imports, and in the file that defines it."""
    if any(isinstance(node, ast.FunctionDef) and node.name == "text" for node in tree.body):
        return {"text"}
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[-1] == "text"
        for alias in node.names
        if alias.name == "text"
    }


def _called(function: ast.expr) -> str | None:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else None


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def read_ts() -> dict[str, str]:
    """Source sentence -> translation; an unfinished one is empty."""
    if not TS.is_file():
        return {}
    known = {}
    for message in ET.parse(TS).iter("message"):
        translation = message.find("translation")
        unfinished = translation is None or translation.get("type") is not None
        known[message.findtext("source") or ""] = "" if unfinished else translation.text or ""
    return known


def write_ts(entries: dict[str, str]) -> None:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += ['<TS version="2.1" language="zh_CN" sourcelanguage="en">', "<context>"]
    lines.append(f"    <name>{CONTEXT}</name>")
    for source, translation in sorted(entries.items()):
        mark = "" if translation else ' type="unfinished"'
        lines += ["    <message>", f"        <source>{escape(source)}</source>"]
        lines.append(f"        <translation{mark}>{escape(translation)}</translation>")
        lines.append("    </message>")
    lines += ["</context>", "</TS>", ""]
    _write_whole(TS, "\n".join(lines))


def _write_whole(path: Path, content: str) -> None:
    part = path.with_name(path.name + ".part")
    part.write_bytes(content.encode("utf-8"))  # the same line ends on every system
    os.replace(part, path)


def problems(found: list[Found], known: dict[str, str]) -> Iterator[str]:
    """One sentence for everything that stands in the way of a complete translation."""
    wanted = {item.sentence: item.place for item in reversed(found)}
    for item in found:
        if item.sentence is None:
            yield f"{item.place}: text() needs a literal, otherwise nobody can translate it"
    for sentence, place in wanted.items():
        if sentence is None:
            continue
        translation = known.get(sentence, "")
        if not translation:
            yield f"{place}: no Chinese for: {sentence}"
        elif placeholders(sentence) != placeholders(translation):
            yield f"{place}: the Chinese has other {{placeholders}} than: {sentence}"
    for sentence in sorted(known.keys() - wanted.keys()):
        yield f"{TS.name}: no longer in the source: {sentence}"


def placeholders(template: str) -> set[tuple[str, str | None, str | None]]:
    """The ``{name!conversion:format}`` parts of a template."""
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError:
        return {("not a template", None, None)}
    return {(name, form, conversion) for _, name, form, conversion in parts if name is not None}


def compile_qm() -> None:
    if QM.is_file() and QM.stat().st_mtime >= TS.stat().st_mtime:
        return
    part = QM.with_name(QM.name + ".part")
    subprocess.run([_lrelease(), "-silent", str(TS), "-qm", str(part)], check=True)
    os.replace(part, QM)


def _lrelease() -> str:
    # Ubuntu's /usr/bin/lrelease is a chooser that fails without a default Qt.
    for folder in [*sorted(Path("/usr/lib").glob("*/qt5/bin")), Path("/usr/lib/qt5/bin")]:
        if (folder / "lrelease").is_file():
            return str(folder / "lrelease")
    found = shutil.which("lrelease")
    if found is None:
        raise SystemExit("lrelease is missing; it is in the package qttools5-dev-tools")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--compile", action="store_true")
    options = parser.parse_args()
    if options.compile:
        compile_qm()
        return 0
    found = [item for path in source_files() for item in collect(path)]
    known = read_ts()
    if options.check:
        complaints = list(problems(found, known))
        print("\n".join(complaints) or f"translations: all {len(known)} sentences are complete")
        return 1 if complaints else 0
    sentences = {item.sentence for item in found if item.sentence is not None}
    write_ts({sentence: known.get(sentence, "") for sentence in sentences})
    print(f"{TS.relative_to(ROOT)}: {len(sentences)} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
