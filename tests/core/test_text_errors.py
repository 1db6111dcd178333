"""Sentences carry their values apart from their language, and every refusal carries a sentence."""

from __future__ import annotations

import inspect

import pytest

from tuban.core import errors
from tuban.core.plan import Label
from tuban.core.progress import Silent, check_cancelled
from tuban.core.text import text

CHINESE = {"{count} rows in {file}": "{file} 中有 {count} 行", "the sheet {name}": "工作表 {name}"}


def test_english_is_the_template_filled_in():
    assert str(text("{count} rows in {file}", count=3, file="x.shp")) == "3 rows in x.shp"


def test_translation_may_change_the_order_and_reaches_texts_inside():
    inner = text("the sheet {name}", name="一")
    sentence = text("{count} rows in {file}", count=3, file=inner)
    assert sentence.say(CHINESE.__getitem__) == "工作表 一 中有 3 行"


def test_a_list_is_said_with_the_comma_of_the_language():
    inside = text("the sheet {name}", name="一")
    listed = text("{count} rows in {file}", count=2, file=(inside, "甲"))
    assert str(listed) == "2 rows in the sheet 一, 甲"
    assert listed.say({**CHINESE, ", ": "、"}.__getitem__) == "工作表 一、甲 中有 2 行"


def test_a_plans_label_is_said_in_the_language():
    told = text(
        "the sheet {name}", name=(Label("远景", "Distant view"), Label("近景", "Close view"))
    )
    assert str(told) == "the sheet Distant view, Close view"
    assert told.say({**CHINESE, ", ": "、", "en": "zh"}.__getitem__) == "工作表 远景、近景"


def test_values_with_braces_are_not_read_as_templates():
    assert str(text("File {file}", file="{count}.shp")) == "File {count}.shp"


def refusals():
    return [
        one
        for _, one in inspect.getmembers(errors, inspect.isclass)
        if issubclass(one, errors.TubanError) and one is not errors.UndecidedInput
    ]


@pytest.mark.parametrize("refusal", refusals())
def test_every_refusal_is_its_sentence(refusal):
    refused = refusal(text("File {file} is damaged.", file="甲.shp"))
    assert str(refused) == "File 甲.shp is damaged."
    assert refused.text.say(lambda template: template.upper().replace("{FILE}", "x")) == (
        "FILE x IS DAMAGED."
    )
    assert refusal.__name__ in errors.__doc__


def test_undecided_input_asks():
    refused = errors.UndecidedInput(text("Which?"), "crs", ("EPSG:4547", "EPSG:4548"))
    assert (refused.question, refused.choices) == ("crs", ("EPSG:4547", "EPSG:4548"))
    assert isinstance(refused, errors.InputError)


def test_cancelling_is_heard():
    class Stopped(Silent):
        def is_cancelled(self):
            return True

    check_cancelled(Silent())
    with pytest.raises(errors.Cancelled, match="Nothing was changed"):
        check_cancelled(Stopped())
