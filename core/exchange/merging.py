"""Putting into a casebook what was read from another one: first shown, then in one go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Dict, List, Mapping, Set, Tuple

from sqlalchemy import Connection, select

from ..casebook import events, journal
from ..casebook.book import Casebook
from ..casebook.journal import Event
from ..casebook.tables import sources
from ..errors import CasebookConflict
from ..model import Finding, Severity
from ..progress import SILENT, Progress, check_cancelled
from ..text import text
from .comparing import (
    Picture,
    compare_parcels,
    compare_patches,
    compare_states,
    is_about_old_case,
    is_about_parcel,
    others_cases,
    parcels_there,
)
from .comparing_photos import STAGED, compare_photos, photos_here
from .growing import numbers_used_twice, turned_on_both_sides
from .incoming import WITH_ALL, Before, Incoming, before, findings_of
from .record import CarriedPhoto, patch_event
from .threeway import Choice, Clash, Compared, FieldKey, How

Choices = Mapping[FieldKey, Choice]
Bring = Callable[[CarriedPhoto], str]


@dataclass(frozen=True)
class Preview:
    """What reading would change. ``clashes`` have to be chosen before it can be merged.

    ``is_known``: all of it was read already, and merging changes nothing.
    """

    incoming: Incoming
    findings: Tuple[Finding, ...]
    compared: Tuple[Compared, ...]
    photos_added: int
    photos_removed: int
    late: Tuple[str, ...]
    is_known: bool

    @property
    def clashes(self) -> List[Clash]:
        """The fields that both sides changed."""
        return [clash for one in self.compared for clash in one.clashes]

    def counts(self) -> Dict[How, int]:
        """How many things are new, changed, the same, …"""
        return dict(Counter(one.how for one in self.compared))


@dataclass(frozen=True)
class Merged:
    """What merging did: entries of the journal, and things by how they went together."""

    entries: int
    counts: Dict[How, int] = field(default_factory=dict)
    photos: int = 0


def preview(book: Casebook, incoming: Incoming, progress: Progress = SILENT) -> Preview:
    """What reading ``incoming`` would change in ``book``; nothing is written."""
    with book.reading() as connection:
        known = before(connection, incoming)
        picture = compare_patches(connection, incoming, known)
        check_cancelled(progress)
        compare_parcels(connection, incoming, known, picture)
        check_cancelled(progress)
        left_out = picture.skipped | picture.late
        picture.states += compare_states(connection, incoming, known, left_out)
        compare_photos(connection, incoming, known, picture)
        foreign = others_cases(connection, incoming)
        twice, told = numbers_used_twice(connection, incoming)
    findings = [*findings_of(incoming, known), *picture.findings]
    findings += [_number_taken(number) for number in sorted(foreign)]
    findings += told
    compared = tuple(
        one
        for one in picture.compared()
        if one.subject not in foreign and (one.kind, one.subject) not in twice
    )
    findings += turned_on_both_sides(compared, incoming.record.states)
    is_known = bool(incoming.record.patches) and set(incoming.record.patches) == picture.late
    return Preview(
        incoming=incoming,
        findings=tuple(findings),
        compared=compared,
        photos_added=len(picture.attach),
        photos_removed=len(picture.detach),
        late=tuple(sorted(picture.late)),
        is_known=is_known and _is_read(known, incoming),
    )


def _is_read(known: Before, incoming: Incoming) -> bool:
    head = incoming.part.head
    return any(
        (row.month, row.head_seq, row.head_hash) == (incoming.month, head.seq, head.hash)
        for row in known.rows
    )


def _number_taken(number: str) -> Finding:
    return Finding(
        "exchange",
        Severity.WARNING,
        text(
            "Another county has a case of this number here; this one is left out. Number cases "
            "so that they differ between counties."
        ),
        number,
    )


def merge(
    book: Casebook,
    shown: Preview,
    choices: Choices,
    bring: Bring,
    progress: Progress = SILENT,
) -> Merged:
    """Record everything in one transaction; reading the same again changes nothing.

    ``bring`` copies a photo beside the casebook and gives its path there; doing it twice does no
    harm.

    :raises CasebookConflict: something that both sides changed was not chosen for.
    """
    if shown.is_known:
        return Merged(0)
    for clash in shown.clashes:
        if clash.key not in choices:
            raise _not_chosen(clash)
    brought = _bring_photos(shown.incoming, bring, progress)
    merging = _Merging(shown, choices, brought)
    who = f"{shown.incoming.sender_name} / {book.who}"
    recorded = book.record_stages(merging.stages(), progress, who)
    return Merged(len(recorded), merging.counts(), len(merging.picture.attach))


def _not_chosen(clash: Clash) -> CasebookConflict:
    return CasebookConflict(
        text("{subject} was changed on both sides; choose what is to stand.", subject=clash.key[1])
    )


def _bring_photos(incoming: Incoming, bring: Bring, progress: Progress) -> Dict[str, str]:
    """Every photo beside the casebook, by SHA-256; files that are there already are used."""
    carried: Dict[str, CarriedPhoto] = {}
    for (_, digest), photo in incoming.record.photos.items():
        carried.setdefault(digest, photo)
    brought = {}
    for done, (digest, photo) in enumerate(carried.items()):
        check_cancelled(progress)
        progress.at(done, len(carried))
        brought[digest] = bring(photo)
    return brought


class _Merging:
    """The stages of one transaction, each made from what the one before has left."""

    def __init__(self, shown: Preview, choices: Choices, brought: Dict[str, str]) -> None:
        self.incoming = shown.incoming
        self.choices = choices
        self.brought = brought
        self.picture = Picture()
        self._shown = {(one.kind, one.subject): one for one in shown.compared}

    def stages(self) -> List[Any]:
        """What is recorded, in this order."""
        return [
            self._patches,
            self._parcels,
            self._states,
            self._dropped,
            self._received,
            self._chosen,
        ]

    def counts(self) -> Dict[How, int]:
        """Things by how they went together."""
        return dict(Counter(one.how for one in self.picture.compared()))

    def _patches(self, connection: Connection) -> List[Event]:
        self.from_seq = journal.head_of(connection).seq + 1
        self.known = before(connection, self.incoming)
        self.picture = compare_patches(connection, self.incoming, self.known)
        new = [one.subject for one in self.picture.patches if one.how is How.NEW]
        found = [
            Event(events.SOURCE_IMPORTED, one["sha256"], None, one)
            for one in self._new_sources(connection, new)
        ]
        return found + [patch_event(self.incoming.record, number) for number in new]

    def _new_sources(self, connection: Connection, new: List[str]) -> List[Dict[str, Any]]:
        used = {self.incoming.record.patches[number]["source_sha256"] for number in new}
        here = set(connection.execute(select(sources.c.sha256, sources.c.layer)).tuples().all())
        return [
            one
            for one in self.incoming.record.sources
            if one["sha256"] in used and (one["sha256"], one["layer"]) not in here
        ]

    @property
    def _left_out(self) -> Set[str]:
        return self.picture.skipped | self.picture.late

    def _parcels(self, connection: Connection) -> List[Event]:
        compare_parcels(connection, self.incoming, self.known, self.picture)
        plain: List[Event] = []
        divided: List[Event] = []
        for one in self.picture.parcels:
            result = self._taken(one)
            if result == one.mine:
                continue
            if one.mine is None and _is_whole(result):
                plain += [self._parcel(facts) for facts in result["parcels"]]
            else:
                divided.append(self._division(one, result))
        return plain + divided

    def _parcel(self, facts: Dict[str, Any]) -> Event:
        shape = self.incoming.record.shapes[facts["number"]]
        return Event(events.PARCEL_DIVIDED, facts["number"], None, facts, shape)

    def _division(self, one: Compared, result: Any) -> Event:
        record = self.incoming.record
        there = (one.mine or {"parcels": []})["parcels"]
        new = [facts for facts in result["parcels"] if facts not in there]
        sent = record.parcels[one.subject]["parcels"]
        made = {facts["number"]: record.shapes[facts["number"]] for facts in new if facts in sent}
        return Event(events.PATCH_DIVIDED, one.subject, one.mine, result, geometries=made)

    def _taken(self, one: Compared) -> Any:
        """What is taken over at first: theirs, also where something else is chosen after."""
        return one.theirs if one.on_both_sides else self._result(one)

    def _chosen(self, connection: Connection) -> List[Event]:
        """What the choices make of it: entries of this casebook's own, so that the other side
        sees them as an answer to what it said."""
        found = []
        for one in (*self.picture.parcels, *self.picture.states):
            result = self._result(one) if one.on_both_sides else one.theirs
            if one.on_both_sides and result != one.theirs:
                if one.kind == events.PATCH_DIVIDED:
                    found.append(self._division(replace(one, mine=one.theirs), result))
                else:
                    found.append(Event(one.kind, one.subject, one.theirs, result))
        return found

    def _result(self, one: Compared) -> Any:
        try:
            return one.result(self.choices)
        except KeyError as error:
            # What came back with its parcel only now could not be shown before.
            if (one.kind, one.subject) not in self._shown or not self._was_there(one):
                return one.theirs
            raise _not_chosen(one.clashes[0]) from error

    def _was_there(self, one: Compared) -> bool:
        return self._shown[one.kind, one.subject].mine is not None

    def _states(self, connection: Connection) -> List[Event]:
        foreign = others_cases(connection, self.incoming)
        twice, _ = numbers_used_twice(connection, self.incoming)
        there = parcels_there(connection, self.incoming.record.parcel_numbers())
        compared = compare_states(connection, self.incoming, self.known, self._left_out)
        self.picture.states = [
            one
            for one in compared
            if one.subject not in foreign
            and (one.kind, one.subject) not in twice
            and (self._is_of_no_parcel(one) or one.subject in there)
        ]
        compare_photos(connection, self.incoming, self.known, self.picture)
        found = []
        for one in self.picture.states:
            result = self._taken(one)
            if result != one.mine and not (one.kind == events.CASE_CHANGED and result is None):
                found.append(Event(one.kind, one.subject, one.mine, result))
        return found + self._photos(connection, there)

    def _is_of_no_parcel(self, one: Compared) -> bool:
        about_old = is_about_old_case(self.incoming, one.kind, one.subject)
        return about_old or not is_about_parcel(one.kind)

    def _photos(self, connection: Connection, there: Set[str]) -> List[Event]:
        changed = [*self.picture.detach, *self.picture.stage]
        here = photos_here(connection, sorted({parcel for parcel, _ in changed}))
        found = [
            Event(events.PHOTO_DETACHED, key[0], here[key], None) for key in self.picture.detach
        ]
        sent = self.incoming.record.photos
        for key in self.picture.stage:
            staged = {name: sent[key].facts.get(name, "") for name in STAGED}
            found.append(Event(events.PHOTO_STAGED, key[0], here[key], {**here[key], **staged}))
        for parcel, digest in self.picture.attach:
            if parcel in there:
                facts = sent[parcel, digest].facts
                new = {**facts, "file": self.brought[digest]}
                found.append(Event(events.PHOTO_ATTACHED, parcel, None, new))
        return found

    def _dropped(self, connection: Connection) -> List[Event]:
        """Cases go last, when nothing is said of them any more."""
        return [
            Event(one.kind, one.subject, one.mine, None)
            for one in self.picture.states
            if one.kind == events.CASE_CHANGED and one.mine is not None and self._taken(one) is None
        ]

    def _received(self, connection: Connection) -> List[Event]:
        incoming, part = self.incoming, self.incoming.part
        taken = [number for number in incoming.record.patches if number not in self._left_out]
        there = parcels_there(connection, list(incoming.record.submitted))
        owners = {
            one["number"]: number
            for number in taken
            for one in incoming.record.parcels[number]["parcels"]
        }
        sent = {
            number: rows
            for number, rows in incoming.record.submitted.items()
            if number in there and number in owners and incoming.what in WITH_ALL
        }
        facts = {
            "what": incoming.what,
            "sender": incoming.sender,
            "file": incoming.path.name,
            "sha256": incoming.sha256,
            "from_seq": self.from_seq,
            "base_seq": part.base.seq,
            "base_hash": part.base.hash,
            "head_seq": part.head.seq,
            "head_hash": part.head.hash,
            "patches": taken,
            "submitted": sent,
            "data": {**incoming.data, **self._told()},
        }
        return [events.received(incoming.month, facts)]

    def _told(self) -> Dict[str, Any]:
        checkpoints = {str(seq): one for seq, one in sorted(self.incoming.part.checkpoints.items())}
        chosen = [
            {
                **dict(zip(("kind", "subject", "field"), clash.key)),
                "choice": self.choices[clash.key].value,
                "base": clash.base,
                "mine": clash.mine,
                "theirs": clash.theirs,
            }
            for one in self.picture.compared()
            for clash in one.clashes
            if clash.key in self.choices
        ]
        return {"checkpoints": checkpoints, "choices": chosen}


def _is_whole(state: Dict[str, Any]) -> bool:
    """True for parcels that were not adjusted to each other: recorded many at once."""
    return all(one["adjusted_mu"] is None for one in state["parcels"])
