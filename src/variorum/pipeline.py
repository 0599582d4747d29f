"""Every stage from bytes to record, in order. The one place that names them all.

    find files → read pages → find recurring lines → mark blocks and metadata
    → read articles → find candidate pairs → align and score them → decide lineage → infer dates
    → join entities, statements, events, positions and stories

Each stage is a function of what came before; results that cost something are kept in
the store under a hash of what they were made from, so that a second run, or one after
a crash, does only what is new.
"""

import gc
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple, TypeVar

import msgspec

from variorum.collate.dates.publication import DatedText, infer_dates
from variorum.collate.lineage.directions import LineageRecord, find_lineage
from variorum.collate.lineage.families import Related
from variorum.collate.lineage.provenance import provenance_of, with_known_names
from variorum.collate.lineage.relation import decide_relation
from variorum.collate.lineage.trees import MAKER as LINEAGE_MAKER
from variorum.collate.reuse.candidates import (
    ArticleShingles,
    Candidates,
    find_candidates,
    shingles_of,
)
from variorum.collate.reuse.overlap import MAKER as REUSE_MAKER
from variorum.collate.reuse.scoring import (
    PairToScore,
    ScoredPair,
    TextToScore,
    score_key,
    score_texts,
)
from variorum.collate.reuse.words import words_of
from variorum.engine.protocol import Engine
from variorum.ingest.articles import make_article, maker
from variorum.ingest.features import PageRepeats
from variorum.ingest.items import Item
from variorum.ingest.page import Page
from variorum.ingest.reading import page_id, read_page
from variorum.ingest.recurrence import PageLines, find_recurrence, lines_of
from variorum.ingest.sources import MAX_PAGE_BYTES, find_files, read_items, source_name
from variorum.read.days import find_day_sent, find_days
from variorum.read.protocol import Reader
from variorum.record.article import Article
from variorum.record.errors import StoreError
from variorum.record.failure import Failure
from variorum.record.identity import identify
from variorum.record.reuse import Reuse
from variorum.record.when import When
from variorum.stages.joining import MAKERS as JOINERS
from variorum.stages.joining import join_readings
from variorum.stages.progress import Progress, Silent
from variorum.stages.reading import read_articles
from variorum.store.protocol import Collation, KeptArticle, Score, Store

BATCH: Final = 200
"""Articles or scores that are kept in one transaction."""

T = TypeVar("T")


class BuildSummary(NamedTuple):
    """What a run did.

    Sources read, left as they were and failed; articles in the store; pairs compared anew;
    articles read for what they say, and articles in the store that could not be.
    """

    read: int
    known: int
    failed: int
    articles: int
    compared: int
    readings: int = 0
    unread: int = 0


def build(
    inputs: Sequence[str],
    store: Store,
    engine: Engine,
    progress: Progress | None = None,
    max_bytes: int = MAX_PAGE_BYTES,
    reader: Reader | None = None,
) -> BuildSummary:
    """Read the inputs into the store and draw the record anew from all that it holds.

    Without a `reader`, what articles say is not read; what was read before stays.
    """
    progress = progress or Silent()
    ingested = ingest(inputs, store, engine, progress, max_bytes)
    return _draw(ingested, store, engine, progress, reader)


def add(
    items: Iterable[Item | Failure],
    store: Store,
    engine: Engine,
    progress: Progress | None = None,
    reader: Reader | None = None,
) -> BuildSummary:
    """Read pages that somebody else fetched into the store and draw the record anew.

    As `build` in all else. What other sources gave stays.
    """
    progress = progress or Silent()
    progress.stage("Reading pages", None)
    read, known, failed = ingest_items(items, store, engine, progress)
    return _draw((read, known, len(failed)), store, engine, progress, reader)


def _draw(
    ingested: tuple[int, int, int],
    store: Store,
    engine: Engine,
    progress: Progress,
    reader: Reader | None,
) -> BuildSummary:
    """The stages after reading pages: sources read, known and failed are `ingested`."""
    texts = mark(store, engine, progress)
    reading = read_articles(store, reader, progress)
    articles, compared = collate(store, engine, progress, texts)
    return BuildSummary(*ingested, articles, compared, *reading)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Looks for no garbage in cycles meanwhile.

    What a record is drawn from are millions of values without cycles; to look through them again
    and again took a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _PageRow(msgspec.Struct, frozen=True):
    """A page as it is kept, with its lines for `find_repeats`."""

    page: Page
    lines: PageLines


def ingest(
    inputs: Sequence[str], store: Store, engine: Engine, progress: Progress, max_bytes: int
) -> tuple[int, int, int]:
    """Read what is new among the inputs; returns sources read, known and failed."""
    progress.stage("Reading pages", None)
    files = find_files(inputs)
    failed_before = {failure.source for failure in store.failures()}
    read, known, failed = ingest_items(read_items(files, max_bytes), store, engine, progress)
    store.drop_failures(_overcome(failed_before - failed, files))
    return read, known, len(failed)


def ingest_items(
    items: Iterable[Item | Failure], store: Store, engine: Engine, progress: Progress
) -> tuple[int, int, set[str]]:
    """Read what is new among pages; returns sources read, known, and those that failed."""
    pages_of = store.sources()
    kept = set(pages_of.values())
    failed: set[str] = set()
    read = known = 0

    def fail(failure: Failure) -> None:
        store.add_failure(failure)
        failed.add(failure.source)

    def unread() -> Iterator[Item]:
        nonlocal known
        for item in items:
            if isinstance(item, Failure):
                fail(item)
            elif pages_of.get(item.source) == page_id(item.data):
                known += 1
            else:
                yield item
            progress.advance()

    for source, page, result in engine.map(_read, unread()):
        if isinstance(result, Failure):
            fail(result)
            continue
        store.add_page(source, page, None if page in kept else result)
        kept.add(page)
        read += 1
    store.drop_unsourced()
    return read, known, failed


def kept_page(store: Store, page: str) -> Page | None:
    """A page as it was read into the store; None if it is not there."""
    payload = next((payload for _, payload in store.page_payloads([page])), None)
    return _page_row(payload).page if payload else None


def _overcome(failed_before: Set[str], files: Iterable[str]) -> list[str]:
    """The sources that failed in an earlier run and did not in this one, which read their files."""
    names = {source_name(file) for file in files}
    return [one for one in failed_before if {one, one.rpartition(":")[0]} & names]


def _read(item: Item) -> tuple[str, str, bytes | Failure]:
    """The source, and its page as it is kept. What travels between processes is bytes."""
    page = read_page(item)
    if isinstance(page, Failure):
        return item.source, "", page
    return item.source, page.id, msgspec.msgpack.encode(_PageRow(page, lines_of(page)))


def mark(store: Store, engine: Engine, progress: Progress) -> dict[str, int]:
    """Give blocks and metadata to each page that is new, or of which other lines recur now.

    Returns for pages that are evidently one text with others the number of that text.
    """
    lines = (_page_row(payload).lines for _, payload in store.pages())
    recurrence = find_recurrence(engine, lines)
    repeats = recurrence.repeats
    sources: dict[str, list[str]] = defaultdict(list)
    for source, page in store.sources().items():
        sources[page].append(source)
    keys = store.article_keys()
    wanted = {
        page: key
        for page in sources
        if keys.get(page) != (key := _mark_key(page, repeats.get(page, {}), sources[page]))
    }
    progress.stage("Marking blocks", len(wanted))
    tasks = (
        _MarkTask(payload, repeats.get(page, {}), tuple(sources[page]))
        for page, payload in store.page_payloads(sorted(wanted))
    )
    for batch in _batches(engine.map(_mark, tasks, len(wanted))):
        store.add_articles(
            KeptArticle(article, wanted[article], payload) for article, payload in batch
        )
        progress.advance(len(batch))
    return recurrence.texts


class _MarkTask(NamedTuple):
    payload: bytes
    repeats: dict[int, PageRepeats]
    sources: tuple[str, ...]


def _mark(task: _MarkTask) -> tuple[str, bytes]:
    article = make_article(_page_row(task.payload).page, task.repeats, task.sources)
    return article.id, msgspec.msgpack.encode(article)


def _page_row(payload: bytes) -> _PageRow:
    return msgspec.msgpack.decode(payload, type=_PageRow)


def _mark_key(page: str, repeats: Mapping[int, PageRepeats], sources: Sequence[str]) -> str:
    counts = sorted((form, count.outlet, count.elsewhere) for form, count in repeats.items())
    return identify("cache", "article", str(maker()), page, counts, sources)


@_without_collection()
def collate(
    store: Store, engine: Engine, progress: Progress, same_texts: Mapping[str, int]
) -> tuple[int, int]:
    """Draw the record from all articles; returns their number and the pairs compared anew."""
    keys = store.article_keys()
    makers = str(REUSE_MAKER), str(LINEAGE_MAKER), _COLLATE_VERSION, *JOINERS
    readings = sorted((one, *key) for one, key in store.reading_keys().items())
    digest = identify("cache", "record", sorted(keys.items()), readings, *makers)
    if store.collated() == digest:
        return len(keys), 0
    progress.stage("Finding shared text", len(keys))
    ids = sorted(keys)
    texts = [_TextKey(one, keys[one], str(same_texts.get(one, one))) for one in ids]
    made = engine.remember(_shingles, texts, lambda some: _shingle_tasks(store, some))
    shingles = (_counted(one, progress) for one in made)
    candidates = find_candidates(engine, shingles)
    compared = _score(candidates, ids, keys, store, engine, progress)
    progress.stage("Drawing lineage", None)
    record, related = _lineage(store)
    ends = {pair.ends for pair in related}
    progress.stage("Inferring dates", None)
    dates = _infer_dates(store, engine)
    told = record.edges, record.dispatches
    joined, dates = join_readings(store, engine, progress, dates, told, _reuses(store, ends))
    progress.stage("Keeping the record", None)
    store.replace_collation(
        Collation(
            digest=digest,
            dates=dates,
            reuses=_reuses(store, ends),
            pairs=record.pairs,
            lineage=record.edges,
            dispatches=record.dispatches,
            joined=joined,
        )
    )
    return len(keys), compared


_COLLATE_VERSION: Final = 1
"""Raised when candidates, inferred dates or the decisions drawn from the same scores change."""


class _TextKey(NamedTuple):
    """An article, by its hash, and the text that it has in common with others, or its own."""

    article: str
    key: str
    text: str


class _ShinglesTask(NamedTuple):
    payload: bytes
    text: str


def _shingle_tasks(store: Store, some: Sequence[_TextKey]) -> Iterator[_ShinglesTask]:
    kept = store.kept_articles(one.article for one in some)
    for one, article in zip(some, kept, strict=True):
        yield _ShinglesTask(article.payload, one.text)


def _shingles(task: _ShinglesTask) -> ArticleShingles:
    article = msgspec.msgpack.decode(task.payload, type=Article)
    return shingles_of(words_of(article), article.domain or article.outlet or "", task.text)


def _score(
    candidates: Candidates,
    ids: Sequence[str],
    keys: Mapping[str, str],
    store: Store,
    engine: Engine,
    progress: Progress,
) -> int:
    """Compare the candidates that are new or changed, forget those that are none any more."""
    discounted = {ids[number]: hashes.tobytes() for number, hashes in candidates.discounted.items()}
    wanted = {}
    for candidate in candidates.pairs:
        a, b = ids[candidate.a], ids[candidate.b]
        wanted[a, b] = score_key(keys[a], keys[b], discounted.get(a, b""), discounted.get(b, b""))
    kept = {(score.a, score.b): score.key for score in store.scores()}
    store.drop_scores(sorted(kept.keys() - wanted.keys()))
    missing = [pair for pair, key in wanted.items() if kept.get(pair) != key]
    progress.stage("Aligning passages", len(missing))
    tasks = _pairs_to_score(missing, discounted, store)
    results = zip(missing, engine.map(_score_pair, tasks, len(missing)), strict=True)
    for batch in _batches(results):
        store.add_scores(Score(*pair, wanted[pair], scored) for pair, scored in batch)
        progress.advance(len(batch))
    return len(missing)


def _score_pair(pair: PairToScore) -> bytes:
    return msgspec.msgpack.encode(score_texts(pair))


def _pairs_to_score(
    pairs: Iterable[tuple[str, str]], discounted: Mapping[str, bytes], store: Store
) -> Iterator[PairToScore]:
    @lru_cache(TEXTS_AT_HAND)
    def text(article: str) -> TextToScore:
        found = store.kept_article(article)
        if found is None:
            raise StoreError(
                f"Article {article} is missing", "Check the store with: variorum doctor"
            )
        return TextToScore(article, found.payload, discounted.get(article, b""))

    for a, b in pairs:
        yield PairToScore(text(a), text(b))


TEXTS_AT_HAND: Final = 1024


def _scored(store: Store, pairs: Container[tuple[str, str]] | None = None) -> Iterator[ScoredPair]:
    """The scores of all pairs, or of some."""
    for score in store.scores():
        if pairs is None or (score.a, score.b) in pairs:
            yield msgspec.msgpack.decode(score.payload, type=ScoredPair)


def _reuses(store: Store, pairs: Container[tuple[str, str]]) -> Iterator[Reuse]:
    """The passages that articles share, of pairs that are related."""
    return (reuse for scored in _scored(store, pairs) for reuse in scored.reuses)


def _lineage(store: Store) -> tuple[LineageRecord, list[Related]]:
    """Decide what each pair is, and from that who copied whom."""
    provenances = with_known_names(provenance_of(article) for article in store.articles())
    related = []
    for scored in _scored(store):
        if overlap := scored.overlap:
            decision = decide_relation(overlap, provenances[overlap.a], provenances[overlap.b])
            if decision:
                related.append(Related(overlap, decision))
    return find_lineage(related, provenances), related


def _infer_dates(store: Store, engine: Engine) -> dict[str, When]:
    """Publication intervals for the articles that state none."""

    def payloads(some: Sequence[tuple[str, str]]) -> Iterator[bytes]:
        return (kept.payload for kept in store.kept_articles(article for article, _ in some))

    texts = engine.remember(_dated_text, sorted(store.article_keys().items()), payloads)
    return infer_dates(engine, texts, datetime.now(UTC).date())


def _dated_text(payload: bytes) -> DatedText:
    article = msgspec.msgpack.decode(payload, type=Article)
    return DatedText(
        article.id,
        article.published,
        article.retrieved,
        tuple(find_days(article)),
        find_day_sent(article),
    )


def _counted(value: T, progress: Progress) -> T:
    progress.advance()
    return value


def _batches(values: Iterable[T]) -> Iterator[list[T]]:
    values = iter(values)
    while batch := list(islice(values, BATCH)):
        yield batch
