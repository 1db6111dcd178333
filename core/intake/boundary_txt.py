"""界址点坐标文本: boundary points as text, in the dialects met in practice.

A file has a free head (``[属性描述]`` with key=value lines, perhaps ``[项目信息]``), then for each
parcel one header line that ends in ``@`` and its points ``label,ring,X,Y``. The dialects differ
in the header line. Nothing else can be trusted either, so it is worked out: which number is the
easting (by its size), where a ring ends (where it comes back to its start), which rings are
holes (by containment), whether the count includes closing points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from ..errors import UnreadableFile
from ..geometry import Box
from ..model import Finding
from ..progress import Progress, check_cancelled
from ..reading.encoding import decode_whole
from ..reading.systems import (
    ELSEWHERE,
    PREFIXED,
    family_of,
    other_datum,
    plain_code,
    prefixed_code,
    reference_named,
)
from ..reading.vector import box_of
from ..text import Text, text
from .records import RawLayer, RawRow, note, warning
from .rings import Points, polygons_from_rings

_SURVEY: Tuple[str, ...] = (
    "界址点数",
    "地块面积",
    "地块编号",
    "地块名称",
    "图形属性",
    "图幅号",
    "地块用途",
)
_SURVEY += ("地类编码", "TBLX", "DL", "GZQ", "GZH", "BZ")  # the last five: 补充耕地 only
_ENFORCEMENT = ("界址点数", "地块名称", "地块类型", "地块用途")
_IN_AND_OUT = ("界址点数", "地块名称", "图形属性", "地块类型")
_ONE_MAP = ("地块编号", "地块名称", "地块类型")
_POINT = re.compile(
    r"[^,]*,\s*(?P<ring>\d*)\s*,\s*(?P<first>[-+]?\d+(?:\.\d*)?)\s*,\s*(?P<second>[-+]?\d+(?:\.\d*)?)"
)
_COUNT = "界址点数"
_OTHER_DATUMS = ("80", "1980", "54", "1954", "西安", "北京")


@dataclass
class _Block:
    """One parcel as it stands in the file."""

    header: List[str]
    line: int
    points: List[Tuple[int, float, float]] = field(default_factory=list)
    problem: Optional[Text] = None


def read_boundary_txt(
    path: Path, encoding: str, crs_is_given: bool, progress: Progress
) -> RawLayer:
    """Every parcel of a boundary TXT; its rows are the parcels, from 1.

    With ``crs_is_given`` the head's words on the coordinate system are not asked. Raises
    :class:`UnreadableFile` when it holds no parcel, :class:`UndecidedInput` (encoding, crs)
    when only a person can say.
    """
    content, found = decode_whole(path.name, path.read_bytes(), encoding)
    head, blocks = _blocks(content)
    if not blocks:
        raise UnreadableFile(
            text(
                "{file} is not a boundary text: no parcel header line that ends in @ was found.",
                file=path.name,
            )
        )
    notes: List[Finding] = []
    rows: List[RawRow] = []
    swapped: List[int] = []
    for number, block in enumerate(blocks, start=1):
        check_cancelled(progress)
        progress.at(number, len(blocks))
        values = {**head, **_named(block)}
        geometry, problem = _shape(block, values, number, swapped)
        rows.append(RawRow(number, values, geometry, problem))
    if swapped:
        notes.append(_order_note(path, len(swapped), len(blocks)))
    fields = tuple(dict.fromkeys(name for row in rows for name in row.values))
    reference = None if crs_is_given else _reference(path, head, rows, notes)
    return RawLayer(path.stem, fields, rows, reference, found, notes)


def _order_note(path: Path, swapped: int, total: int) -> Finding:
    return note(
        "order",
        text(
            "{file}: in {count} of {total} parcels the easting is written before the northing; "
            "read so, by the size of the numbers.",
            file=path.name,
            count=swapped,
            total=total,
        ),
    )


def is_boundary_txt(content: str) -> bool:
    """True when a text has at least one parcel header line with points behind it."""
    return any(block.points for block in _blocks(content)[1])


def _blocks(content: str) -> Tuple[Dict[str, str], List[_Block]]:
    head: Dict[str, str] = {}
    blocks: List[_Block] = []
    for number, raw in enumerate(content.split("\n"), start=1):
        line = raw.replace("，", ",").strip("\ufeff \t\0")
        if not line:
            continue
        if line.endswith("@"):
            cells = [cell.strip() for cell in line[:-1].split(",")]
            # The comma before the @ ends the last cell; empty cells before it count.
            blocks.append(_Block(cells if cells[-1] else cells[:-1], number))
        elif blocks:
            _add_point(blocks[-1], line, number)
        elif "=" in line:
            key, _, value = line.partition("=")
            head[key.strip()] = value.strip()
    return head, blocks


def _add_point(block: _Block, line: str, number: int) -> None:
    found = _POINT.match(line)
    if found is None:
        if not line.startswith("["):
            block.problem = block.problem or text(
                "line {line} is not a boundary point: “{text}”", line=number, text=line[:60]
            )
        return
    ring = int(found["ring"] or 1)
    block.points.append((ring, float(found["first"]), float(found["second"])))


def _named(block: _Block) -> Dict[str, str]:
    """The header's cells under the names of its dialect."""
    cells = block.header
    if len(cells) >= 6:
        names: Tuple[str, ...] = _SURVEY
    elif not cells[0].isdecimal() or (len(cells) == 4 and not cells[3] and not _counts(block)):
        names = _ONE_MAP
    else:
        names = _IN_AND_OUT if cells[2:3] == ["面"] else _ENFORCEMENT
    return dict(zip(names, cells))


def _counts(block: _Block) -> bool:
    """True when the first cell can be the number of the block's points."""
    corners, rings = _corners_and_rings(block)
    return corners <= int(block.header[0]) <= corners + rings


def _corners_and_rings(block: _Block) -> Tuple[int, int]:
    rings = _rings(block)
    corners = sum(len(ring) - (len(ring) > 1 and ring[0] == ring[-1]) for ring in rings)
    return corners, len(rings)


def _rings(block: _Block) -> List[List[Tuple[float, float]]]:
    """Points up to where they come back to their start, or to where the ring number changes."""
    rings: List[List[Tuple[float, float]]] = []
    closed, last = True, -1
    for number, first, second in block.points:
        if closed or number != last:
            rings.append([])
        rings[-1].append((first, second))
        closed = len(rings[-1]) > 3 and rings[-1][0] == rings[-1][-1]
        last = number
    return rings


def _shape(
    block: _Block, values: Dict[str, str], number: int, swapped: List[int]
) -> Tuple[Any, Optional[Text]]:
    """The block's polygons in (easting, northing) or (longitude, latitude), or what is wrong."""
    if block.problem is not None:
        return None, block.problem
    if not block.points:
        return None, text("it has no boundary points")
    if values.get(_COUNT, "").isdecimal() and not _counts(block):
        return None, text(
            "{announced} boundary points are announced, {there} are there",
            announced=values[_COUNT],
            there=len(block.points),
        )
    rings = _rings(block)
    order = _order(rings)
    if order == "easting first":
        swapped.append(number)
    elif order == "northing first":
        rings = [[(second, first) for first, second in ring] for ring in rings]
    else:
        return None, text("its coordinates cannot be eastings and northings in China")
    return polygons_from_rings(rings), None


def _order(rings: List[List[Tuple[float, float]]]) -> str:
    as_written = [point for ring in rings for point in ring]
    turned = [(second, first) for first, second in as_written]
    if family_of(_box(turned)) != ELSEWHERE:
        return "northing first"
    return "easting first" if family_of(_box(as_written)) != ELSEWHERE else ""


def _box(points: Points) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _reference(path: Path, head: Dict[str, str], rows: List[RawRow], notes: List[Finding]) -> Any:
    """The OSR reference that the head declares; ``None`` when it does not say enough."""
    system = head.get("坐标系", "")
    if "2000" not in system and any(name in system for name in _OTHER_DATUMS):
        raise other_datum(path.name, system)
    zone, width = head.get("带号", ""), head.get("几度分带", "3")
    if not zone.isdecimal():
        return None
    meridian = int(zone) * 3 if width.startswith("3") else int(zone) * 6 - 3
    code = plain_code(meridian)
    if code and any(_is_prefixed(row) for row in rows):
        code = prefixed_code(int(zone))
    if not code:
        notes.append(
            warning("crs", text("{file}: zone {zone} does not exist.", file=path.name, zone=zone))
        )
        return None
    return reference_named(code)


def _is_prefixed(row: RawRow) -> bool:
    return row.geometry is not None and family_of(box_of(row.geometry.GetEnvelope())) == PREFIXED
