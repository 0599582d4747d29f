"""What a retelling changed: the words replaced, dropped and added, the passages left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from variorum.record.article import Article
from variorum.record.reuse import EditKind, Place, Reuse
from variorum.record.span import Span


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

    @property
    def sentences(self) -> list[Change]:
        """Longer stretches put in or left out that are no whole paragraphs."""
        paragraphs = {*self.left_out, *self.added}
        return [
            change
            for change in self.of_kind("passage")
            if not any(_lies_in(one, change.a) or _lies_in(one, change.b) for one in paragraphs)
        ]


def _lies_in(inner: Place, outer: Place | None) -> bool:
    return bool(
        outer
        and inner.article == outer.article
        and outer.start <= inner.start
        and inner.end <= outer.end
    )


def compare(a: Article, b: Article, reuses: Iterable[Reuse]) -> Retelling:
    """How `b` differs from `a`. `reuses`: their aligned passages, seen from `a`."""
    passages = sorted(reuses, key=lambda reuse: (reuse.a, reuse.b))
    changes = [change for reuse in passages for change in _changes(a, b, reuse)]
    return Retelling(
        a=a.id,
        b=b.id,
        changes=tuple(changes),
        left_out=tuple(_untouched(a, _kept(passages))),
        added=tuple(_untouched(b, _kept(map(turned, passages)))),
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


def _kept(reuses: Iterable[Reuse]) -> list[Span]:
    """The stretches of the first text that stand in the other: passages less what they lack."""
    kept = []
    for reuse in reuses:
        start = reuse.a.start
        for edit in reuse.edits:
            if edit.kind == "passage" and len(edit.a):
                kept.append(Span(start, edit.a.start))
                start = edit.a.end
        kept.append(Span(start, reuse.a.end))
    return kept


def _untouched(article: Article, kept: Sequence[Span]) -> Iterator[Place]:
    """The body paragraphs of which no word is kept."""
    for block in article.blocks_of("body"):
        inside = (
            article.text[max(one.start, block.start) : min(one.end, block.end)] for one in kept
        )
        if not any(map(_has_words, inside)):
            yield Place(article.id, block.start, block.end)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
