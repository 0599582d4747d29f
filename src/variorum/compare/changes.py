"""What a retelling changed: the words replaced, dropped and added, the passages left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from variorum.record.article import Article
from variorum.record.reuse import EditKind, Place, Reuse
from variorum.record.span import Span

TELLING: Final[tuple[EditKind, ...]] = (
    "qualifier", "wording", "attribution", "number", "tense", "name",
)  # fmt: skip
"""The kinds of change that are listed, the most telling first. Style is only counted."""


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
    - `left_out`, `added`: whole paragraphs of only one of the two, in order;
    - `left_out_inside`, `added_inside`: parts of paragraphs of only one of the two, of which
      the other has the rest, in order: sentences, clauses, the end of a paragraph.
    """

    a: str
    b: str
    changes: tuple[Change, ...]
    left_out: tuple[Place, ...]
    added: tuple[Place, ...]
    left_out_inside: tuple[Place, ...]
    added_inside: tuple[Place, ...]

    def of_kind(self, *kinds: EditKind) -> list[Change]:
        """The changes of some kinds."""
        return [change for change in self.changes if change.kind in kinds]

    @property
    def telling(self) -> list[Change]:
        """The changes that a reader is shown one by one, the most telling kinds first."""
        return sorted(self.of_kind(*TELLING), key=lambda change: TELLING.index(change.kind))


def compare(a: Article, b: Article, reuses: Iterable[Reuse]) -> Retelling:
    """How `b` differs from `a`. `reuses`: their aligned passages, seen from `a`."""
    passages = sorted(reuses, key=lambda reuse: (reuse.a, reuse.b))
    left_out = _only_in(a, _kept(passages))
    added = _only_in(b, _kept(map(turned, passages)))
    return Retelling(
        a=a.id,
        b=b.id,
        changes=tuple(change for reuse in passages for change in _changes(a, b, reuse)),
        left_out=left_out.paragraphs,
        added=added.paragraphs,
        left_out_inside=left_out.parts,
        added_inside=added.parts,
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
    return sorted(kept)


class _Only(NamedTuple):
    """What stands in one text only: whole paragraphs, and parts of those that are kept."""

    paragraphs: tuple[Place, ...]
    parts: tuple[Place, ...]


def _only_in(article: Article, kept: Sequence[Span]) -> _Only:
    paragraphs, parts = [], []
    for block in article.blocks_of("body"):
        missing = list(_missing(article.text, block.start, block.end, kept))
        if missing == [(block.start, block.end)]:
            paragraphs.append(Place(article.id, *missing[0]))
        else:
            parts += [Place(article.id, *one) for one in missing]
    return _Only(tuple(paragraphs), tuple(parts))


def _missing(text: str, start: int, end: int, kept: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph between those that are kept, if words stand in them."""
    inside = [one for one in kept if _has_words(text[max(one.start, start) : min(one.end, end)])]
    place = start
    for one in [*inside, Span(end, end)]:
        stretch = text[place : max(place, one.start)]
        if _has_words(stretch):
            at = place + len(stretch) - len(stretch.lstrip()) if inside else place
            yield at, at + len(stretch.strip()) if inside else end
        place = max(place, one.end)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
