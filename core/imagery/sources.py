"""What an address of a tile service tells: its host, a key in it, whether it is shifted."""

from __future__ import annotations

import re
from typing import Optional, Sequence, Tuple
from urllib.parse import quote, urlsplit

from ..text import Text, text
from .rules import Shifted
from .tiles import Tile

# How services call a key in their addresses.
KEY_NAMES = ("tk", "key", "ak", "token", "access_token", "apikey", "api_key", "appkey")
_KEY = re.compile(rf"([?&])({'|'.join(KEY_NAMES)})=([^&#]+)", re.IGNORECASE)


def host_of(address: str) -> str:
    """The host of an address, in small letters; empty when it has none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def without_key(address: str) -> Tuple[str, str, str]:
    """An address without the key in it, the name of the key and the key (empty: none).

    A place for a key, such as ``tk={key}``, is no key and is taken out as well.
    """
    found = _KEY.search(address)
    if found is None:
        return address, "", ""
    start, name, key = found.groups()
    rest = address[found.end() :]
    rest = start + rest[1:] if rest.startswith("&") else rest
    key = "" if key.startswith("{") else key
    return address[: found.start()] + rest, name, key


def with_key(address: str, name: str, key: str) -> str:
    """An address with the key as its last parameter."""
    if not name or not key:
        return address
    return f"{address}{'&' if '?' in address else '?'}{name}={quote(key, safe='')}"


def address_of(template: str, tile: Tile) -> str:
    """The address of one tile: {z} {x} {y}, {-y} counted from the south, {q} by quadkey."""
    zoom, column, row = tile
    quadkey = "".join(
        str((column >> bit & 1) + 2 * (row >> bit & 1)) for bit in reversed(range(zoom))
    )
    values = {
        "{z}": zoom,
        "{x}": column,
        "{y}": row,
        "{-y}": 2**zoom - 1 - row,
        "{q}": quadkey,
    }
    for mark, value in values.items():
        template = template.replace(mark, str(value))
    return template


def shifted_by(address: str, shifted: Sequence[Shifted]) -> Optional[Shifted]:
    """What is known of a host whose pictures are shifted; None for all others."""
    host = host_of(address)
    for one in shifted:
        if host == one.host or host.endswith("." + one.host):
            return one
    return None


def shift_warning(name: str, found: Shifted, title: str) -> Text:
    """The sentence about a shifted source (``title``: the service in the person's language)."""
    return text(
        "{name} ({title}) is in {datum}: it lies hundreds of metres off. Do not judge by it.",
        name=name,
        title=title,
        datum=found.datum,
    )
