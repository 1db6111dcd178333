"""The documents name what is there, and what they name is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ("docs/user-guide.zh.md", "docs/user-guide.en.md")
DOCUMENTS = ["README.md", *GUIDES, "docs/architecture.md", "docs/words.md"]
DOCUMENTS += [path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/decisions").glob("*.md")]


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_somewhere(document):
    links = re.findall(r"\]\(([^)#]+)", read(document))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (ROOT / document).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guides_name_every_algorithm(guide):
    sources = (ROOT / "processing_provider").glob("*.py")
    ids = re.findall(r'^    ID = "(\w+)"', "".join(map(_content, sources)), re.MULTILINE)
    names = [name for name in ids if name != "tuban"]
    assert len(names) >= 8
    assert [name for name in names if f"tuban:{name}" not in read(guide)] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guides_name_every_key(guide):
    arrows = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
    shown = read(guide).replace("Enter", "Return")
    for key in _keys():
        for name, arrow in arrows.items():
            key = key.replace(name, arrow)
        assert f"`{key}`" in shown, key


def _content(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _keys() -> list[str]:
    tree = ast.parse(_content(ROOT / "dialogs" / "desk" / "dock.py"))
    keys = [
        node.args[2].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Key"
        and isinstance(node.args[2], ast.Constant)
    ]
    assert len(keys) >= 9
    return keys


def test_the_tests_that_hold_what_holds_are_there():
    named = re.findall(r"`(?:tests/\w+/)?(test_[\w*]+\.py)`", read("docs/architecture.md"))
    assert len(named) > 10
    assert [name for name in named if not list((ROOT / "tests").rglob(name))] == []
