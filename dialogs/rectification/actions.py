"""What the menu and the dock offer about putting right."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...core.rectified import Rectification
from ...maps.words import tr
from ..parts.forms_menu import KeptFormsMenu
from ..workplace import Workplace
from .acceptance_form import AcceptanceForm
from .certificates_form import CertificatesForm
from .county_form import CountyForm
from .inspections_dialog import InspectionsDialog
from .measures_form import MeasuresForm
from .outline_drawing import OutlineDrawing
from .photos_form import PhotosForm
from .verify_form import VerifyForm


class RectificationMenu(KeptFormsMenu):
    """``show`` brings a form to the front and keeps it; ``open_case`` opens a case's form.

    One form of each kind, which follows the parcel at hand.
    """

    def __init__(
        self,
        work: Workplace,
        window: QWidget,
        show: Callable[[QDialog], QDialog],
        open_case: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Putting right"), work, window, show, parent)
        self._drafts_of = work.session.drafts_of
        self._open_case = open_case
        self._drawing: Optional[OutlineDrawing] = None
        self._show_pictures: Callable[[], object] = lambda: None
        self._offer(
            ("rectify", tr("Measures and areas…"), self.open_measures),
            ("county", tr("First inspection and application…"), self.open_county),
            ("accept", tr("The city's inspection…"), self.open_acceptance),
            ("several", tr("Inspect several…"), self.open_several),
            ("stages", tr("Photos before, during and after…"), self.open_photos),
            ("pictures", tr("Before, violation, now"), self.show_pictures),
            ("certificates", tr("Certificates…"), self.open_certificates),
            ("verify", tr("Verify a certificate…"), self.open_verify),
        )

    def follow(self, drawing: OutlineDrawing, show_pictures: Callable[[], object]) -> None:
        """Draw outlines and show imagery with these from now on."""
        self._drawing, self._show_pictures = drawing, show_pictures
        self.enable()

    def enable(self) -> None:
        """Offer what can be done now."""
        there = bool(self._work.session.rows)
        for action in self.by_name.values():
            action.setEnabled(there)
        self.by_name["accept"].setEnabled(there and self._drawing is not None)

    def open_measures(self) -> QDialog:
        """Open how the parcel at hand is put right."""
        return self._opened(
            "rectify",
            lambda: MeasuresForm(
                self._work,
                self._drafts_of("rectify", self._measures),
                self._open_case,
                self._window,
            ),
        )

    def _measures(self) -> Optional[Rectification]:
        dossier = self._work.session.dossier
        return dossier.put_right.rectification if dossier else None

    def open_county(self) -> QDialog:
        """Open the county's inspection and application."""
        return self._opened(
            "county", lambda: CountyForm(self._work, self._drafts_of("county"), self._window)
        )

    def open_acceptance(self) -> Optional[QDialog]:
        """Open the city's inspection."""
        drawing = self._drawing
        if drawing is None:
            return None
        return self._opened(
            "accept",
            lambda: AcceptanceForm(
                self._work,
                self._drafts_of("accept"),
                drawing,
                self.open_photos,
                self.show_pictures,
                self._window,
            ),
        )

    def open_several(self) -> QDialog:
        """Open the inspections of a tour."""
        return self._opened("several", lambda: InspectionsDialog(self._work, self._window))

    def open_photos(self) -> QDialog:
        """Open the photos by station and stage."""
        return self._opened("stages", lambda: PhotosForm(self._work, self._window))

    def open_certificates(self) -> QDialog:
        """Open the month's certificates."""
        return self._opened("certificates", lambda: CertificatesForm(self._work, self._window))

    def open_verify(self) -> QDialog:
        """Open the comparison of a certificate on paper with the record."""
        return self._opened("verify", lambda: VerifyForm(self._work, self._window))

    def show_pictures(self) -> None:
        """Show the imagery before, of the violation, and of now."""
        self._show_pictures()
