"""统计: what the city counts of a casebook, by month, county, town and year.

How it is used::

    facts = read_facts(book, plan)                      # now; or read_facts(book, plan, day)
    rules = statistics_rules(plan)                      # statistics.json
    found = table(facts, rules.table("rectification"), Period.to_date("2023-06"), by="unit")
    for row in found.every_row():                       # the rows, then found.total
        cell = row.cells["rate_area"]                   # by the code of a column
        cell.shown, cell.value, cell.parcels            # "37.50", Decimal, parcel numbers
        row.before["rate_area"]                         # the same period last year

``found.columns`` has the columns in order: code, label, ``group`` (the heading above), ``unit``
(``mu``, ``percent``, empty for a number). ``found.label`` and ``found.period.label`` are its
name and months. Shares are exact (``part`` / ``whole``) and None of nothing, which prints as —.
"""

from .definitions import BY, ColumnRule, StatisticsRules, TableRule
from .facts import Facts
from .periods import Period
from .reading import read_facts
from .rules import statistics_rules
from .tables import DASH, Cell, Row, Table, table

__all__ = [
    "BY",
    "DASH",
    "Cell",
    "ColumnRule",
    "Facts",
    "Period",
    "Row",
    "StatisticsRules",
    "Table",
    "TableRule",
    "read_facts",
    "statistics_rules",
    "table",
]
