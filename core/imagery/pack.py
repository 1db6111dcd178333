"""Tiles packed into one file: MBTiles 1.3, which GDAL, QGIS and phones read.

While it is filled it is called ``….part``; what is in it stays when the work is cut, and the
next run of the same request goes on from there.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Dict, List, Sequence, Set

from ..errors import InputError, OutputError
from ..files import cannot_write
from ..text import text
from .tiles import LonLatBox, Tile

TABLES = (
    "CREATE TABLE IF NOT EXISTS metadata (name TEXT PRIMARY KEY, value TEXT)",
    "CREATE TABLE IF NOT EXISTS tiles (zoom_level INTEGER, tile_column INTEGER, "
    "tile_row INTEGER, tile_data BLOB, PRIMARY KEY (zoom_level, tile_column, tile_row))",
)
REQUEST = "tuban_request"
DAY = "tuban_day"
SAVE_EVERY = 32
_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"RIFF", "webp"))


def kind_of(data: bytes) -> str:
    """``png``, ``jpg`` or ``webp``; empty when the bytes are no whole picture."""
    found = next((kind for start, kind in _KINDS if data.startswith(start)), "")
    if found == "png" and b"IEND" not in data[-16:]:
        return ""
    if found == "jpg" and b"\xff\xd9" not in data[-64:]:
        return ""
    return found


def request_digest(address: str, tiles: Sequence[Tile]) -> str:
    """What tells one request from another: where from, and which tiles."""
    told = json.dumps([address, [list(tile) for tile in tiles]])
    return hashlib.sha256(told.encode()).hexdigest()


class Pack:
    """An MBTiles file being filled; a context manager. :meth:`finish` gives it its name.

    :raises OutputError: the file cannot be written.
    """

    def __init__(self, target: Path, request: str) -> None:
        self.target = target
        self.part = target.with_name(target.name + ".part")
        self._request = request
        self._unsaved = 0
        try:
            self._connection = self._opened()
        except sqlite3.Error as error:
            raise self._refused(error) from error

    def _opened(self) -> sqlite3.Connection:
        if self._is_another_request():
            with suppress(OSError):
                self.part.unlink()
        connection = sqlite3.connect(str(self.part))
        for table in TABLES:
            connection.execute(table)
        connection.execute("REPLACE INTO metadata VALUES (?, ?)", (REQUEST, self._request))
        connection.commit()
        return connection

    def _is_another_request(self) -> bool:
        if not self.part.is_file():
            return False
        try:
            with closing(sqlite3.connect(str(self.part))) as connection:
                query = "SELECT value FROM metadata WHERE name = ?"
                row = connection.execute(query, (REQUEST,)).fetchone()
        except sqlite3.Error:
            return True
        return row is None or str(row[0]) != self._request

    def __enter__(self) -> Pack:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Keep what is there for the next run."""
        with suppress(sqlite3.Error):
            self._connection.commit()
        self._connection.close()

    def there(self) -> Set[Tile]:
        """The tiles that an earlier run has brought."""
        rows = self._connection.execute("SELECT zoom_level, tile_column, tile_row FROM tiles")
        return {Tile(zoom, column, 2**zoom - 1 - row) for zoom, column, row in rows}

    def bytes_there(self) -> int:
        """How many bytes of pictures are in it."""
        query = "SELECT COALESCE(SUM(LENGTH(tile_data)), 0) FROM tiles"
        return int(self._connection.execute(query).fetchone()[0])

    def add(self, tile: Tile, data: bytes) -> None:
        """Put a tile in; it is on the disk after some more, or on :meth:`close`."""
        south_row = 2**tile.zoom - 1 - tile.row
        values = (tile.zoom, tile.column, south_row, sqlite3.Binary(data))
        try:
            self._connection.execute("REPLACE INTO tiles VALUES (?, ?, ?, ?)", values)
            self._unsaved += 1
            if self._unsaved >= SAVE_EVERY:
                self._connection.commit()
                self._unsaved = 0
        except sqlite3.Error as error:
            raise self._refused(error) from error

    def finish(self, name: str, day: str, box: LonLatBox) -> Path:
        """Describe what is in it and give the file its name; the file's path.

        ``day``: ISO date of the pictures, empty when not known. :raises InputError: no tile.
        """
        zooms = self._zooms()
        if not zooms:
            raise InputError(text("No tile was brought: nothing is written."))
        facts = {
            "name": name,
            "type": "baselayer",
            "version": "1",
            "description": name,
            "format": self._kind(),
            "minzoom": str(zooms[0]),
            "maxzoom": str(zooms[-1]),
            "bounds": ",".join(f"{value:.6f}" for value in box),
            DAY: day,
        }
        try:
            self._describe(facts)
            self._connection.close()
            os.replace(self.part, self.target)
        except sqlite3.Error as error:
            raise self._refused(error) from error
        except OSError as error:
            raise cannot_write(self.target, error) from error
        return self.target

    def _describe(self, facts: Dict[str, str]) -> None:
        self._connection.execute("DELETE FROM metadata")
        rows = list(facts.items())
        self._connection.executemany("REPLACE INTO metadata VALUES (?, ?)", rows)
        self._connection.commit()

    def _zooms(self) -> List[int]:
        query = "SELECT DISTINCT zoom_level FROM tiles ORDER BY zoom_level"
        return [row[0] for row in self._connection.execute(query)]

    def _kind(self) -> str:
        row = self._connection.execute("SELECT tile_data FROM tiles LIMIT 1").fetchone()
        return kind_of(bytes(row[0])) or "png"

    def _refused(self, error: sqlite3.Error) -> OutputError:
        return OutputError(
            text(
                "{file} was not written to {folder}: {why}.",
                file=self.target.name,
                folder=str(self.target.parent),
                why=str(error),
            )
        )
