"""Algorithm: is the record what the journal says?"""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..core.submission import read_package
from ..core.text import text
from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm, sentence_of


class VerifyCasebook(TubanAlgorithm):
    """Replays the journal; may check a package's hashes as well."""

    ID = "verifycasebook"
    PACKAGE = "PACKAGE"
    SOUND = "SOUND"
    FINDING_COUNT = "FINDING_COUNT"
    FINDINGS = "FINDINGS"

    def title(self) -> str:
        return tr("Verify casebook")

    def about(self) -> str:
        return tr(
            "Proves that the casebook holds what its journal says.\n"
            "Checks the chain of hashes, replays the journal from its first entry and compares "
            "the outcome with the tables. With a submission package, every member of it is "
            "compared with the manifest as well. The casebook is not changed."
        )

    def rule(self) -> str:
        return tr(
            "Every change is one event with who, when, old and new, chained to the one before by "
            "SHA-256. What cannot be explained by the journal is reported."
        )

    def words(self) -> List[str]:
        return ["verify", "hash", "journal", "audit", "核对", "校验"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterFile(
                self.PACKAGE, tr("Submission package"), optional=True, fileFilter="ZIP (*.zip)"
            ),
            tr("A package to be checked too; empty: only the casebook."),
        )
        self.addOutput(QgsProcessingOutputBoolean(self.SOUND, tr("True when nothing was found")))
        self.addOutput(QgsProcessingOutputNumber(self.FINDING_COUNT, tr("Number of findings")))
        self.addOutput(QgsProcessingOutputString(self.FINDINGS, tr("The findings, by line")))

    def work(self, given: Given) -> Dict[str, object]:
        with given.casebook(read_only=True) as book:
            findings = list(book.verify(given.progress))
        package = given.optional_path(self.PACKAGE)
        if package is not None:
            content = read_package(package)
            given.feedback.pushInfo(
                say(
                    text(
                        "{file}: {count} members agree with the manifest.",
                        file=package.name,
                        count=len(content.members),
                    )
                )
            )
        given.tell(findings)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.SOUND: not findings,
            self.FINDING_COUNT: len(findings),
            self.FINDINGS: "\n".join(map(sentence_of, findings)),
        }
