"""What all of Tuban's algorithms have in common."""

from __future__ import annotations

import html
import re
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Dict, Iterable, Iterator, List, Optional, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import InputError, SubmissionRefused, TubanError
from ..core.model import Finding, Severity
from ..core.plan import Plan
from ..core.text import text
from ..maps.plans import plan_named
from ..maps.progress import FeedbackProgress
from ..maps.settings import Settings
from ..maps.words import say, tr

if TYPE_CHECKING:
    from ..core.casebook import Casebook

ROOT = Path(__file__).resolve().parents[1]
ICON = ROOT / "resources" / "icons" / "tuban.svg"
GPKG_FILTER = "GeoPackage (*.gpkg)"
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
COMMAS = re.compile("[,，、]")
LISTED_FINDINGS = 20


class TubanAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: one look, one way to open the casebook, one way to refuse.

    A subclass gives ``ID`` and the texts, adds its parameters in :meth:`define` and works in
    :meth:`work`. Whatever the core refuses becomes a ``QgsProcessingException`` here, and only
    here, with the sentence in the person's language.
    """

    ID = ""
    CASEBOOK = "CASEBOOK"
    MONTH = "MONTH"
    OUTPUT = "OUTPUT"
    WHO = "WHO"

    def createInstance(self) -> TubanAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.ID

    def displayName(self) -> str:
        return self.title()

    def group(self) -> str:
        return tr("A county's month")

    def groupId(self) -> str:
        return "month"

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def shortDescription(self) -> str:
        return self.about().split("\n", 1)[0]

    def tags(self) -> List[str]:
        # Both languages: many people search with the Chinese term in an English QGIS.
        return ["tuban", "图斑", "卫片执法", "casebook", "台账本", *self.words()]

    def shortHelpString(self) -> str:
        """What it does, every input with its unit, every output, and the rule behind it."""
        return "\n".join(
            [
                *(f"<p>{_escaped(part)}</p>" for part in self.about().split("\n")),
                _help_list(tr("Inputs"), map(_parameter_help, self.parameterDefinitions())),
                _help_list(tr("Outputs"), map(_output_help, self.outputDefinitions())),
                _help_list(tr("Rule"), [_escaped(self.rule())]),
            ]
        )

    def title(self) -> str:
        """The name in the toolbox."""
        raise NotImplementedError

    def about(self) -> str:
        """What it does; the first line is the summary."""
        raise NotImplementedError

    def rule(self) -> str:
        """Which rule it follows and where that comes from."""
        raise NotImplementedError

    def words(self) -> List[str]:
        """Further words to be found by."""
        raise NotImplementedError

    def define(self) -> None:
        """Add parameters and outputs."""
        raise NotImplementedError

    def work(self, given: Given) -> Dict[str, object]:
        """Do the work; may raise any :class:`TubanError`."""
        raise NotImplementedError

    def initAlgorithm(self, configuration: Optional[dict] = None) -> None:
        self.define()

    def processAlgorithm(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Dict[str, object]:
        try:
            return self.work(Given(self, parameters, context, feedback))
        except TubanError as error:
            told = _told(error)
        # QGIS never lets go of the exception, and with it of all that its frames hold: the layers
        # of a refused run would stay open until QGIS ends.
        del parameters, context, feedback
        raise QgsProcessingException(told)

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str) -> None:
        """Add a parameter together with its description."""
        parameter.setHelp(help_text)
        self.addParameter(parameter)

    def add_advanced(self, parameter: QgsProcessingParameterDefinition, help_text: str) -> None:
        """Add a parameter that most people leave alone."""
        advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
        parameter.setFlags(parameter.flags() | advanced)
        self.add(parameter, help_text)

    def add_casebook(self) -> None:
        """The casebook as input, and as output so that a model can chain the steps."""
        self.add(
            QgsProcessingParameterFile(
                self.CASEBOOK, tr("Casebook"), extension="", fileFilter=GPKG_FILTER
            ),
            tr("The casebook's GeoPackage file."),
        )
        self.addOutput(QgsProcessingOutputFile(self.CASEBOOK, tr("Casebook")))

    def add_month(self, help_text: str, optional: bool = False) -> None:
        """The month of patches that is meant."""
        self.add(
            QgsProcessingParameterString(self.MONTH, tr("Month"), optional=optional), help_text
        )

    def add_table(self, label: str, help_text: str, by_default: bool = True) -> None:
        """A table without geometry as a result that may be left out."""
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                label,
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=by_default,
            ),
            help_text,
        )

    def add_numbers(self, *outputs: Tuple[str, str]) -> None:
        """Numbers among the results, each by its name and what it counts."""
        for name, label in outputs:
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def add_who(self) -> None:
        """Who does it, for the journal."""
        self.add_advanced(
            QgsProcessingParameterString(self.WHO, tr("Who"), optional=True),
            tr("Name for the journal; empty: as in Tuban's settings, or the computer's user."),
        )


class Given:
    """The parameters of one run, read with the errors that a person should see."""

    def __init__(
        self,
        algorithm: TubanAlgorithm,
        parameters: dict,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        self.progress = FeedbackProgress(feedback)

    def string(self, name: str) -> str:
        """A text, trimmed; empty when it was not given."""
        return self.algorithm.parameterAsString(self.parameters, name, self.context).strip()

    def path(self, name: str) -> Path:
        """A file or folder that has to be given."""
        value = self.algorithm.parameterAsFile(self.parameters, name, self.context)
        if not value:
            raise InputError(text("The parameter {name} is empty.", name=name))
        return Path(value)

    def optional_path(self, name: str) -> Optional[Path]:
        """A file or folder, if it was given."""
        value = self.algorithm.parameterAsFile(self.parameters, name, self.context)
        return Path(value) if value else None

    def folder(self, name: str) -> Path:
        """A folder that has to be given and to be there."""
        path = self.path(name)
        if not path.is_dir():
            raise InputError(text("There is no folder {folder}.", folder=str(path)))
        return path

    def destination(self, name: str) -> Path:
        """A file to be written, which has to be given."""
        path = self.optional_destination(name)
        if path is None:
            raise InputError(text("The parameter {name} is empty.", name=name))
        return path

    def optional_destination(self, name: str) -> Optional[Path]:
        """A file to be written, if one was given."""
        value = self.algorithm.parameterAsFileOutput(self.parameters, name, self.context)
        return Path(value) if value else None

    def flag(self, name: str) -> bool:
        """A yes or no."""
        return self.algorithm.parameterAsBool(self.parameters, name, self.context)

    def choice(self, name: str) -> int:
        """The position of the chosen value of a list."""
        return self.algorithm.parameterAsEnum(self.parameters, name, self.context)

    def named_choice(self, name: str) -> str:
        """The chosen value of a list whose values are names."""
        return self.algorithm.parameterAsEnumString(self.parameters, name, self.context)

    def month(self, name: str) -> str:
        """A month as ``2023-04``, or empty."""
        value = self.string(name)
        if value and not MONTH.fullmatch(value):
            raise InputError(text("“{value}” is not a month. Write it like 2023-04.", value=value))
        return value

    def required_month(self, name: str) -> str:
        """A month as ``2023-04``."""
        value = self.month(name)
        if not value:
            raise InputError(text("The parameter {name} is empty.", name=name))
        return value

    def day(self, name: str) -> Optional[date]:
        """A day, if one was given."""
        from ..core.cases.typed import typed_day

        typed = typed_day(tr("Date"), self.string(name))
        return date.fromisoformat(typed) if typed else None

    def names(self, name: str) -> List[str]:
        """What was typed with commas between, western or Chinese."""
        return [one.strip() for one in COMMAS.split(self.string(name)) if one.strip()]

    def who(self) -> str:
        """The name for the journal."""
        return self.string(TubanAlgorithm.WHO) or Settings().who

    @contextmanager
    def casebook(self, read_only: bool = False) -> Iterator[Casebook]:
        """The casebook, opened; refuses early when it has to be written and cannot be."""
        from ..core.casebook import open_casebook

        path = self.path(TubanAlgorithm.CASEBOOK)
        with open_casebook(path, self.who(), read_only=read_only) as book:
            if not read_only:
                # Recording nothing is refused as anything would be, before the long work.
                book.record([])
            yield book

    def steps(self, count: int) -> QgsProcessingMultiStepFeedback:
        """A feedback that shares the bar among steps, and is cancelled as the whole is."""
        steps = QgsProcessingMultiStepFeedback(count, self.feedback)
        if self.feedback.isCanceled():
            steps.cancel()
        return steps

    def plan(self, book: Casebook) -> Plan:
        """The work plan that the casebook was made for."""
        return plan_named(book.plan_id)

    def tell(self, findings: Iterable[Finding]) -> None:
        """Every finding as a line of the log, weighed as it weighs."""
        for finding in findings:
            line = sentence_of(finding)
            if finding.severity is Severity.ERROR:
                self.feedback.reportError(line)
            elif finding.severity is Severity.WARNING:
                self.feedback.pushWarning(line)
            else:
                self.feedback.pushInfo(line)


def sentence_of(finding: Finding) -> str:
    """A finding as one line: which parcel or patch, and what."""
    message = say(finding.message)
    return f"{finding.subject}: {message}" if finding.subject else message


def first_lines(findings: List[Finding]) -> str:
    """The findings as lines; of very many the first ones and how many there are besides."""
    lines = [sentence_of(finding) for finding in findings[:LISTED_FINDINGS]]
    if len(findings) > LISTED_FINDINGS:
        lines.append(say(text("… and {count} more", count=len(findings) - LISTED_FINDINGS)))
    return "\n".join(lines)


def _told(error: TubanError) -> str:
    """The sentence of a refusal; of a refused package also the errors after the first."""
    if not isinstance(error, SubmissionRefused):
        return say(error.text)
    errors = [one for one in error.findings if one.severity is Severity.ERROR]
    return "\n".join([say(error.text), first_lines(errors[1:])]).strip()


def _parameter_help(parameter: QgsProcessingParameterDefinition) -> str:
    return f"<b>{_escaped(parameter.description())}</b>: {_escaped(parameter.help())}"


def _output_help(output: QgsProcessingOutputDefinition) -> str:
    return f"<b>{_escaped(output.name())}</b>: {_escaped(output.description())}"


def _help_list(heading: str, lines: Iterable[str]) -> str:
    return f"<h3>{_escaped(heading)}</h3>\n" + "\n".join(f"<p>{line}</p>" for line in lines)


def _escaped(plain: str) -> str:
    return html.escape(plain, quote=False)
