"""Names that may be one: joined on the engine over keys of how they sound and are abbreviated."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import pyarrow as pa

from variorum.collate.entities.forms import (
    Form,
    content_words,
    initials,
    plain_words,
    without_legal_form,
)
from variorum.collate.entities.names import Candidate, Name
from variorum.collate.entities.spelling import consonants, full_forms
from variorum.engine.numbers import batch, packed, places, unpacked
from variorum.engine.protocol import Engine

HEAVIEST: Final = 12
"""Names of one key are held against so many of its commonest."""

NEAR: Final = 3
"""And against so many neighbours in order of how common they are: with the heaviest, the pairs
of a key grow with its names and not with their square."""

_KEYS: Final = pa.schema([("key", pa.int64()), ("name", pa.int64()), ("weight", pa.int64())])
_STEPS: Final = pa.schema([("step", pa.int64())])
_PLACES: Final = pa.schema([("name", pa.int64()), ("article", pa.int64())])
_ALIASES: Final = pa.schema([("a", pa.int64()), ("b", pa.int64()), ("articles", pa.int64())])


def find_candidates(engine: Engine, names: Sequence[Name]) -> list[Candidate]:
    """The pairs of names to be scored, in order."""
    keys = list(engine.remember(_packed_keys, (name.form for name in names)))
    weights = np.fromiter((name.weight for name in names), np.int64, len(names))
    where = places(keys)
    engine.load("entity_keys", _KEYS, [batch(_KEYS, unpacked(keys), where, weights[where])])
    engine.load("entity_steps", _STEPS, [batch(_STEPS, np.arange(1, NEAR + 1))])
    articles = list(engine.remember(_articles, names))
    engine.load("entity_places", _PLACES, [batch(_PLACES, places(articles), unpacked(articles))])
    aliases = np.array(list(_alias_rows(names)), np.int64).reshape(-1, len(_ALIASES))
    engine.load("entity_aliases", _ALIASES, [batch(_ALIASES, *aliases.T)])
    engine.derive(
        "entity_ranked",
        "SELECT key, name, row_number() OVER (PARTITION BY key ORDER BY weight DESC, name) AS rank "
        "FROM entity_keys",
    )
    engine.derive(
        "entity_pairs",
        "SELECT least(x.name, y.name) AS a, greatest(x.name, y.name) AS b, 0 AS articles "
        "FROM entity_ranked x JOIN entity_ranked y ON x.key = y.key AND x.rank < y.rank "
        f"WHERE x.rank <= {HEAVIEST} UNION ALL "
        "SELECT least(x.name, y.name), greatest(x.name, y.name), 0 FROM entity_ranked y "
        "CROSS JOIN entity_steps s JOIN entity_ranked x "
        "ON x.key = y.key AND x.rank = y.rank - s.step "
        "UNION ALL SELECT a, b, articles FROM entity_aliases",
    )
    engine.derive(
        "entity_candidates",
        "SELECT a, b, max(articles) AS called FROM entity_pairs WHERE a <> b GROUP BY a, b",
    )
    engine.derive(
        "entity_together",
        "SELECT c.a, c.b, count(*) AS together FROM entity_candidates c "
        "JOIN entity_places x ON x.name = c.a JOIN entity_places y "
        "ON y.name = c.b AND y.article = x.article GROUP BY c.a, c.b",
    )
    found = engine.query(
        "SELECT c.a, c.b, CAST(c.called AS BIGINT) AS called, "
        "CAST(coalesce(t.together, 0) AS BIGINT) AS together FROM entity_candidates c "
        "LEFT JOIN entity_together t ON t.a = c.a AND t.b = c.b ORDER BY c.a, c.b"
    )
    return [
        Candidate(*row)
        for some in found
        for row in zip(*(column.to_pylist() for column in some.columns), strict=True)
    ]


def _packed_keys(form: Form) -> bytes:
    return packed(keys_of(form))


def _articles(name: Name) -> bytes:
    return packed(row.article for row in name.rows)


def keys_of(form: Form) -> set[str]:
    """The keys of a form: two that may be one share one at least."""
    if form.is_fact:
        return set()
    return _person_keys(form.words) if form.is_person else _thing_keys(form.words)


def _person_keys(words: tuple[str, ...]) -> set[str]:
    heard = [consonants(word) for word in words]
    if len(words) == 1:
        return {f"alone {heard[0]}", f"letters {words[0]}"}
    given = {consonants(full)[:1] for full in full_forms(words[0])}
    keys = {f"person {heard[-1]} {first}" for first in given}
    keys |= {f"given {heard[0]} {heard[-1][:2]}", "set " + " ".join(sorted(heard))}
    if len(words) > 2:
        keys |= {f"cut {' '.join(heard[:2])}", f"cut {' '.join(heard[-2:])}"}
        keys.add(f"letters {''.join(word[0] for word in words)}")
    else:
        keys.add(f"cut {' '.join(heard)}")
    return keys


def _thing_keys(words: tuple[str, ...]) -> set[str]:
    content = content_words(words)
    heard = [consonants(word) for word in content]
    keys = {"thing " + "".join(sorted(heard)), "thing " + "".join(heard)}
    keys |= {"plain " + " ".join(plain_words(words)), "firm " + " ".join(without_legal_form(words))}
    if len(words) == 1:
        keys.add(f"letters {words[0]}")
    elif len(content) > 1:
        keys |= {f"letters {initials(words)}", f"letters {''.join(word[0] for word in words)}"}
    return keys


def _alias_rows(names: Sequence[Name]) -> Iterator[tuple[int, int, int]]:
    """Things that an article calls by two names; a person's surname alone tells nobody's name."""
    numbers = {name.form: number for number, name in enumerate(names)}
    for number, name in enumerate(names):
        for alias, articles in sorted(name.aliases.items()):
            other = numbers.get(alias)
            if other is not None and not names[other].is_alone and not name.form.is_fact:
                yield min(number, other), max(number, other), articles
