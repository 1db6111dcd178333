"""Tuban 图斑: satellite-found land patches from issue to closing, in QGIS."""

from __future__ import annotations


def classFactory(iface):
    """What QGIS calls to get the plugin."""
    from .plugin import TubanPlugin

    return TubanPlugin(iface)
