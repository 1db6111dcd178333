"""Imagery in the window: epochs among the project's layers, which pictures are shown, and how."""

from ...core.imagery import AFTER, BEFORE, Epoch, Pair, choose, day_in
from .epochs import DATE_PROPERTY, EPOCH_PROPERTY, epoch_of, epochs_of
from .showing import Imagery

__all__ = [
    "AFTER",
    "BEFORE",
    "DATE_PROPERTY",
    "EPOCH_PROPERTY",
    "Epoch",
    "Imagery",
    "Pair",
    "choose",
    "day_in",
    "epoch_of",
    "epochs_of",
]
