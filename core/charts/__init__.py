"""Charts as SVG text, the same for a web page, for Qt and for a printed paper.

Only what SVG Tiny 1.2 knows is used, because that is what Qt draws: no style sheets, no clip
paths, no ``dominant-baseline``. The words are given ready in the reader's language; a value that
is not known is ``None`` and shows as a dash. Each figure's shape carries its ``key`` as id, so
that a face finds what was clicked (``QSvgRenderer.boundsOnElement``).
"""

from .bars import bars, ranking, stacked
from .course import Band, course
from .items import Bar, Mark, Reached, Stack
from .progress import progress

__all__ = [
    "Band",
    "Bar",
    "Mark",
    "Reached",
    "Stack",
    "bars",
    "course",
    "progress",
    "ranking",
    "stacked",
]
