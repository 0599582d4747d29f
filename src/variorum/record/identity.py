"""Versioned content ids: the same content has the same id on every run and machine."""

import hashlib
from typing import Final

import msgspec

ID_VERSION: Final = 1
"""Raised when the meaning of the hashed parts changes; ids of two versions never collide."""

ID_HEX_DIGITS: Final = 20
"""80 bits: among ten million items a collision has a chance of about 4e-11."""

_PREFIXES: Final = {
    "article": "art",
    "reuse": "reu",
    "dispatch": "dsp",
    "state": "sta",
    "cache": "mem",
    "entity": "ent",
    "quotation": "quo",
    "statement": "stm",
    "event": "evt",
    "position": "pos",
    "story": "sto",
    "conflict": "con",
    "passage": "psg",
    "correction": "cor",
}


def identify(kind: str, *parts: object) -> str:
    """An id such as `art1-5f0c…` for the content `parts` (any values that MessagePack holds).

    `kind` is one of the names in `_PREFIXES`.
    """
    digest = hashlib.sha256(msgspec.msgpack.encode((kind, ID_VERSION, parts)))
    return f"{_PREFIXES[kind]}{ID_VERSION}-{digest.hexdigest()[:ID_HEX_DIGITS]}"


def fingerprint(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
