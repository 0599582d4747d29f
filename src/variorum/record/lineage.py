"""Lineage: which article or dispatch each article's text came from."""

from typing import Literal

import msgspec

from variorum.record.when import When

Derivation = Literal["copy", "edited", "partial"]
PairRelation = Literal["copy", "edited", "partial", "quotes_only"]
Direction = Literal["a->b", "b->a", "common", "unknown"]


class Pair(msgspec.Struct, frozen=True, gc=False):
    """What two articles have to do with each other, `a` and `b` in order of their ids.

    - `relation`: copy (the same text as printed), edited (the same text reworked, or
      another state of it), partial (passages of it in another text), quotes_only
      (independent reports of the same words).
    - `direction`: `a->b` (b's text was made from a's), `b->a`, `common` (both from a
      third text) or `unknown`. Always `unknown` for quotes_only.
    - `agency`: whose text it is, where a credit tells.
    - `share_a`, `share_b`: how much of each body's words lies in matched passages, 0 to 1.
    - `confidence`: 0 to 1. `reasons`: sentences a reader can check.
    """

    a: str
    b: str
    relation: PairRelation
    direction: Direction
    agency: str | None
    share_a: float
    share_b: float
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    maker: str = ""


class Lineage(msgspec.Struct, frozen=True, gc=False):
    """One edge of the family tree: `child`'s text came from `parent`.

    `parent` is an article, a dispatch or a state of a dispatch; `share` (0 to 1) the part
    of the child's body that came from it: the words that stand in the parent or, if that is
    not in hand, in the closest other article that carries it.
    """

    parent: str
    child: str
    relation: Derivation
    share: float
    confidence: float
    reasons: tuple[str, ...]
    maker: str = ""


class DispatchState(msgspec.Struct, frozen=True, gc=False):
    """One version of a dispatch as the agency sent it, inferred from the articles that print it."""

    id: str
    earliest: When | None
    articles: tuple[str, ...]


class Dispatch(msgspec.Struct, frozen=True, gc=False):
    """A text of an agency that is not in hand itself, inferred from its copies.

    `agency` is null where no copy credits one. `states` are in the order in which
    the agency sent them, as far as the evidence tells.
    """

    id: str
    agency: str | None
    articles: tuple[str, ...]
    earliest: When | None
    states: tuple[DispatchState, ...]
    maker: str = ""
