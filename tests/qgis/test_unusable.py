"""A library that is too old when QGIS loads the plugin: a sentence, and QGIS goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import tuban

ROOT = Path(tuban.__file__).resolve().parent
SCRIPT = """
import importlib.util, sys, types
old = types.ModuleType("sqlalchemy")
old.__file__ = "/plugins/another/sqlalchemy/__init__.py"
sys.modules["sqlalchemy"] = old
from qgis.core import QgsApplication
application = QgsApplication([], False)
spec = importlib.util.spec_from_file_location(
    "tuban", sys.argv[1] + "/__init__.py", submodule_search_locations=[sys.argv[1]]
)
module = importlib.util.module_from_spec(spec)
sys.modules["tuban"] = module
spec.loader.exec_module(module)

class Bar:
    def pushMessage(self, title, words, level, seconds):
        print(title, "|", words)

plugin = module.classFactory(types.SimpleNamespace(messageBar=Bar))
plugin.initGui()
plugin.unload()
print(type(plugin).__name__)
"""


def run():
    command = [sys.executable, "-X", "utf8", "-c", SCRIPT, str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_library_that_is_too_old_is_told_in_one_sentence():
    said = run()
    assert "Tuban | The Python library sqlalchemy was loaded from /plugins/another" in said
    assert "start QGIS again" in said and "UnusablePlugin" in said
