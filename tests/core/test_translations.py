"""The collector of sentences sees what it must, and its check finds what is wrong."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "translations.py"


@pytest.fixture
def tool(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("translations_tool", TOOL)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "TS", tmp_path / "tuban_zh.ts")
    return module


def collected(tool, tmp_path: Path, source: str) -> list:
    path = tmp_path / "room.py"
    path.write_text(source, encoding="utf-8")
    return [item.sentence for item in tool.collect(path)]


def test_sees_core_texts_and_the_faces_tr(tool, tmp_path):
    source = (
        "from ..text import text\n"
        "a = text('Row {row}: ' 'no number.', row=1)\n"
        "b = self.tr('Next')\n"
        "c = f\"<b>{tr('Left')}</b>\"\n"
        "d = tr(item.template)\n"
    )
    assert sorted(collected(tool, tmp_path, source)) == ["Left", "Next", "Row {row}: no number."]


def test_follows_a_new_name_and_leaves_sql_alone(tool, tmp_path):
    source = (
        "from sqlalchemy import text\n"
        "from .text import text as say\n"
        "text('SELECT 1')\n"
        "say('Stopped.')\n"
    )
    assert collected(tool, tmp_path, source) == ["Stopped."]


def test_a_core_text_that_is_not_literal_is_a_complaint(tool, tmp_path):
    source = "from .text import text\nname = 'x'\ntext('Hello ' + name)\ntext(f'{name}')\n"
    path = tmp_path / "room.py"
    path.write_text(source, encoding="utf-8")
    complaints = list(tool.problems(list(tool.collect(path)), {}))
    assert [line.split(": ")[0] for line in complaints] == ["room.py:3", "room.py:4"]


@pytest.mark.parametrize(
    ("known", "part"),
    [
        ({}, "no Chinese for"),
        ({"{n} left": ""}, "no Chinese for"),
        ({"{n} left": "剩余"}, "other {placeholders}"),
        ({"{n} left": "剩余 {m}"}, "other {placeholders}"),
        ({"{n} left": "剩余 {n}", "Gone": "没有了"}, "no longer in the source"),
    ],
)
def test_the_check_names_what_is_wrong(tool, known, part):
    complaints = list(tool.problems([tool.Found("a.py:1", "{n} left")], known))
    assert len(complaints) == 1
    assert part in complaints[0]


def test_a_good_translation_is_no_complaint(tool):
    known = {"{n} left & <right>": "剩余 {n} & <右>"}
    assert list(tool.problems([tool.Found("a.py:1", "{n} left & <right>")], known)) == []


def test_what_is_written_is_read_back(tool):
    entries = {"{n} left & <right>": "剩余 {n} & <右>", "Not yet": ""}
    tool.write_ts(entries)
    assert tool.read_ts() == entries
