"""A large store made of a small one, to measure what only size tells.

    python -m bench.multiplied SMALL LARGE --articles 10000

Each article comes back with other letters in some of its words, so that no passage is there twice,
with what was read in it, and the statements, events, positions, stories and family trees of its
copy of the record. Entities stay the same: who is quoted in one copy is quoted in all.
"""

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from variorum.compare.changes import turned
from variorum.record.article import Article
from variorum.store.protocol import Collation, Joined, KeptArticle, KeptReading, ReadingKey
from variorum.store.sqlite import SqliteStore

_ID: Final = re.compile(
    rb"\b(art|quo|stm|evt|pos|sto|reu|dsp|sta)(1-)([0-9a-f]{4})(?=[0-9a-f]{16})"
)
_WORD: Final = re.compile(r"\b[a-z]{5,}\b")

Noun = TypeVar("Noun")


def multiply(small: Path, large: Path, articles: int) -> int:
    """Make the large store; gives how many articles it has."""
    with SqliteStore(small) as source, SqliteStore(large, write=True) as target:
        kept = list(source.articles())
        copies = range(-(-articles // len(kept)))
        for copy in copies:
            made = [_other_article(one, copy) for one in kept]
            for one in made:
                target.add_page(f"{copy}/{one.source}", one.id, b"")
            target.add_articles(KeptArticle(one.id, "", _packed(one)) for one in made)
            target.add_readings(
                KeptReading(one.article, ReadingKey("", one.maker), one)
                for one in _others(source.readings(), copy)
            )
        target.replace_collation(_record(source, copies))
    return len(kept) * len(copies)


def _record(source: SqliteStore, copies: Iterable[int]) -> Collation:
    def all_of(name: str) -> Iterator[Any]:
        return (one for copy in copies for one in _others(getattr(source, name)(), copy))

    dates = {
        _other_id(article, copy): when
        for copy in copies
        for article, when in source.dates().items()
    }
    return Collation(
        digest="multiplied",
        dates=dates,
        reuses=(_turned_if_needed(one) for one in all_of("reuses")),
        pairs=(_in_order(one) for one in all_of("pairs")),
        lineage=all_of("lineage"),
        dispatches=all_of("dispatches"),
        joined=Joined(
            entities=source.entities(),
            joined=source.joined_entities(),
            statements=all_of("statements"),
            events=all_of("events"),
            positions=all_of("positions"),
            stories=all_of("stories"),
        ),
    )


def _turned_if_needed(reuse: Any) -> Any:
    return reuse if reuse.a.article <= reuse.b.article else turned(reuse)


def _in_order(pair: Any) -> Any:
    """A pair whose ids are in order again."""
    if pair.a <= pair.b:
        return pair
    turned = {"a->b": "b->a", "b->a": "a->b"}.get(pair.direction, pair.direction)
    return msgspec.structs.replace(
        pair, a=pair.b, b=pair.a, share_a=pair.share_b, share_b=pair.share_a, direction=turned
    )


def _others(nouns: Iterable[Noun], copy: int) -> Iterator[Noun]:
    """The nouns of a copy: the same but for all ids in them."""
    for one in nouns:
        yield msgspec.msgpack.decode(_ID.sub(lambda found: _moved(found, copy), _packed(one)),
                                     type=type(one))  # fmt: skip


def _other_id(name: str, copy: int) -> str:
    return _ID.sub(lambda found: _moved(found, copy), name.encode()).decode()


def _moved(found: re.Match[bytes], copy: int) -> bytes:
    return found[1] + found[2] + b"%04x" % ((int(found[3], 16) + copy * 257) % 65536)


def _other_article(article: Article, copy: int) -> Article:
    (other,) = _others([article], copy)
    text = _WORD.sub(lambda found: _scrambled(found[0], copy), article.text) if copy else other.text
    source = f"{copy}/{article.source}"
    return msgspec.structs.replace(other, text=text, source=source, sources=(source,))


def _scrambled(word: str, copy: int) -> str:
    """One word in four with two letters changed, which ones tells the copy."""
    if (sum(map(ord, word)) + copy) % 4:
        return word
    at = copy % (len(word) - 2)
    return word[:at] + chr(97 + copy % 26) + chr(97 + copy * 7 % 26) + word[at + 2 :]


def _packed(value: object) -> bytes:
    return msgspec.msgpack.encode(value)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    arguments = parser.parse_args()
    print(f"{multiply(arguments.small, arguments.large, arguments.articles):,} articles")


if __name__ == "__main__":
    main()
