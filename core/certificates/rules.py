"""What a plan says of the certificate: number, words, offices (``certificates.json``)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from string import Formatter
from typing import Dict, NamedTuple, Optional, Tuple

from ..plan import Label, Origin, Plan
from ..plan.reader import Node
from ..plan.sections import by_code, label_of, origin_of
from ..text import text

FILE = "certificates"
NUMBER_WORDS = ("office", "year", "serial")
_BRACKETS = str.maketrans("〔【［〈《[〕】］〉》]", "(" * 6 + ")" * 6)
WORDING_WORDS = frozenset(
    {
        "county",
        "location",
        "patch",
        "parcel",
        "actor",
        "illegal",
        "cultivated",
        "basic_farmland",
        "recultivated",
        "demolished",
        "accepted",
        "month",
        "office",
    }
)
"""The words in braces that a certificate's sentence may hold."""


class Numbered(NamedTuple):
    """A certificate's number in its parts; ``office`` is the short word that stands in it."""

    office: str
    year: int
    serial: int


@dataclass(frozen=True)
class NumberRule:
    """编号 such as ``{office}拆复证〔{year}〕{serial}号``; ``digits`` of the serial at least."""

    pattern: str
    digits: int
    origin: Origin

    def number(self, office: str, year: int, serial: int) -> str:
        """The number as it is printed."""
        return self.pattern.format(office=office, year=year, serial=f"{serial:0{self.digits}d}")

    def parts(self, number: str) -> Optional[Numbered]:
        """The parts of a number; ``None`` for what is not written by this pattern."""
        return _parts(self.pattern, self.digits, number)

    def as_printed(self, typed: str) -> str:
        """A number as it is printed: typed by hand it has the keyboard's brackets and digits.

        What is written by no such pattern comes back as it was typed.
        """
        if self.parts(typed):
            return typed
        found = _parts(_plain(self.pattern), 1, _plain(typed))
        return self.number(*found) if found else typed


def _parts(pattern: str, digits: int, number: str) -> Optional[Numbered]:
    forms = {"office": "(?P<office>.+?)", "year": r"(?P<year>\d{4})"}
    forms["serial"] = rf"(?P<serial>\d{{{digits},}})"
    parts = Formatter().parse(pattern)
    written = "".join(re.escape(words) + forms.get(name or "", "") for words, name, *_ in parts)
    found = re.fullmatch(written, number, re.ASCII)
    if found is None:
        return None
    return Numbered(found["office"], int(found["year"]), int(found["serial"]))


def _plain(words: str) -> str:
    """The words with one kind of brackets and of digits, and without blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words)).translate(_BRACKETS)


@dataclass(frozen=True)
class IssuingOffice:
    """出证单位: an office by the code of its casebook; ``short`` stands in its numbers."""

    code: str
    label: Label
    short: str
    origin: Origin


@dataclass(frozen=True)
class CertificateRules:
    """The rules of ``certificates.json``.

    ``mark`` says whose form it is; ``wording`` is the certificate's sentence with words in braces
    (:data:`WORDING_WORDS`). Who may issue and revoke is in ``rectification.json``.
    """

    title: Label
    mark: Label
    number: NumberRule
    offices: Dict[str, IssuingOffice]
    wording: str
    signatures: Tuple[Label, ...]
    seal: Label

    def short_of(self, code: str) -> str:
        """What stands for an office in its numbers: its code where the plan does not know it."""
        office = self.offices.get(code)
        return office.short if office else code


def certificate_rules(plan: Plan) -> CertificateRules:
    """The plan's rules; raises :class:`PlanError` with file, key and reason."""
    node = plan.section(FILE)
    rules = CertificateRules(
        title=_label(node.at("title")),
        mark=_label(node.at("mark")),
        number=_number(node.at("numbering")),
        offices=_offices(node),
        wording=_wording(node.at("wording")),
        signatures=tuple(_label(one) for one in node.some("signatures")),
        seal=_label(node.at("seal")),
    )
    node.refuse_unknown()
    return rules


def _label(node: Node) -> Label:
    origin_of(node)
    return label_of(node)


def _number(node: Node) -> NumberRule:
    pattern = node.wording("pattern", NUMBER_WORDS)
    names = [name for _words, name, *_ in Formatter().parse(pattern) if name]
    if sorted(names) != sorted(NUMBER_WORDS):
        raise node.at("pattern").wrong(
            text("{words} have to stand in it once each", words=NUMBER_WORDS)
        )
    return NumberRule(pattern, node.whole("digits", 1, 8), origin_of(node))


def _offices(node: Node) -> Dict[str, IssuingOffice]:
    """By code; two with one short word would write the same numbers."""
    offices = by_code(node.each("offices"), _office)
    seen: Dict[str, str] = {}
    for one in offices.values():
        other = seen.setdefault(one.short, one.code)
        if other != one.code:
            raise node.at("offices").wrong(
                text("{code} and {other} have the same short word", code=one.code, other=other)
            )
    return offices


def _office(node: Node) -> IssuingOffice:
    return IssuingOffice(node.text("code"), label_of(node), node.text("short"), origin_of(node))


def _wording(node: Node) -> str:
    origin_of(node)
    return node.wording("zh", WORDING_WORDS)
