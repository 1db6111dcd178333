"""The forms about imagery: the list of layers, a new service, packing for offline work."""

from __future__ import annotations

from typing import Optional

import processing
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...core.imagery import ImageryRules
from ...maps.imagery import Imagery
from ...maps.imagery.health import Health
from ...maps.imagery.services import Services
from ..workplace import Workplace
from .layers_dialog import ImageryDialog
from .service_dialog import ServiceDialog

PREPARE = "tuban:prepareimagery"


class ImageryForms:
    """Opens one of each at a time, beside the window and never in its way."""

    def __init__(
        self,
        work: Workplace,
        imagery: Imagery,
        health: Health,
        services: Services,
        parent: QWidget,
    ) -> None:
        self._work, self._imagery, self._health = work, imagery, health
        self._services = services
        self._parent = parent
        self._rules: Optional[ImageryRules] = None
        self.layers: Optional[ImageryDialog] = None
        self.service: Optional[ServiceDialog] = None
        self.prepare: Optional[QDialog] = None

    def show_layers(self, rules: Optional[ImageryRules]) -> ImageryDialog:
        """Open the list of picture layers; ``rules`` of the open casebook's plan."""
        self._rules = rules
        if self.layers is None or not self.layers.isVisible():
            self._drop(self.layers)
            self.layers = ImageryDialog(
                self._work,
                self._imagery,
                self._health,
                self.show_service,
                self.show_prepare,
                self._parent.window(),
            )
        self.layers.show()
        self.layers.raise_()
        return self.layers

    def show_service(self) -> Optional[ServiceDialog]:
        """Open the form for a new service."""
        if self._rules is None:
            return None
        self._drop(self.service)
        self.service = ServiceDialog(self._work, self._services, self._rules, self._parent.window())
        self.service.show()
        return self.service

    def show_prepare(self) -> Optional[QDialog]:
        """Open the algorithm's own form, filled in for the month at hand."""
        session = self._work.session
        if session.book is None:
            return None
        self._drop(self.prepare)
        given = {"CASEBOOK": str(session.book.path), "MONTH": session.month}
        epoch = self._imagery.epoch_shown
        if epoch is not None:
            given["LAYER"] = epoch.layer_id
        self.prepare = processing.createAlgorithmDialog(PREPARE, given)
        if self.prepare is not None:
            self.prepare.show()
        return self.prepare

    def close(self) -> None:
        """Close and drop every form."""
        for form in (self.service, self.layers, self.prepare):
            self._drop(form)
        self.service = self.layers = self.prepare = None

    @staticmethod
    def _drop(form: Optional[QDialog]) -> None:
        if form is not None:
            form.close()
            form.deleteLater()
