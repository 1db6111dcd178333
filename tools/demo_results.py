"""Prints one line for each thing the demo has made: ``python tools/demo_results.py DIR``."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> int:
    folder = Path(sys.argv[1])
    results = json.loads((folder / "month" / "results.json").read_text(encoding="utf-8"))
    results["project"] = str(folder / "demo.qgz")
    for picture in sorted((folder / "screenshots").glob("*.png")):
        results[f"screenshot {picture.stem}"] = str(picture)
    missing = [path for path in results.values() if not Path(path).is_file()]
    for name, path in results.items():
        print(f"{name}: {path}")
    for path in missing:
        print(f"MISSING: {path}", file=sys.stderr)
    return 1 if missing or not any("screenshot" in name for name in results) else 0


if __name__ == "__main__":
    sys.exit(main())
