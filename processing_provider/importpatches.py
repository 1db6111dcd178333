"""Algorithm: issued patches into the casebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterString,
)

from ..core.errors import InputError, UndecidedInput
from ..core.model import PatchKind
from ..core.text import text
from ..maps.progress import FeedbackProgress
from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm, sentence_of

if TYPE_CHECKING:
    from ..core.intake import Accepted, Draft, ReadOptions

KINDS = [PatchKind.LAND, PatchKind.MINERAL]
AREA_UNITS = ["", "m2", "mu", "ha"]


class ImportPatches(TubanAlgorithm):
    """Reads an issued file and records its patches, all of them or none."""

    ID = "importpatches"
    INPUT = "INPUT"
    LAYER = "LAYER"
    KIND = "KIND"
    CRS = "CRS"
    ENCODING = "ENCODING"
    AREA_UNIT = "AREA_UNIT"
    FIELDS = "FIELDS"
    ALLOW_PARTIAL = "ALLOW_PARTIAL"
    ADDED = "ADDED"
    SAME = "SAME"
    CHANGED = "CHANGED"
    REFUSED = "REFUSED"
    LINKED = "LINKED"
    OVER_CLOSED = "OVER_CLOSED"
    MESSAGES = "MESSAGES"

    def title(self) -> str:
        return tr("Import issued patches")

    def about(self) -> str:
        return tr(
            "Reads the patches that were issued and records them in the casebook.\n"
            "Takes shapefiles (also zipped), GeoPackage, FileGDB, GeoJSON and boundary TXT. "
            "Encoding, coordinate system, area unit and the meaning of the fields are found from "
            "the file; where they cannot be known, the algorithm says what to set. Patches that "
            "are in the casebook already are left alone: the same ones are counted, and those "
            "that were issued again with another shape are listed, never overwritten. Patches on "
            "the place of an earlier month's are linked to it; those on a closed case of the "
            "ledger are pointed out."
        )

    def rule(self) -> str:
        return tr(
            "Issued facts never change. All patches of a run are recorded in one transaction. "
            "A shape is repaired only where its area stays within the work plan's tolerance "
            "(0.01 m²); the rest is refused with row, number and reason. Areas are ellipsoidal "
            "(CGCS2000, TD/T 1055-2019)."
        )

    def words(self) -> List[str]:
        return ["import", "intake", "shapefile", "导入", "下发"]

    def define(self) -> None:
        self.add_casebook()
        self._define_input()
        self._define_reading()
        self._define_policy()
        self.add_who()
        self._define_outputs()

    def _define_input(self) -> None:
        self.add(
            QgsProcessingParameterFile(self.INPUT, tr("Issued file")),
            tr("The file as it was issued; for a FileGDB, its folder or a zip of it."),
        )
        self.add(
            QgsProcessingParameterString(self.LAYER, tr("Layer"), optional=True),
            tr("Which layer, where the file has several; empty: its only one."),
        )
        self.add(
            QgsProcessingParameterEnum(
                self.KIND, tr("Kind"), [say(kind.label) for kind in KINDS], defaultValue=0
            ),
            tr("What the patches are about: 0 land, 1 mineral."),
        )
        self.add_month(
            tr("The month to be cleared, like 2023-04; empty: as the file says."), optional=True
        )

    def _define_reading(self) -> None:
        self.add_advanced(
            QgsProcessingParameterCrs(self.CRS, tr("Coordinate system"), optional=True),
            tr("Empty: from the file, or from zone prefix and magnitude of the coordinates."),
        )
        self.add_advanced(
            QgsProcessingParameterString(self.ENCODING, tr("Encoding"), optional=True),
            tr("Encoding of the attributes, like GBK or UTF-8; empty: found from the text."),
        )
        self.add_advanced(
            QgsProcessingParameterEnum(
                self.AREA_UNIT,
                tr("Unit of the issued area"),
                [tr("Find out"), tr("Square metres"), tr("Mu"), tr("Hectares")],
                defaultValue=0,
            ),
            tr("0 find out by comparing with the shapes, 1 m², 2 mu, 3 ha."),
        )
        self.add_advanced(
            QgsProcessingParameterMatrix(
                self.FIELDS,
                tr("Fields"),
                hasFixedNumberRows=False,
                headers=[tr("Meaning"), tr("Field")],
                optional=True,
            ),
            tr(
                "Which field holds what, where the names are unusual: number, county_code, "
                "county_name, patch_class, change_type, before_date, after_date, issued_area, "
                "month or remark, each followed by the field's name."
            ),
        )

    def _define_policy(self) -> None:
        self.add(
            QgsProcessingParameterBoolean(
                self.ALLOW_PARTIAL, tr("Import the others when some are refused"), False
            ),
            tr("If not, one refused patch stops the import and nothing is recorded."),
        )

    def _define_outputs(self) -> None:
        self.add_numbers(
            (self.ADDED, tr("Patches added")),
            (self.SAME, tr("Patches that were there already")),
            (self.CHANGED, tr("Patches issued again with other content, not taken")),
            (self.REFUSED, tr("Patches refused")),
            (self.LINKED, tr("Patches of the casebook that are linked to earlier months")),
            (self.OVER_CLOSED, tr("Patches on closed cases of the ledger")),
        )
        self.addOutput(QgsProcessingOutputString(self.MESSAGES, tr("What was noticed, by line")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.intake import accept, read_draft
        from ..core.ledger.rebuilt import over_closed
        from ..core.linking import link_within

        steps = given.steps(2)
        with given.casebook() as book:
            steps.setCurrentStep(0)
            try:
                draft = read_draft(
                    given.path(self.INPUT),
                    given.plan(book),
                    self._options(given),
                    FeedbackProgress(steps),
                )
            except UndecidedInput as error:
                raise self._unanswered(error) from error
            messages = _messages(draft)
            for message in messages:
                given.feedback.pushInfo(message)
            steps.setCurrentStep(1)
            done = accept(draft, book, given.flag(self.ALLOW_PARTIAL), FeedbackProgress(steps))
            messages += _differences(done)
            linked = link_within(book, given.plan(book), progress=FeedbackProgress(steps))
            numbers = {one.number for one in draft.patches}
            over = [one.finding for one in over_closed(book, given.plan(book))]
        over = [one for one in over if one.subject in numbers]
        given.tell(over)
        messages += [sentence_of(one) for one in over]
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.ADDED: done.added,
            self.SAME: done.same,
            self.CHANGED: len(done.changed),
            self.REFUSED: done.refused,
            self.LINKED: linked.patches,
            self.OVER_CLOSED: len(over),
            self.MESSAGES: "\n".join(messages),
        }

    def _options(self, given: Given) -> ReadOptions:
        from ..core.intake import ReadOptions

        return ReadOptions(
            layer=given.string(self.LAYER),
            crs=self._crs(given),
            encoding=given.string(self.ENCODING),
            area_unit=AREA_UNITS[given.choice(self.AREA_UNIT)],
            month=given.month(self.MONTH),
            kind=KINDS[given.choice(self.KIND)],
            fields=self._fields(given),
        )

    def _crs(self, given: Given) -> str:
        crs: QgsCoordinateReferenceSystem = self.parameterAsCrs(
            given.parameters, self.CRS, given.context
        )
        return crs.authid() if crs.isValid() else ""

    def _fields(self, given: Given) -> Dict[str, str]:
        if not given.parameters.get(self.FIELDS):
            return {}  # QGIS makes one empty cell of what was not given
        cells = [
            str(cell).strip()
            for cell in self.parameterAsMatrix(given.parameters, self.FIELDS, given.context)
        ]
        if len(cells) % 2:
            raise InputError(text("FIELDS has to be pairs of a meaning and the name of a field."))
        return {meaning: name for meaning, name in zip(cells[::2], cells[1::2]) if meaning}

    def _unanswered(self, error: UndecidedInput) -> InputError:
        parameter = {
            "layer": self.LAYER,
            "crs": self.CRS,
            "encoding": self.ENCODING,
            "area_unit": self.AREA_UNIT,
            "fields": self.FIELDS,
            "month": self.MONTH,
        }.get(error.question, error.question)
        if not error.choices:
            return InputError(
                text("{what} Set the parameter {name}.", what=error.text, name=parameter)
            )
        return InputError(
            text(
                "{what} Set the parameter {name} to one of: {choices}.",
                what=error.text,
                name=parameter,
                choices=", ".join(error.choices),
            )
        )


def _messages(draft: Draft) -> List[str]:
    refused = [
        say(
            text(
                "Row {row}, number {number}: refused, {reason}",
                row=one.row,
                number=one.number or "?",
                reason=one.reason,
            )
        )
        for one in draft.refused
    ]
    return [sentence_of(note) for note in draft.notes] + refused


def _differences(done: Accepted) -> List[str]:
    return [f"{change.number}: {say(change.what)}" for change in done.changed]
