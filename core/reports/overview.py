"""总览: a month and its year on one page: progress, ratio, what is left, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from ..text import LANGUAGE, Text, Translate, text
from .making import Behind, Making
from .month_state import Month
from .overview_month import MonthParts
from .overview_year import YearParts
from .page import Page, Part, Tiles
from .year_state import Year


@dataclass(frozen=True)
class Overview:
    """The page; by the key of each figure the parcels behind it, and what it is called."""

    page: Page
    behind: Behind
    names: Dict[str, str]


def overview(month: Month, year: Optional[Year], office: str, say: Translate) -> Overview:
    """The page of a month, and of the year once that is counted; ``office`` is whose casebook
    it is.

    Nothing in it is about military land or persons: the counts have none.
    """
    making = Making(say)
    of_month = MonthParts(making, month)
    tiles = of_month.tiles()
    charts: List[Part] = [of_month.progress()]
    tables: List[Part] = [of_month.counties()]
    notes: Tuple[Text, ...] = ()
    if year is not None:
        of_year = YearParts(making, year)
        tiles, charts = (*tiles, *of_year.tiles()), [*charts, *of_year.charts()]
        tables += [of_year.counties(), of_year.days(month.day)]
        notes = of_year.notes()
    last = text("Military land is not counted. Made by Tuban.")
    page = Page(
        title=text("Overview of {office}, {month}", office=office, month=month.month).say(say),
        below=of_month.below(),
        parts=(Tiles(tiles), *charts, *tables, of_month.due()),
        notes=tuple(making.words(one) for one in (*notes, last)),
        language=say(LANGUAGE.template),
    )
    return Overview(page, making.behind, making.names)
