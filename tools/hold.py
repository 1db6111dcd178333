"""Opens a casebook for writing and holds it until its input ends: another person's window."""

from __future__ import annotations

import sys
from pathlib import Path

from demo_project import register_checkout

if __name__ == "__main__":
    register_checkout()
    from tuban.core.casebook import open_casebook

    with open_casebook(Path(sys.argv[1]), "同事（虚构）"):
        print("open", flush=True)
        sys.stdin.read()
