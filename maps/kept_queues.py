"""The queues a person keeps, among their settings: by name, and the last one of each casebook."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import List, Optional, Sequence

from ..core.errors import InputError
from ..core.oversight import EVERYTHING, Queue, queue_as_json, queue_from_json
from .settings import Settings

SAVED = "queues"


def saved_queues(settings: Settings) -> List[Queue]:
    """The queues that this person has saved; what cannot be read is left out."""
    return [one for one in map(_queue, settings.listed(SAVED)) if one is not None]


def save_queues(settings: Settings, queues: Sequence[Queue]) -> None:
    """Keep these instead."""
    settings.write_list(SAVED, [queue_as_json(one) for one in queues])


def queue_of(settings: Settings, casebook: Path) -> Queue:
    """What this person went through last in a casebook; everything by number at first."""
    return next(iter(map(_queue, settings.listed(_key(casebook)))), None) or EVERYTHING


def keep_queue_of(settings: Settings, casebook: Path, queue: Queue) -> None:
    """Go through the same next time."""
    settings.write_list(_key(casebook), [queue_as_json(queue)])


def _queue(data: object) -> Optional[Queue]:
    try:
        return queue_from_json(data)
    except InputError:
        return None


def _key(casebook: Path) -> str:
    # A path as a key would make groups of its folders.
    return "queue_of/" + hashlib.sha256(str(casebook.resolve()).encode("utf-8")).hexdigest()[:16]
