"""Algorithm: patches drawn for a spot check, the seed in the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..maps.field_types import TEXT
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows

COLUMNS = dict.fromkeys(("patch_number", "unit"), TEXT)


class SpotCheck(TubanAlgorithm):
    """The same seed and list give the same patches."""

    ID = "spotcheck"
    SEED = "SEED"
    PERCENT = "PERCENT"
    DRAWN = "DRAWN"

    def title(self) -> str:
        return tr("Draw a spot check")

    def about(self) -> str:
        return tr(
            "Draws land patches of a month for a spot check, so many per cent of each unit.\n"
            "A patch's place in the draw is the SHA-256 of seed and number, so anybody can draw "
            "the same ones again. Seed, percentage, the hash of the list and what was drawn go "
            "into the casebook's journal. Military patches are left out."
        )

    def rule(self) -> str:
        return tr("The percentage is Tuban's default in the work plan's oversight.json.")

    def words(self) -> List[str]:
        return ["sample", "random", "抽查", "抽样", "随机", "种子"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month whose patches are drawn from, like 2023-04."))
        self.add(
            QgsProcessingParameterString(self.SEED, tr("Seed")),
            tr("Any words or numbers; the same ones draw the same patches."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.PERCENT,
                tr("Of each unit, %"),
                QgsProcessingParameterNumber.Type.Integer,
                0,
                optional=True,
                minValue=0,
                maxValue=100,
            ),
            tr("0: as the work plan says."),
        )
        self.add_table(tr("Patches drawn"), tr("A table without geometry, one row per patch."))
        self.add_who()
        self.addOutput(QgsProcessingOutputNumber(self.DRAWN, tr("Patches drawn")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.oversight.progress import month_work
        from ..core.oversight.rules import oversight_rules
        from ..core.oversight.sampling import draw, remember

        month, seed = given.required_month(self.MONTH), given.string(self.SEED).strip()
        percent = self.parameterAsInt(given.parameters, self.PERCENT, given.context)
        with given.casebook() as book:
            plan = given.plan(book)
            rules = oversight_rules(plan).sample
            rules = replace(rules, percent=percent or rules.percent)
            work = month_work(book, plan, month, date.today())
            sample = draw({one.patch: one.unit for one in work}, month, seed, rules)
            remember(book, sample)
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.DRAWN: len(sample.numbers),
        }
        rows = [(number, unit) for unit, drawn in sorted(sample.drawn.items()) for number in drawn]
        return {**results, **write_rows(given, COLUMNS, rows)}
