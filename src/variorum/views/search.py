"""Search: what stands in the articles, and what was made of them, by words and filters."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Final, Literal

import msgspec

from variorum.compare.words import flat, sentence_at
from variorum.record.event import Status
from variorum.record.span import Span
from variorum.record.when import When
from variorum.store.searching import Count, Found, FoundKind, Hit, SearchRequest, Term
from variorum.views.desk import Desk
from variorum.views.page import ListQuery, Part, View
from variorum.views.words import ArticleLine, Words, clipped

SHOWN: Final = 20
"""Results on one part of the list."""

MOST_PARTS: Final = 500
"""Parts of a list that can be asked for: whoever wants more narrows the search."""

AROUND: Final = 200
"""Characters before the first and behind the last found word that are shown, at most."""

LONGEST: Final = 480
"""Characters of found words that are shown in one result, at most."""

KINDS: Final[dict[FoundKind, str]] = {
    "statement": "Statements", "event": "Events", "position": "Positions",
    "headline": "Headlines", "passage": "Passages",
}  # fmt: skip

_LABELS: Final = {
    "speaker": "Who says or wants it", "outlet": "Outlet", "status": "Status", "issue": "Issue",
}  # fmt: skip

Day = Annotated[str, msgspec.Meta(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
"""A day as 2031-03-04; empty for any."""


class SearchQuery(ListQuery, frozen=True, kw_only=True):
    """What is looked for: words, "phrases" and heads of words*, and what must be so of the found.

    `speaker`: an entity's id or letters of a name; `outlet`, `issue`: letters of it; empty for any.
    """

    words: str = ""
    kind: FoundKind | Literal[""] = ""
    speaker: str = ""
    outlet: str = ""
    issue: str = ""
    status: Status | Literal[""] = ""
    day_from: Day = ""
    day_to: Day = ""


class FoundPiece(msgspec.Struct, frozen=True):
    """A stretch of words; `is_found`: whether it is what was looked for."""

    text: str
    is_found: bool


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is found.

    - `pieces`: its words, clipped around what was looked for;
    - `who`: who said or wants it, or takes part; `when`: when it was said, happened or was so,
      for a passage when it was published; `status` of an event, `stance` of a position;
    - `place`: the words in the first article that has it; `article`: that article;
    - `articles`: how many have it; `independent_sources`: how many texts are behind them.
    """

    kind: FoundKind
    id: str
    pieces: tuple[FoundPiece, ...]
    who: tuple[str, ...]
    when: When | None
    status: str
    stance: str
    place: Words
    article: ArticleLine
    articles: int
    independent_sources: int


class Choice(msgspec.Struct, frozen=True):
    """A value of a filter, and how much would be found with it; null if it was not counted."""

    value: str
    name: str
    found: int | None


class Filter(msgspec.Struct, frozen=True):
    """A filter: what it may be set to, and what it is set to ("" for not at all)."""

    name: str
    label: str
    value: str
    choices: tuple[Choice, ...]


class SearchView(View, frozen=True, kw_only=True):
    """What is found, the best first.

    `query`: what was asked; `other_names`: what was looked for beside the words typed;
    `kinds`: how much there is of each kind; `filters`: the others. `is_cut`: there is more, which
    was not looked at.
    """

    query: SearchQuery
    other_names: tuple[str, ...]
    kinds: tuple[Choice, ...]
    filters: tuple[Filter, ...]
    results: tuple[Result, ...]
    part: Part
    is_cut: bool


def draw_search(desk: Desk, query: SearchQuery) -> SearchView:
    """What is found of what is asked for; nothing if nothing is asked."""
    page = min(max(1, query.page), MOST_PARTS)
    found = _find(desk, query, page)
    pages = min(MOST_PARTS, max(1, -(-found.total // SHOWN)))
    if page > pages:
        page = pages
        found = _find(desk, query, page)
    return SearchView(
        heading=f"Search: {clipped(query.words, 80)}" if query.words.strip() else "Search",
        query=query,
        other_names=tuple(_other_names(found.terms)),
        kinds=_kinds(query, found),
        filters=tuple(_filters(query, found)),
        results=tuple(_result(desk, hit) for hit in found.hits),
        part=Part(page, pages, found.total),
        is_cut=found.is_cut,
    )


def _find(desk: Desk, query: SearchQuery, page: int) -> Found:
    request = SearchRequest(
        kinds=(query.kind,) if query.kind else (),
        speaker=query.speaker.strip(),
        outlet=query.outlet.strip(),
        issue=query.issue.strip(),
        status=query.status or None,
        first_day=query.day_from,
        last_day=query.day_to,
        offset=(page - 1) * SHOWN,
        limit=SHOWN,
    )
    if not (query.words.strip() or request.asks):
        return Found((), 0, {})
    if desk.group:
        request = request._replace(articles=desk.chosen)
    return desk.story.search(query.words, request)


def _other_names(terms: Sequence[Term]) -> Iterator[str]:
    for term in terms:
        yield from (" ".join(phrase) for phrase in term.phrases[1:])


def _choices(counts: Sequence[Count]) -> tuple[Choice, ...]:
    return tuple(Choice(one.value, clipped(one.name, 60), one.found) for one in counts)


def _kinds(query: SearchQuery, found: Found) -> tuple[Choice, ...]:
    counts = {one.value: one.found or 0 for one in found.counts.get("kind", ())}
    if query.kind:
        counts.setdefault(query.kind, 0)
    return tuple(Choice(kind, name, counts[kind]) for kind, name in KINDS.items() if kind in counts)


def _filters(query: SearchQuery, found: Found) -> Iterator[Filter]:
    for name, label in _LABELS.items():
        value = getattr(query, name)
        choices = _choices(found.counts.get(name, ()))
        if value and value not in {one.value for one in choices}:
            choices = (*choices, Choice(value, clipped(value, 60), found.total))
        yield Filter(name, label, value, choices)


def _result(desk: Desk, hit: Hit) -> Result:
    noun = _noun(desk, hit)
    place = _words(desk, hit)
    return Result(
        kind=hit.kind,
        id=hit.id,
        pieces=_pieces(hit),
        who=noun.who,
        when=noun.when,
        status=hit.status,
        stance=noun.stance,
        place=place,
        article=place.article,
        articles=len(hit.articles),
        independent_sources=desk.sources(hit.articles),
    )


class _Noun(msgspec.Struct, frozen=True):
    who: tuple[str, ...] = ()
    when: When | None = None
    stance: str = ""


def _noun(desk: Desk, hit: Hit) -> _Noun:
    """What is to be told of a found thing beside its words."""
    if hit.kind == "statement" and (statement := desk.story.statement(hit.id)):
        return _Noun((hit.speaker_name or "a source not named",), statement.said)
    if hit.kind == "event" and (event := desk.story.event(hit.id)):
        names = (clipped(desk.name_of(one.entity, one.name), 60) for one in event.participants)
        return _Noun(tuple(dict.fromkeys(names))[:4], event.when)
    if hit.kind == "position" and (position := desk.story.position(hit.id)):
        return _Noun((hit.speaker_name or position.actor_name,), position.as_of, position.stance)
    return _Noun((), desk.line(hit.place.article).published)


def _words(desk: Desk, hit: Hit) -> Words:
    """What in the article the result leads to: the found words of a passage, else all of it."""
    article, start, end = hit.place.article, hit.place.start, hit.place.end
    if hit.kind in ("passage", "headline"):
        marks = _shown_marks(hit)
        start, end = (start + marks[0].start, start + marks[-1].end) if marks else (start, end)
    return desk.words(article, start, min(end, start + LONGEST))


def _shown_marks(hit: Hit) -> list[Span]:
    """The found words that stand nearest together, from the one that begins the densest run."""
    marks = hit.marks
    if not marks:
        return []
    runs = [[one for one in marks[at:] if one.end - first.start <= AROUND]
            for at, first in enumerate(marks[:50])]  # fmt: skip
    best = max(runs, key=lambda run: len({one.of(hit.words).casefold() for one in run}))
    return best or [marks[0]]


def _pieces(hit: Hit) -> tuple[FoundPiece, ...]:
    """The sentences of the found words, cut to what can be shown."""
    near = _shown_marks(hit)
    core = Span(near[0].start, near[-1].end) if near else Span(0, min(1, len(hit.words)))
    window = sentence_at(hit.words, core)
    start = max(window.start, core.start - AROUND)
    end = min(window.end if near else len(hit.words), start + LONGEST)
    pieces = list(_cut(hit, start, max(end, min(core.end, start + LONGEST))))
    head = [FoundPiece("… ", is_found=False)] if start > 0 else []
    tail = [FoundPiece(" …", is_found=False)] if end < len(hit.words) else []
    return tuple(head + pieces + tail)


def _cut(hit: Hit, start: int, end: int) -> Iterator[FoundPiece]:
    at = start
    for mark in hit.marks:
        if mark.end <= start or mark.start >= end:
            continue
        if at < mark.start:
            yield FoundPiece(_line(hit.words[at : mark.start]), is_found=False)
        yield FoundPiece(_line(hit.words[max(at, mark.start) : min(mark.end, end)]), is_found=True)
        at = mark.end
    if at < end:
        yield FoundPiece(_line(hit.words[at:end]), is_found=False)


def _line(text: str) -> str:
    return flat(f"|{text}|")[1:-1]
