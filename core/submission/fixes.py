"""What can be put right without a judgment: one small function per fix, offered by its check.

A fix never decides anything. What it does is one event per parcel, with old and new in the
journal, and can be undone like everything else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Dict, List, Optional, Sequence

from ..casebook import events
from ..casebook.journal import Event
from ..model import Answer, Dossier, Finding, VerdictLevel
from ..progress import SILENT, Progress
from ..text import Text, text
from .collecting import Book
from .texts import not_in_gbk
from .work import MonthWork

LOOK_ALIKES = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u00ad": "",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\u2060": "",
        "\ufeff": "",
        "\u2011": "-",
        "\u2212": "-",
        "\u2022": "·",
        "\u30fb": "·",
    }
)
"""Blanks and signs that GBK does not have → what people meant; nothing that has a meaning."""


@dataclass(frozen=True)
class Fix:
    """What it is called on its button, and what it records; no events where it cannot help."""

    title: Text
    run: Callable[[Dossier], List[Event]]


def _withdraw_flags(dossier: Dossier) -> List[Event]:
    kept: Dict[str, Answer] = {
        code: one for code, one in dossier.flags.items() if one is Answer.NOT_APPLICABLE
    }
    if kept == dossier.flags:
        return []
    return [events.flags_answered(dossier.parcel.number, kept, dossier.flags)]


def _plain_texts(dossier: Dossier) -> List[Event]:
    """The texts that a person typed, without the characters that only look like others."""
    number, found = dossier.parcel.number, []
    verdict = dossier.verdicts.get(VerdictLevel.COUNTY)
    if verdict is not None and _is_better(verdict.reason):
        reason = verdict.reason.translate(LOOK_ALIKES)
        found.append(events.verdict_given(replace(verdict, reason=reason), verdict))
    evidence = {
        code: replace(one, value=one.value.translate(LOOK_ALIKES)) if _is_better(one.value) else one
        for code, one in dossier.evidence.items()
    }
    if evidence != dossier.evidence:
        found.append(events.evidence_recorded(number, evidence, dossier.evidence))
    return found


def _is_better(content: str) -> bool:
    return len(not_in_gbk(content.translate(LOOK_ALIKES))) < len(not_in_gbk(content))


FIXES: Dict[str, Fix] = {
    "flags-unneeded": Fix(text("Withdraw the answers to the flags"), _withdraw_flags),
    "texts-gbk": Fix(text("Write look-alike characters the plain way"), _plain_texts),
}
"""By the name of the check that offers it."""


def changes_of(findings: Sequence[Finding], work: MonthWork) -> List[Event]:
    """What the fixes of these findings would record; each parcel once per fix."""
    by_number = {dossier.parcel.number: dossier for dossier in work.dossiers}
    wanted = dict.fromkeys((one.check, one.subject) for one in findings if one.check in FIXES)
    found: List[Event] = []
    for check, subject in wanted:
        dossier: Optional[Dossier] = by_number.get(subject)
        if dossier is not None:
            found += FIXES[check].run(dossier)
    return found


def put_right(
    book: Book, findings: Sequence[Finding], work: MonthWork, progress: Progress = SILENT
) -> int:
    """Record the fixes of these findings; how many parcels' records changed.

    :raises CasebookConflict: the record has moved on since ``work`` was collected.
    """
    changes = changes_of(findings, work)
    if changes:
        book.record(changes, progress)
    return len({change.subject for change in changes})
