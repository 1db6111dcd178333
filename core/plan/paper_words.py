"""What the keys of ``reports.json`` are called, for a person who edits them."""

from __future__ import annotations

from typing import Dict

from ..text import Text, text

PAPER_WORDS: Dict[str, Text] = {
    "about_unit": text("Written for one county"),
    "blocks": text("Places and what stands there"),
    "caption": text("Caption"),
    "comparing": text("How it is compared with last year"),
    "draw": text("Which chart or map"),
    "last_year": text("Heading of last year's figure"),
    "less": text("Less"),
    "less_percent": text("Less, with per cent"),
    "more": text("More"),
    "more_percent": text("More, with per cent"),
    "most": text("So many at most"),
    "none": text("Said where there is nothing"),
    "not_recorded": text("Said where nothing is recorded"),
    "only": text("Said where this figure is more than nothing"),
    "otherwise": text("Said otherwise"),
    "papers": text("Papers"),
    "period": text("Months it is about"),
    "points": text("Percentage points"),
    "same": text("The same"),
    "span": text("Other months than the paper's"),
    "template": text("Template in Word"),
    "texts": text("Words within lines"),
    "things": text("After a number of things"),
    "this_period": text("Heading of this period's figure"),
}
"""Key → title."""
