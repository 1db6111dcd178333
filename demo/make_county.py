"""Makes the fictional county: ``python make_county.py --out DIR [--seed N] [--small]``.

Needs numpy, GDAL's Python bindings and Pillow, nothing else; downloads nothing.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "tuban"


def register_checkout() -> None:
    """Make this checkout importable as ``tuban``, whatever its folder is called."""
    if PACKAGE in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


# At import, so that worker processes that start afresh have the package too.
register_checkout()


def main() -> int:
    """Read the command line, make the county, say where it is."""
    parser = argparse.ArgumentParser(description="Make the fictional demo county.")
    parser.add_argument("--out", required=True, type=Path, help="folder to fill")
    parser.add_argument("--seed", type=int, default=2023, help="another seed, another county")
    parser.add_argument("--small", action="store_true", help="a few blocks only, for tests")
    options = parser.parse_args()
    build = importlib.import_module(f"{PACKAGE}.demo.build").build
    build(options.out, options.seed, options.small)
    return 0


if __name__ == "__main__":
    sys.exit(main())
