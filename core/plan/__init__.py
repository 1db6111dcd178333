"""The work plan (工作方案): a year's rules as data, behind one checked door."""

from .plan import Plan, load_plan, plan_ids
from .sections import Category, Label, LayerRole, MustVisit, Origin, PhotoRules, Term

__all__ = [
    "Category",
    "Label",
    "LayerRole",
    "MustVisit",
    "Origin",
    "PhotoRules",
    "Plan",
    "Term",
    "load_plan",
    "plan_ids",
]
