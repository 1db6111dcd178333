"""Algorithm: is the record what the journal says?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Dict, List

from qgis.core import (
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..core.errors import InputError, UnreadableFile
from ..core.model import Finding, Severity
from ..core.text import text
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm, sentence_of

if TYPE_CHECKING:
    from ..core.casebook import Casebook


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
            "compared with its manifest, and the manifest with the journal. The casebook is not "
            "changed."
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
        package = given.optional_path(self.PACKAGE)
        with given.casebook(read_only=True) as book:
            findings = list(book.verify(given.progress))
            if package is not None:
                findings += _package_findings(book, package, given)
        given.tell(findings)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.SOUND: not findings,
            self.FINDING_COUNT: len(findings),
            self.FINDINGS: "\n".join(map(sentence_of, findings)),
        }


def _package_findings(book: Casebook, package: Path, given: Given) -> List[Finding]:
    """What is wrong with a package by its own manifest, and by this casebook's journal."""
    from ..core.submission import read_package

    if not package.is_file():
        raise UnreadableFile(text("There is no file {file}.", file=str(package)))
    try:
        content = read_package(package, given.progress)
    except InputError as error:
        return [Finding("package", Severity.ERROR, error.text, package.name)]
    head = content.manifest.journal
    entry = book.entry(int(head["seq"]))
    if entry is None or entry.hash != head["hash"]:
        message = text("It was not made from this casebook: entry {seq} differs.", seq=head["seq"])
        return [Finding("package", Severity.ERROR, message, package.name)]
    given.progress.say(
        text(
            "{file}: {count} members agree with the manifest.",
            file=package.name,
            count=len(content.manifest.members),
        )
    )
    return []
