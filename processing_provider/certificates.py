"""Algorithm: certificates of demolition and recultivation, issued and printed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Dict, List, Sequence

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterString,
    QgsProject,
)

from ..core.errors import InputError
from ..core.plan import Plan
from ..core.progress import check_cancelled
from ..core.text import text
from ..maps.settings import Settings
from ..maps.sheet_template import CERTIFICATE, SheetTemplate, template_in_use
from ..maps.words import say, tr
from .algorithm import Given
from .sheets_algorithm import Sheets, SheetsAlgorithm

if TYPE_CHECKING:
    from ..core.casebook import Casebook
    from ..core.certificates.listing import Listed

BETWEEN = re.compile(r"[\s,;，；、]+")


class Certificates(SheetsAlgorithm):
    """Issues what may be issued, if asked to, and writes a PDF for each certificate."""

    ID = "certificates"
    NUMBERS = "NUMBERS"
    ISSUE = "ISSUE"
    DAY = "DAY"
    REVOKED = "REVOKED"
    ISSUED = "ISSUED"
    LEFT_OUT = "LEFT_OUT"
    FORM = CERTIFICATE
    COUNT = "CERTIFICATES"

    def title(self) -> str:
        return tr("Certificates of recultivation")

    def about(self) -> str:
        return tr(
            "Writes the certificate (PDF) of each parcel of a month that has one, and issues those "
            "that are still missing, if asked to.\n"
            "A certificate shows the parcel, its areas, the inspections with the checklist, the "
            "imagery before, of the violation and of now, photos before and after from the same "
            "station, and a QR code with number, parcel, day and hash. One that was revoked says "
            "so across its pages. One whose facts have changed since is not written. The project "
            "in QGIS gives the imagery."
        )

    def rule(self) -> str:
        return tr(
            "The city inspects each parcel that a county applies for and issues the certificate. "
            "Form, number and wording are Tuban's default, not official, and an office may change "
            "them: the layout in QGIS, the rest in the plan's certificates.json. Numbers have no "
            "gaps within an office and a year. Military patches get none."
        )

    def words(self) -> List[str]:
        return ["pdf", "print", "certificate", "拆除复耕到位证明", "证明", "打印"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month whose parcels are meant, like 2023-04."))
        self.add_folder(tr("Where to put them; each is named after its parcel and number."))
        self.add(
            QgsProcessingParameterString(self.NUMBERS, tr("Numbers"), optional=True),
            tr("Numbers of parcels or certificates with commas between; empty: all of the month."),
        )
        self.add(
            QgsProcessingParameterBoolean(self.ISSUE, tr("Issue missing ones"), False),
            tr("Also issue certificates to accepted parcels that have none. This is recorded."),
        )
        self.add_advanced(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("The day of issue, like 2023-09-26; empty: today."),
        )
        self.add_advanced(
            QgsProcessingParameterBoolean(self.REVOKED, tr("Revoked ones too"), False),
            tr("Also write certificates that were revoked."),
        )
        self.add_who()
        self.add_imagery_and_form()
        self.add_numbers(
            (self.COUNT, tr("Certificates written")),
            (self.ISSUED, tr("Certificates issued")),
            (self.LEFT_OUT, tr("Parcels and certificates left out, each with a reason in the log")),
        )

    def sheets(
        self, project: QgsProject, plan: Plan, book: Casebook, form: SheetTemplate
    ) -> Sheets:
        from ..maps.certificate_sheet import CertificateSheets

        return CertificateSheets(project, plan, book, form)

    def work(self, given: Given) -> Dict[str, object]:
        folder, issues = given.folder(self.FOLDER), given.flag(self.ISSUE)
        path = given.optional_path(self.TEMPLATE) or template_in_use(Settings(), self.FORM)
        form, project = SheetTemplate(path), given.context.project() or QgsProject.instance()
        with given.casebook(read_only=not issues) as book:
            plan = given.plan(book)
            issued = self._issue(given, book, plan) if issues else 0
            asked = self._asked(given, book, plan)
            fit = [one for one in asked if one.may_be_printed]
            sheets = self.sheets(project, plan, book, form)
            for done, one in enumerate(fit):
                check_cancelled(given.progress)
                given.progress.at(done, len(fit))
                sheets.write(one.alone, self._imagery(given, project, one.dossier), folder)
        left_out = [one for one in asked if not one.may_be_printed]
        for one in left_out:
            given.feedback.pushWarning(f"{name_of(one)}: {say(one.state)}")
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.COUNT: len(fit),
            self.ISSUED: issued,
            self.LEFT_OUT: len(left_out),
        }

    def _day(self, given: Given) -> date:
        return given.day(self.DAY) or date.today()

    def _issue(self, given: Given, book: Casebook, plan: Plan) -> int:
        from ..core.certificates.issuing import issue

        waiting = [one.dossier for one in self._asked(given, book, plan) if one.may_be_issued]
        issued = issue(book, plan, waiting, self._day(given), given.who(), given.progress)
        for parcel, why in issued.refused.items():
            given.feedback.pushWarning(f"{parcel}: {say(why)}")
        return len(issued.certificates)

    def _asked(self, given: Given, book: Casebook, plan: Plan) -> List[Listed]:
        """The certificates and waiting parcels that are meant.

        A number that was typed and is none of them is refused with a sentence.
        """
        from ..core.certificates.listing import listed

        month = given.required_month(self.MONTH)
        every = listed(book.dossiers(month), plan, book.office, self._day(given))
        typed = [one for one in BETWEEN.split(given.string(self.NUMBERS)) if one]
        known = {number for one in every for number in numbers_of(one)}
        for number in typed:
            if number not in known:
                raise InputError(
                    text(
                        "{number} is neither a certificate nor an accepted parcel of {month}.",
                        number=number,
                        month=month,
                    )
                )
        revoked = given.flag(self.REVOKED)
        return [one for one in every if is_meant(one, typed, revoked)]


def is_meant(one: Listed, typed: Sequence[str], revoked: bool) -> bool:
    """Whether it was named, or nothing was; a revoked one by its own number or on request."""
    if one.certificate is not None and one.certificate.number in typed:
        return True
    if one.certificate is not None and one.certificate.revoked_on and not revoked:
        return False
    return not typed or one.dossier.parcel.number in typed


def numbers_of(one: Listed) -> List[str]:
    """What it can be named by."""
    return [one.dossier.parcel.number, *([one.certificate.number] if one.certificate else [])]


def name_of(one: Listed) -> str:
    """How it is called in the log."""
    return " ".join(numbers_of(one))
