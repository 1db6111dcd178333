"""In which encoding the texts of a file are: what it declares, and what its bytes say.

The evidence decides; a declaration only tips the scales. Where neither is enough a person is
asked, because text that is garbled once is garbled in every form that follows. The famous trap
are short GBK words that happen to be valid UTF-8: validity alone proves nothing there, so the
two readings are weighed against each other (see :mod:`.likelihood`).
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Dict, Iterable, List, Optional, Tuple

from ..errors import UndecidedInput, UnreadableFile
from ..text import Text, text
from .likelihood import likelihood

UTF8 = "UTF-8"
GBK = "GBK"
ASCII = "ASCII"
CHOICES = (GBK, UTF8)

# Natural logarithms: a decision needs fifty to one; a declaration alone is a little more.
_DECLARED = 4.5
_ENOUGH = 4.0
# One value cannot outweigh a whole file: files merged from two sources hold both encodings.
_MOST_PER_VALUE = 30.0
_OTHERWISE = 20.0
_CUT_AT_FULL_WIDTH = -3.0
_CUT_ELSEWHERE = -14.0

_CODECS = {UTF8: "utf-8", GBK: "gb18030", ASCII: "ascii"}
_NAMES = {
    UTF8: ("utf-8", "utf8", "65001", "cp65001", "unicode"),
    GBK: ("gbk", "gb2312", "gb18030", "936", "cp936", "ansi 936", "oem 936", "54936", "ms936"),
}


@dataclass(frozen=True)
class Piece:
    """Bytes of one value; ``width`` is the field's width, where it has one."""

    raw: bytes
    width: int = 0


@dataclass(frozen=True)
class Decoded:
    """A value as text. ``problem`` is ``""``, ``cut`` (its last character was cut in the middle
    and is left out), ``other`` (this one value is in the other encoding) or ``broken`` (bytes
    that are no text are shown as ``\\xNN``)."""

    text: str
    problem: str = ""


def encoding_named(declaration: str) -> str:
    """``UTF-8`` or ``GBK`` for what a .cpg or a person writes; ``""`` for anything else."""
    name = declaration.strip().lower().replace("_", "-")
    return next((label for label, names in _NAMES.items() if name in names), "")


def encoding_asked(name: str) -> str:
    """The encoding a person asked for, checked; raises :class:`UndecidedInput`."""
    known = encoding_named(name)
    if known:
        return known
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise UndecidedInput(
            text("“{name}” is not an encoding. Choose one of those offered.", name=name),
            "encoding",
            CHOICES,
        ) from error


def find_encoding(file: str, pieces: Iterable[Piece], declared: str) -> str:
    """``UTF-8``, ``GBK`` or, where nothing needs one, ``declared`` or ``ASCII``.

    Raises :class:`UndecidedInput` when the bytes fit both readings about equally well.
    """
    evidence, seen = _weigh(pieces)
    if not seen:
        return declared or ASCII
    balance = evidence + {GBK: _DECLARED, UTF8: -_DECLARED}.get(declared, 0.0)
    if abs(balance) < _ENOUGH:
        raise UndecidedInput(
            text("The texts of {file} can be read as GBK and as UTF-8. Choose one.", file=file),
            "encoding",
            CHOICES,
        )
    return GBK if balance > 0 else UTF8


def _weigh(pieces: Iterable[Piece]) -> Tuple[float, bool]:
    """Evidence for GBK (above zero) or UTF-8 (below), and whether there was any text at all."""
    total, seen = 0.0, False
    for piece in set(pieces):
        if piece.raw.isascii():
            continue
        seen = True
        gbk, utf8 = _reading(piece, GBK), _reading(piece, UTF8)
        difference = _or_hopeless(gbk) - _or_hopeless(utf8)
        total += max(-_MOST_PER_VALUE, min(_MOST_PER_VALUE, difference))
    return total, seen


@dataclass(frozen=True)
class _Reading:
    text: str
    likelihood: float
    cut: bool


def _or_hopeless(reading: Optional[_Reading]) -> float:
    return -1e6 if reading is None else reading.likelihood


def _reading(piece: Piece, encoding: str) -> Optional[_Reading]:
    """The value under an encoding, strictly; only its very end may be a cut character."""
    decoder = codecs.getincrementaldecoder(_CODECS.get(encoding, encoding))("strict")
    try:
        decoded = decoder.decode(piece.raw, False)
    except UnicodeDecodeError:
        return None
    cut = bool(decoder.getstate()[0])
    penalty = 0.0
    if cut:
        full = piece.width and len(piece.raw) >= piece.width
        penalty = _CUT_AT_FULL_WIDTH if full else _CUT_ELSEWHERE
    return _Reading(decoded, likelihood(decoded) + penalty, cut)


class Decoder:
    """Turns a file's bytes into text, and says where that was not straightforward.

    ``certain`` is true when a person named the encoding: then only values that cannot be read
    in it are tried in the other one.
    """

    def __init__(self, encoding: str, certain: bool = False) -> None:
        self.encoding = encoding
        self._certain = certain
        self._known: Dict[Piece, Decoded] = {}

    def decode(self, raw: bytes, width: int = 0) -> Decoded:
        """The text of one value."""
        if raw.isascii():
            return Decoded(raw.decode("ascii"))
        piece = Piece(raw, width)
        known = self._known.get(piece)
        if known is None:
            known = self._known[piece] = self._decode(piece)
        return known

    def _decode(self, piece: Piece) -> Decoded:
        mine = _reading(piece, self.encoding)
        other = None if self.encoding not in CHOICES else _reading(piece, self._other())
        if other is not None and self._is_better(other, mine):
            return Decoded(other.text, "other")
        if mine is None:
            codec = _CODECS.get(self.encoding, self.encoding)
            return Decoded(piece.raw.decode(codec, "backslashreplace"), "broken")
        return Decoded(mine.text, "cut" if mine.cut else "")

    def _other(self) -> str:
        return UTF8 if self.encoding == GBK else GBK

    def _is_better(self, other: _Reading, mine: Optional[_Reading]) -> bool:
        if other.cut:
            return False
        if mine is None:
            return True
        return not self._certain and other.likelihood > mine.likelihood + _OTHERWISE


def conflict(file: str, declared: str, found: str, by: str) -> Text:
    """The note for a file whose declaration (``by`` a .cpg, a header) is wrong."""
    return text(
        "{file} is declared as {declared} ({by}), but its texts are {found}; read as {found}.",
        file=file,
        declared=declared,
        by=by,
        found=found,
    )


def problem_of(decoded: Decoded, encoding: str, field: str) -> Text:
    """What to say about a value that was not straightforward."""
    if decoded.problem == "cut":
        return text(
            "Field {field}: the text “{text}” was cut in the middle of a character; the broken "
            "last character was left out.",
            field=field,
            text=decoded.text,
        )
    if decoded.problem == "other":
        return text(
            "Field {field}: “{text}” is not in {encoding} like the rest of the file; read in the "
            "encoding it is in.",
            field=field,
            text=decoded.text,
            encoding=encoding,
        )
    return text(
        "Field {field}: some bytes are no text in {encoding}; they are kept as “{text}”.",
        field=field,
        text=decoded.text,
        encoding=encoding,
    )


_MARKS = (
    (codecs.BOM_UTF8, "utf-8", UTF8),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


def decode_whole(file: str, data: bytes, asked: str = "") -> Tuple[str, str]:
    """A whole text file as (text, encoding); its line ends become ``\\n``.

    Raises :class:`UndecidedInput`, or :class:`UnreadableFile` when it is no text at all.
    """
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            return _strictly(file, data[len(mark) :], codec, label)
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return _strictly(file, data, unmarked, "UTF-16")
    lines: List[Piece] = [Piece(line) for line in data.replace(b"\r", b"\n").split(b"\n")]
    encoding = encoding_asked(asked) if asked else find_encoding(file, lines, "")
    return _strictly(file, data, _CODECS.get(encoding, encoding), encoding)


def _utf16_without_mark(data: bytes) -> str:
    """Digits and commas in UTF-16 have a zero byte beside each; no other text has any."""
    head = data[:4096]
    if head.count(0) < len(head) // 4:
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _strictly(file: str, data: bytes, codec: str, label: str) -> Tuple[str, str]:
    try:
        decoded = data.decode(codec)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            text(
                "{file} is not text in {encoding}: byte {at} cannot be read. Ask for it again.",
                file=file,
                encoding=label,
                at=error.start + 1,
            )
        ) from error
    return decoded.replace("\r\n", "\n").replace("\r", "\n"), label
