"""Whether every name of Qt that the plugin uses is there in PyQt6: ``python tools/qt6_names.py``.

QGIS 4 stands on Qt 6, whose enums are known by their full names only. What is written out in the
code, from an import on, is looked up in PyQt6 itself; what a method of an object is called is not
seen. PyQt6 has to be importable and no other PyQt in the same process.
"""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path
from typing import Any, Iterator

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ("dialogs", "maps", "processing_provider")
# QGIS names them among the widgets still, on Qt 6 too.
MOVED_TO_GUI = {"QAction", "QActionGroup", "QShortcut", "QUndoCommand", "QUndoStack"}
# The one place that asks which QGIS is running before it takes a name of Qt 5.
ASKS_FIRST = ROOT / "maps" / "field_types.py"


def missing_names(path: Path) -> Iterator[str]:
    """Each name of Qt in a file that PyQt6 does not know, with the line it stands in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known: dict[str, Any] = {}
    for line, module, name, called in imports(tree):
        known[called] = imported(module, name)
        if known[called] is None:
            yield f"{line}: {module}.{name}"
    for node in ast.walk(tree):
        words = dotted(node)
        of = known.get(words[0]) if words[1:] else None
        if of is not None and not reached(of, words[1:]):
            yield f"{node.lineno}: {'.'.join(words)}"


def imports(tree: ast.AST) -> Iterator[tuple[int, str, str, str]]:
    """Line, module of Qt, name, and what the file calls it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt.Qt"):
            for one in node.names:
                module = node.module.rpartition(".")[2]
                yield node.lineno, module, one.name, one.asname or one.name


def imported(module: str, name: str) -> Any:
    if module == "QtWidgets" and name in MOVED_TO_GUI:
        module = "QtGui"
    return getattr(importlib.import_module(f"PyQt6.{module}"), name, None)


def dotted(node: ast.AST) -> list[str]:
    """``a.b.c`` as its words; nothing where the beginning is no plain name."""
    words: list[str] = []
    while isinstance(node, ast.Attribute):
        words.insert(0, node.attr)
        node = node.value
    return [node.id, *words] if isinstance(node, ast.Name) else []


def reached(of: Any, words: list[str]) -> bool:
    for word in words:
        if not hasattr(of, word):
            return False
        of = getattr(of, word)
        if not isinstance(of, type):
            return True  # what a value has is not written in its class
    return True


def main() -> int:
    files = [ROOT / "plugin.py", *(one for room in SHIPPED for one in (ROOT / room).rglob("*.py"))]
    lines = [
        f"{path.relative_to(ROOT)}:{told}"
        for path in sorted(files)
        if path != ASKS_FIRST
        for told in missing_names(path)
    ]
    print("\n".join(lines) or f"every name of Qt in {len(files)} files is there in Qt 6")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
