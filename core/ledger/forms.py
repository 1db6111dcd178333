"""The ledger's forms as the plan describes them: ledger, table of ages, freeze list, dossier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Mapping, Optional, Tuple

from ..documents import Column, FormTemplate, Kind, read_template
from ..documents.described import AS_WRITTEN, needed_template, read_column
from ..errors import PlanError, UnreadableFile
from ..plan import Plan
from ..plan.files import TEMPLATES
from ..plan.reader import Node
from ..plan.sections import origin_of
from ..text import text
from .rules import FILE, ledger_rules
from .values import VALUES

SAMPLE: Dict[str, object] = {"place": "县", "day": "2024-01-15", "first_year": "2018"}
"""What titles and files' names may say."""
BAND: Dict[str, object] = {"years": "2", "low": "1"}
FORMS = ("ledger", "ageing", "freezing", "dossier")
AGEING = "ageing"


@dataclass(frozen=True)
class LedgerForm:
    """A form with one sheet; ``template`` is the office's own layout, where there is one.

    ``values`` name what the first columns show; a table of ages has a column per band behind.
    """

    file: str
    sheet: str
    title: str
    above_left: str
    columns: Tuple[Column, ...]
    values: Tuple[str, ...]
    signatures: Tuple[str, ...]
    notes: Tuple[str, ...]
    template: Optional[FormTemplate] = None

    @property
    def template_name(self) -> str:
        """What an office's own layout of it is called."""
        return f"{self.sheet}.xlsx"


def ledger_forms(plan: Plan) -> Dict[str, LedgerForm]:
    """The forms as the plan describes them, by name of :data:`FORMS`.

    :raises PlanError: names the file, the key and what is wrong with it.
    """
    ledger_rules(plan)
    node = plan.section(FILE).at("forms")
    origin_of(node)
    return {name: _with_template(_form(node.at(name), name, plan), plan) for name in FORMS}


def _form(node: Node, name: str, plan: Plan) -> LedgerForm:
    given = list(node.some("columns"))
    columns = [_column(one, VALUES[name]) for one in given]
    if name == AGEING:
        columns += _bands(node.at("bounds"), ledger_rules(plan).bounds_years)
    return LedgerForm(
        file=needed_template(node, "file", SAMPLE),
        sheet=node.text("sheet"),
        title=needed_template(node, "title", SAMPLE),
        above_left=needed_template(node, "above_left", SAMPLE),
        columns=tuple(columns),
        values=tuple(one.text("value") for one in given),
        signatures=tuple(node.texts("signatures")),
        notes=tuple(node.texts("notes")),
    )


def _column(node: Node, values: Mapping[str, Tuple[Kind, object]]) -> Column:
    column = read_column(node, AS_WRITTEN)
    value = node.one_of("value", list(values))
    if values[value][0] is not column.kind:
        raise node.at("kind").wrong(
            text("{value} is {kind}", value=value, kind=values[value][0].value)
        )
    return column


def _bands(node: Node, bounds: Tuple[int, ...]) -> List[Column]:
    """A column per band of ages: up to each bound, over the last, unknown."""
    width = float(node.whole("width", 3, 120))
    up_to, from_to, over = (
        needed_template(node, one, BAND) for one in ("up_to", "from_to", "over")
    )
    low = ("", *map(str, bounds))
    headings = [
        (from_to if before else up_to).format(years=years, low=before)
        for before, years in zip(low, bounds)
    ]
    headings += [over.format(low=bounds[-1], years=""), node.text("unknown")]
    return [Column(heading, width, Kind.INTEGER) for heading in headings]


def _with_template(form: LedgerForm, plan: Plan) -> LedgerForm:
    path = plan.files.templates().get(form.template_name)
    if path is None:
        return form
    names = (*form.values, *(f"band.{at}" for at in range(len(form.columns) - len(form.values))))
    try:
        found = read_template(path, form.columns, names, tuple(SAMPLE))
    except UnreadableFile as error:
        raise PlanError(error.text, f"{TEMPLATES}/{path.name}", "", error.text) from error
    return replace(form, template=found)
