"""The person's settings: one typed door to ``QgsSettings``, everything stored as text."""

from __future__ import annotations

import getpass
import json
from enum import Enum
from pathlib import Path
from typing import Dict, List

from qgis.core import QgsApplication, QgsSettings

PREFIX = "tuban/"
LEAST_ZOOM, MOST_ZOOM = 1.0, 20.0
MOST_PORT = 65536


class Movement(Enum):
    """What the map does when another patch is at hand."""

    FIT = "fit"
    KEEP_SCALE = "keep_scale"
    STAY = "stay"


class Settings:
    """What Tuban remembers about this person on this computer; never part of the record."""

    @property
    def who(self) -> str:
        """The name that stands behind every entry in the journal."""
        return self._read("who") or QgsApplication.userFullName() or getpass.getuser()

    @who.setter
    def who(self, name: str) -> None:
        self._write("who", name.strip())

    @property
    def plans_folder(self) -> Path:
        """Where an office keeps work plans of its own: beside the person's QGIS profile's data."""
        given = self._read("plans_folder")
        return Path(given or Path(QgsApplication.qgisSettingsDirPath()) / "tuban" / "plans")

    @property
    def layouts_folder(self) -> Path:
        """Where an office keeps a field sheet of its own."""
        given = self._read("layouts_folder")
        return Path(given or Path(QgsApplication.qgisSettingsDirPath()) / "tuban" / "layouts")

    @property
    def casebook(self) -> str:
        """Path of the casebook that was open last."""
        return self._read("casebook")

    @casebook.setter
    def casebook(self, path: str) -> None:
        self._write("casebook", path)

    @property
    def auto_advance(self) -> bool:
        """True when a verdict is followed by the next undecided patch."""
        return self._read("auto_advance", "yes") == "yes"

    @auto_advance.setter
    def auto_advance(self, wanted: bool) -> None:
        self._write("auto_advance", "yes" if wanted else "no")

    def listed(self, name: str) -> List[object]:
        """A list of JSON values; empty when there is none that can be read."""
        try:
            found = json.loads(self._read(name, "[]"))
        except ValueError:
            return []
        return found if isinstance(found, list) else []

    def write_list(self, name: str, values: List[object]) -> None:
        """Remember a list of JSON values; an empty one leaves nothing behind."""
        if values:
            self._write(name, json.dumps(values))
        else:
            QgsSettings().remove(PREFIX + name)

    @property
    def ask_missing(self) -> bool:
        """True when a verdict is asked at once for what it lacks and the desk can say."""
        return self._read("ask_missing", "yes") == "yes"

    @ask_missing.setter
    def ask_missing(self, wanted: bool) -> None:
        self._write("ask_missing", "yes" if wanted else "no")

    @property
    def movement(self) -> Movement:
        """What the map does when another patch is at hand."""
        try:
            return Movement(self._read("movement", Movement.FIT.value))
        except ValueError:
            return Movement.FIT

    @movement.setter
    def movement(self, movement: Movement) -> None:
        self._write("movement", movement.value)

    @property
    def zoom_factor(self) -> float:
        """How many times the patch's size the map shows."""
        try:
            factor = float(self._read("zoom_factor", "2.5"))
        except ValueError:
            return 2.5
        return min(max(factor, LEAST_ZOOM), MOST_ZOOM)

    @zoom_factor.setter
    def zoom_factor(self, factor: float) -> None:
        self._write("zoom_factor", repr(factor))

    def key_id(self, host: str) -> str:
        """The entry of QGIS's authentication store that holds the office's key for a host."""
        return self._read(f"key_of/{host}")

    def set_key_id(self, host: str, entry: str) -> None:
        """Remember that entry; its number tells nothing of the key."""
        self._write(f"key_of/{host}", entry)

    @property
    def public_keys(self) -> Dict[str, str]:
        """The public keys of units by their codes, in hexadecimal digits; they are no secret."""
        pairs = (line.split(" ", 1) for line in self._read("public_keys").split("\n"))
        return {pair[0]: pair[1] for pair in pairs if len(pair) == len(("unit", "key"))}

    @public_keys.setter
    def public_keys(self, keys: Dict[str, str]) -> None:
        written = (f"{unit} {key}" for unit, key in sorted(keys.items()) if key)
        self._write("public_keys", "\n".join(written))

    @property
    def door_token(self) -> str:
        """What stands in the address of the door for tiles, so that nobody finds it by chance."""
        return self._read("door_token")

    @door_token.setter
    def door_token(self, token: str) -> None:
        self._write("door_token", token)

    @property
    def door_port(self) -> int:
        """The port of that door: the same as last time, so that QGIS's cache of tiles serves."""
        port = self._read("door_port", "0")
        return int(port) if port.isdigit() and int(port) < MOST_PORT else 0

    @door_port.setter
    def door_port(self, port: int) -> None:
        self._write("door_port", str(port))

    def folder(self, purpose: str) -> str:
        """The folder last used for a purpose such as ``import``; empty once it is gone."""
        used = self._read(f"folder_{purpose}")
        return used if used and Path(used).is_dir() else ""

    def start_folder(self, purpose: str) -> str:
        """Where a person begins to look: there, or beside the casebook, or at home."""
        beside = Path(self.casebook).parent if self.casebook else Path.home()
        return self.folder(purpose) or str(beside if beside.is_dir() else Path.home())

    def remember_folder(self, purpose: str, path: str) -> None:
        """Offer this folder next time."""
        self._write(f"folder_{purpose}", path)

    def _read(self, name: str, default: str = "") -> str:
        return str(QgsSettings().value(PREFIX + name, default) or default)

    def _write(self, name: str, value: str) -> None:
        QgsSettings().setValue(PREFIX + name, value)
