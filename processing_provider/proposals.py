"""Algorithm: what the plan's rules would propose for every parcel of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
)

from ..core.model import Dossier
from ..core.plan import Plan
from ..core.progress import check_cancelled
from ..maps.field_types import TEXT
from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows

if TYPE_CHECKING:
    from ..core.legality import Proposal

COLUMNS = (
    *(
        "parcel_number",
        "patch_number",
        "kind",
        "category",
        "subcategory",
        "proposal",
        "rule",
        "origin",
    ),
    *("reason", "figures", "missing", "possible", "split_along", "county_verdict", "agrees"),
)


class Proposals(TubanAlgorithm):
    """A month as a table: proposal, rule, figures, what is missing."""

    ID = "proposals"
    PROPOSED = "PROPOSED"
    INSUFFICIENT = "INSUFFICIENT"
    DIFFERENT = "DIFFERENT"

    def title(self) -> str:
        return tr("Proposals of a month")

    def about(self) -> str:
        return tr(
            "Says for every parcel of a month what the work plan's rules would propose.\n"
            "Each row has the proposed category and subcategory, the rule, the figures it used "
            "with the layers they come from, the evidence that is missing, an approval to split "
            "along, and whether the county's verdict agrees. Nothing is recorded: a person "
            "judges. Military patches are not in the table."
        )

    def rule(self) -> str:
        return tr(
            "The rules are those of the work plan's rules.json, in their order; each says where "
            "it comes from. Where evidence is missing the parcel is in doubt. Imagery is a clue "
            "and no evidence: what is on the ground has to be recorded first."
        )

    def words(self) -> List[str]:
        return ["proposal", "rules", "legality", "建议", "判定规则", "存疑"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month whose parcels are looked at, like 2023-04."))
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Proposals"), QgsProcessing.SourceType.TypeVector
            ),
            tr("A table without geometry, one row per parcel."),
        )
        self.add_numbers(
            (self.PROPOSED, tr("Parcels with a proposal")),
            (self.INSUFFICIENT, tr("Parcels in doubt, for want of evidence or of a rule")),
            (self.DIFFERENT, tr("Judged parcels whose verdict differs from the proposal")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.legality import military_patches, propose

        month = given.required_month(self.MONTH)
        with given.casebook(read_only=True) as book:
            plan, dossiers = given.plan(book), book.dossiers(month)
        hidden = military_patches(dossiers, plan)
        rows = []
        counts = dict.fromkeys((self.PROPOSED, self.INSUFFICIENT, self.DIFFERENT), 0)
        for index, dossier in enumerate(dossiers):
            check_cancelled(given.progress)
            given.progress.at(index, len(dossiers))
            proposal = propose(dossier, plan)
            if proposal is None or dossier.patch.number in hidden:
                continue
            rows.append(_row(dossier, proposal, plan))
            counts[self.PROPOSED if proposal.is_certain else self.INSUFFICIENT] += 1
            counts[self.DIFFERENT] += _agrees(dossier, proposal) == "no"
        table = write_rows(given, dict.fromkeys(COLUMNS, TEXT), rows)
        return {self.CASEBOOK: str(given.path(self.CASEBOOK)), **table, **counts}


def _row(dossier: Dossier, proposal: Proposal, plan: Plan) -> List[str]:
    from ..core.legality import written_reason
    from ..maps.proposal_words import missing_words, possible_words, used_words, verdict_words

    verdict, split = dossier.county_verdict, proposal.split
    values = {
        "parcel_number": dossier.parcel.number,
        "patch_number": dossier.patch.number,
        "kind": dossier.patch.kind.value,
        "category": proposal.category,
        "subcategory": proposal.subcategory,
        "proposal": verdict_words(proposal.category, proposal.subcategory, plan),
        "rule": proposal.rule.id if proposal.rule else "",
        "origin": say(proposal.rule.origin.label) if proposal.rule else "",
        "reason": written_reason(proposal, plan),
        "figures": "; ".join(used_words(one, plan) for one in proposal.used),
        "missing": "; ".join(missing_words(one, plan) for one in proposal.missing),
        "possible": "; ".join(possible_words(proposal, plan)),
        "split_along": f"{split.document} {split.percent} %".strip() if split else "",
        "county_verdict": (
            verdict_words(verdict.category, verdict.subcategory, plan) if verdict else ""
        ),
        "agrees": _agrees(dossier, proposal),
    }
    return [values[name] for name in COLUMNS]


def _agrees(dossier: Dossier, proposal: Proposal) -> str:
    """Yes or no; empty without a verdict, and where nothing is proposed for want of evidence."""
    verdict = dossier.county_verdict
    if verdict is None or not proposal.is_certain:
        return ""
    return "yes" if (verdict.category, verdict.subcategory) == proposal.verdict else "no"
