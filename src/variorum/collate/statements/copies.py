"""Which articles report so much alike that one copies the other, or both a third."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from variorum.collate.statements.agreeing import Wording
from variorum.collate.statements.words import is_content

_RUN: Final = 5
"""Words in a row that two reporters hardly choose alike by themselves."""

_RUNS: Final = 3
"""Runs of a reporter's own words, beside those in question, that copies have in common."""

_MOST: Final = 20
"""Articles of a wording that are looked at; if these are no copies, no more are asked."""


Run = tuple[str, ...]
"""Words in a row."""


class Copies:
    """Tells whether two wordings stand in articles that report alike elsewhere too.

    What is quoted to the letter does not count: all who were there write that alike.
    """

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._reported: dict[str, list[Wording]] = defaultdict(list)
        self._runs: dict[str, set[Run]] = {}
        for one in wordings:
            if len(one.quoted) < len(one.words):
                for article in one.articles:
                    self._reported[article].append(one)

    def __call__(self, a: Wording, b: Wording) -> bool:
        """Whether an article of each has other runs of a reporter's words in common."""
        own = {*_runs(a.words), *_runs(b.words)}
        return any(
            one != other and len((self._of(one) & self._of(other)) - own) >= _RUNS
            for one in islice(sorted(a.articles), _MOST)
            for other in islice(sorted(b.articles), _MOST)
        )

    def _of(self, article: str) -> set[Run]:
        """The runs of the reporter's own words in an article, looked for once."""
        if article not in self._runs:
            reported = self._reported[article]
            self._runs[article] = {run for one in reported for run in _own_runs(one)}
        return self._runs[article]


def _own_runs(one: Wording) -> Iterator[Run]:
    quoted = set(_runs(one.quoted))
    return (run for run in _runs(one.words) if run not in quoted)


def _runs(words: Sequence[str]) -> Iterable[Run]:
    runs = (tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1))
    return (run for run in runs if any(map(is_content, run)))
