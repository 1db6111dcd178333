"""A copied plan being edited: checked through the one door at each change, saved whole."""

from __future__ import annotations

import copy
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Callable, Dict, List, Optional

from ..errors import PlanError
from ..files import cannot_write
from ..text import text
from .copying import Difference, compare_files, files_of, write_json
from .facts import Fact, facts_of, key_of
from .facts import Path as FactPath
from .files import HEAD, SAME_IN_ALL, TEMPLATES
from .plan import Plan
from .reader import Asked, Node

Door = Callable[[str, Path], Plan]
"""Loads the plan of an id from a folder of plans, with everything that rooms read of it."""


class PlanDraft:
    """The files of an office's plan as a person changes them.

    Nothing of the plan changes before :meth:`save`. ``close()`` gives its temporary folder back.
    """

    def __init__(self, folder: Path, door: Door) -> None:
        self.folder = folder
        self.files: Dict[str, object] = files_of(folder)
        self._saved = copy.deepcopy(self.files)
        self._door = door
        self._room = TemporaryDirectory(prefix="tuban-plan-")
        self._asked: Dict[str, Dict[str, Asked]] = {}
        self._written: Dict[str, object] = {}

    @property
    def plan_id(self) -> str:
        """The id, which is the folder's name."""
        return self.folder.name

    @property
    def is_changed(self) -> bool:
        """True when something differs from what is saved."""
        return self.files != self._saved

    # ---- reading

    def facts(self, name: str) -> Fact:
        """The facts of a file, with what its readers expect as far as it was understood."""
        return facts_of(self.files[name], self._asked.get(name, {}))

    def value(self, name: str, path: FactPath) -> object:
        """The value at a path."""
        found: object = self.files[name]
        for part in path:
            found = found[part]  # type: ignore[index]
        return found

    def changes(self, parent: Path) -> List[Difference]:
        """What differs from the files of the plan it was copied from."""
        return compare_files(files_of(parent), self.files)

    # ---- changing

    def put(self, name: str, path: FactPath, value: object) -> None:
        """Put a value at a path; year and place of the plan go into every file."""
        if not path:
            self.files[name] = value
        else:
            self.value(name, path[:-1])[path[-1]] = value  # type: ignore[index]
        if name == f"{HEAD}.json":
            self._head_into_all()

    def put_text(self, name: str, path: FactPath, written: str) -> None:
        """Put what a person wrote as JSON at a path.

        :raises PlanError: it is not JSON.
        """
        self.put(name, path, Node.parse(name, key_of(path), written).value)

    def move(self, name: str, path: FactPath, by: int) -> FactPath:
        """Move a member of a list up (-1) or down (1); where it stands then."""
        members, at = self._list_of(name, path)
        to = min(max(at + by, 0), len(members) - 1)
        members.insert(to, members.pop(at))
        return (*path[:-1], to)

    def remove(self, name: str, path: FactPath) -> None:
        """Take a member out of its list."""
        members, at = self._list_of(name, path)
        del members[at]

    def double(self, name: str, path: FactPath) -> FactPath:
        """Put a copy of a member behind it, to be made another one; where the copy stands."""
        members, at = self._list_of(name, path)
        members.insert(at + 1, copy.deepcopy(members[at]))
        return (*path[:-1], at + 1)

    def _list_of(self, name: str, path: FactPath) -> tuple[List[object], int]:
        members, at = self.value(name, path[:-1]), path[-1]
        if not isinstance(members, list) or not isinstance(at, int):
            raise Node(name, key_of(path), None).wrong(text("a list is expected"))
        return members, at

    def _head_into_all(self) -> None:
        head = self.files[f"{HEAD}.json"]
        for value in self.files.values():
            if isinstance(head, dict) and isinstance(value, dict):
                value.update({key: head[key] for key in SAME_IN_ALL if key in head})

    # ---- checking and saving

    def check(self) -> Plan:
        """The plan as it stands now, through the one door.

        :raises PlanError: names the file, the key and the reason.
        """
        place = Path(self._room.name)
        target = place / self.plan_id
        target.mkdir(exist_ok=True)
        for name, value in self.files.items():
            if self._written.get(name) != value:
                write_json(target / name, value)
                self._written[name] = copy.deepcopy(value)
        plan = self._door(self.plan_id, place)
        self._asked = {name: dict(plan.files.asked(Path(name).stem)) for name in self.files}
        return plan

    def save(self) -> None:
        """Put all files in the place of the old ones, at once.

        :raises PlanError: something is wrong, or somebody else has changed the files meanwhile.
        :raises OutputError: the folder cannot be written.
        """
        self.check()
        if files_of(self.folder) != self._saved:
            raise PlanError(
                text(
                    "The files of the work plan “{plan}” have changed since this window was "
                    "opened. Close it and open it again.",
                    plan=self.plan_id,
                )
            )
        self._replace_folder()
        self._saved = copy.deepcopy(self.files)

    def _replace_folder(self) -> None:
        part = self.folder.with_name(f".{self.plan_id}.part{os.getpid()}")
        older = self.folder.with_name(f".{self.plan_id}.older{os.getpid()}")
        try:
            part.mkdir()
            for name, value in self.files.items():
                write_json(part / name, value)
            if (self.folder / TEMPLATES).is_dir():
                shutil.copytree(self.folder / TEMPLATES, part / TEMPLATES)
            os.replace(self.folder, older)
            try:
                os.replace(part, self.folder)
            except OSError:
                os.replace(older, self.folder)
                raise
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        finally:
            shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(older, ignore_errors=True)

    def close(self) -> None:
        """Give the temporary folder back."""
        self._room.cleanup()


def parent_folder(draft: PlanDraft, find: Callable[[str], Path]) -> Optional[Path]:
    """The folder of the plan that a draft was copied from; ``None`` when it is not there."""
    head = draft.files.get(f"{HEAD}.json")
    parent = head.get("copied_from") if isinstance(head, dict) else None
    try:
        return find(parent) if isinstance(parent, str) and parent else None
    except PlanError:
        return None
