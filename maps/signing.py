"""The office's signing key in QGIS's authentication store; never in a casebook, project or log."""

from __future__ import annotations

from typing import Callable, Optional

from ..core.exchange import signing
from .imagery.services import OfficeKeys
from .settings import Settings

NAME = "signature"
"""Stands for the signing key where other keys stand for a host."""


def has_key(settings: Settings) -> bool:
    """True when a signing key was made here; the store need not be unlocked for that."""
    return OfficeKeys(settings).are_known(NAME)


def make_key(settings: Settings) -> str:
    """Make a key, keep it, and give its public half in hexadecimal digits.

    :raises DependencyError: the library is missing. :raises OutputError: the store is locked.
    """
    key = signing.new_key()
    OfficeKeys(settings).keep(NAME, key.hex())
    return signing.public_key_of(key)


def public_key(settings: Settings) -> str:
    """The public half of the key; empty where there is none or the store stays locked."""
    key = _read(settings)
    return signing.public_key_of(key) if key else ""


def signer_of(settings: Settings) -> Optional[Callable[[bytes], bytes]]:
    """What signs a manifest; ``None`` where nothing is signed on this computer."""
    key = _read(settings)
    return signing.signer(key) if key else None


def _read(settings: Settings) -> bytes:
    if not signing.is_available() or not has_key(settings):
        return b""
    return bytes.fromhex(OfficeKeys(settings).read(NAME))
