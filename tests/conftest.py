"""Makes the checkout importable as ``tuban``, whatever its folder is called."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "tuban"


def _register() -> None:
    if PLUGIN in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[PLUGIN] = module
    spec.loader.exec_module(module)


def pytest_configure(config: pytest.Config) -> None:
    import pytest  # not at the top: the benches register the checkout by this file

    class _RootIsNotATestPackage:
        """Keeps pytest from importing the root's ``__init__.py`` again under the folder's name.

        Registered as an object, because pytest ignores this hook in a conftest for the folders
        above that conftest.
        """

        @pytest.hookimpl(tryfirst=True)
        def pytest_collect_directory(self, path: Path, parent: pytest.Collector):
            return pytest.Dir.from_parent(parent, path=path) if path == ROOT else None

    config.pluginmanager.register(_RootIsNotATestPackage(), "root-is-not-a-test-package")


_register()
importlib.import_module(f"{PLUGIN}.core")  # lends the vendored libraries, to the tests as well
