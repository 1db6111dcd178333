"""Tile services as layers. A key is in QGIS's authentication store and nowhere else.

A layer with a key gets its tiles through a door on this computer (:mod:`core.imagery.gateway`);
the project keeps the service's plain address as a property of the layer.
"""

from __future__ import annotations

import secrets
from typing import Optional

from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsDataProvider,
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
)
from qgis.PyQt.QtCore import QObject

from ...core.errors import InputError, OutputError
from ...core.imagery.fetch import Proxy
from ...core.imagery.gateway import Gateway, Route
from ...core.imagery.sources import host_of, without_key
from ...core.text import text
from ..settings import Settings
from .epochs import pictures_of
from .folders import add_pictures
from .health import address_of

SERVICE_PROPERTY, KEY_NAME_PROPERTY = "tuban/service", "tuban/key_name"
PLACES = ("{z}", "{x}")


def service_of(layer: QgsMapLayer) -> str:
    """The address of the service behind a layer, without any key; empty for files."""
    plain = str(layer.customProperty(SERVICE_PROPERTY, "") or "")
    return plain or without_key(address_of(layer))[0]


class OfficeKeys:
    """The office's keys, one for each host, in QGIS's authentication store."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def keep(self, host: str, key: str) -> None:
        """Store a key; :raises OutputError: the store is locked or switched off."""
        manager = QgsApplication.authManager()
        config = QgsAuthMethodConfig("Basic")
        config.setName(f"Tuban {host}")
        config.setConfig("username", host)
        config.setConfig("password", key)
        known = self._settings.key_id(host)
        if known and known in manager.configIds():
            config.setId(known)
            done = manager.updateAuthenticationConfig(config)
        else:
            stored = manager.storeAuthenticationConfig(config)
            done = stored[0] if isinstance(stored, tuple) else stored
        if not done:
            raise OutputError(
                text("QGIS's authentication store did not take the key. Is it unlocked?")
            )
        self._settings.set_key_id(host, config.id())

    def are_known(self, host: str) -> bool:
        """True when a key was stored for a host; the store need not be unlocked for that."""
        return bool(self._settings.key_id(host))

    def read(self, host: str) -> str:
        """The key for a host; empty when the office has none or the store stays locked."""
        known = self._settings.key_id(host)
        if not known:
            return ""
        config = QgsAuthMethodConfig()
        loaded = QgsApplication.authManager().loadAuthenticationConfig(known, config, True)
        done = loaded[0] if isinstance(loaded, tuple) else loaded
        return config.config("password") if done else ""


class Services(QObject):
    """Adds services, and leads the project's layers of services through the door."""

    def __init__(
        self, project: QgsProject, settings: Settings, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self.keys = OfficeKeys(settings)
        token = settings.door_token or secrets.token_urlsafe(12)
        settings.door_token = token
        self._settings = settings
        self.gateway = Gateway(token, settings.door_port, proxy=qgis_proxy())
        project.layersAdded.connect(self._lead)
        self._lead(pictures_of(project))

    def add(
        self, title: str, address: str, key_name: str, key: str, zoom_from: int, zoom_to: int
    ) -> QgsRasterLayer:
        """Add a service to the project; a key that stands in the address is taken out of it.

        :raises InputError: the address is none. :raises OutputError: the key cannot be stored.
        """
        plain, found_name, found_key = without_key(address.strip())
        key_name, key = (found_name or key_name), (key.strip() or found_key)
        if not host_of(plain) or any(place not in plain for place in PLACES):
            raise InputError(
                text(
                    "An address with {places} is needed, such as {example}.",
                    places="{z} {x} {y}",
                    example="https://…/{z}/{x}/{y}.png",
                )
            )
        if key:
            self.keys.keep(host_of(plain), key)
        has_key = bool(key_name) and bool(key or self.keys.read(host_of(plain)))
        source = self._through(plain, key_name) if has_key else plain
        layer = QgsRasterLayer(_uri(source, zoom_from, zoom_to), title, "wms")
        if has_key:
            layer.setCustomProperty(SERVICE_PROPERTY, plain)
            layer.setCustomProperty(KEY_NAME_PROPERTY, key_name)
        add_pictures(self._project, [layer])
        return layer

    def _through(self, plain: str, key_name: str) -> str:
        address = self.gateway.open(Route(plain, key_name, self.keys.read(host_of(plain))))
        self._settings.door_port = self.gateway.port
        return address

    def _lead(self, layers: list) -> None:
        """A project from elsewhere, or from yesterday: its door had another number."""
        for layer in layers:
            plain = str(layer.customProperty(SERVICE_PROPERTY, "") or "")
            if not plain:
                continue
            address = self._through(plain, str(layer.customProperty(KEY_NAME_PROPERTY, "") or ""))
            if address_of(layer) != address:
                uri = QgsDataSourceUri()
                uri.setEncodedUri(layer.source())
                uri.removeParam("url")
                uri.setParam("url", address)
                source = bytes(uri.encodedUri()).decode("ascii")
                options = QgsDataProvider.ProviderOptions()
                layer.setDataSource(source, layer.name(), "wms", options)

    def remove(self) -> None:
        """Close the door."""
        self._project.layersAdded.disconnect(self._lead)
        self.gateway.stop()


def _uri(address: str, zoom_from: int, zoom_to: int) -> str:
    uri = QgsDataSourceUri()
    uri.setParam("type", "xyz")
    uri.setParam("url", address)
    uri.setParam("zmin", str(zoom_from))
    uri.setParam("zmax", str(zoom_to))
    return bytes(uri.encodedUri()).decode("ascii")


def qgis_proxy() -> Optional[Proxy]:
    """The HTTP proxy that QGIS is told to use; None for a direct way."""
    settings = QgsSettings()
    if not settings.value("proxy/proxyEnabled", False, type=bool):
        return None
    host = str(settings.value("proxy/proxyHost", "") or "")
    port = int(settings.value("proxy/proxyPort", 0) or 0)
    kind = str(settings.value("proxy/proxyType", "") or "")
    return (host, port) if host and port and kind.startswith("Http") else None
