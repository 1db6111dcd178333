"""Sentences for people, kept apart from the language they are shown in.

The core never translates. It hands out a :class:`Text`: an English template and its values.
The faces translate the template (Qt's context ``tuban``) and fill in the values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Callable, Dict


@dataclass(frozen=True)
class Text:
    """An English template with named values; ``str()`` gives the English sentence."""

    template: str
    values: Dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.say(lambda template: template)

    def say(self, translate: Translate) -> str:
        """The sentence in the language of ``translate``; texts among the values follow it.

        A tuple of texts and names is listed, with the comma of the language; a plan's label
        among the values is said in that language, too.
        """
        values = {name: _said(value, translate) for name, value in self.values.items()}
        return translate(self.template).format(**values)


Translate = Callable[[str], str]


def _said(value: object, translate: Translate) -> object:
    if isinstance(value, Text):
        return value.say(translate)
    if isinstance(value, tuple):
        return translate(COMMA.template).join(str(_said(one, translate)) for one in value)
    in_language = getattr(value, "in_language", None)
    return in_language(translate(LANGUAGE.template)) if in_language else value


def text(template: str, **values: object) -> Text:
    """Make a :class:`Text`; ``template`` must be a literal, so that it can be collected."""
    return Text(template, values)


class Labelled(Enum):
    """Codes with what a person calls each of them: ``LAND = "land", text("Land")``."""

    label: Text

    # A member is asked for by its code alone, so to a type checker the label may be missing.
    def __new__(cls, code: str, *label: Text) -> Labelled:
        """A member, as it is declared."""
        member = object.__new__(cls)
        member._value_ = code
        (member.label,) = label
        return member


COMMA, SEMICOLON = text(", "), text("; ")
"""Between the members of a list."""

LANGUAGE = text("en")
"""The code of the language that a translation speaks, in its own words."""


def chinese_day(day: date) -> str:
    """A day as Chinese papers write it: 2023年9月26日."""
    return f"{day.year}年{day.month}月{day.day}日"
