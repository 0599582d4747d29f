"""A window's reading as bytes, to be kept."""

from typing import Final

import msgspec
import numpy as np

from variorum.read.encoder.labels import PARTS_OF_SPEECH, RELATIONS
from variorum.read.encoder.window import Attribution, Name, WindowReading

_PART_NUMBERS: Final = {label: number for number, label in enumerate(PARTS_OF_SPEECH)}
_RELATION_NUMBERS: Final = {label: number for number, label in enumerate(RELATIONS)}


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    """Labels by their numbers, a byte each; heads as uint16, vectors as rows of float16."""

    parts_of_speech: bytes
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]
    heads: bytes
    relations: bytes
    vectors: bytes
    dimensions: int


def pack(reading: WindowReading) -> bytes:
    """The reading as bytes, its vectors rounded to float16."""
    packed = _Packed(
        bytes(_PART_NUMBERS[label] for label in reading.parts_of_speech),
        reading.names,
        reading.attributions,
        reading.heads.astype("<u2").tobytes(),
        bytes(_RELATION_NUMBERS[label] for label in reading.relations),
        reading.vectors.astype("<f2").tobytes(),
        reading.vectors.shape[1],
    )
    return msgspec.msgpack.encode(packed)


def unpack(payload: bytes) -> WindowReading:
    """The reading that was packed."""
    packed = msgspec.msgpack.decode(payload, type=_Packed)
    vectors = np.frombuffer(packed.vectors, "<f2").astype(np.float32)
    return WindowReading(
        parts_of_speech=tuple(PARTS_OF_SPEECH[number] for number in packed.parts_of_speech),
        names=packed.names,
        attributions=packed.attributions,
        heads=np.frombuffer(packed.heads, "<u2").astype(np.int32),
        relations=tuple(RELATIONS[number] for number in packed.relations),
        vectors=vectors.reshape(-1, packed.dimensions) if packed.dimensions else vectors,
    )
