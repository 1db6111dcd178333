"""统计: what the city counts of a casebook, by month, county, town and year.

How it is used::

    facts = read_facts(book, plan)                      # now; or read_facts(book, plan, day)
    facts = read_facts(book, plan, reach=Reach.enough_for(period))  # quicker; tells if not
    rules = statistics_rules(plan)                      # statistics.json
    found = table(facts, rules.table("rectification"), Period.to_date("2023-06"), by="unit")
    for row in found.every_row():                       # the rows, then found.total
        cell = row.cells["rate_area"]                   # by the code of a column
        cell.shown, cell.value, cell.parcels            # "37.50", Decimal, parcel numbers
        row.before["rate_area"]                         # the same period last year

``found.columns`` has the columns in order: code, label, ``group`` (the heading above), ``unit``
(``mu``, ``percent``, empty for a number). ``found.label`` and ``found.period.label`` are its
name and months. Shares are exact (``part`` / ``whole``) and None of nothing, which prints as —.

The ratio is a table, too, with the lines that are reached, and what follows from it::

    lines = ratio_rules(plan)                           # accountability.json
    shares = ratio(facts, lines, Period.to_date("2023-06"))
    shares.table.total.cells["after"].shown             # columns: see Ratio
    shares.line("371502")                               # Line or None; "" for the whole
    ratio(facts, lines, period, assumed=numbers)        # what if these were put right in time
    warnings(facts, shares, plan, city, day)            # a notice for each unit at a line
    forecast(facts, lines, "2023-06", unit)             # points with low and high
    indicators(facts, rules, lines, Period.year(2023))  # 二（五）
    disagreements(found)                                # findings; none in a sound table

``lines.method`` has to stand with every ratio that is shown.
"""

from .accountability import Line, RatioRules, ratio_rules
from .checks import disagreements
from .definitions import BY, ColumnRule, StatisticsRules, TableRule
from .facts import Facts
from .forecast import Forecast, Point, forecast
from .indicators import Indicator, indicators
from .periods import Period, Reach
from .ratio import Ratio, ratio
from .reading import read_facts
from .rules import statistics_rules
from .tables import DASH, Cell, Row, Table, table
from .warning import Warning, Weighing, warning, warnings

__all__ = [
    "BY",
    "DASH",
    "Cell",
    "ColumnRule",
    "Facts",
    "Forecast",
    "Indicator",
    "Line",
    "Period",
    "Point",
    "Ratio",
    "RatioRules",
    "Reach",
    "Row",
    "StatisticsRules",
    "Table",
    "TableRule",
    "Warning",
    "Weighing",
    "disagreements",
    "forecast",
    "indicators",
    "ratio",
    "ratio_rules",
    "read_facts",
    "statistics_rules",
    "table",
    "warning",
    "warnings",
]
