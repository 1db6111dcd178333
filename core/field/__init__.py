"""Field checks (外业核查): photos found, read and kept."""

from .photos import PhotoFacts, attach_photos, find_photos, read_photo

__all__ = ["PhotoFacts", "attach_photos", "find_photos", "read_photo"]
