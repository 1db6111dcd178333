"""疑点: what may be untrue in a month's work, pointed out and never concluded.

Each sign is a function that gives findings. They are notices: a person looks, and says. The
thresholds are those of the plan's ``oversight.json``.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Callable, Dict, Iterator, List, Mapping, Protocol, Sequence, Tuple

from sqlalchemy import Connection

from ..casebook import Recorded, events
from ..casebook.tracing import entries_of
from ..exchange.content import content_of
from ..field.photo_checks import places, repeated_photos, times
from ..legality import is_military
from ..model import Dossier, Finding, PatchKind, Severity
from ..plan import Plan
from ..progress import SILENT, Progress, check_cancelled
from ..rounds import Outcome
from ..text import Text, text
from .rules import SignRules, oversight_rules

FIGURES = ("cultivated_mu", "basic_farmland_mu", "red_line_mu")


@dataclass(frozen=True)
class Seen:
    """What the signs look at; ``figures`` are the entries of a parcel's figures, oldest first."""

    plan: Plan
    rules: SignRules
    dossiers: Sequence[Dossier]
    figures: Mapping[str, Sequence[Recorded]] = field(default_factory=dict)
    today: date = date.max


class Book(Protocol):
    """What the signs need of the casebook."""

    def dossiers(self, month: str, kind: PatchKind) -> Sequence[Dossier]:
        """Everything about the month's parcels, by number."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions."""


Told = Iterator[Tuple[str, Text]]
"""Parcel number and what is told of it."""


def signs_of(
    book: Book, plan: Plan, month: str, today: date, progress: Progress = SILENT
) -> List[Finding]:
    """All signs in a month's land patches, military ones left out."""
    dossiers = list(book.dossiers(month, PatchKind.LAND))
    hidden = {one.patch.number for one in dossiers if is_military(one, plan)}
    shown = [one for one in dossiers if one.patch.number not in hidden]
    numbers = {one.parcel.number for one in shown}
    figures: Dict[str, List[Recorded]] = defaultdict(list)
    with book.reading() as connection:
        for entry in entries_of(connection, events.FIGURES_COMPUTED):
            if entry.subject in numbers:
                figures[entry.subject].append(entry)
    seen = Seen(plan, oversight_rules(plan).signs, shown, figures, today)
    found: List[Finding] = []
    for done, name in enumerate(SIGNS):
        check_cancelled(progress)
        progress.at(done, len(SIGNS))
        found += findings_of(name, seen)
    return found


def findings_of(name: str, seen: Seen) -> List[Finding]:
    """The findings of one sign."""
    source = oversight_rules(seen.plan).source
    return [
        Finding(name, Severity.NOTICE, message, number, source)
        for number, message in SIGNS[name][1](seen)
    ]


def one_photo_twice(seen: Seen) -> Told:
    """The same photo, or the same picture renamed or resized, for two patches."""
    of_parcel = {one.parcel.number: one for one in seen.dossiers}
    owner = {number: one.patch.number for number, one in of_parcel.items()}
    for number, message in repeated_photos(seen.dossiers, seen.plan):
        other = str(message.values.get("other", ""))
        if owner.get(other) != owner[number]:
            yield number, message


def photos_elsewhere(seen: Seen) -> Told:
    """Photos whose position is too far from the parcel."""
    for dossier in seen.dossiers:
        placed = [one for one in dossier.photos if None not in (one.lon_deg, one.lat_deg)]
        for message in places(replace(dossier, photos=tuple(placed)), seen.plan, seen.today):
            yield dossier.parcel.number, message


def photos_too_early(seen: Seen) -> Told:
    """Photos taken before the later image or before the issue, or by a clock that was wrong."""
    for dossier in seen.dossiers:
        timed = tuple(one for one in dossier.photos if one.taken_at)
        for message in times(replace(dossier, photos=timed), seen.plan, seen.today):
            yield dossier.parcel.number, message


def unchanged_but_built(seen: Seen) -> Told:
    """Judged as unchanged, though it was issued as a class that says something was built."""
    for dossier in seen.dossiers:
        verdict, issued = dossier.county_verdict, dossier.patch.patch_class
        if verdict is None or verdict.category not in seen.rules.unchanged:
            continue
        if issued in seen.rules.building_classes:
            category = seen.plan.category(verdict.category)
            yield (
                dossier.parcel.number,
                text(
                    "Judged “{verdict}”, but issued as “{issued}”.",
                    verdict=category.label if category else verdict.category,
                    issued=issued,
                ),
            )


def same_words(seen: Seen) -> Told:
    """The same longer text as reason, or as what was found, of several patches."""
    by_words: Dict[str, List[Dossier]] = defaultdict(list)
    for dossier in seen.dossiers:
        verdict, check = dossier.county_verdict, dossier.field_check
        for said in {verdict.reason if verdict else "", check.found if check else ""}:
            words = "".join(said.split())
            if len(words) >= seen.rules.same_text_characters:
                by_words[words].append(dossier)
    for words, dossiers in by_words.items():
        patches = {one.patch.number for one in dossiers}
        if len(patches) < seen.rules.same_text_patches:
            continue
        for dossier in dossiers:
            yield (
                dossier.parcel.number,
                text("{count} patches have this text: {words}", count=len(patches), words=words),
            )


def changed_after_review(seen: Seen) -> Told:
    """Passed, and then something else: here, or in what was handed up since."""
    for dossier in seen.dossiers:
        handed = {one.submission: one for one in dossier.rounds.submitted}
        passed = [one for one in dossier.rounds.reviews if one.outcome is Outcome.PASSED]
        if not passed or passed[-1].submission not in handed:
            continue
        review, content = passed[-1], handed[passed[-1].submission].content
        later = [one for one in handed.values() if one.submission > review.submission]
        if content_of(dossier) != content or any(one.content != content for one in later):
            yield (
                dossier.parcel.number,
                text("Passed on {day}, and changed since.", day=review.day),
            )


def moved_areas(seen: Seen) -> Told:
    """Figures that became others after the parcel was handed up for the first time."""
    for dossier in seen.dossiers:
        submitted = dossier.rounds.submitted
        if not submitted:
            continue
        first = min(one.day for one in submitted)
        for entry in seen.figures.get(dossier.parcel.number, ()):
            if entry.old and entry.new and entry.at[:10] >= first:
                for message in _moved(entry, seen.rules.moved_mu):
                    yield dossier.parcel.number, message


def _moved(entry: Recorded, least: Decimal) -> Iterator[Text]:
    before, after = entry.old or {}, entry.new or {}
    for name in FIGURES:
        old, new = before.get(name), after.get(name)
        if old is None or new is None or abs(Decimal(new) - Decimal(old)) < least:
            continue
        yield text(
            "{figure} went from {old} to {new} mu on {day}, after it was handed up.",
            figure=_FIGURE_WORDS[name],
            old=old,
            new=new,
            day=entry.at[:10],
        )


_FIGURE_WORDS = {
    "cultivated_mu": text("Cultivated land"),
    "basic_farmland_mu": text("Basic farmland"),
    "red_line_mu": text("Red line"),
}

SIGNS: Dict[str, Tuple[Text, Callable[[Seen], Told]]] = {
    "one-photo-twice": (text("One photo for two patches"), one_photo_twice),
    "photos-elsewhere": (text("Photos taken elsewhere"), photos_elsewhere),
    "photos-too-early": (text("Photos taken too early"), photos_too_early),
    "unchanged-but-built": (text("“Unchanged” where something was built"), unchanged_but_built),
    "same-words": (text("The same text in many patches"), same_words),
    "changed-after-review": (text("Changed after it was passed"), changed_after_review),
    "moved-areas": (text("Areas that moved"), moved_areas),
}
"""Name → title and the function, in the order they are shown."""
