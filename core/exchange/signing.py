"""Signatures of packages: Ed25519, by the ``cryptography`` library where it is there.

Keys are handed in; this module keeps none. Hashes are checked with or without it.
"""

from __future__ import annotations

import json
from typing import Callable

from ..errors import DependencyError, UnreadableFile
from ..model import Finding, Severity
from ..text import Labelled, text

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ed25519
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
    )
except ImportError:  # QGIS ships it on most platforms, not on all
    ed25519 = None

ALGORITHM = "Ed25519"


class Signature(Labelled):
    """What the signature of a package came to."""

    ABSENT = "absent", text("Not signed")
    VALID = "valid", text("Signed with the key that is known here")
    UNKNOWN_KEY = "unknown_key", text("Signed with a key that is not known here")
    UNCHECKED = "unchecked", text("Signed, but it cannot be checked on this computer")


def is_available() -> bool:
    """True when packages can be signed and signatures be checked on this computer."""
    return ed25519 is not None


def new_key() -> bytes:
    """A new private key; 32 bytes, to be kept secret."""
    _need_library()
    key = ed25519.Ed25519PrivateKey.generate()
    return bytes(key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))


def public_key_of(private_key: bytes) -> str:
    """The public key in hexadecimal digits, to be given to the receiver on another way."""
    _need_library()
    key = ed25519.Ed25519PrivateKey.from_private_bytes(private_key).public_key()
    return bytes(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hex()


def signer(private_key: bytes) -> Callable[[bytes], bytes]:
    """What signs a manifest: the file that stands beside it in the package."""
    _need_library()
    key = ed25519.Ed25519PrivateKey.from_private_bytes(private_key)
    public = public_key_of(private_key)

    def sign(content: bytes) -> bytes:
        facts = {
            "algorithm": ALGORITHM,
            "public_key": public,
            "signature": key.sign(content).hex(),
        }
        return json.dumps(facts, indent=1).encode("ascii")

    return sign


def check(content: bytes, signature: bytes, known_key: str, package: str) -> Signature:
    """What a signature says of ``content``; ``known_key`` is the sender's, empty if unknown.

    :raises UnreadableFile: it is not the signature of this content, or not of this sender.
    """
    if not signature:
        return Signature.ABSENT
    try:
        facts = json.loads(signature)
        key, signed = bytes.fromhex(facts["public_key"]), bytes.fromhex(facts["signature"])
        if facts["algorithm"] != ALGORITHM:
            raise _wrong(package)
    except (ValueError, KeyError, TypeError) as error:
        raise _wrong(package) from error
    if known_key and known_key.lower() != key.hex():
        raise UnreadableFile(
            text(
                "{file} is signed with another key than the one known of its sender. Ask them "
                "before it is used.",
                file=package,
            )
        )
    if not is_available():
        return Signature.UNCHECKED
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(key).verify(signed, content)
    except (InvalidSignature, ValueError) as error:
        raise _wrong(package) from error
    return Signature.VALID if known_key else Signature.UNKNOWN_KEY


def finding_of(state: Signature) -> Finding:
    """The state as a line of the preview."""
    weight = Severity.NOTICE if state is Signature.VALID else Severity.WARNING
    return Finding("signature", weight, state.label)


def _wrong(package: str) -> UnreadableFile:
    return UnreadableFile(
        text("The signature of {file} is wrong: its manifest was changed.", file=package)
    )


def _need_library() -> None:
    if not is_available():
        raise DependencyError(
            text(
                "Packages cannot be signed on this computer: the Python library cryptography is "
                "missing. They can be handed up without a signature; hashes are always checked."
            )
        )
