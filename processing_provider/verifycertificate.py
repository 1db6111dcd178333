"""Algorithm: is a certificate what the record has?"""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputBoolean,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm


class VerifyCertificate(TubanAlgorithm):
    """Compares the text of a certificate's QR code, or its number, with the record."""

    ID = "verifycertificate"
    TEXT = "TEXT"
    GENUINE = "GENUINE"
    OUTCOME = "OUTCOME"
    PARCEL = "PARCEL"
    SENTENCES = "SENTENCES"

    def title(self) -> str:
        return tr("Verify certificate")

    def about(self) -> str:
        return tr(
            "Tells whether a certificate of recultivation is what the casebook has.\n"
            "It is genuine, was revoked, says something else than the record, certifies what has "
            "changed since, has a number that was never issued, or is not of this casebook. The "
            "casebook is not changed, and nothing leaves the computer."
        )

    def rule(self) -> str:
        return tr(
            "The QR code holds number, parcel, day and the SHA-256 of all facts that were "
            "certified. It is no signature: it proves something to whoever has the casebook."
        )

    def words(self) -> List[str]:
        return ["verify", "certificate", "QR", "核对", "证明", "二维码"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterString(self.TEXT, tr("Text of the QR code, or number")),
            tr("What a scanner or phone reads from the code; or the number as it is printed."),
        )
        for name, words in (
            (
                self.OUTCOME,
                tr(
                    "genuine, revoked, differs, changed, unknown, elsewhere (not of this "
                    "casebook), withheld (military land) or unreadable"
                ),
            ),
            (self.PARCEL, tr("Number of the parcel, where it is known")),
            (self.SENTENCES, tr("What was found, by line")),
        ):
            self.addOutput(QgsProcessingOutputString(name, words))
        self.addOutput(QgsProcessingOutputBoolean(self.GENUINE, tr("True when it is genuine")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.certificates.verifying import Outcome, verify

        with given.casebook(read_only=True) as book:
            found = verify(book, given.plan(book), given.string(self.TEXT))
        lines = [say(found.outcome.label), *map(say, found.sentences)]
        for line in lines:
            given.feedback.pushInfo(line)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.GENUINE: found.outcome is Outcome.GENUINE,
            self.OUTCOME: found.outcome.value,
            self.PARCEL: found.parcel,
            self.SENTENCES: "\n".join(lines),
        }
