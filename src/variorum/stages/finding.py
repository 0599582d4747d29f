"""Finding words in a record, under the other names that it knows, and where they stand."""

from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz.fuzz import ratio

from variorum.record.reading import Entity
from variorum.record.reuse import Place
from variorum.record.sounds import fold, sound
from variorum.store.protocol import Store
from variorum.store.searching import (
    Found,
    Hit,
    Phrase,
    SearchRequest,
    Term,
    parse_terms,
    words_of,
)

MOST_OTHER: Final = 6
"""Other names that are looked for beside one that a reader types."""

ALIKE: Final = 75.0
"""How alike two words of a person's names are, of 100, that are held for spellings of one: a
person's first name is a name of theirs, too, but many others'."""

SHORTEST: Final = 4
"""Letters of a word that is looked for by its sound."""


def find(store: Store, typed: str, filters: SearchRequest) -> Found:
    """What is found of the words that a reader types.

    A name is looked for under the other names that the record has for it; where nothing is found,
    names that sound the same are.
    """
    terms = parse_terms(typed)
    found = store.search(filters._replace(terms=tuple(_named(store, one) for one in terms)))
    if terms and not found.total:
        heard = tuple(_heard(store, terms))
        found = store.search(filters._replace(terms=heard)) if heard != terms else found
    return found._replace(hits=tuple(_placed(store, hit) for hit in found.hits))


def _named(store: Store, term: Term) -> Term:
    """A term with the other names of whom or what it names."""
    if term.is_prefix:
        return term
    entities = store.named(term.typed)
    others = {name for one in entities for name in _other_names(one, term, len(entities))}
    kept = sorted(others - set(term.phrases), key=lambda one: (len(one), one))[:MOST_OTHER]
    return term._replace(phrases=(*term.phrases, *kept))


def _other_names(entity: Entity, term: Term, namesakes: int) -> Iterator[Phrase]:
    """For a person the other spellings of a word; for what else bears the name alone all names."""
    typed = tuple(map(fold, term.phrases[0]))
    names = [words_of(name) for name in (entity.name, *entity.aliases)]
    if entity.kind == "person":
        words = {word for name in names for word in name} if len(typed) == 1 else set()
        yield from ((word,) for word in words if _is_spelling(fold(word), typed[0]))
    elif namesakes == 1:
        yield from (name for name in names if name and not _holds(tuple(map(fold, name)), typed))


def _is_spelling(word: str, typed: str) -> bool:
    return word != typed and ratio(word, typed) >= ALIKE


def _holds(name: Phrase, typed: Phrase) -> bool:
    """Whether a name would be found by what is typed anyway."""
    return any(name[at : at + len(typed)] == typed for at in range(len(name)))


def _heard(store: Store, terms: Iterable[Term]) -> Iterator[Term]:
    """Terms with the words of names that sound the same."""
    named = (" ".join((one.name, *one.aliases)) for one in store.entities())
    names = {word for one in named for word in words_of(one)}
    sounds = [(sound(fold(word)), word) for word in sorted(names) if len(word) >= SHORTEST]
    for term in terms:
        (first, *rest) = term.phrases[0]
        if rest or term.is_prefix or len(first) < SHORTEST:
            yield term
            continue
        heard = sound(fold(first))
        alike = tuple((word,) for it, word in sounds if it == heard and word != first)
        yield term._replace(phrases=(*term.phrases, *alike[:MOST_OTHER]))


def _placed(store: Store, hit: Hit) -> Hit:
    """A statement with where its first article has it; the store knows the article alone."""
    if hit.kind != "statement":
        return hit
    reading = store.reading(hit.place.article)
    statement = store.statement(hit.id)
    quotations = set(statement.quotations) if statement else set()
    for one in reading.quotations if reading else ():
        if one.id in quotations:
            span = one.content[0]
            return hit._replace(place=Place(hit.place.article, span.start, span.end))
    return hit
