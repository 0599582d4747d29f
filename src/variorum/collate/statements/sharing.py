"""The words that two quotations have in common, in order."""

from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from variorum.collate.statements.words import is_content


class Shared(NamedTuple):
    """Words in the same order in two quotations.

    `length`: how many; `content`: those that say something; `part`: the share of the shorter one
    that they are, `whole`: of the longer one.
    """

    length: int
    content: int
    part: float
    whole: float


def shared_words(a: tuple[str, ...], b: tuple[str, ...]) -> Shared:
    """The words that two quotations share in order; lone function words do not count."""
    shorter, longer = sorted((a, b), key=len)
    if not shorter:
        return Shared(0, 0, 0.0, 0.0)
    runs = _runs(shorter, longer)
    length = sum(len(run) for run in runs)
    content = sum(is_content(word) for run in runs for word in run)
    return Shared(length, content, length / len(shorter), length / len(longer))


def _runs(shorter: tuple[str, ...], longer: tuple[str, ...]) -> list[tuple[str, ...]]:
    if f" {' '.join(shorter)} " in f" {' '.join(longer)} ":
        return [shorter]
    runs = [
        shorter[one.src_start : one.src_end]
        for one in LCSseq.opcodes(shorter, longer)
        if one.tag == "equal"
    ]
    return [run for run in runs if len(run) > 2 or any(map(is_content, run))]
