"""The work plan (工作方案): a year's rules as data, behind one checked door."""

from .field import FieldRules, PhotoChecks, PhotoRules, term_in
from .plan import Plan, load_plan, plan_ids
from .sections import Category, Label, LayerRole, MustVisit, Origin, Term

__all__ = [
    "Category",
    "FieldRules",
    "Label",
    "LayerRole",
    "MustVisit",
    "Origin",
    "PhotoChecks",
    "PhotoRules",
    "Plan",
    "Term",
    "load_plan",
    "plan_ids",
    "term_in",
]
