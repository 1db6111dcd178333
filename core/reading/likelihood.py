"""How likely a decoded text is to be Chinese land-office text.

Logarithms of rough character frequencies: the 3755 everyday characters (GB 2312 level 1) make
up almost all of such text, the 3008 of level 2 a percent, all others next to nothing. Since two
decodings explain the same bytes, their sums can be compared directly.
"""

from __future__ import annotations

from math import log
from typing import Dict

EVERYDAY = log(0.97 / 3755)
LESS_COMMON = log(0.01 / 3008)
PUNCTUATION = log(0.02 / 100)
SYMBOL = log(0.003 / 12)
RARE = log(0.001 / 20000)
VERY_RARE = log(1e-6 / 60000)
FOREIGN = log(1e-5 / 1900)
OTHER = log(1e-6 / 20000)
CONTROL = log(1e-9 / 100)

SYMBOLS = "°±²³·×÷µ§Φφ"


def _table() -> Dict[str, float]:
    table: Dict[str, float] = {}
    for lead in range(0xB0, 0xF8):
        weight = EVERYDAY if lead < 0xD8 else LESS_COMMON
        for trail in range(0xA1, 0xFF):
            pair = bytes((lead, trail)).decode("gb2312", "ignore")
            table.update(dict.fromkeys(pair, weight))
    table.update(dict.fromkeys(SYMBOLS, SYMBOL))
    return table


_KNOWN = _table()
_RANGES = (
    (0x20, 0x7F, 0.0),  # ASCII is the same in every encoding asked about
    (0x09, 0x0E, 0.0),
    (0x00, 0x20, CONTROL),
    (0x7F, 0xA0, CONTROL),
    (0xA0, 0x800, FOREIGN),
    (0x2010, 0x2030, PUNCTUATION),
    (0x2030, 0x2040, PUNCTUATION),
    (0x2150, 0x2190, PUNCTUATION),
    (0x2460, 0x24A0, PUNCTUATION),
    (0x3000, 0x3020, PUNCTUATION),
    (0x4E00, 0xA000, RARE),
    (0x3400, 0x4DC0, VERY_RARE),
    (0xE000, 0xF900, CONTROL),
    (0xFF01, 0xFF5F, PUNCTUATION),
    (0x20000, 0x32000, VERY_RARE),
)


def _weigh(character: str) -> float:
    code = ord(character)
    for first, end, weight in _RANGES:
        if first <= code < end:
            return weight
    return OTHER


def likelihood(text: str) -> float:
    """Logarithm of how likely ``text`` is; 0 for ASCII, the lower the less likely."""
    total = 0.0
    for character in text:
        weight = _KNOWN.get(character)
        if weight is None:
            weight = _KNOWN[character] = _weigh(character)
        total += weight
    return total
