"""How joining entities grows: names in AllSides articles, found by their capitals.

    python -m bench.entities [COUNTS]

No encoder is run: runs of capitalized words stand for names, as persons where the first is not
the first of a sentence, so that the distribution of names and of surnames is a real one. Times
are of joining alone, on the rows of 1,000, 4,500 and 18,662 articles.
"""

import re
import sys
import time
from collections.abc import Iterator
from itertools import islice

from evaluation.corpora import rows_of
from variorum.collate.entities.joining import EntityRow, join_entities
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.reading import Entity, EntityKind

_NAME = re.compile(r"(?<![.!?“\"] )(?<!\n)\b[A-Z][\w’'.-]*[a-z](?: [A-Z][\w.-]+){0,3}")
_MOST = 25


def rows_of_articles(count: int) -> list[EntityRow]:
    """The rows of so many articles."""
    return [row for article in islice(rows_of("allsides"), count) for row in _rows(article)]


def _rows(article: dict[str, object]) -> Iterator[EntityRow]:
    names = [name.rstrip(".").removesuffix("’s") for name in _NAME.findall(str(article["text"]))]
    for name in list(dict.fromkeys(names))[:_MOST]:
        kind: EntityKind = "person" if len(name.split()) < 4 else "organization"
        entity = Entity(f"{article['id']} {name}", name, kind)
        yield EntityRow(str(article["id"]), entity, ((name, names.count(name)),))


def main() -> None:
    for count in [int(one) for one in sys.argv[1:]] or [1000, 4500, 18662]:
        rows = rows_of_articles(count)
        with DuckdbEngine() as engine:
            begun, worked = time.perf_counter(), time.process_time()
            found = join_entities(engine, rows)
            taken, work = time.perf_counter() - begun, time.process_time() - worked
        print(
            f"{count} articles, {len(rows)} of their entities: {len(found.entities)} "
            f"in {taken:.1f} s; {work:.1f} s of processors, {1000 * work / count:.2f} ms an article"
        )


if __name__ == "__main__":
    main()
