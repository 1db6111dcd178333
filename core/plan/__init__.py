"""The work plan (工作方案): a year's rules as data, behind one checked door."""

from .cases import (
    CaseRules,
    Deadline,
    InterruptionKind,
    PenaltyKind,
    Reason,
    Receiver,
    Span,
    StepRule,
    Unit,
    WorkCalendar,
)
from .earlier import EarlierRules
from .field import FieldRules, MatchingRules, PhotoChecks, PhotoRules, term_in
from .lists import Citation, EvidenceKind, Limit, Lists, ValueList, What
from .plan import Plan, folder_of, load_plan, plan_ids
from .rechecks import Recheck, RecheckFinding, Rechecks, RecheckTerm
from .rectification import (
    ChecklistItem,
    CountsAs,
    Need,
    Needed,
    RectificationRules,
    WayGroup,
    WayRule,
)
from .rules import Question, Rule, Rules
from .sections import Category, Label, LayerRole, MustVisit, Origin, Term

__all__ = [
    "CaseRules",
    "Category",
    "ChecklistItem",
    "Citation",
    "CountsAs",
    "Deadline",
    "EarlierRules",
    "EvidenceKind",
    "FieldRules",
    "InterruptionKind",
    "Label",
    "LayerRole",
    "Limit",
    "Lists",
    "MatchingRules",
    "MustVisit",
    "Need",
    "Needed",
    "Origin",
    "PenaltyKind",
    "PhotoChecks",
    "PhotoRules",
    "Plan",
    "Question",
    "Reason",
    "Receiver",
    "Recheck",
    "RecheckFinding",
    "RecheckTerm",
    "Rechecks",
    "RectificationRules",
    "Rule",
    "Rules",
    "Span",
    "StepRule",
    "Term",
    "Unit",
    "ValueList",
    "WayGroup",
    "WayRule",
    "What",
    "WorkCalendar",
    "folder_of",
    "load_plan",
    "plan_ids",
    "term_in",
]
