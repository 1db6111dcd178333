"""Algorithm: certificates of recultivation are revoked."""

from __future__ import annotations

from datetime import date
from typing import Dict, List

from qgis.core import QgsProcessingParameterString

from ..core.text import text
from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm


class RevokeCertificates(TubanAlgorithm):
    """Revokes the certificates that are named, for one reason, all or none."""

    ID = "revokecertificates"
    NUMBERS = "NUMBERS"
    WHY = "WHY"
    DAY = "DAY"
    REVOKED = "REVOKED"
    ALREADY = "ALREADY"

    def title(self) -> str:
        return tr("Revoke certificates")

    def about(self) -> str:
        return tr(
            "Revokes certificates of recultivation for one reason.\n"
            "A revoked certificate stays in the casebook with who, when and why, and its number "
            "is used up; the acceptance that it rested on stays, and another certificate can be "
            "issued. One that was revoked before stays as it is, and is told: the same run twice "
            "changes nothing more. A number that was never issued stops everything, and nothing "
            "is recorded."
        )

    def rule(self) -> str:
        return tr(
            "Who may revoke is in the plan's rectification.json: the city. A certificate is never "
            "changed or taken out of the casebook."
        )

    def words(self) -> List[str]:
        return ["revoke", "certificate", "撤销", "作废", "证明", "拆除复耕到位证明"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterString(self.NUMBERS, tr("Numbers of certificates")),
            tr("As they are printed, or with the keyboard's brackets; commas between several."),
        )
        self.add(
            QgsProcessingParameterString(self.WHY, tr("Reason")),
            tr("Why they are revoked; it stays in the record and is said when one is verified."),
        )
        self.add_advanced(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("The day of revoking, like 2023-09-26; empty: today."),
        )
        self.add_who()
        self.add_numbers(
            (self.REVOKED, tr("Certificates revoked")),
            (self.ALREADY, tr("Certificates that were revoked before")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.certificates.issuing import revoke_several

        numbers, why = given.names(self.NUMBERS), given.string(self.WHY)
        day = given.day(self.DAY) or date.today()
        with given.casebook() as book:
            done = revoke_several(book, given.plan(book), numbers, why, day, given.who())
        for number in done.now:
            given.feedback.pushInfo(say(text("{number} is revoked.", number=number)))
        for number, one in done.before.items():
            told = text("It was revoked on {day} already.", day=one.revoked_on)
            given.feedback.pushWarning(say(text("{number}: {why}", number=number, why=told)))
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.REVOKED: len(done.now),
            self.ALREADY: len(done.before),
        }
