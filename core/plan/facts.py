"""A plan's files as a tree of facts, each with its unit, what may stand there and its mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, Mapping, Optional, Tuple, Union

from .reader import Asked, Expected
from .sections import Label, Origin

Path = Tuple[Union[str, int], ...]
SCALARS = (str, int, float, bool, type(None))
UNITS = {
    "_mu": "mu",
    "_m2": "m²",
    "_m": "m",
    "_deg": "°",
    "_mb": "MB",
    "_ms": "ms",
    "_s": "s",
    "_bits": "bit",
    "_days": "day",
    "_day": "day",
    "months": "month",
    "years": "year",
    "percent": "%",
    "mu_per_m2": "mu/m²",
}
"""The unit that a key's end tells, where no ``unit`` stands beside it."""


@dataclass(frozen=True)
class Fact:
    """One value of a file. ``label`` is what the object calls itself; ``origin`` is its own
    mark or that of what it stands in; ``inner`` is empty for what is edited as one value."""

    path: Path
    value: object
    asked: Asked
    unit: str
    label: Optional[Label]
    origin: Optional[Origin]
    inner: Tuple[Fact, ...]

    @property
    def name(self) -> str:
        """The key or, of a list's member, its code or place."""
        last = self.path[-1] if self.path else ""
        return last if isinstance(last, str) else code_of(self.value) or f"[{last}]"

    def walk(self) -> Iterator[Fact]:
        """Itself and everything in it."""
        yield self
        for one in self.inner:
            yield from one.walk()


def facts_of(value: object, asked: Mapping[str, Asked]) -> Fact:
    """The facts of one file; ``asked`` is what its readers expect, by key."""
    return _fact((), value, asked, {}, None)


def key_of(path: Path) -> str:
    """A path as the reader writes it: ``limits[0].value``."""
    key = ""
    for part in path:
        key += f"[{part}]" if isinstance(part, int) else f".{part}"
    return key.lstrip(".")


def code_of(value: object) -> str:
    """What a list's member is called in the plan."""
    if isinstance(value, dict):
        for key in ("code", "id", "name", "file", "evidence"):
            if isinstance(value.get(key), str):
                return str(value[key])
    return ""


CODES_OF = {
    "category": ("verdicts.json", "categories"),
    "insufficient": ("verdicts.json", "categories"),
    "subcategory": ("verdicts.json", "categories"),
    "split_along": ("layers.json", "roles"),
    "layer": ("layers.json", "roles"),
    "values": ("values.json", "lists"),
    "evidence": ("evidence.json", "kinds"),
}
"""Which file and list a key's codes come from."""


def words_of_code(files: Mapping[str, object], key: str, code: str) -> Optional[Label]:
    """What a code is called in the plan, for keys that name one of another file."""
    file, name = CODES_OF.get(key, ("", ""))
    root = files.get(file)
    members = root.get(name) if isinstance(root, dict) else None
    for one in _terms(members):
        if one.get("code") == code:
            return _label(one)
        for inner in _terms(one.get("subcategories")) if key == "subcategory" else ():
            if inner.get("code") == code:
                return _label(inner)
    return None


def _terms(members: object) -> Iterator[Dict[str, object]]:
    yield from (
        (one for one in members if isinstance(one, dict)) if isinstance(members, list) else ()
    )


def _fact(
    path: Path,
    value: object,
    asked: Mapping[str, Asked],
    holder: Mapping[str, object],
    above: Optional[Origin],
) -> Fact:
    origin = _origin(path, value, holder) or above
    inner: Tuple[Fact, ...] = ()
    if isinstance(value, dict):
        inner = tuple(
            _fact((*path, name), one, asked, value, origin) for name, one in value.items()
        )
    elif isinstance(value, list) and not is_plain_list(value):
        inner = tuple(_fact((*path, at), one, asked, {}, origin) for at, one in enumerate(value))
    return Fact(
        path=path,
        value=value,
        asked=_asked(path, value, asked),
        unit=_unit(path, holder),
        label=_label(value),
        origin=origin,
        inner=inner,
    )


def is_plain_list(value: object) -> bool:
    """True for a list of texts or numbers, which is edited as lines."""
    return isinstance(value, list) and all(isinstance(one, SCALARS) for one in value)


def _asked(path: Path, value: object, asked: Mapping[str, Asked]) -> Asked:
    known = asked.get(key_of(path))
    if known is not None and known.kind is not Expected.ANYTHING:
        return known
    kinds = {bool: Expected.FLAG, int: Expected.WHOLE, str: Expected.TEXT, list: Expected.LIST}
    if path and path[-1] == "origin":
        return Asked(Expected.CHOICE, tuple(one.value for one in Origin))
    kind = kinds.get(type(value), Expected.ANYTHING)
    return Asked(kind, low=-(10**9), high=10**9, may_be_blank=True)


def _unit(path: Path, holder: Mapping[str, object]) -> str:
    name = path[-1] if path else ""
    if not isinstance(name, str):
        return ""
    beside = holder.get("unit")
    if name in ("value", "values") and isinstance(beside, str):
        return beside
    return next((unit for end, unit in UNITS.items() if name.endswith(end)), "")


def _label(value: object) -> Optional[Label]:
    if not isinstance(value, dict):
        return None
    for one in (value, value.get("reason"), value.get("title")):
        zh = one.get("zh") if isinstance(one, dict) else None
        if isinstance(zh, str) and zh:
            en = one.get("en") if isinstance(one, dict) else None
            return Label(zh, en if isinstance(en, str) and en else zh)
    return None


def _origin(path: Path, value: object, holder: Mapping[str, object]) -> Optional[Origin]:
    """``x_origin`` beside ``x``, or the ``origin`` in an object; None where there is none."""
    beside = holder.get(f"{path[-1]}_origin") if path else None
    written = value.get("origin") if isinstance(value, dict) else beside
    known: Dict[object, Origin] = {one.value: one for one in Origin}
    return known.get(written) if isinstance(written, str) else None
