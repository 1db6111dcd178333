"""The plan's rules: what is proposed under which conditions, and what a verdict must answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import (
    Callable,
    Dict,
    FrozenSet,
    Iterable,
    Iterator,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
)

from ..model import PatchKind
from ..text import text
from .cited import Cited, cited_of
from .conditions import (
    AnyOf,
    Condition,
    CoverageIs,
    FigureIs,
    Holds,
    Known,
    MeasuredIs,
    conditions_of,
)
from .lists import Citation, Lists
from .reader import Node
from .sections import Category, Label, LayerRole, Origin, kinds_of, label_of, origin_of

Conditions = Tuple[Condition, ...]


@dataclass(frozen=True)
class Rule:
    """Where all of ``when`` hold and all of ``evidence`` is there, the category is proposed.

    ``split_along`` names the approval role along which the parcel should be split instead;
    ``kinds`` are the kinds of patches that the rule is for, ``cites`` what it rests on.
    """

    id: str
    when: Conditions
    category: str
    subcategory: str
    reason: Label
    evidence: Tuple[str, ...]
    split_along: str
    origin: Origin
    kinds: Tuple[PatchKind, ...] = (PatchKind.LAND,)
    cites: Tuple[Cited, ...] = ()


@dataclass(frozen=True)
class Question:
    """What a verdict of these categories must answer; without subcategories: of any."""

    evidence: str
    categories: Tuple[str, ...]
    subcategories: Tuple[str, ...]
    when: Conditions
    required: bool
    origin: Origin


@dataclass(frozen=True)
class AtDesk:
    """What a verdict is asked for at once: what nobody has to go out for."""

    subcategory: bool = False
    reason: bool = False
    evidence: Tuple[str, ...] = ()
    origin: Origin = Origin.TUBAN


@dataclass(frozen=True)
class Rules:
    """The rules in their order, conditions that several of them share, and the questions.

    ``insufficient`` is the category that is proposed where evidence is missing; its reason holds
    ``{missing}``.
    """

    rules: Tuple[Rule, ...]
    conditions: Dict[str, Conditions]
    insufficient: str
    insufficient_origin: Origin
    insufficient_reason: Label
    questions: Tuple[Question, ...]
    at_desk: AtDesk

    def limits_of(self, rule: Rule) -> Tuple[str, ...]:
        """The codes of the limits that a rule's conditions ask, those of shared ones too."""
        return tuple(dict.fromkeys(self._limits_in(rule.when)))

    def _limits_in(self, conditions: Conditions) -> Iterator[str]:
        for one in conditions:
            if isinstance(one, (FigureIs, CoverageIs, MeasuredIs)):
                yield from one.bounds.limits
            elif isinstance(one, Holds):
                yield from self._limits_in(self.conditions[one.rule])
            elif isinstance(one, AnyOf):
                yield from self._limits_in(one.conditions)

    def rule(self, rule_id: str) -> Optional[Rule]:
        """The rule with this id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def of_kind(self, kind: PatchKind) -> Tuple[Rule, ...]:
        """The rules for patches of a kind, in their order."""
        return tuple(rule for rule in self.rules if kind in rule.kinds)


def read_rules(
    read: Callable[[str], Node],
    lists: Lists,
    categories: Sequence[Category],
    roles: Sequence[LayerRole],
) -> Rules:
    """Read and check the rules; ``read`` gives a file of the plan by its name."""
    node, by_code = read("rules"), {one.code: one for one in categories}
    known = _known(node, lists, frozenset(by_code), roles)
    shared = {one.text("id"): conditions_of(one, known) for one in node.each("shared")}
    rules = tuple(_rule(one, known, by_code, lists.citations) for one in node.some("rules"))
    conditions = {**shared, **{rule.id: rule.when for rule in rules}}
    _refuse_circles(node, conditions)
    insufficient = by_code[node.one_of("insufficient", list(by_code))]
    completeness = read("completeness")
    ruled = {kind: None for rule in rules for kind in rule.kinds}
    _refuse_other_kinds(node.at("insufficient"), insufficient, ruled)
    return Rules(
        rules=rules,
        conditions=conditions,
        insufficient=insufficient.code,
        insufficient_origin=Origin(
            node.one_of("insufficient_origin", [origin.value for origin in Origin])
        ),
        insufficient_reason=label_of(node.at("insufficient_reason")),
        questions=tuple(_question(one, known, by_code) for one in completeness.some("questions")),
        at_desk=_at_desk(completeness, known),
    )


def _known(
    node: Node, lists: Lists, categories: FrozenSet[str], roles: Sequence[LayerRole]
) -> Known:
    ids: List[str] = []
    for one in [*node.each("shared"), *node.some("rules")]:
        if one.text("id") in ids:
            raise one.at("id").wrong(text("the code {code} is there twice", code=one.text("id")))
        ids.append(one.text("id"))
    approvals = frozenset(role.code for role in roles if role.part == "approval")
    return Known(lists.limits, lists.evidence, lists.values, approvals, categories, frozenset(ids))


def _rule(
    node: Node,
    known: Known,
    categories: Mapping[str, Category],
    citations: Sequence[Citation],
) -> Rule:
    category = categories[node.one_of("category", list(categories))]
    subcategory = node.text("subcategory", "")
    if subcategory:
        node.one_of("subcategory", [term.code for term in category.subcategories])
    along = node.one_of("split_along", sorted(known.roles)) if node.has("split_along") else ""
    when, kinds = tuple(conditions_of(node, known)), kinds_of(node)
    if not when:
        raise node.at("when").wrong(text("one at least is expected"))
    _refuse_other_kinds(node.at("category"), category, kinds)
    return Rule(
        id=node.text("id"),
        when=when,
        category=category.code,
        subcategory=subcategory,
        reason=label_of(node.at("reason")),
        evidence=_evidence(node, known),
        split_along=along,
        origin=origin_of(node),
        kinds=kinds,
        cites=cited_of(node, citations),
    )


def _refuse_other_kinds(node: Node, category: Category, kinds: Iterable[PatchKind]) -> None:
    missing = ", ".join(kind.value for kind in kinds if kind not in category.kinds)
    if missing:
        raise node.wrong(text("the category is not for patches of kind {kind}", kind=missing))


def _evidence(node: Node, known: Known) -> Tuple[str, ...]:
    for one in node.each("evidence"):
        if one.as_text() not in known.evidence:
            raise one.wrong(text("there is no evidence “{kind}”", kind=one.as_text()))
    return tuple(node.texts("evidence"))


def _question(node: Node, known: Known, categories: Mapping[str, Category]) -> Question:
    if node.text("evidence") not in known.evidence:
        kind = node.text("evidence")
        raise node.at("evidence").wrong(text("there is no evidence “{kind}”", kind=kind))
    subcategories = [term.code for one in categories.values() for term in one.subcategories]
    node.some("categories")  # one at least
    return Question(
        evidence=node.text("evidence"),
        categories=node.among("categories", categories),
        subcategories=node.among("subcategories", subcategories),
        when=conditions_of(node, known),
        required=node.flag("required"),
        origin=origin_of(node),
    )


def _at_desk(node: Node, known: Known) -> AtDesk:
    """A plan that says nothing of it asks for nothing at once."""
    if not node.has("at_desk"):
        return AtDesk()
    given = node.at("at_desk")
    return AtDesk(
        subcategory=given.flag("subcategory"),
        reason=given.flag("reason"),
        evidence=_evidence(given, known),
        origin=origin_of(given),
    )


def _refuse_circles(node: Node, conditions: Mapping[str, Conditions]) -> None:
    """Refuse a rule that comes back to itself, and name the way."""
    names = {one: tuple(_named(when)) for one, when in conditions.items()}
    done: List[str] = []

    def follow(rule: str, way: Tuple[str, ...]) -> None:
        if rule in way:
            circle = " → ".join([*way[way.index(rule) :], rule])
            raise node.at("rules").wrong(text("the rules go in a circle: {way}", way=circle))
        if rule not in done:
            for other in names[rule]:
                follow(other, (*way, rule))
            done.append(rule)

    for rule in names:
        follow(rule, ())


def _named(conditions: Conditions) -> List[str]:
    found: List[str] = []
    for one in conditions:
        if isinstance(one, Holds):
            found.append(one.rule)
        elif isinstance(one, AnyOf):
            found += _named(one.conditions)
    return found
