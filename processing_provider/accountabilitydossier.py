"""Algorithm: a county's cases and their evidence as one package."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..maps.words import chinese, tr
from .algorithm import Given, sentence_of
from .ledger_algorithm import LedgerAlgorithm


class AccountabilityDossier(LedgerAlgorithm):
    """Writes the package and records in the journal that it was written."""

    ID = "accountabilitydossier"
    COUNTY = "COUNTY"
    ONLY_OPEN = "ONLY_OPEN"
    FILE = "FILE"
    CASES, PHOTOS, MESSAGES = "CASES", "PHOTOS", "MESSAGES"

    def title(self) -> str:
        return tr("Dossier for accountability")

    def about(self) -> str:
        return tr(
            "Writes the list of a county's cases and their evidence as one package.\n"
            "It is what a warning talk or a hand-over to the discipline body needs: the list as a "
            "workbook, what is recorded of each parcel, its photos, the journal's entries about "
            "them in words and as they stand with their hashes, and a manifest with the hash of "
            "every file. Photos that are missing or were changed are told, and are not in it. "
            "Military land is left out. That it was written is recorded in the journal."
        )

    def rule(self) -> str:
        return tr(
            "工作方案 四（五）: warning talks and the hand-over of clues. What such a package "
            "holds is nowhere prescribed; form and contents are Tuban's default (ledger.json)."
        )

    def words(self) -> List[str]:
        return ["accountability", "package", "问责", "约谈", "移交", "材料", "线索"]

    def define(self) -> None:
        self.add_casebook()
        self.add_day()
        self.add(
            QgsProcessingParameterString(self.COUNTY, tr("County"), optional=True),
            tr("Code or name; empty: the casebook's own, where all cases are of one county."),
        )
        self.add(
            QgsProcessingParameterBoolean(self.ONLY_OPEN, tr("Only open cases"), defaultValue=True),
            tr("Otherwise closed cases are in it, too."),
        )
        self.add(
            QgsProcessingParameterFileDestination(self.FILE, tr("Package"), "ZIP (*.zip)"),
            tr("The package that is written."),
        )
        self.add_who()
        self.add_numbers(
            (self.CASES, tr("Cases in the package")),
            (self.PHOTOS, tr("Photos in the package")),
        )
        self.addOutput(QgsProcessingOutputString(self.MESSAGES, tr("What was noticed, by line")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.ledger.accountability import write_accountability
        from ..core.ledger.ledger import ledger_of

        path, county = given.destination(self.FILE), given.string(self.COUNTY)
        with given.casebook() as book:
            plan = given.plan(book)
            cases = [
                one
                for one in ledger_of(book, plan)
                if county in ("", one.county_code, one.county_name)
                and (one.is_open or not given.flag(self.ONLY_OPEN))
            ]
            made = write_accountability(
                book, plan, cases, path, self.day(given), chinese, given.progress
            )
        given.tell(made.findings)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.FILE: str(made.path),
            self.CASES: made.cases,
            self.PHOTOS: made.photos,
            self.MESSAGES: "\n".join(map(sentence_of, made.findings)),
        }
