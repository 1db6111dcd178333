"""Algorithm: the submission checks on a package that was received."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import QgsProcessingParameterFile

from ..maps.words import tr
from .algorithm import Given
from .findings_algorithm import FindingsAlgorithm


class CheckPackage(FindingsAlgorithm):
    """Reads a finished package and checks it as the county's month was checked."""

    ID = "checkpackage"
    PACKAGE = "PACKAGE"

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
        self.add_report()
        self.add_counts()

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.submission import read_package
        from ..core.submission.handed_in import check_package

        content = read_package(given.path(self.PACKAGE), given.progress)
        with given.casebook(read_only=True) as book:
            findings = check_package(content, given.plan(book))
        return self.told(given, findings, findings)
