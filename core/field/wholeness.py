"""Whether a picture file is there to its end: cameras and chat programs leave halves behind.

GDAL draws what there is of a JPEG and fills the rest with grey, so the file itself is walked:
its segments (ITU-T T.81, annex B) up to the marker that ends the image.
"""

from __future__ import annotations

import re

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
# Markers that stand alone, without a length: TEM, RST0 … RST7 and the start of an image.
_ALONE = {0x01, *range(0xD0, 0xD9)}
# Inside a scan 0xFF is followed by zero, by a restart marker, or by more 0xFF; all else ends it.
_AFTER_SCAN = re.compile(rb"\xff(?=[^\x00\xd0-\xd7\xff])")


def is_whole_jpeg(content: bytes) -> bool:
    """True when the image's end is there; what cameras append behind it does not matter."""
    if content[:2] != bytes([0xFF, _START]):
        return False
    at = 2
    while True:
        at = _next_marker(content, at)
        if at < 0:
            return False
        marker = content[at]
        if marker == _END:
            return True
        at += 1
        if marker in _ALONE:
            continue
        at += int.from_bytes(content[at : at + 2], "big")
        if marker == _SCAN:
            found = _AFTER_SCAN.search(content, at)
            if found is None:
                return False
            at = found.start()


def _next_marker(content: bytes, at: int) -> int:
    """Where the code of the next marker stands; -1 when the content ends before it."""
    at = content.find(b"\xff", at)
    while 0 <= at < len(content) and content[at] == 0xFF:
        at += 1
    return at if 0 <= at < len(content) else -1
