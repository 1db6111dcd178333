"""How far each unit is: one bar per unit, filled from the left."""

from __future__ import annotations

from typing import Sequence

from .bars import NAMES, ROW, TOP, WIDTH
from .drawing import FAINT, TEXT_PX, Drawing, fitted
from .items import DASH, Reached

STEPS = ("#c3d5ea", "#7aa6d6", "#1f5fa8", "#12355f")
WHOLE = "#eef0f2"
RIGHT_ROOM = 150.0


def progress(title: str, names: Sequence[str], rows: Sequence[Reached]) -> str:
    """Bars whose whole is a unit's total; ``names`` are the steps, that which most have reached
    first. Beside it stands how many have come to the last step, of how many. The SVG.

    :raises ValueError: a row has not as many counts as there are names, or there are over four.
    """
    if len(names) > len(STEPS):
        raise ValueError(f"{len(names)} steps; there are colours for {len(STEPS)}")
    drawing = Drawing(WIDTH, TOP + 26 + ROW * max(1, len(rows)) + 14, title)
    colours = STEPS[len(STEPS) - len(names) :] if len(names) > 1 else STEPS[2:3]
    drawing.legend(names, colours, TOP - 4)
    for index, row in enumerate(rows):
        if len(row.counts) != len(names):
            raise ValueError(f"{len(row.counts)} counts for {len(names)} steps")
        _row(drawing, row, names, colours, TOP + 26 + ROW * index)
    if not rows:
        drawing.text(WIDTH / 2, TOP + 44, DASH, TEXT_PX, "middle", FAINT)
    return drawing.svg()


def _row(
    drawing: Drawing, row: Reached, names: Sequence[str], colours: Sequence[str], top: float
) -> None:
    left = NAMES
    room = WIDTH - RIGHT_ROOM - left
    base = top + ROW / 2 + 4
    drawing.text(left - 8, base, fitted(row.label, TEXT_PX, NAMES - 16), anchor="end")
    drawing.rect(left, top + 6, room, ROW - 12, WHOLE)
    for index, (name, count) in enumerate(zip(names, row.counts)):
        wide = room * min(1.0, count / row.total) if row.total else 0.0
        key = f"{row.key}/{index}" if row.key else ""
        drawing.rect(
            left,
            top + 6,
            wide,
            ROW - 12,
            colours[index],
            key,
            f"{row.label} {name} {count}/{row.total}",
        )
    done = row.counts[-1] if row.counts else 0
    # Rounded down: 100 % only when all are done.
    share = f"{100 * done // row.total}%" if row.total else DASH
    drawing.text(left + room + 10, base, f"{done} / {row.total}")
    drawing.text(WIDTH - 14, base, share, anchor="end")
