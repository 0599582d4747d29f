"""A story: all that a store holds, and what it shows when its parts are held together."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from variorum.compare.changes import Retelling, compare
from variorum.compare.conflicts import Conflict
from variorum.compare.coverage import Covered, draw_coverage
from variorum.compare.digest import FEW_DAYS, FEW_SENTENCES, DigestDay, draw_digest
from variorum.compare.since import Known, News, find_news
from variorum.compare.timeline import draw_timeline
from variorum.compare.wordings import Wording, find_wordings
from variorum.drawings.notebook import Statements, Timeline
from variorum.library.asking import called, day_of, has_said, is_of_day, moment_of
from variorum.library.holdings import Holdings
from variorum.library.kinship import Witness
from variorum.library.telling import Telling, conflicts_in, held_against_each_other
from variorum.record.article import Article
from variorum.record.lineage import DispatchState, Lineage, Pair
from variorum.stages.finding import find
from variorum.store.searching import EVERYTHING, Found, SearchRequest


class Story(Holdings):
    """All that a store holds, for reading: the record as people corrected it, and what it shows.

    Articles carry their inferred dates.
    """

    def statements(self, speaker: str | None = None, day: date | str | None = None) -> Statements:
        """What was said, each utterance once: a list that a notebook shows as a table.

        `speaker`: only of whom has this id, or of whose names one holds these words; `day`: only
        what may have been said on it ("2031-03-04"); raises `InputError` if it is no day.
        """
        wanted = day_of(day) if isinstance(day, str) else day
        return Statements(
            (
                one
                for one in self._statements
                if (speaker is None or has_said(speaker, one, self._names))
                and (wanted is None or is_of_day(one, wanted))
            ),
            self.sources_behind,
        )

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Where articles tell one thing differently, what is surest first."""
        told = Telling(
            self.by_id, list(self.reuses), self._read, self.events, self._statements, self._said,
            self.stories, self.positions,
        )  # fmt: skip
        return conflicts_in(told, self.kinship)

    @cached_property
    def wordings(self) -> list[Wording]:
        """What retellings call otherwise, the most telling first."""
        held = held_against_each_other(self.kinship, self.reuses_between)
        return find_wordings(held, self.by_id, self.roots)

    def take_compared(self, conflicts: list[Conflict], wordings: list[Wording]) -> None:
        """Take for `conflicts` and `wordings` what was found elsewhere in the same record."""
        vars(self).update(conflicts=conflicts, wordings=wordings)

    def conflicts_among(self, articles: frozenset[str]) -> list[Conflict]:
        """The conflicts of which all claims are some articles'.

        Where not all are known yet, only what these articles tell is compared.
        """
        known: list[Conflict] | None = vars(self).get("conflicts")
        if known is None:
            known = conflicts_in(self._told_with(articles), self.kinship)
        return [one for one in known if all(claim.article in articles for claim in one.claims)]

    def _told_with(self, articles: frozenset[str]) -> Telling:
        """What some articles tell, with all that may be joined to it."""
        pairs = sorted(
            {(one.a, one.b) for name in articles for one in self.kinship.pairs_of.get(name, ())}
        )
        events = [one for one in self.events if any(at.article in articles for at in one.mentions)]
        said = [one for one in self._statements if not articles.isdisjoint(one.articles)]
        stands = [
            one for one in self.positions if any(at.article in articles for at in one.evidence)
        ]
        near = articles.union(
            *pairs, *(one.articles for one in said),
            (at.article for one in events for at in one.mentions),
            (at.article for one in stands for at in one.evidence),
        )  # fmt: skip
        return Telling(
            {name: one for name, one in self.by_id.items() if name in near},
            [reuse for pair in pairs for reuse in self.reuses_between(*pair)],
            {name: reading for name in sorted(near) if (reading := self.reading_of(name))},
            events,
            said,
            self._said,
            self.stories,
            stands,
        )

    @cached_property
    def arrivals(self) -> Mapping[str, str]:
        """When each article came into the record (`Store.arrivals`)."""
        return self._store.arrivals()

    @cached_property
    def latest_arrival(self) -> str:
        """When the last articles came; empty if that is not known."""
        return max(self.arrivals.values(), default="")

    def news(self, since: str, conflicts: Sequence[Conflict] | None = None) -> list[News]:
        """What changed since a time ("2031-03-04 09:40"), by kind, the weightiest first.

        `conflicts`: those of which some may be new, if not all. Raises `InputError` for no time.
        """
        known = moment_of(since)
        old = frozenset(one for one, came in self.arrivals.items() if came <= known)
        conflicts = self.conflicts if conflicts is None else conflicts
        return find_news(
            Known(
                self.by_id, old, self.events, self._statements, self.positions, conflicts,
                self._said, self.sources_behind,
            )
        )  # fmt: skip

    def timeline(self) -> Timeline:
        """What happened and is to come, day by day, the undated last.

        A list that a notebook shows as a picture.
        """
        latest = self.latest_day
        days = draw_timeline(self.events, self._statements, self.sources_behind, latest)
        return Timeline(days, self.sources_behind, latest)

    @cached_property
    def latest_day(self) -> date | None:
        """The day of the latest publication; None if no article has a date."""
        days = (one.published.days[1] for one in self.articles if one.published)
        return max(days, default=None)

    def digest(
        self,
        days: int = FEW_DAYS,
        sentences: int = FEW_SENTENCES,
        articles: Iterable[str] | None = None,
        between: tuple[date, date] | None = None,
    ) -> list[DigestDay]:
        """The days that matter, in order, each with the sentences of articles that tell it best.

        At most so many `days`, the first and the last of them within `between`; so many
        `sentences` a day. Of all articles, or of some, such as those of one of `stories`.
        """
        chosen = self.by_id if articles is None else {one: self.by_id[one] for one in articles}
        readings = (self._read[one] for one in chosen if one in self._read)
        return draw_digest(chosen, readings, self.sources_behind, days, sentences, between)

    def coverage(self) -> list[Covered]:
        """Which outlet reports, only paraphrases or omits which statement and event."""
        return draw_coverage(
            self._statements, self.events, self._said, self.by_id, self.stories, self.sources_behind
        )

    def search(self, words: str = "", filters: SearchRequest = EVERYTHING) -> Found:
        """What is found of words, "phrases" and heads of words*, under all names known for them.

        Passages, headlines, statements, events and positions, the best first; each with where the
        words stand. `filters`: who said it, in which outlet, when, and which part of what is found.
        """
        found = find(self._store, words, filters)
        if not self.corrections:
            return found
        # The index holds what the machine made; people may have put it elsewhere since.
        current = (hit._replace(id=self._corrected.current(hit.kind, hit.id)) for hit in found.hits)
        return found._replace(hits=tuple(current))

    @property
    def children(self) -> Mapping[str, list[Lineage]]:
        """The edges below each article, dispatch and state."""
        return self.kinship.children

    @property
    def parents(self) -> Mapping[str, list[Lineage]]:
        """The edges above each article."""
        return self.kinship.parents

    def find(self, name: str) -> list[Article]:
        """The articles with this id or given id, or whose source or outlet holds `name`."""
        return called(name, self.articles)

    def pair(self, one: str, other: str) -> Pair | None:
        """What two articles have to do with each other, if anything."""
        return self.kinship.pair(one, other)

    def retelling(self, source: str, child: str) -> Retelling:
        """How one article's text differs from another's."""
        return compare(self.by_id[source], self.by_id[child], self.reuses_between(source, child))

    def state_of(self, article: str) -> DispatchState | None:
        """The state of a dispatch that an article carries, itself or through what it copies."""
        return self.kinship.state_of(article)

    def witness(self, edge: Lineage) -> Witness | None:
        """The article to hold a child's text against; None if no other carries it."""
        return self.kinship.witness(edge)
