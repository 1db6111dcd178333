"""案卷: a case and what was done about it, as records.

Codes (``result``, steps, reasons, kinds, receivers) are those of the plan's ``cases.json``; days
are ISO text, empty while they are open. What stays empty is not known, or was not done.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Dict, Optional, Tuple


@dataclass(frozen=True)
class Case:
    """案件: parcels, perhaps of several patches, that one actor answers for."""

    number: str
    actor: str
    name: str
    parcels: Tuple[str, ...]


@dataclass(frozen=True)
class StopNotice:
    """责令停止违法行为通知书: which one, to whom, when, and what came of it."""

    number: str = ""
    date: str = ""
    served_to: str = ""
    served_on: str = ""
    result: str = ""
    note: str = ""


@dataclass(frozen=True)
class CaseStep:
    """A step that was taken: the day, and the document it is written in."""

    date: str
    document: str = ""
    note: str = ""


@dataclass(frozen=True)
class Filing:
    """立案 with its steps by code, or the reason why no case is filed (不予立案)."""

    steps: Dict[str, CaseStep] = field(default_factory=dict)
    reason: str = ""
    explanation: str = ""


@dataclass(frozen=True)
class Penalty:
    """One penalty as it was decided and as it was carried out so far.

    ``decided`` and ``done`` are in the unit of the kind (yuan or m²); ``None`` while unknown.
    """

    kind: str
    decided: Optional[Decimal] = None
    decided_on: str = ""
    document: str = ""
    done: Optional[Decimal] = None
    done_on: str = ""
    note: str = ""


@dataclass(frozen=True)
class Transfer:
    """移送、移交: what was handed to whom, by which letter and when, and the receipt for it."""

    receiver: str
    what: str = ""
    to_whom: str = ""
    letter: str = ""
    sent_on: str = ""
    receipt: str = ""
    receipt_on: str = ""
    note: str = ""


@dataclass(frozen=True)
class Interruption:
    """不计入期间: days that the terms of a case do not count, both of them included.

    ``ended_on`` is empty while it goes on; ``note`` is the reason.
    """

    kind: str
    begun_on: str = ""
    ended_on: str = ""
    note: str = ""


@dataclass(frozen=True)
class CaseFile:
    """Everything the record says about one case."""

    case: Case
    stop_notice: Optional[StopNotice] = None
    filing: Filing = field(default_factory=Filing)
    penalties: Tuple[Penalty, ...] = ()
    transfers: Tuple[Transfer, ...] = ()
    interruptions: Tuple[Interruption, ...] = ()
