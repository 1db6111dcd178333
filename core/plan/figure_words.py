"""What the keys of the plan's statistics, ratio and reports are called."""

from __future__ import annotations

from typing import Dict

from ..text import Text, text

FIGURE_WORDS: Dict[str, Text] = {
    "facts": text("Where facts come from"),
    "size": text("Size by"),
    "visited_ways": text("Ways of a field check that are visits"),
    "sizes": text("Size classes"),
    "outcomes": text("Groups of categories"),
    "tables": text("Tables"),
    "table": text("Table"),
    "column": text("Column"),
    "of": text("Of"),
    "in": text("In"),
    "where": text("Where"),
    "is_not": text("Is not"),
    "fact": text("Fact"),
    "among": text("Among"),
    "each": text("For each"),
    "counts": text("Counts"),
    "sums": text("Adds up"),
    "rate": text("Share"),
    "of_patch": text("Of a patch"),
    "parts": text("Parts"),
    "whole": text("Whole"),
    "not_more": text("Not more than"),
    "indicators": text("Indicators"),
    "ratio": text("Ratio"),
    "complete": text("What has to be complete"),
    "figures_origin": text("Mark of the figures"),
    "former": text("Former codes"),
    "method": text("Method"),
    "sure": text("How sure"),
    "numerator": text("Numerator"),
    "denominator": text("Denominator"),
    "deducted": text("What is deducted"),
    "unsettled": text("Not settled"),
    "deductions": text("Deductions"),
    "applies": text("Applies"),
    "compared": text("Ratio that is compared"),
    "lines": text("Lines"),
    "line": text("Line"),
    "forecast": text("Forecast"),
    "months_at_least": text("Months at least"),
    "interval_percent": text("Interval, per cent"),
    "warning": text("Warning notice"),
    "addressee": text("Addressee"),
    "addressee_branch": text("Addressee of a branch"),
    "request": text("Request"),
    "request_after": text("Request after the cut-off"),
    "heaviest": text("So many parcels"),
    "parcels": text("Parcels"),
}
"""Key → what it is called."""
