"""What the algorithms have in common that check: a report, counts, the findings by line."""

from __future__ import annotations

from typing import Dict, Sequence

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ..core.model import Finding, Severity
from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm, sentence_of


class FindingsAlgorithm(TubanAlgorithm):
    """Tells findings in the log, as outputs and as a report."""

    REPORT = "REPORT"
    ERRORS = "ERRORS"
    WARNINGS = "WARNINGS"
    FINDINGS = "FINDINGS"

    def add_report(self) -> None:
        """The file with the findings."""
        self.add(
            QgsProcessingParameterFileDestination(
                self.REPORT,
                tr("Report"),
                fileFilter="Excel (*.xlsx);;PDF (*.pdf);;JSON (*.json)",
                optional=True,
                createByDefault=False,
            ),
            tr("Where to write the findings, as .xlsx or .pdf for people or .json for programs."),
        )

    def add_counts(self) -> None:
        """The outputs."""
        self.addOutput(QgsProcessingOutputNumber(self.ERRORS, tr("Number of errors")))
        self.addOutput(QgsProcessingOutputNumber(self.WARNINGS, tr("Number of warnings")))
        self.addOutput(QgsProcessingOutputString(self.FINDINGS, tr("The findings, by line")))

    def told(
        self, given: Given, findings: Sequence[Finding], shown: Sequence[Finding]
    ) -> Dict[str, object]:
        """Log and report; the results. ``shown`` are those that anybody may read in the log."""
        from ..maps.report_pdf import write_report_as

        given.tell(shown)
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.ERRORS: sum(one.severity is Severity.ERROR for one in findings),
            self.WARNINGS: sum(one.severity is Severity.WARNING for one in findings),
            self.FINDINGS: "\n".join(map(sentence_of, shown)),
        }
        report = given.optional_destination(self.REPORT)
        if report is not None:
            write_report_as(findings, report, chinese)
            results[self.REPORT] = str(report)
        return results
