"""The plan of the house holds: arrows, rooms, and what must not stand in shipped code."""

from __future__ import annotations

import ast
import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACES = {"dialogs", "processing_provider"}
CORE_RANKS = [
    {
        "text",
        "errors",
        "progress",
        "files",
        "garbage",
        "vendored",
        "casefile",
        "rounds",
        "rectified",
        "model",
        "geometry",
        "areas",
        "mu",
        "plan",
    },
    {"reading", "charts"},
    {"casebook", "cases", "overlay", "legality", "field", "intake", "parcels", "imagery", "review"},
    {"rectification"},
    {"certificates", "exchange", "linking", "oversight", "documents"},
    {"submission", "ledger", "statistics"},
    {"receiving", "reports"},
    {"whole_plan"},
]
CORE_RANK = {room: rank for rank, rooms in enumerate(CORE_RANKS) for room in rooms}
INNER_ROOMS = [
    "text",
    "errors",
    "progress",
    "garbage",
    "casefile",
    "rounds",
    "rectified",
    "model",
    "geometry",
    "areas",
    "mu",
    "plan",
]
INNER_ROOMS += ["plan", "legality", "oversight", "cases", "review", "rectification"]
EDGE_LIBRARIES = {"osgeo", "sqlalchemy", "openpyxl", "docx", "segno"}
OPTIONAL = {"cryptography": "core/exchange/signing.py"}
"""May be missing; each asked for in one place only."""
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
PLANE_AREA = {"area", "Area", "GetArea", "length", "Length", "measureArea"}


def shipped_files() -> list[Path]:
    files = [ROOT / name for name in ("__init__.py", "plugin.py", "unusable.py")]
    for room in ("core", "maps", *sorted(FACES)):
        files += sorted((ROOT / room).rglob("*.py"))
    return [path for path in files if path.is_file()]


def core_files() -> list[Path]:
    return [path for path in shipped_files() if path.relative_to(ROOT).parts[0] == "core"]


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports_of(path: Path) -> set[tuple[str, ...]]:
    """What a file imports: ("tuban", "core", "model") for its own, ("osgeo", "ogr") for others."""
    package = ("tuban", *path.relative_to(ROOT).parts[:-1])
    found: set[tuple[str, ...]] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {tuple(alias.name.split(".")) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = (*base, *(node.module.split(".") if node.module else ()))
            found |= {(*module, alias.name) for alias in node.names}
    return found


def room_of(parts: tuple[str, ...]) -> str:
    """The room of a module path below the package: core, maps, dialogs, … or the root itself."""
    return parts[0] if parts and parts[0] in {"core", "maps", *FACES} else "root"


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def core_arrows() -> dict[str, set[str]]:
    """Core room -> core rooms it imports."""
    arrows: dict[str, set[str]] = {}
    for path in core_files():
        mine = path.relative_to(ROOT / "core").with_suffix("").parts[0]
        for parts in imports_of(path):
            if parts[:2] == ("tuban", "core") and len(parts) > 2 and parts[2] != mine:
                arrows.setdefault(mine, set()).add(parts[2])
    return arrows


def test_the_faces_look_inward_only():
    allowed = {"root": {"root", "core", "maps", *FACES}, "maps": {"maps", "core"}}
    allowed["core"] = {"core"}
    allowed.update({face: {face, "maps", "core"} for face in FACES})
    wrong = [
        f"{where(path)} imports {'.'.join(parts)}"
        for path in shipped_files()
        for parts in imports_of(path)
        if parts[0] == "tuban"
        and room_of(parts[1:]) not in allowed[room_of(path.relative_to(ROOT).parts)]
    ]
    assert wrong == []


def test_inside_the_core_no_arrow_points_up():
    wrong = [
        f"core/{mine} imports core/{other}"
        for mine, others in core_arrows().items()
        for other in others
        if mine in CORE_RANK and CORE_RANK.get(other, 0) > CORE_RANK[mine]
    ]
    assert wrong == []


def test_every_core_room_has_a_place_in_the_plan():
    rooms = {path.relative_to(ROOT / "core").with_suffix("").parts[0] for path in core_files()}
    assert rooms - {"__init__"} <= CORE_RANK.keys()


def test_what_is_known_of_a_file_knows_nothing_of_what_it_is_for():
    arrows = core_arrows()
    assert arrows["reading"] == {"geometry", "areas", "text", "errors", "files"}
    assert "overlay" not in arrows["intake"]
    assert "intake" not in arrows["overlay"]


def test_inside_the_core_there_is_no_circle():
    arrows = core_arrows()

    def reachable(start: str) -> set[str]:
        seen: set[str] = set()
        todo = [start]
        while todo:
            for other in arrows.get(todo.pop(), set()) - seen:
                seen.add(other)
                todo.append(other)
        return seen

    assert [room for room in arrows if room in reachable(room)] == []


def test_the_core_knows_no_qgis():
    wrong = [
        f"{where(path)} imports {'.'.join(parts)}"
        for path in core_files()
        for parts in imports_of(path)
        if parts[0].lower().startswith(("qgis", "pyqt", "processing"))
    ]
    assert wrong == []


def test_qt_comes_through_qgis():
    """PyQt5 or PyQt6 by name would work on one half of the supported releases only."""
    wrong = [
        f"{where(path)} imports {'.'.join(parts)}"
        for path in shipped_files()
        for parts in imports_of(path)
        if re.fullmatch(r"PyQt\d|sip|PySide\d", parts[0])
    ]
    assert wrong == []


@pytest.mark.skipif(
    not hasattr(sys, "stdlib_module_names"), reason="Python 3.9 cannot tell its own modules"
)
def test_only_the_libraries_of_the_plan_are_used():
    ours = {"tuban", "numpy", *EDGE_LIBRARIES}
    faces, of_core = {"qgis", "processing"}, set(core_files())
    wrong = [
        f"{where(path)} imports {parts[0]}"
        for path in shipped_files()
        for parts in imports_of(path)
        if parts[0] not in sys.stdlib_module_names
        and OPTIONAL.get(parts[0]) != where(path)
        and parts[0] not in (ours if path in of_core else ours | faces)
    ]
    assert wrong == []


def test_inner_rooms_load_with_nothing_but_numpy():
    """In a process of its own, where every import of an edge library is an error."""
    rooms = [room for room in INNER_ROOMS if _has_code(ROOT / "core" / room)]
    script = f"""
import importlib, sys, types
for name in {sorted(EDGE_LIBRARIES | {"qgis", "shapely", "pyproj"})!r}:
    sys.modules[name] = None
package = types.ModuleType("tuban")
package.__path__ = [{str(ROOT)!r}]
sys.modules["tuban"] = package
core = types.ModuleType("tuban.core")
core.__path__ = [{str(ROOT / "core")!r}]
sys.modules["tuban.core"] = core
for room in {rooms!r}:
    importlib.import_module("tuban.core." + room)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def _has_code(room: Path) -> bool:
    return room.with_suffix(".py").is_file() or any(room.rglob("*.py"))


def test_the_checkout_is_imported_once():
    root_file = (ROOT / "__init__.py").resolve()
    copies = [
        name
        for name, module in sys.modules.items()
        if getattr(module, "__file__", None) and Path(module.__file__).resolve() == root_file
    ]
    assert copies == ["tuban"]


def test_areas_are_computed_in_one_place():
    """Plane areas of a map projection are wrong by up to 0.1 %; only core/areas.py may say m²."""
    wrong = [
        f"{where(path)}:{node.lineno} calls .{node.func.attr}()"
        for path in shipped_files()
        if where(path) != "core/areas.py" and not where(path).startswith("core/overlay/")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in PLANE_AREA
        and ast.unparse(node.func.value) != "func"  # SQL's length of a text
    ]
    assert wrong == []


def test_files_from_outside_are_known_in_one_place():
    """Two answers to "which file was this" or "where does it lie" would both end in the record."""
    wrong = [
        f"{where(path)}:{node.lineno} calls {name}"
        for path in core_files()
        if where(path).startswith(("core/intake/", "core/overlay/"))
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        for name in [node.func.attr if isinstance(node.func, ast.Attribute) else ""]
        if name in {"sha256", "OpenEx", "PushErrorHandler", "SetFromUserInput", "GetSemiMajor"}
    ]
    assert wrong == []


def test_the_window_never_waits():
    wrong = [
        f"{where(path)}:{node.lineno} uses {node.attr}"
        for path in shipped_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr in {"processEvents", "exec_"}
    ]
    assert wrong == []


def test_files_stay_short():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in shipped_files()}
    assert {where(path): n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_functions_stay_short():
    wrong = [
        f"{where(path)}:{node.lineno} {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in shipped_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert wrong == []


def test_no_room_is_a_heap():
    assert [where(path) for path in shipped_files() if path.stem in {"utils", "helpers"}] == []


@pytest.fixture(scope="module")
def metadata() -> configparser.SectionProxy:
    # As QGIS reads it, with interpolation: a lone % would make the plugin unreadable.
    parser = configparser.ConfigParser()
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_metadata_is_what_the_store_and_qgis_ask_for(metadata):
    keys = "name description version qgisMinimumVersion author email about tracker repository"
    assert [key for key in keys.split() if not metadata.get(key)] == []
    assert metadata["description[zh]"] and metadata["about[zh]"]
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata["hasProcessingProvider"] == "yes"
    assert "supportsQt6" not in metadata
    assert (ROOT / metadata["icon"]).is_file()
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_version_is_the_newest_of_the_changelog(metadata):
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[?(\d+\.\d+\.\d+)", changelog, re.MULTILINE)
    assert newest and newest.group(1) == metadata["version"]
