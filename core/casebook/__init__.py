"""The record (台账本): one GeoPackage with a journal. The only place that writes it.

Every change is one event, appended to the hash-chained journal and applied to the tables in the
same transaction. The tables are what replaying the journal gives; :meth:`Casebook.verify`
proves it.
"""

from . import events, saying
from .book import Casebook
from .certifying import certify
from .engine import is_one_sqlite
from .journal import Head, Recorded
from .kinds.former import Former
from .lock import Holder
from .opening import create_casebook, open_casebook
from .queries import Row

__all__ = [
    "Casebook",
    "Former",
    "Head",
    "Holder",
    "Recorded",
    "Row",
    "certify",
    "create_casebook",
    "events",
    "is_one_sqlite",
    "open_casebook",
    "saying",
]
