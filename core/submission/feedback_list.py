"""清单化反馈: what the city says of each parcel of a county, as a list to print.

Its columns are the plan's (``review.json``, ``feedback``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, List, Optional, Sequence, Tuple

from ..documents import Column, Kind, Sheet, Value
from ..documents.described import AS_WRITTEN, needed_template, read_column
from ..model import Dossier, VerdictLevel
from ..plan import Plan
from ..plan.reader import Node
from ..review.acts import where_it_stands
from ..rounds import Outcome, Review
from ..text import Translate, text

SAMPLE: Dict[str, object] = {
    **{"unit": "县", "month": "2023-04", "year": "2023", "number": "4"},
    "city": "市",
}


@dataclass(frozen=True)
class Row:
    """A parcel with the review that counts."""

    number: int
    dossier: Dossier
    review: Optional[Review]
    plan: Plan
    say: Translate


def _review(get: Callable[[Review], Value]) -> Callable[[Row], Value]:
    return lambda row: get(row.review) if row.review else None


def _verdict(level: VerdictLevel) -> Callable[[Row], Value]:
    def get(row: Row) -> Value:
        verdict = row.dossier.verdicts.get(level)
        category = row.plan.category(verdict.category) if verdict else None
        if verdict is None or category is None:
            return verdict.category if verdict else ""
        inner = category.subcategory(verdict.subcategory)
        return f"{category.label.zh}—{inner.label.zh}" if inner else category.label.zh

    return get


def _reasons(row: Row) -> Value:
    codes = row.review.reasons if row.review else ()
    found = [(code, row.plan.review_rules.reason(code)) for code in codes]
    return "；".join(reason.term.label.zh if reason else code for code, reason in found)


def _answer(row: Row) -> Value:
    answers = row.dossier.rounds.answers
    if not answers:
        return ""
    answer = answers[-1]
    kind = answer.kind.label.say(row.say)
    return f"{kind}：{answer.text}" if answer.text else kind


VALUES: Dict[str, Tuple[Kind, Callable[[Row], Value]]] = {
    "row.number": (Kind.INTEGER, lambda row: row.number),
    "patch.number": (Kind.TEXT, lambda row: row.dossier.patch.number),
    "parcel.number": (Kind.TEXT, lambda row: row.dossier.parcel.number),
    "parcel.area_mu": (
        Kind.AREA,
        lambda row: row.dossier.parcel.mu(row.plan.area_rules.mu_per_m2),
    ),
    "review.round": (Kind.INTEGER, _review(lambda one: one.round)),
    "review.outcome": (Kind.TEXT, lambda row: _outcome(row)),
    "review.reasons": (Kind.TEXT, _reasons),
    "review.text": (Kind.TEXT, _review(lambda one: one.text)),
    "review.deadline": (Kind.DATE, _review(lambda one: one.deadline or None)),
    "verdict.county": (Kind.TEXT, _verdict(VerdictLevel.COUNTY)),
    "verdict.city": (Kind.TEXT, _verdict(VerdictLevel.CITY)),
    "verdict.final": (Kind.TEXT, _verdict(VerdictLevel.FINAL)),
    "answer.text": (Kind.TEXT, _answer),
}


def _outcome(row: Row) -> Value:
    state = where_it_stands(row.dossier)
    label = row.review.outcome.label if row.review else state.stage.label
    return label.say(row.say)


@dataclass(frozen=True)
class FeedbackForm:
    """The list as the plan describes it."""

    file: str
    sheet: str
    title: str
    above_left: str
    columns: Tuple[Column, ...]
    values: Tuple[str, ...]
    signatures: Tuple[str, ...]


def feedback_form(plan: Plan) -> FeedbackForm:
    """The plan's description of the list.

    :raises PlanError: names the file, the key and what is wrong with it.
    """
    node = plan.section("review").at("feedback")
    columns = list(node.some("columns"))
    return FeedbackForm(
        file=needed_template(node, "file", SAMPLE),
        sheet=node.text("sheet"),
        title=needed_template(node, "title", SAMPLE),
        above_left=needed_template(node, "above_left", SAMPLE),
        columns=tuple(_column(one) for one in columns),
        values=tuple(one.text("value") for one in columns),
        signatures=tuple(node.texts("signatures")),
    )


def _column(node: Node) -> Column:
    column = read_column(node, AS_WRITTEN)
    value = node.one_of("value", list(VALUES))
    if VALUES[value][0] is not column.kind:
        raise node.at("kind").wrong(
            text("{value} is {kind}", value=value, kind=VALUES[value][0].value)
        )
    return column


def names_in_titles(unit: str, city: str, month: str) -> Dict[str, str]:
    """What titles and the file's name may say."""
    year, _, number = month.partition("-")
    return {"unit": unit, "city": city, "month": month, "year": year, "number": str(int(number))}


def feedback_sheet(
    form: FeedbackForm,
    names: Dict[str, str],
    dossiers: Sequence[Dossier],
    plan: Plan,
    say: Translate,
) -> Sheet:
    """The list: returned parcels first, then those the city decided, then the others."""
    ordered = sorted(dossiers, key=_rank)
    rows: List[List[Value]] = []
    for number, dossier in enumerate(ordered, start=1):
        row = Row(number, dossier, where_it_stands(dossier).review, plan, say)
        rows.append([VALUES[name][1](row) for name in form.values])
    return Sheet(
        name=form.sheet,
        title=form.title.format(**names),
        columns=form.columns,
        rows=rows,
        above_left=form.above_left.format(**names),
        signatures=form.signatures,
    )


_FIRST = (Outcome.RETURNED, Outcome.OVERRIDDEN, None, Outcome.PASSED)


def _rank(dossier: Dossier) -> int:
    review = where_it_stands(dossier).review
    return _FIRST.index(review.outcome if review else None)
