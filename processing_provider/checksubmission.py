"""Algorithm: the checks that stand before a submission."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..core.model import Severity
from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm, sentence_of


class CheckSubmission(TubanAlgorithm):
    """Checks a month and tells what stands against handing it up."""

    ID = "checksubmission"
    MONTH = "MONTH"
    REPORT = "REPORT"
    ERRORS = "ERRORS"
    WARNINGS = "WARNINGS"
    FINDINGS = "FINDINGS"

    def title(self) -> str:
        return tr("Check submission")

    def about(self) -> str:
        return tr(
            "Checks everything that has to be right before a month can be handed up.\n"
            "Numbers, verdicts, flags, areas, shapes, texts and photos are checked by name; each "
            "finding says which parcel it is about and which rule it rests on. Nothing is "
            "changed, and errors do not make the algorithm fail: read their number."
        )

    def rule(self) -> str:
        return tr(
            "An error stops the submission, a warning has to be read. Military patches must not "
            "be in an ordinary package. Where a rule comes from the work plan, a standard or "
            "from practice is given with each finding."
        )

    def words(self) -> List[str]:
        return ["check", "validate", "检查", "上报"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterString(self.MONTH, tr("Month")),
            tr("The month to be handed up, like 2023-04."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.REPORT,
                tr("Report"),
                fileFilter="Excel (*.xlsx);;JSON (*.json)",
                optional=True,
                createByDefault=False,
            ),
            tr("Where to write the findings, as .xlsx for people or .json for programs."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ERRORS, tr("Number of errors")))
        self.addOutput(QgsProcessingOutputNumber(self.WARNINGS, tr("Number of warnings")))
        self.addOutput(QgsProcessingOutputString(self.FINDINGS, tr("The findings, by line")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.submission import check_month, for_others, write_report

        with given.casebook(read_only=True) as book:
            findings = check_month(
                book, given.plan(book), given.required_month(self.MONTH), given.progress
            )
        told = for_others(findings)
        given.tell(told)
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.ERRORS: sum(one.severity is Severity.ERROR for one in findings),
            self.WARNINGS: sum(one.severity is Severity.WARNING for one in findings),
            self.FINDINGS: "\n".join(map(sentence_of, told)),
        }
        report = given.optional_destination(self.REPORT)
        if report is not None:
            write_report(findings, report, chinese)
            results[self.REPORT] = str(report)
        return results
