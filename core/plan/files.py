"""The files of one plan, each read once, with the head that says which plan it is part of."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Dict, List

from ..text import text
from .reader import Asked, Node

HEAD = "plan"
TEMPLATES = "templates"
"""The folder, beside a plan's files, of the office's own layouts of forms."""
SAME_IN_ALL = ("year", "place")
EFFECTIVE = ("effective_from", "effective_to")


class PlanFiles:
    """Reads a file of the plan by its name; every file names its plan, year, place, source and
    the days from which to which it holds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._roots: Dict[str, Node] = {}
        self.head = Node.read(folder / f"{HEAD}.json")
        self._check_head(self.head)
        self._roots[HEAD] = self.head

    def read(self, name: str) -> Node:
        """The root of a file; raises :class:`PlanError` with file, key and reason."""
        if name not in self._roots:
            node = Node.read(self.folder / f"{name}.json")
            self._check_head(node)
            self._refuse_another_plans(node)
            self._roots[name] = node
        return self._roots[name]

    def _check_head(self, node: Node) -> None:
        node.text("source")
        node.text("id")
        node.whole("year", 2009, 2100)
        node.text("place")
        begin, end = (node.date(name) for name in EFFECTIVE)
        if begin and end and begin > end:
            raise node.at("effective_to").wrong(
                text("{end} is before effective_from, {begin}", end=end, begin=begin)
            )

    def _refuse_another_plans(self, node: Node) -> None:
        """A file that was taken from another plan is told, not believed."""
        for name in ("id", *SAME_IN_ALL):
            mine, its = self.head.at(name).value, node.at(name).value
            if mine != its:
                raise node.at(name).wrong(
                    text("{value} differs from plan.json, {mine}", value=its, mine=mine)
                )

    def refuse_unknown(self) -> None:
        """Refuse keys that nobody asked for in the files that were read."""
        for node in self._roots.values():
            node.refuse_unknown()

    def asked(self, name: str) -> Dict[str, Asked]:
        """What readers have asked of a file so far, by key; nothing of one that nobody read."""
        root = self._roots.get(name)
        return root.asked if root else {}

    def names(self) -> List[str]:
        """The names of all files, without their suffix; the plan's own head first."""
        found = sorted(path.stem for path in self.folder.glob("*.json"))
        return sorted(found, key=lambda name: name != HEAD)

    def templates(self) -> Dict[str, Path]:
        """The office's own layouts of forms, by the name of the form's file."""
        return self._own("*.xlsx")

    def papers(self) -> Dict[str, Path]:
        """The office's own templates of papers in Word, by name; nothing is judged by them."""
        return self._own("*.docx")

    def _own(self, pattern: str) -> Dict[str, Path]:
        found = sorted((self.folder / TEMPLATES).glob(pattern))
        # What begins so is the lock of a program that has the file open.
        return {path.name: path for path in found if not path.name.startswith(("~$", ".~"))}

    def digest(self) -> str:
        """SHA-256 over all files, so that a verdict can name them."""
        digest = hashlib.sha256()
        for path in (*sorted(self.folder.glob("*.json")), *self.templates().values()):
            digest.update(path.name.encode())
            try:
                digest.update(path.read_bytes())
            except OSError as error:
                raise Node(path.name, "", None).wrong(text("the file cannot be read")) from error
        return digest.hexdigest()
