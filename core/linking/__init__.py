"""往期: what was done before about the same place, here or in another monitoring programme."""

from .found import Earlier
from .reading import read_earlier_work
from .recording import Linked, link_with, link_within

__all__ = ["Earlier", "Linked", "link_with", "link_within", "read_earlier_work"]
