"""The index of the embedded store: what is written to it, and whether it agrees with the record."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from variorum.record.article import Article
from variorum.record.when import When
from variorum.store.search_entries import (
    FIRST_JOINED,
    INDEX,
    PASSAGES,
    At,
    Entry,
    Nouns,
    days_of,
    joined_entries,
    names_of,
    passages,
)
from variorum.store.searching import fold


def add_passages(connection: sqlite3.Connection, article: Article) -> None:
    """Put an article's passages in place of those that it had."""
    drop_passages(connection, article.id)
    first, last = days_of(article.published)
    outlet = article.outlet or ""
    connection.execute(
        "INSERT INTO searched_articles VALUES (?, ?, ?, ?, ?, 0)",
        (article.id, outlet, fold(outlet), first, last),
    )
    for entry, at in passages(article):
        _place(connection, _number(connection, entry) or _insert(connection, entry), at)


def drop_passages(connection: sqlite3.Connection, article: str) -> None:
    """Forget an article's passages, and those that no other prints."""
    connection.execute("DELETE FROM searched_articles WHERE article = ?", (article,))
    rows = connection.execute(
        "SELECT DISTINCT p.number FROM searched_places p JOIN searched s ON s.number = p.number"
        " WHERE p.article = ? AND s.kind IN ('passage', 'headline')",
        (article,),
    ).fetchall()
    for row in rows:
        connection.execute(
            "DELETE FROM searched_places WHERE number = ? AND article = ?", (*row, article)
        )
        kept = connection.execute("SELECT 1 FROM searched_places WHERE number = ?", row)
        if not kept.fetchone():
            _delete(connection, row[0])


def replace_joined(connection: sqlite3.Connection, nouns: Nouns, dates: Mapping[str, When]) -> None:
    """Put what was joined in place of what was; what stays the same is not written again.

    `dates`: the inferred ones of articles that state none.
    """
    sql = "SELECT kind, id, number, digest FROM searched WHERE kind NOT IN ('passage', 'headline')"
    known = {(kind, name): row for kind, name, *row in connection.execute(sql)}
    for entry in joined_entries(nouns):
        number, digest = known.pop((entry.kind, entry.id), (None, None))
        if digest == entry.digest:
            continue
        if number is not None:
            _delete(connection, number)
        number = _insert(connection, entry)
        for at in entry.places:
            _place(connection, number, at)
    for number, _ in known.values():
        _delete(connection, number)
    connection.execute("DELETE FROM searched_names")
    connection.executemany("INSERT INTO searched_names VALUES (?, ?)", names_of(nouns.entities))
    connection.execute("UPDATE searched_articles SET first_day = NULL, last_day = NULL,"
                       " is_inferred = 0 WHERE is_inferred")  # fmt: skip
    connection.executemany(
        "UPDATE searched_articles SET first_day = ?, last_day = ?, is_inferred = 1"
        " WHERE article = ? AND first_day IS NULL",
        ((*days_of(when), article) for article, when in dates.items()),
    )


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the index was made as it is made now."""
    row = connection.execute("SELECT value FROM facts WHERE name = 'searched'").fetchone()
    return bool(row and row[0] == INDEX)


def rebuild(
    connection: sqlite3.Connection,
    articles: Iterable[Article],
    nouns: Nouns,
    dates: Mapping[str, When],
) -> None:
    """Make the index anew from what the store holds."""
    tables = ("searched", "searched_places", "searched_articles", "searched_names")
    for table in (*tables, "searched_words"):
        connection.execute(f"DELETE FROM {table}")
    for article in articles:
        add_passages(connection, article)
    replace_joined(connection, nouns, dates)
    connection.execute("INSERT OR REPLACE INTO facts VALUES ('searched', ?)", (INDEX,))


def disagreements(
    connection: sqlite3.Connection, articles: Iterable[Article], nouns: Nouns
) -> Iterator[str]:
    """Where the index tells other than what it was made from, as sentences."""
    told: dict[tuple[str, str], tuple[str, int]] = {}
    stands: set[tuple[str, str, str, int, int]] = set()
    for entry, places in _entries(articles, nouns):
        told[entry.kind, entry.id] = entry.digest, hash((entry.words, entry.about))
        stands.update((entry.kind, entry.id, *at) for at in places)
    rows = connection.execute(
        "SELECT kind, id, digest, words, about FROM searched"
        " LEFT JOIN searched_words ON searched_words.rowid = number"
    )
    kept = {(kind, name): (digest, hash(tuple(words))) for kind, name, digest, *words in rows}
    for kind, name in sorted(told.keys() | kept.keys()):
        if told.get((kind, name)) != kept.get((kind, name)):
            yield f"Search has {kind} {name} otherwise than the record"
    sql = "SELECT kind, id, article, start, end FROM searched_places JOIN searched USING (number)"
    for kind, name, article, *_ in sorted(stands ^ set(connection.execute(sql))):
        yield f"Search has {kind} {name} at other places of {article} than the record"


def _entries(articles: Iterable[Article], nouns: Nouns) -> Iterator[tuple[Entry, tuple[At, ...]]]:
    for article in articles:
        yield from ((entry, (at,)) for entry, at in passages(article))
    yield from ((entry, entry.places) for entry in joined_entries(nouns))


def _number(connection: sqlite3.Connection, entry: Entry) -> int | None:
    sql = "SELECT number FROM searched WHERE kind = ? AND id = ?"
    row = connection.execute(sql, (entry.kind, entry.id)).fetchone()
    return row[0] if row else None


def _next_number(connection: sqlite3.Connection, entry: Entry) -> int:
    """Passages are numbered below `FIRST_JOINED`, what is joined from there on."""
    is_passage = entry.kind in PASSAGES
    sql = "SELECT max(number) FROM searched WHERE number "
    sql, least = (sql + "< ?", 0) if is_passage else (sql + ">= ?", FIRST_JOINED - 1)
    (last,) = connection.execute(sql, (FIRST_JOINED,)).fetchone()
    return (least if last is None else int(last)) + 1


def _insert(connection: sqlite3.Connection, entry: Entry) -> int:
    number = _next_number(connection, entry)
    connection.execute(
        "INSERT INTO searched VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, entry.kind, entry.id, entry.digest, entry.speaker, entry.speaker_name,
            entry.speaker_key, entry.issue, fold(entry.issue), entry.status,
            max(1, len({article for article, *_ in entry.places})), entry.first_day, entry.last_day,
        ),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO searched_words (rowid, words, about) VALUES (?, ?, ?)",
        (number, entry.words, entry.about),
    )
    return number


def _place(connection: sqlite3.Connection, number: int, at: At) -> None:
    connection.execute("INSERT OR IGNORE INTO searched_places VALUES (?, ?, ?, ?)", (number, *at))


def _delete(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM searched_words WHERE rowid = ?", (number,))
    connection.execute("DELETE FROM searched_places WHERE number = ?", (number,))
    connection.execute("DELETE FROM searched WHERE number = ?", (number,))
