"""What the city's inspection has to fill in, as lines for a printed sheet.

Words of the plan are Chinese, as on every form.
"""

from __future__ import annotations

from typing import List

from ..field.sheet import Line
from ..plan import Plan
from ..text import text


def inspection_lines(plan: Plan) -> List[Line]:
    """Day, people, each item of the checklist with boxes to tick, the result; all to be written."""
    rules = plan.rectification_rules
    answers = [names[0] for names in rules.inspections.answers.values()]
    ticked = "　".join(f"□{one}" for one in answers)
    items = [
        Line(one.code, text("{item}", item=one.term.label), ticked)
        for one in rules.checklist.values()
    ]
    return [
        Line("inspected_on", text("Inspected on"), ""),
        Line("inspected_by", text("Inspectors"), ""),
        *items,
        Line("result", text("Result"), "　".join(f"□{one}" for one in answers[:2])),
        Line("missing", text("What is missing"), ""),
        Line("by_when", text("By when"), ""),
    ]
