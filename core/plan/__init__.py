"""The work plan (工作方案): a year's rules as data, behind one checked door."""

from .field import FieldRules, PhotoChecks, PhotoRules, term_in
from .lists import Citation, EvidenceKind, Limit, Lists, Recheck, ValueList, What
from .plan import Plan, folder_of, load_plan, plan_ids
from .rules import Question, Rule, Rules
from .sections import Category, Label, LayerRole, MustVisit, Origin, Term

__all__ = [
    "Category",
    "Citation",
    "EvidenceKind",
    "FieldRules",
    "Label",
    "LayerRole",
    "Limit",
    "Lists",
    "MustVisit",
    "Origin",
    "PhotoChecks",
    "PhotoRules",
    "Plan",
    "Question",
    "Recheck",
    "Rule",
    "Rules",
    "Term",
    "ValueList",
    "What",
    "folder_of",
    "load_plan",
    "plan_ids",
    "term_in",
]
