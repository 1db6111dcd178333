"""What the algorithms about the ledger have in common: the day, a form as a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional

from qgis.core import QgsProcessingParameterFileDestination, QgsProcessingParameterString

from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm


class LedgerAlgorithm(TubanAlgorithm):
    """Asks for the day, and offers workbooks that may be left out."""

    DAY = "DAY"

    def group(self) -> str:
        return tr("Ledger of all years")

    def groupId(self) -> str:
        return "ledger"

    def add_day(self) -> None:
        """The day that is asked about."""
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("The day that is asked about, like 2023-05-16; empty: today."),
        )

    def add_workbook(self, name: str, label: str, help_text: str) -> None:
        """A workbook that is written on request."""
        self.add(
            QgsProcessingParameterFileDestination(
                name, label, "Excel (*.xlsx)", optional=True, createByDefault=False
            ),
            help_text,
        )

    def day(self, given: Given) -> date:
        """The day, today where none is given."""
        return given.day(self.DAY) or date.today()

    def target(self, given: Given, name: str) -> Optional[Path]:
        """Where a workbook goes, if somebody wants it."""
        return given.optional_destination(name)
