"""The menu's actions of the field: checks, photos and sheets to print."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, Optional, Sequence

from qgis.PyQt.QtWidgets import QAction, QDialog, QFileDialog, QMenu, QWidget

from ...maps.words import tr
from ..desk.parcel_list import ParcelModel
from ..workplace import Workplace
from .form import FieldForm
from .photo_matching import PhotoMatching
from .sheets_dialog import Kind, SheetsDialog, dossiers, field_sheets


class FieldActions:
    """Adds its actions to the casebook's menu; ``show`` opens a form there."""

    def __init__(
        self, work: Workplace, window: QWidget, menu: QMenu, show: Callable[[QDialog], QDialog]
    ) -> None:
        self._work = work
        self._window = window
        self._show = show
        self._form: Optional[FieldForm] = None
        self._model: Optional[ParcelModel] = None
        self._photos = self._add(menu, tr("Attach photos…"), self._choose_folder)
        self._check = self._add(menu, tr("Field check and photos…"), self.show_check)
        self._sheets = self._add(menu, tr("Print field sheets…"), self.show_sheets)
        self._dossiers = self._add(menu, tr("Write dossiers…"), self.show_dossiers)

    def follow(self, model: ParcelModel) -> None:
        """Take "the parcels in the list" from this model from now on."""
        self._model = model

    @staticmethod
    def _add(menu: QMenu, caption: str, does: Callable[[], object]) -> QAction:
        action = menu.addAction(caption)
        action.triggered.connect(lambda _checked=False: does())
        return action

    def enable(self) -> None:
        """Offer what can be done now."""
        session = self._work.session
        self._photos.setEnabled(session.writable and bool(session.rows))
        for action in (self._check, self._sheets, self._dossiers):
            action.setEnabled(bool(session.rows))

    def show_check(self) -> FieldForm:
        """Open the field check of the parcel at hand; the form that is open comes to the front."""
        if self._form is None:
            self._form = FieldForm(self._work, self._window)
            self._form.photos.dropped.connect(self._match_at_hand)
            self._form.finished.connect(self._check_closed)
        self._show(self._form)
        self._form.fields.people.setFocus()
        return self._form

    def _check_closed(self, _result: int) -> None:
        self._form = None  # the menu lets closed forms go

    def _match_at_hand(self, given: List[Path]) -> None:
        self.match(given, self._work.session.number)

    def match(self, given: Sequence[Path], at_hand: str = "") -> PhotoMatching:
        """Open the photos among files and folders with the parcels that they may be of."""
        return self._show(PhotoMatching(self._work, given, at_hand, self._window))

    def show_sheets(self) -> SheetsDialog:
        """Open the form that prints sheets for the parcel at hand, or for those in the list."""
        return self._show_writer(field_sheets())

    def show_dossiers(self) -> SheetsDialog:
        """Open the form that writes dossiers, in the same way."""
        return self._show_writer(dossiers())

    def write_dossier(self) -> Optional[SheetsDialog]:
        """Write the dossier of the parcel at hand to the folder used last, asking where if new."""
        if not self._work.session.number:
            return None
        form = self.show_dossiers()
        if form.write_button.isEnabled():
            form.write()
        return form

    def _show_writer(self, kind: Kind) -> SheetsDialog:
        listed: List[str] = []
        if self._model is not None:
            lines = range(self._model.rowCount())
            listed = [self._model.row_at(line).parcel_number for line in lines]
        return self._show(SheetsDialog(self._work, kind, listed, self._window))

    def _choose_folder(self) -> None:
        settings = self._work.settings
        folder = QFileDialog.getExistingDirectory(
            self._window, tr("Folder with field photos"), settings.start_folder("photos")
        )
        if folder:
            settings.remember_folder("photos", folder)
            self.match([Path(folder)])
