"""Checks a store against the rules of the record. What `variorum doctor` runs."""

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain

from variorum.record.article import Article
from variorum.record.errors import VariorumError
from variorum.record.identity import identify
from variorum.record.lineage import Dispatch, Lineage, Pair
from variorum.record.reuse import Reuse
from variorum.record.span import check_fits
from variorum.store.joined_rules import faults_in_joined
from variorum.store.protocol import Store
from variorum.store.reading_rules import faults_in_reading


def find_faults(store: Store) -> Iterator[str]:
    """Every breach of the record's rules in a store, as a sentence; nothing if it is sound.

    What cannot be read ends the search: the rest would be judged by half of the record.
    """
    try:
        yield from store.problems()
        yield from _in_record(store)
    except (VariorumError, ValueError) as error:
        yield f"A row cannot be read: {error}"


def _in_record(store: Store) -> Iterator[str]:
    texts: dict[str, str] = {}
    for article in store.articles():
        texts[article.id] = article.text
        yield from _in_article(article)
    for reuse in store.reuses():
        yield from _in_reuse(reuse, texts)
    dispatches = list(store.dispatches())
    yield from _in_pairs(store.pairs(), texts.keys())
    yield from _in_lineage(store.lineage(), dispatches, texts.keys())
    for dispatch in dispatches:
        yield from _in_dispatch(dispatch, texts.keys())
    for missing in sorted(store.dates().keys() - texts.keys()):
        yield f"A date is inferred for article {missing}, which is not there"
    for missing in sorted(store.arrivals().keys() - texts.keys()):
        yield f"It is noted when article {missing} came, which is not there"
    yield from _in_readings(store, texts)
    if store.collated():
        yield from faults_in_joined(store, {name: len(text) for name, text in texts.items()})
    yield from _in_corrections(store)
    for _ in chain(store.failures(), store.unread()):
        pass  # That they can be read is all that is asked of them.


def _in_corrections(store: Store) -> Iterator[str]:
    """Corrections may be about what is not there any more, but must be what was once made."""
    for one in store.corrections():
        if one.id != one.content_id:
            yield f"Correction {one.id} has another id than its content"


def unfinished_work(store: Store) -> list[str]:
    """What an interrupted run left to do, as sentences: no fault, the next build does it."""
    pages = {page for page, _ in store.pages()}
    articles = store.article_keys().keys()
    notes = []
    if unmarked := len(pages - articles):
        notes.append(f"{unmarked:,} pages have no blocks yet")
    if unsourced := len(pages.difference(store.sources().values())):
        notes.append(f"{unsourced:,} pages are given by no source any longer")
    if articles and store.collated() is None:
        notes.append("the record is not drawn from the articles yet")
    return notes


def _in_article(article: Article) -> Iterator[str]:
    if article.id != identify("article", article.sha256):
        yield f"Article {article.id} has another id than its content"
    if not article.sources or article.source not in article.sources:
        yield f"Article {article.id} names no source"


def _in_reuse(reuse: Reuse, texts: dict[str, str]) -> Iterator[str]:
    for place in (reuse.a, reuse.b):
        if place.article not in texts:
            yield f"Passage {reuse.id} points at article {place.article}, which is not there"
            return
    for place, side in ((reuse.a, "a"), (reuse.b, "b")):
        try:
            check_fits(place.span, texts[place.article])
        except VariorumError as error:
            yield f"Passage {reuse.id}: {error.what}"
        for edit in reuse.edits:
            span = edit.a if side == "a" else edit.b
            if not place.start <= span.start <= span.end <= place.end:
                yield f"Passage {reuse.id} has an edit outside itself"


def _in_readings(store: Store, texts: Mapping[str, str]) -> Iterator[str]:
    for missing in sorted(store.reading_keys().keys() - texts.keys()):
        yield f"Article {missing} was read, but is not there"
    for reading in store.readings():
        if reading.article in texts:
            yield from faults_in_reading(reading, texts[reading.article])
        else:
            yield f"A reading is of article {reading.article}, which is not there"


def _in_dispatch(dispatch: Dispatch, articles: Set[str]) -> Iterator[str]:
    carriers = {*dispatch.articles, *(one for state in dispatch.states for one in state.articles)}
    for missing in sorted(carriers - articles):
        yield f"Dispatch {dispatch.id} names article {missing}, which is not there"


def _in_pairs(pairs: Iterable[Pair], articles: Set[str]) -> Iterator[str]:
    for pair in pairs:
        if pair.a >= pair.b:
            yield f"Pair {pair.a}, {pair.b} is out of order"
        for end in (pair.a, pair.b):
            if end not in articles:
                yield f"A pair points at article {end}, which is not there"


def _in_lineage(
    edges: Iterable[Lineage], dispatches: list[Dispatch], articles: Set[str]
) -> Iterator[str]:
    nodes = set(articles) | {one.id for one in dispatches}
    nodes |= {state.id for one in dispatches for state in one.states}
    above: dict[str, list[str]] = {}
    for edge in edges:
        if edge.parent not in nodes or edge.child not in articles:
            yield f"The edge {edge.parent} → {edge.child} has an end that is not there"
        above.setdefault(edge.child, []).append(edge.parent)
    for child in above:
        if _reaches(child, child, above):
            yield f"Article {child} is its own ancestor"


def _reaches(start: str, goal: str, above: dict[str, list[str]]) -> bool:
    waiting, seen = list(above.get(start, ())), set[str]()
    while waiting:
        node = waiting.pop()
        if node == goal:
            return True
        if node not in seen:
            seen.add(node)
            waiting.extend(above.get(node, ()))
    return False
