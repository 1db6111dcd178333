"""What follows from verdict and figures: mandatory flags, the city's visits, military land."""

from .flags import flags_mandatory
from .military import is_military, military_patches
from .visits import must_visit, must_visit_together

__all__ = [
    "flags_mandatory",
    "is_military",
    "military_patches",
    "must_visit",
    "must_visit_together",
]
