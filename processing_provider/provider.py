"""Tuban's place in the Processing toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..maps.words import tr
from .accountabilitydossier import AccountabilityDossier
from .algorithm import ICON
from .attachphotos import AttachPhotos
from .bulletin import Bulletin
from .casedeadlines import CaseDeadlines
from .certificates import Certificates
from .checkpackage import CheckPackage
from .checkrectification import CheckRectification
from .checksubmission import CheckSubmission
from .compareexport import CompareExport
from .coverage import Coverage
from .createcasebook import CreateCasebook
from .dossiers import DossiersOfAMonth
from .exportsubmission import ExportSubmission
from .fieldsheets import FieldSheetsOfAMonth
from .formtemplates import FormTemplates
from .freezelist import FreezeList
from .importinspections import ImportInspections
from .importledger import ImportLedger
from .importpatches import ImportPatches
from .importrectification import ImportRectification
from .ledger import Ledger
from .linkearlier import LinkEarlier
from .mergework import MergeWork
from .mustvisit import MustVisitRoute
from .overlay import Overlay
from .overlayareas import OverlayAreas
from .overview import OverviewOfAMonth
from .prepareimagery import PrepareImagery
from .progress import Progress
from .proposals import Proposals
from .ratio import RatioOfAPeriod
from .readfeedback import ReadFeedback
from .readpackage import ReadPackage
from .rechecks import Rechecks
from .recordcases import RecordCases
from .recordevidence import RecordEvidence
from .recordfieldchecks import RecordFieldChecks
from .recordverdicts import RecordVerdicts
from .rectification import RectificationTable
from .report import Report
from .revokecertificates import RevokeCertificates
from .signs import Signs
from .splitparcels import SplitParcels
from .splitwork import SplitWork
from .spotcheck import SpotCheck
from .statistics import Statistics
from .supervisionsheets import SupervisionSheets
from .threshold import Threshold
from .verifycasebook import VerifyCasebook
from .verifycertificate import VerifyCertificate
from .warningnotice import WarningNotice
from .writefeedback import WriteFeedback

ALGORITHMS = (
    CreateCasebook,
    ImportPatches,
    LinkEarlier,
    AttachPhotos,
    SplitParcels,
    OverlayAreas,
    PrepareImagery,
    FieldSheetsOfAMonth,
    RecordFieldChecks,
    RecordEvidence,
    Proposals,
    RecordVerdicts,
    MustVisitRoute,
    RecordCases,
    CaseDeadlines,
    ImportRectification,
    RectificationTable,
    CheckRectification,
    CheckSubmission,
    DossiersOfAMonth,
    ExportSubmission,
    CheckPackage,
    SupervisionSheets,
    CompareExport,
    FormTemplates,
    ReadPackage,
    WriteFeedback,
    ReadFeedback,
    SplitWork,
    MergeWork,
    Progress,
    Statistics,
    RatioOfAPeriod,
    OverviewOfAMonth,
    Bulletin,
    WarningNotice,
    Report,
    Signs,
    SpotCheck,
    ImportInspections,
    Certificates,
    RevokeCertificates,
    VerifyCertificate,
    ImportLedger,
    Ledger,
    Rechecks,
    FreezeList,
    AccountabilityDossier,
    VerifyCasebook,
    Overlay,
    Coverage,
    Threshold,
)


class TubanProvider(QgsProcessingProvider):
    """All algorithms, in the order of a month's work."""

    ID = "tuban"

    def id(self) -> str:
        return self.ID

    def name(self) -> str:
        return tr("Tuban")

    def longName(self) -> str:
        return tr("Tuban (satellite law enforcement)")

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
