"""What articles tell differently, and what retellings call otherwise: of all, or of a few of them.

What is compared is handed in, so that only what some articles tell need be loaded for them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from variorum.compare.accounts import (
    Said,
    day_contradictions,
    speaker_contradictions,
    status_contradictions,
)
from variorum.compare.aligned import Aligned
from variorum.compare.appointed import appointment_contradictions
from variorum.compare.callings import calling_contradictions
from variorum.compare.causes import cause_contradictions
from variorum.compare.clocks import clock_contradictions
from variorum.compare.conflicts import Conflict, contradictions_in, find_conflicts
from variorum.compare.counting import promise_contradictions, tally_contradictions
from variorum.compare.deeds import deed_contradictions
from variorum.compare.denials import denial_contradictions
from variorum.compare.disputed import disputed_contradictions, disputed_tallies
from variorum.compare.figures import duration_contradictions, figure_contradictions
from variorum.compare.independence import independent_sources
from variorum.compare.independent import independently_told
from variorum.compare.initiators import initiator_contradictions
from variorum.compare.intents import intent_contradictions
from variorum.compare.lengths import length_contradictions
from variorum.compare.loaded import loaded_contradictions
from variorum.compare.misquoted import misquotations
from variorum.compare.nearness import Nearness
from variorum.compare.outcomes import outcome_contradictions
from variorum.compare.persons import person_contradictions
from variorum.compare.reasons import reason_contradictions
from variorum.compare.renamed import renamings
from variorum.compare.requoted import requotations
from variorum.compare.retellings import independent_contradictions, retelling_contradictions
from variorum.compare.retold import retold_sentences
from variorum.compare.stands import stand_contradictions
from variorum.compare.tallies import tallies_in
from variorum.compare.terms import term_contradictions
from variorum.compare.unconditional import condition_contradictions
from variorum.compare.unsourced import press_of, unsourced_contradictions
from variorum.compare.uttered import uttered_contradictions
from variorum.compare.venues import venue_contradictions
from variorum.compare.votings import vote_contradictions
from variorum.compare.winners import winner_contradictions
from variorum.compare.wordings import Held
from variorum.library.kinship import Kinship
from variorum.record.article import Article
from variorum.record.event import Event
from variorum.record.lineage import Lineage
from variorum.record.position import Position
from variorum.record.reading import Reading
from variorum.record.reuse import Reuse
from variorum.record.statement import Statement
from variorum.record.story import StoryGroup


class Telling(NamedTuple):
    """What some articles tell.

    `articles` in order of publication; `reuses`: the passages that two of them share; `said`:
    their quotations by their ids, or those of more articles.
    """

    articles: Mapping[str, Article]
    reuses: Sequence[Reuse]
    readings: Mapping[str, Reading]
    events: Sequence[Event]
    statements: Sequence[Statement]
    said: Said
    stories: Sequence[StoryGroup]
    positions: Sequence[Position]


def conflicts_in(told: Telling, kinship: Kinship) -> list[Conflict]:
    """Where articles tell one thing differently, what is surest first."""
    times = {article: reading.times for article, reading in told.readings.items()}
    tallies = {name: tuple(tallies_in(article)) for name, article in told.articles.items()}
    nearness = Nearness(told.readings.values())
    retold = list(retold_sentences(kinship.pairs, told.readings, told.articles, nearness))
    nearest = list(
        independently_told(kinship.pairs, told.readings, told.articles, told.stories, nearness)
    )
    found = chain(
        contradictions_in(told.reuses, told.articles, times),
        figure_contradictions(told.articles, told.reuses, told.stories),
        retelling_contradictions(
            retold, told.readings, told.articles, press_of(told.articles.values())
        ),
        independent_contradictions(nearest, told.readings, told.articles),
        tally_contradictions(
            tallies, told.articles, told.stories, nearness, Aligned(chain(retold, nearest))
        ),
        promise_contradictions(tallies, told.articles, told.stories),
        disputed_tallies(tallies, told.articles, told.readings),
        disputed_contradictions(told.articles),
        denial_contradictions(told.articles, told.readings, told.stories, nearness),
        condition_contradictions(told.articles, told.readings, told.stories),
        unsourced_contradictions(kinship.pairs, told.readings, told.articles),
        duration_contradictions(told.events, told.articles),
        length_contradictions(told.articles, told.stories, nearness),
        term_contradictions(told.articles, told.stories, nearness),
        venue_contradictions(told.articles, told.readings, told.stories, nearness),
        vote_contradictions(told.articles, told.stories, nearness),
        initiator_contradictions(told.articles, told.stories, nearness),
        calling_contradictions(told.articles, told.stories),
        person_contradictions(told.articles, told.stories),
        renamings(retold, told.readings, told.articles),
        requotations(retold, told.readings, told.articles),
        cause_contradictions(
            chain(retold, nearest), told.readings, told.articles, told.stories, nearness
        ),
        reason_contradictions(told.articles, told.readings, told.stories, nearness),
        loaded_contradictions(chain(retold, nearest), told.readings, told.articles),
        appointment_contradictions(told.articles, told.readings, told.stories, nearness),
        deed_contradictions(told.articles, told.readings, told.stories, nearness),
        stand_contradictions(told.positions, told.articles),
        intent_contradictions(told.articles, told.readings, told.stories, nearness),
        winner_contradictions(told.articles, told.stories, nearness),
        outcome_contradictions(told.articles, told.readings, told.stories, nearness),
        status_contradictions(told.events, told.articles, kinship.roots, nearness),
        day_contradictions(told.events, told.readings, told.articles, nearness),
        clock_contradictions(told.articles, told.readings, told.stories, nearness),
        misquotations(told.articles, told.readings, told.stories, nearness),
        speaker_contradictions(told.statements, told.said, told.articles),
        uttered_contradictions(told.statements, told.said, told.articles),
    )
    return find_conflicts(found, told.articles, [*told.articles], kinship.dispatches)


def held_against_each_other(
    kinship: Kinship, reuses_between: Callable[[str, str], Sequence[Reuse]]
) -> Iterator[Held]:
    """Each child beside its parent or what stands for it; then pairs of unknown direction."""
    told = [
        (not (witness.is_parent or _is_closer(kinship, witness.article, edge)), witness, edge)
        for edge in kinship.lineage
        if (witness := kinship.witness(edge))
    ]
    seen: set[frozenset[str]] = set()
    for is_unsure, witness, edge in sorted(told, key=lambda one: one[0]):
        ends = frozenset((witness.article, edge.child))
        if ends not in seen:
            seen.add(ends)
            yield Held(reuses_between(witness.article, edge.child), is_directed=not is_unsure)
    for pair in kinship.pairs:
        if frozenset((pair.a, pair.b)) not in seen:
            behind = (_behind((one,), kinship) for one in (pair.a, pair.b))
            if next(behind).isdisjoint(next(behind)):
                yield Held(reuses_between(pair.a, pair.b), is_directed=False)


def _behind(articles: Iterable[str], kinship: Kinship) -> frozenset[str]:
    return independent_sources(articles, kinship.roots)


def _is_closer(kinship: Kinship, article: str, edge: Lineage) -> bool:
    """Whether an article prints as sent what the child of a dispatch has reworked."""
    as_sent = any(one.relation == "copy" for one in kinship.parents.get(article, ()))
    return as_sent and edge.relation != "copy"
