"""The work itself. No window, no QGIS: it also runs in a worker or on a server."""

from .vendored import install

install()
