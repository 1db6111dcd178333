"""Tuban 图斑: satellite-found land patches from issue to closing, in QGIS."""

from __future__ import annotations


def classFactory(iface):
    """What QGIS calls to get the plugin, or what says why there is none."""
    try:
        from .plugin import TubanPlugin
    except ImportError as error:
        if not hasattr(error, "text"):
            raise  # not one of ours: QGIS shows it whole
        from .unusable import UnusablePlugin

        return UnusablePlugin(iface, error)
    return TubanPlugin(iface)
