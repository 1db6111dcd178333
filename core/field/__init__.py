"""Field checks (外业核查): photos found, read, matched to their parcels and kept."""

from .facts import PhotoFacts, read_photo, usable_photo
from .finding import match_photos
from .matching import Candidate, Match, Matcher
from .names import PhotoFile, photo_files
from .photos import attach_photos

__all__ = [
    "Candidate",
    "Match",
    "Matcher",
    "PhotoFacts",
    "PhotoFile",
    "attach_photos",
    "match_photos",
    "photo_files",
    "read_photo",
    "usable_photo",
]
