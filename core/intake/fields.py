"""Which field of a file has which meaning: the plan's alias table, and what a person says."""

from __future__ import annotations

from typing import Callable, Dict, List, Mapping, Optional, Sequence, Set

from ..errors import UndecidedInput
from ..model import Finding
from ..text import text
from .records import MEANINGS, RawLayer, note

_DBF_NAME_BYTES = 10


def find_fields(
    layer: RawLayer, aliases: Mapping[str, Sequence[str]], asked: Mapping[str, str]
) -> Dict[str, str]:
    """Meaning → field name of the layer; a person's choice comes before the alias table.

    A field that is empty in every row gives way to a later alias that is not. Raises
    :class:`UndecidedInput` when no field holds the patch numbers, or a field asked for is not
    there.
    """
    found: Dict[str, str] = {}
    for meaning, name in asked.items():
        if name:
            found[meaning] = _asked_field(layer, meaning, name)
    filled = _filled_fields(layer)
    for meaning in MEANINGS:
        if meaning in asked:
            continue
        taken = set(found.values())
        candidates = [c for c in _candidates(layer, aliases.get(meaning, ())) if c not in taken]
        if candidates:
            found[meaning] = next((c for c in candidates if c in filled), candidates[0])
    if "number" not in found:
        raise UndecidedInput(
            text(
                "{layer}: no field is known to hold the patch numbers. Choose it.",
                layer=layer.name,
            ),
            "fields",
            layer.fields,
        )
    return found


def _asked_field(layer: RawLayer, meaning: str, name: str) -> str:
    if meaning not in MEANINGS:
        raise UndecidedInput(
            text("“{meaning}” is not a meaning a field can have.", meaning=meaning),
            "fields",
            tuple(MEANINGS),
        )
    field = next((one for one in layer.fields if _same(one, name)), None)
    if field is None:
        raise UndecidedInput(
            text("{layer} has no field “{name}”. Choose another.", layer=layer.name, name=name),
            "fields",
            layer.fields,
        )
    return field


def _candidates(layer: RawLayer, aliases: Sequence[str]) -> List[str]:
    """The layer's fields that an alias names, in the order of the aliases."""
    whole = [_first(layer, alias, _same) for alias in aliases]
    cut = [_first(layer, alias, _is_cut_from) for alias in aliases]
    found = [name for name in (*whole, *cut) if name is not None]
    return list(dict.fromkeys(found))


def _first(layer: RawLayer, alias: str, test: Callable[[str, str], bool]) -> Optional[str]:
    return next((name for name in layer.fields if test(name, alias)), None)


def _same(name: str, alias: str) -> bool:
    return name.strip().casefold() == alias.strip().casefold()


def _is_cut_from(name: str, alias: str) -> bool:
    """True when a DBF, whose names have ten bytes, would have cut the alias to this name."""
    for codec in ("gbk", "utf-8"):
        raw = alias.encode(codec, "ignore")
        if len(raw) > _DBF_NAME_BYTES:
            cut = raw[:_DBF_NAME_BYTES].decode(codec, "ignore")
            if name.casefold() == cut.casefold():
                return True
    return False


def _filled_fields(layer: RawLayer) -> Set[str]:
    waiting, filled = set(layer.fields), set()
    for row in layer.rows:
        for name in [one for one in waiting if row.values.get(one, "").strip("\0 ")]:
            filled.add(name)
            waiting.discard(name)
        if not waiting:
            break
    return filled


def other_candidates(
    layer: RawLayer, aliases: Mapping[str, Sequence[str]], fields: Mapping[str, str]
) -> List[Finding]:
    """A note for each meaning that several fields could have had."""
    notes = []
    for meaning, chosen in fields.items():
        others = [
            name
            for name in _candidates(layer, aliases.get(meaning, ()))
            if name not in fields.values()
        ]
        if others:
            notes.append(
                note(
                    "fields",
                    text(
                        "Field {field} was taken for “{meaning}”; it could also be {others}.",
                        field=chosen,
                        meaning=meaning,
                        others=", ".join(others),
                    ),
                )
            )
    return notes
