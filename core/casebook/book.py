"""The casebook as the rest of Tuban sees it: open, record, undo, read, verify, close."""

from __future__ import annotations

import getpass
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Collection, Dict, Iterator, List, Optional, Sequence, Tuple

from sqlalchemy import Connection, Engine, select

from ..casefile import Case, CaseFile
from ..errors import CasebookConflict, CasebookError, CasebookReadOnly
from ..model import Dossier, EarlierLink, Finding, Parcel, Patch, PatchKind, Source
from ..progress import SILENT, Progress
from ..rectified import Certificate, Freezing, LedgerEntry, Turn
from ..rounds import Office, Rounds
from ..text import Text, text
from . import journal, queries, undoing, verification
from .engine import refusals, settle, transaction
from .journal import Event, Head, Recorded
from .kinds import exchanges, finished, former, ledger
from .kinds.casefiles import read_case_files
from .kinds.cases import read_cases
from .kinds.former import Former
from .kinds.links import read_links
from .kinds.mu import mu_per_m2
from .kinds.putting_right import read_certificates
from .lock import Holder, WriterLock
from .place import Place
from .projection import kind_of
from .queries import Row
from .recording import Stage, head_at, record_stages
from .tables import meta
from .writer import Writer, let_go


def person() -> str:
    """The name of the person at this computer, for entries of the journal."""
    return getpass.getuser()


class Casebook:
    """An open casebook. May be used from several threads; writing goes one at a time."""

    def __init__(self, path: Path, who: str, engine: Engine, writer: Optional[Writer]) -> None:
        self.path = path
        self.who = who
        self._engine = engine
        self._writer = writer
        self._place = Place(path)
        with self.reading() as connection:
            facts = dict(connection.execute(select(meta.c.key, meta.c.value)).tuples().all())
        self.county_code = facts["county_code"]
        self.county_name = facts["county_name"]
        self.office = Office(facts.get("office", Office.COUNTY.value))
        self.working_file = facts.get("working_file", "")
        self._closed = False

    def __enter__(self) -> Casebook:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go; without another user in this process, whole and without side files."""
        if not self._closed:
            self._closed = True
            let_go(self._engine, self._writer)

    @property
    def plan_id(self) -> str:
        """The plan that parcels are judged under now."""
        with self.reading() as connection:
            query = select(meta.c.value).where(meta.c.key == "plan_id")
            return str(connection.execute(query).scalar_one())

    @property
    def mu_per_m2(self) -> Decimal:
        """What a mu is for the parcels' areas."""
        with self.reading() as connection:
            return mu_per_m2(connection)

    @property
    def writable(self) -> bool:
        """False when it can only be read."""
        return self._writer is not None and not self._closed

    @property
    def is_in_place(self) -> bool:
        """False once its file was moved, deleted or replaced by another."""
        return self._place.is_same

    @property
    def holder(self) -> Optional[Holder]:
        """Who else is writing, while this one can only read."""
        return None if self.writable else WriterLock(self.path).holder()

    def head(self) -> Head:
        """The newest entry of the journal."""
        with self.reading() as connection:
            return journal.head_of(connection)

    def record(self, changes: Sequence[Event], progress: Progress = SILENT) -> List[Recorded]:
        """Record changes, all or none; on disk when it returns.

        Raises :class:`CasebookConflict` when an event's ``old`` is not what stands now or when
        another program has written since, :class:`CasebookReadOnly`, :class:`CasebookBusy`,
        :class:`OutputError` on a full disk, :class:`Cancelled`.
        """
        stages = [lambda _connection: changes] if changes else []
        return self.record_stages(stages, progress)

    def record_stages(
        self, stages: Sequence[Stage], progress: Progress = SILENT, who: str = ""
    ) -> List[Recorded]:
        """Record what stages give, in one transaction; as :meth:`record`, by ``who``."""
        if self._writer is None or self._closed:
            raise self._read_only()
        if not stages:
            return []
        if not self.is_in_place:
            raise CasebookError(
                text(
                    "{file} was moved, deleted or replaced while it was open. Nothing was "
                    "recorded; open it again where it is now.",
                    file=str(self.path),
                )
            )
        writer = self._writer
        with writer.turn:
            with transaction(self._engine, self.path) as connection:
                if journal.head_of(connection) != writer.head:
                    raise CasebookConflict(
                        text("The casebook was changed by another program. Open it again.")
                    )
                recorded = record_stages(connection, stages, who or self.who, progress)
            if recorded:
                writer.head = head_at(recorded[-1])
            settle(self._engine, self.path)
        return recorded

    def _read_only(self) -> CasebookReadOnly:
        holder = self.holder
        if holder is None:
            return CasebookReadOnly(text("{file} is open for reading only.", file=str(self.path)))
        return CasebookReadOnly(
            text(
                "{who} on {host} has had {file} open since {since}; it can only be read here.",
                who=holder.who,
                host=holder.host,
                file=self.path.name,
                since=holder.since,
            )
        )

    def undo(self, seq: int) -> Recorded:
        """Record the opposite of an entry.

        Raises :class:`CasebookError` when entries of its kind stay, and
        :class:`CasebookConflict` when its subject has changed since.
        """
        entry = self.entry(seq)
        if entry is None or not kind_of(entry.kind).undoable:
            raise CasebookError(text("Entry {seq} of the journal cannot be undone.", seq=seq))
        return self.record([undoing.opposite(entry)])[0]

    def take_back(self, entry: Recorded) -> List[Recorded]:
        """Undo an entry with what was recorded with it about its subject: all or nothing."""
        with self.reading() as connection:
            act = undoing.with_companions(connection, entry)
        return self.record([undoing.opposite(one) for one in act])

    def last_undoable(self) -> Optional[Recorded]:
        """This person's newest entry that can be undone and has not been."""
        with self.reading() as connection:
            return undoing.last_undoable(connection, self.who)

    def last_redoable(self) -> Optional[Recorded]:
        """This person's newest undoing, while nothing else has been changed since."""
        with self.reading() as connection:
            return undoing.last_redoable(connection, self.who)

    def done_on(self, day: str) -> List[Recorded]:
        """What this person decided on a day (ISO), newest first."""
        with self.reading() as connection:
            return undoing.done_by(connection, self.who, day)

    def entry(self, seq: int) -> Optional[Recorded]:
        """One entry of the journal."""
        with self.reading() as connection:
            return journal.entry(connection, seq)

    def history(self, subject: str, limit: Optional[int] = None) -> List[Recorded]:
        """The entries about a patch, parcel or month, newest first."""
        with self.reading() as connection:
            return journal.history(connection, subject, limit)

    def newest_besides(self, kind: str) -> Head:
        """The newest entry that is not of ``kind``."""
        with self.reading() as connection:
            return head_at(journal.newest_besides(connection, kind))

    def verify(self, progress: Progress = SILENT) -> Tuple[Finding, ...]:
        """What is wrong with the record; nothing when it is sound."""
        with self.reading() as connection:
            return verification.verify(connection, progress)

    def months(self) -> List[str]:
        """The months that have patches, oldest first."""
        with self.reading() as connection:
            return queries.months(connection)

    def rows(self, month: str, kind: Optional[PatchKind] = None) -> List[Row]:
        """The month's parcels as a list shows them, by number."""
        with self.reading() as connection:
            return queries.rows(connection, month, kind)

    def row(self, number: str) -> Row:
        """The row of one parcel, which has to be there."""
        with self.reading() as connection:
            return queries.row(connection, number)

    def places(self, month: str) -> Dict[str, Tuple[float, float]]:
        """Where the month's parcels are, by number: degrees of EPSG:4490."""
        with self.reading() as connection:
            return queries.places(connection, month)

    def patches(self, month: Optional[str] = None, kind: Optional[PatchKind] = None) -> List[Patch]:
        """Patches as issued, by number."""
        with self.reading() as connection:
            return queries.read_patches(connection, month, kind)

    def patch(self, number: str) -> Optional[Patch]:
        """One patch, if it is there."""
        with self.reading() as connection:
            return queries.read_patch(connection, number)

    def parcels(
        self, month: Optional[str] = None, kind: Optional[PatchKind] = None
    ) -> List[Parcel]:
        """Parcels by number."""
        with self.reading() as connection:
            return queries.read_parcels(connection, month, kind)

    def dossier(self, parcel_number: str) -> Optional[Dossier]:
        """Everything about one parcel, if it is there."""
        with self.reading() as connection:
            return queries.dossier(connection, parcel_number)

    def dossiers(
        self, month: Optional[str] = None, kind: Optional[PatchKind] = None
    ) -> List[Dossier]:
        """Everything about the parcels of a month, by number."""
        with self.reading() as connection:
            return queries.dossiers(connection, month, kind)

    def dossiers_of(self, patch_numbers: List[str]) -> List[Dossier]:
        """Everything about the parcels of some patches."""
        with self.reading() as connection:
            return queries.dossiers_of(connection, patch_numbers)

    def parcels_of(self, patch_number: str) -> List[Parcel]:
        """The parcels that fill a patch now, by number."""
        with self.reading() as connection:
            return queries.read_parcels_of(connection, patch_number)

    def last_parcel_number(self, patch_number: str) -> int:
        """The highest ``n`` that a parcel ``<patch>_n`` ever had."""
        with self.reading() as connection:
            return former.last_number(connection, patch_number)

    def parcels_that_stay(self, numbers: List[str]) -> Dict[str, Text]:
        """Those of the parcels that cannot give way to others, each with the reason."""
        with self.reading() as connection:
            return finished.parcels_that_stay(connection, numbers)

    def came_from(self, parcel: Parcel) -> List[Former]:
        """The parcels in whose place this one stands, with what had been judged of them."""
        with self.reading() as connection:
            return former.came_from(connection, parcel.patch_number, parcel.number)

    def cases(self) -> List[Case]:
        """All cases by number."""
        with self.reading() as connection:
            return read_cases(connection)

    def case_files(self) -> List[CaseFile]:
        """All cases by number, with what was done about them."""
        with self.reading() as connection:
            return read_case_files(connection)

    def links(self, numbers: Collection[str]) -> Dict[str, Tuple[EarlierLink, ...]]:
        """The links of patches to earlier work, by patch."""
        with self.reading() as connection:
            return read_links(connection, numbers)

    def rounds(self, month: Optional[str] = None) -> Dict[str, Rounds]:
        """What went to and fro about the parcels of a month, by parcel; none where nothing did."""
        with self.reading() as connection:
            return exchanges.rounds_of(connection, month)

    def senders(self) -> Dict[str, str]:
        """Which unit each patch was received from, by patch."""
        with self.reading() as connection:
            return exchanges.senders(connection)

    def certificates(self) -> Dict[str, Tuple[Certificate, ...]]:
        """All certificates by parcel, those of parcels that gave way to others included."""
        with self.reading() as connection:
            return read_certificates(connection)

    def ledger_entries(self) -> List[LedgerEntry]:
        """All old cases by year and number."""
        with self.reading() as connection:
            return ledger.read_entries(connection)

    def turns(self) -> Dict[str, Tuple[Turn, ...]]:
        """Closings and reopenings by old case or parcel."""
        with self.reading() as connection:
            return ledger.TURNS.read(connection)

    def freezings(self) -> Dict[str, Freezing]:
        """What is or was frozen, by old case or parcel."""
        with self.reading() as connection:
            return ledger.read_freezings(connection)

    def sources(self) -> List[Source]:
        """The files that patches came from."""
        with self.reading() as connection:
            return queries.read_sources(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for questions that this class does not ask itself."""
        with refusals(self.path), self._engine.connect() as connection:
            yield connection
