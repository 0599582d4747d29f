"""What a retelling changed: the words replaced, dropped and added, the passages left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from variorum.record.article import Article
from variorum.record.reuse import EditKind, Place, Reuse


class Change(msgspec.Struct, frozen=True):
    """One difference between a text and its retelling.

    `kind` as in `Edit`; `before` and `after` are the words, `a` and `b` where they stand.
    One of them is missing if words were only added or dropped.
    """

    kind: EditKind
    before: str
    after: str
    a: Place | None
    b: Place | None


class Retelling(msgspec.Struct, frozen=True):
    """How the text of article `b` differs from that of `a`.

    - `changes`: inside the passages that both share, in the order of `a`;
    - `left_out`, `added`: whole paragraphs of only one of the two, in order.
    """

    a: str
    b: str
    changes: tuple[Change, ...]
    left_out: tuple[Place, ...]
    added: tuple[Place, ...]

    def of_kind(self, *kinds: EditKind) -> list[Change]:
        """The changes of some kinds."""
        return [change for change in self.changes if change.kind in kinds]


def compare(a: Article, b: Article, reuses: Iterable[Reuse]) -> Retelling:
    """How `b` differs from `a`. `reuses`: their aligned passages, seen from `a`."""
    passages = sorted(reuses, key=lambda reuse: (reuse.a, reuse.b))
    changes = [change for reuse in passages for change in _changes(a, b, reuse)]
    return Retelling(
        a=a.id,
        b=b.id,
        changes=tuple(changes),
        left_out=tuple(_untouched(a, [reuse.a for reuse in passages])),
        added=tuple(_untouched(b, [reuse.b for reuse in passages])),
    )


def turned(reuse: Reuse) -> Reuse:
    """The same passages seen from the other article."""
    operations: dict[str, Literal["replace", "insert", "delete"]] = {
        "replace": "replace",
        "insert": "delete",
        "delete": "insert",
    }
    edits = tuple(
        msgspec.structs.replace(edit, op=operations[edit.op], a=edit.b, b=edit.a)
        for edit in reuse.edits
    )
    return msgspec.structs.replace(reuse, a=reuse.b, b=reuse.a, edits=edits)


def _changes(a: Article, b: Article, reuse: Reuse) -> Iterator[Change]:
    for edit in reuse.edits:
        yield Change(
            kind=edit.kind,
            before=edit.a.of(a.text),
            after=edit.b.of(b.text),
            a=Place(a.id, edit.a.start, edit.a.end) if len(edit.a) else None,
            b=Place(b.id, edit.b.start, edit.b.end) if len(edit.b) else None,
        )


def _untouched(article: Article, passages: Sequence[Place]) -> Iterator[Place]:
    """The body paragraphs that no passage reaches into."""
    for block in article.blocks_of("body"):
        if not any(place.start < block.end and block.start < place.end for place in passages):
            yield Place(article.id, block.start, block.end)
