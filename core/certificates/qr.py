"""The text in a certificate's QR code: number, parcel, day and hash; and its picture.

One line, so that a scanner that types can be pointed at a field, in five parts between bars.
Percent signs, bars, control characters, and blanks at an end, stand as ``%`` and their code.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple, Optional

from ..files import whole_file
from ..rectified import Certificate

MARK = "TUBAN1"
BAR = "|"
_KEPT_APART = re.compile(r"[%|\x00-\x1f\x7f]|^\s|\s\Z")
_CODED = re.compile(r"%([0-9A-F]{2})")
_HASH = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Up to 15 % of the code may be smudged: it is stamped over and photocopied.
ERROR_LEVEL = "m"
MODULE_PIXELS, QUIET_MODULES = 8, 4


class Told(NamedTuple):
    """What a certificate on paper says of itself."""

    number: str
    parcel: str
    issued_on: str
    facts_sha256: str


def written(certificate: Certificate, parcel: str) -> str:
    """The text of a certificate's QR code."""
    told = (certificate.number, parcel, certificate.issued_on, certificate.facts_sha256)
    return BAR.join([MARK, *(_KEPT_APART.sub(_code_of, one) for one in told)])


def read(scanned: str) -> Optional[Told]:
    """What :func:`written` was given; ``None`` for any other text.

    Blanks round it, and capitals in the hash, do no harm.
    """
    mark, *parts = scanned.strip().split(BAR)
    if mark.upper() != MARK or len(parts) != len(Told._fields):
        return None
    number, parcel, day, sha256 = (_CODED.sub(_character, one.strip()) for one in parts)
    sha256 = sha256.lower()
    if not (number and parcel and _DAY.fullmatch(day) and _HASH.fullmatch(sha256)):
        return None
    return Told(number, parcel, day, sha256)


def draw(words: str, target: Path) -> None:
    """A QR code with these words as a PNG, with its quiet zone; nothing leaves the computer.

    :raises OutputError: it cannot be written.
    """
    # Loaded when it is used: QGIS starts without it.
    import segno

    # UTF-8 without a mark that says so: phones and scanners know it, many know no mark.
    code = segno.make_qr(words, error=ERROR_LEVEL, encoding="utf-8")
    with whole_file(target) as part:
        code.save(str(part), kind="png", scale=MODULE_PIXELS, border=QUIET_MODULES)


def _code_of(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"


def _character(found: re.Match[str]) -> str:
    return chr(int(found.group(1), 16))
