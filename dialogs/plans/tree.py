"""The files and facts of a plan as a tree: what it is called, its value, its mark."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...core.plan.editing import PlanDraft
from ...core.plan.facts import Fact, is_plain_list, key_of, words_of_code
from ...core.plan.facts import Path as FactPath
from ...core.plan.key_words import FILE_WORDS, KEY_WORDS
from ...core.plan.reader import Expected
from ...core.plan.sections import Origin
from ...maps.marks import colour_of_mark, mark_and_source, short_mark
from ...maps.units import with_unit
from ...maps.words import say, term, tr
from ..parts.colours import ALARM

FILE = Qt.ItemDataRole.UserRole
PATH = Qt.ItemDataRole.UserRole + 1
NAME, VALUE, MARK = range(3)
OF_THE_PLAN = (("id",), ("year",), ("place",))
# What tells of a member what it says, in this order.
TELLING = ("value", "at_least_mu", "months", "days", "required", "category", "class", "what")


class PlanTree(QTreeWidget):
    """``chosen(file, path)`` when a person goes to a fact."""

    chosen = pyqtSignal(str, object)

    def __init__(self, draft: PlanDraft, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.setHeaderLabels([tr("Fact"), tr("Value"), tr("Mark")])
        self.setAlternatingRowColors(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(MARK, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(VALUE, 170)
        self._roots: Dict[str, QTreeWidgetItem] = {}
        for name in _in_order(draft.files):
            root = QTreeWidgetItem(self)
            self._roots[name] = root
            self._fill(name)
        self.currentItemChanged.connect(lambda item, _before: self._tell(item))

    def _tell(self, item: Optional[QTreeWidgetItem]) -> None:
        if item is not None:
            self.chosen.emit(item.data(NAME, FILE), item.data(NAME, PATH))

    # ---- filling

    def _fill(self, name: str) -> None:
        root, fact = self._roots[name], self._draft.facts(name)
        root.takeChildren()
        self._write(root, name, fact)
        self._add(root, name, fact)

    def _add(self, item: QTreeWidgetItem, name: str, fact: Fact) -> None:
        for one in fact.inner:
            if name != "plan.json" and one.path in OF_THE_PLAN:
                continue  # the same in all files, and changed in the plan's own
            child = QTreeWidgetItem(item)
            self._write(child, name, one)
            self._add(child, name, one)

    def _write(self, item: QTreeWidgetItem, name: str, fact: Fact) -> None:
        item.setData(NAME, FILE, name)
        item.setData(NAME, PATH, fact.path)
        item.setText(NAME, name_of(name, fact))
        item.setText(VALUE, self._value(fact))
        item.setToolTip(NAME, f"{name}  {key_of(fact.path)}")
        item.setToolTip(VALUE, value_of(fact))
        if fact.origin is not None:
            item.setText(MARK, short_mark(fact.origin))
            item.setForeground(MARK, QBrush(QColor(colour_of_mark(fact.origin))))
            item.setToolTip(MARK, mark_and_source(fact.origin, ""))

    def _value(self, fact: Fact) -> str:
        told = _telling(fact)
        known = None
        if told is not None:
            known = words_of_code(self._draft.files, str(told.path[-1]), str(told.value))
        return term(known) if known else value_of(fact)

    def refresh(self, name: str, path: FactPath) -> None:
        """Show a file again and go to a path of it."""
        opened = [item.data(NAME, PATH) for item in _below(self._roots[name]) if item.isExpanded()]
        is_open = self._roots[name].isExpanded()
        self.blockSignals(True)
        self._fill(name)
        for item in _below(self._roots[name]):
            item.setExpanded(item.data(NAME, PATH) in opened)
        self._roots[name].setExpanded(is_open)
        self.go_to(name, path)
        self.blockSignals(False)

    # ---- finding

    def go_to(self, name: str, path: FactPath) -> None:
        """Go to a fact, or to what holds it."""
        best = self._roots.get(name)
        for item in _below(best) if best is not None else ():
            here = item.data(NAME, PATH)
            if tuple(path[: len(here)]) == tuple(here):
                best = item
        if best is not None:
            self.setCurrentItem(best)
            self.scrollToItem(best)

    def go_to_key(self, name: str, key: str) -> None:
        """Go to the fact that a refusal names."""
        root = self._roots.get(name)
        if root is None:
            return
        paths = [item.data(NAME, PATH) for item in _below(root)]
        fitting = [path for path in paths if key == key_of(path) or _is_in(key, key_of(path))]
        self.go_to(name, max(fitting, key=len, default=()))

    def find(self, words: str) -> None:
        """Show only what has these words in its name, key or value, and what holds it."""
        wanted = words.strip().casefold()
        for root in self._roots.values():
            self._narrow(root, wanted)
            if not wanted:
                root.setExpanded(False)

    def _narrow(self, item: QTreeWidgetItem, wanted: str) -> bool:
        texts = [item.text(NAME), item.text(VALUE), item.toolTip(NAME)]
        mine = not wanted or any(wanted in one.casefold() for one in texts)
        inner = [self._narrow(item.child(at), wanted) for at in range(item.childCount())]
        item.setHidden(not (mine or any(inner)))
        item.setExpanded(bool(wanted) and any(inner))
        return mine or any(inner)

    def mark_wrong(self, name: str, key: str) -> None:
        """Colour the file and the fact that a refusal names; empty: nothing is wrong."""
        for file, root in self._roots.items():
            for item in (root, *_below(root)):
                wrong = file == name and _is_in(key, key_of(item.data(NAME, PATH)))
                item.setData(NAME, Qt.ItemDataRole.ForegroundRole, None)
                if wrong:
                    item.setForeground(NAME, QBrush(QColor(ALARM)))


def _in_order(files: Dict[str, object]) -> List[str]:
    order = [f"{name}.json" for name in FILE_WORDS]
    return [name for name in order if name in files] + sorted(set(files) - set(order))


def _below(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for at in range(item.childCount()):
        yield item.child(at)
        yield from _below(item.child(at))


def _is_in(key: str, holder: str) -> bool:
    """True when ``key`` is ``holder`` or stands in it; the file's root holds everything."""
    return not holder or key == holder or key.startswith((f"{holder}.", f"{holder}["))


def name_of(file: str, fact: Fact) -> str:
    """What a fact is called, in the user's language."""
    if not fact.path:
        words = FILE_WORDS.get(Path(file).stem)
        return say(words) if words else file
    last = fact.path[-1]
    if fact.label is not None and isinstance(last, int):
        return term(fact.label)
    words = KEY_WORDS.get(fact.name) if isinstance(last, str) else None
    return say(words) if words else fact.name


def value_of(fact: Fact) -> str:
    """A value in one line; what a member tells most of itself."""
    if is_plain_list(fact.value):
        return " · ".join(str(one) for one in fact.value)
    if isinstance(fact.value, list):
        return tr("{count} entries").format(count=len(fact.value))
    if isinstance(fact.value, dict):
        told = _telling(fact)
        if told is not None:
            return value_of(told)
        # A member of a list is called by its label already; a file as a whole has no path.
        is_named = fact.path and isinstance(fact.path[-1], str)
        return term(fact.label) if fact.label and is_named else ""
    if fact.asked.kind is Expected.FLAG and isinstance(fact.value, bool):
        return tr("Yes") if fact.value else tr("No")
    if str(fact.path[-1]).endswith("origin") and fact.value in [one.value for one in Origin]:
        return short_mark(Origin(fact.value))
    return with_unit(str(fact.value), fact.unit)


def _telling(fact: Fact) -> Optional[Fact]:
    """The value that tells most of a member; a plain value tells itself."""
    if not fact.path:
        return None
    if not isinstance(fact.value, dict):
        return fact
    by_name = {one.name: one for one in fact.inner}
    return next((by_name[name] for name in TELLING if name in by_name), None)


def where(file: str, fact: Fact) -> Tuple[str, str]:
    """The file's title and the key, for a heading."""
    words = FILE_WORDS.get(Path(file).stem)
    return (say(words) if words else file), key_of(fact.path)
