"""Everything that Tuban refuses, as one hierarchy.

::

    TubanError                  a sentence for the person: which file, which row, what, what to do
    ├─ DependencyError          a library is missing or too old
    ├─ PlanError                a file of a work plan is wrong: file, key, reason
    ├─ InputError               a file from outside cannot be used
    │  ├─ UnreadableFile        it is damaged, incomplete, or not what its name says
    │  │  └─ LockedFile         another program is writing to it at this moment
    │  ├─ UnsafeArchive         an archive that tries to write elsewhere or to fill the disk
    │  └─ UndecidedInput        it can be read, but only a person can say how (CRS, encoding, unit)
    ├─ OutputError              a file cannot be written: no permission, no space
    ├─ CasebookError            the record refuses
    │  ├─ CasebookBusy          somebody else is writing to it
    │  ├─ CasebookReadOnly      it was opened for reading only
    │  ├─ CasebookTooNew        it was written by a newer Tuban
    │  ├─ CasebookDamaged       it is not a casebook, or its journal does not hold together
    │  └─ CasebookConflict      the record has moved on since it was read
    ├─ ReviewRefused            the plan does not allow this step between county and city
    ├─ RectificationRefused     the plan does not allow this step of putting right
    ├─ SubmissionRefused        checks stand against the package
    └─ Cancelled                the person stopped it; nothing was changed
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .text import Text

if TYPE_CHECKING:
    from .model import Finding


class TubanError(Exception):
    """Base of all refusals; carries the sentence that a person reads."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


class DependencyError(TubanError, ImportError):
    """A library that Tuban needs is missing or lacks a needed feature."""


class PlanError(TubanError):
    """A file of a work plan is wrong: ``file``, ``key`` and ``reason`` where they are known."""

    def __init__(
        self, text: Text, file: str = "", key: str = "", reason: Optional[Text] = None
    ) -> None:
        super().__init__(text)
        self.file = file
        self.key = key
        self.reason = reason or text


class InputError(TubanError):
    """A file from outside cannot be used."""


class UnreadableFile(InputError):
    """The file is damaged, incomplete, or not what its name says."""


class LockedFile(UnreadableFile):
    """Another program is writing to the file at this moment."""


class UnsafeArchive(InputError):
    """The archive would write outside its folder or fill the disk."""


class UndecidedInput(InputError):
    """The file can be read, but a person has to say how.

    ``question`` names the missing answer: ``layer``, ``crs``, ``encoding``, ``area_unit``,
    ``month`` or ``fields``; ``choices`` holds what may be answered, if that can be listed.
    """

    def __init__(self, text: Text, question: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.question = question
        self.choices = choices


class OutputError(TubanError):
    """A file cannot be written."""


class CasebookError(TubanError):
    """The record refuses."""


class CasebookBusy(CasebookError):
    """Somebody else is writing to the casebook at this moment."""


class CasebookReadOnly(CasebookError):
    """The casebook was opened for reading only."""


class CasebookTooNew(CasebookError):
    """The casebook was written by a newer Tuban."""


class CasebookDamaged(CasebookError):
    """The file is not a casebook, or its journal does not hold together."""


class CasebookConflict(CasebookError):
    """The record has moved on since it was read."""


class ReviewRefused(TubanError):
    """The plan does not allow this review, or this answer to one."""


class RectificationRefused(TubanError):
    """The plan does not allow this step of putting right, or something is missing for it."""


class SubmissionRefused(TubanError):
    """Errors stand against the package; it is not written. ``findings`` are all of them,
    warnings and notices included."""

    def __init__(self, text: Text, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(text)
        self.findings = findings


class Cancelled(TubanError):
    """The person stopped the work; nothing was changed."""
