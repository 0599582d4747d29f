"""Where somebody stands, in words of a passage."""

from typing import NamedTuple

from variorum.read.attitudes.holders import Actor
from variorum.read.encoder.window import Words


class Issue(NamedTuple):
    """The words of an issue, its head, and what kind of place they stand in.

    `points`: they only point at what was told before ("it", "any such purchase"), or nothing is
    printed ("voted against"); `introduced`: the words that told it.
    """

    words: Words
    head: int
    place: str
    points: bool = False
    introduced: Words | None = None


class Stand(NamedTuple):
    """An attitude before it is told in characters.

    - `place`: the word that shows it; `predicate`: the word that says it; `word`: its base form;
    - `stance`: 1, -1, or 0 for both; `sureness`: of the word, from 0 to 1;
    - `negation`: the word that turned it round;
    - `inner`, `inner_negation`: the word of attitude that this one is about, and its negation;
    - `condition`: its words, where they do not stand behind the predicate.
    """

    place: int
    predicate: int
    word: str
    stance: int
    sureness: float
    actor: Actor
    issue: Issue
    negation: int | None = None
    inner: str | None = None
    inner_negation: int | None = None
    condition: Words | None = None
