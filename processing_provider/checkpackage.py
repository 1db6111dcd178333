"""Algorithm: the submission checks on a package that was received."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..core.model import Severity
from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm, sentence_of


class CheckPackage(TubanAlgorithm):
    """Reads a finished package and checks it as the county's month was checked."""

    ID = "checkpackage"
    PACKAGE = "PACKAGE"
    REPORT = "REPORT"
    ERRORS = "ERRORS"
    WARNINGS = "WARNINGS"
    FINDINGS = "FINDINGS"

    def title(self) -> str:
        return tr("Check package")

    def about(self) -> str:
        return tr(
            "Checks a submission package with the checks that its month went through.\n"
            "Every member is compared with its hash first. Then the layers are asked what they "
            "can answer: numbers, shapes, areas, verdicts, flags and photos. Nothing is changed."
        )

    def rule(self) -> str:
        return tr(
            "The rules are those of the casebook's work plan; a package that was written under "
            "another description is told so. A military patch in a package is an error."
        )

    def words(self) -> List[str]:
        return ["check", "package", "received", "检查", "成果包", "收件"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterFile(
                self.PACKAGE, tr("Submission package"), fileFilter="ZIP (*.zip)"
            ),
            tr("The zip as it was received."),
        )
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
        self.addOutput(QgsProcessingOutputNumber(self.ERRORS, tr("Number of errors")))
        self.addOutput(QgsProcessingOutputNumber(self.WARNINGS, tr("Number of warnings")))
        self.addOutput(QgsProcessingOutputString(self.FINDINGS, tr("The findings, by line")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.submission import read_package, write_report
        from ..core.submission.handed_in import check_package
        from ..maps.report_pdf import write_pdf_report

        content = read_package(given.path(self.PACKAGE), given.progress)
        with given.casebook(read_only=True) as book:
            findings = check_package(content, given.plan(book))
        given.tell(findings)
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.ERRORS: sum(one.severity is Severity.ERROR for one in findings),
            self.WARNINGS: sum(one.severity is Severity.WARNING for one in findings),
            self.FINDINGS: "\n".join(map(sentence_of, findings)),
        }
        report = given.optional_destination(self.REPORT)
        if report is not None:
            write = write_pdf_report if report.suffix.lower() == ".pdf" else write_report
            write(findings, report, chinese)
            results[self.REPORT] = str(report)
        return results
