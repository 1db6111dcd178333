"""Columns as arrays: what is so of each row, and whole numbers of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]
else:  # NDArray came with NumPy 1.21; QGIS 3.22 on macOS carries an older one
    Flags = Whole = np.ndarray
