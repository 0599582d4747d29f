"""Who is near a place of a passage: speakers before subjects before others."""

from collections.abc import Iterator, Sequence

from variorum.read.entities import Bearer
from variorum.read.lexicon import verb_of_saying
from variorum.read.names import NameMention
from variorum.read.passages import Analysis, Passage
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.stretches import Marked


class Nearness:
    """The bearers of a passage by where they are named, are subjects, and speak."""

    def __init__(
        self,
        passage: Passage,
        analysis: Analysis,
        marked: Marked,
        names: Sequence[NameMention],
        named: tuple[list[Bearer], list[int]],
    ) -> None:
        self.passage = passage
        self.analysis = analysis
        self.marked = marked
        self.names = names
        self.bearers, self.owners = named
        self._names_in: dict[int, list[int]] = {}
        self._names_of: dict[int, list[int]] = {}
        for place, name in enumerate(names):
            self._names_in.setdefault(passage.sentence_of(name.words[0]), []).append(place)
            self._names_of.setdefault(self.owners[place], []).append(place)
        self._spoke: dict[int, list[tuple[int, int]]] = {}

    def _last_active(self, bearer: int, place: int) -> int | None:
        """Where somebody last spoke or was the subject of a sentence, before a place."""
        spoke = [
            at for said in self._spoke.values() for at, who in said if who == bearer and at < place
        ]
        named = [
            self.names[name].words[0]
            for name in self._names_of.get(bearer, ())
            if self.names[name].words[0] < place and self._is_subject(name)
        ]
        return max([*spoke, *named], default=None)

    def _near(self, draft: Draft, place: int, sentence: int, back: int) -> Iterator[int]:
        """Bearers before a place, the likeliest first.

        Sentence by sentence backwards; in each the last speaker, then subjects, then others.
        """
        seen: set[int] = set()
        for number in range(sentence, max(-1, sentence - back - 1), -1):
            spoke = [bearer for at, bearer in self._spoke.get(number, ()) if at < place]
            names = [
                name
                for name in self._names_in.get(number, ())
                if self.names[name].words[1] <= place and not self._is_content(draft, name)
            ]
            plain = [name for name in names if not self.marked.is_inside(self.names[name].words[0])]
            subjects = [name for name in plain if self._is_subject(name)]
            sayers = [name for name in subjects if self._is_subject(name, saying=True)]
            named = [*sayers, *subjects, *plain]
            ordered = [*spoke[::-1], *(self.owners[name] for name in named)]
            for bearer in ordered:
                if bearer not in seen:
                    seen.add(bearer)
                    yield bearer

    def _is_content(self, draft: Draft, name: int) -> bool:
        start = self.passage.words[self.names[name].words[0]].start
        return any(span.start <= start < span.end for span in draft.content)

    def _is_subject(self, name: int, *, saying: bool = False) -> bool:
        """Whether a name is the subject of a verb; with `saying`, of one of saying."""
        first, last = self.names[name].words
        return any(
            self.analysis.relations[word].startswith("nsubj")
            and not first <= self.analysis.heads[word] < last
            and (not saying or verb_of_saying(self.passage.words[self.analysis.heads[word]].text))
            for word in range(first, last)
        )

    def _nearest(self, draft: Draft, rivals: Sequence[int], place: int) -> int | None:
        """Whom of several who fit alike the text means: the nearest, unless two are as near.

        In one sentence, who spoke is meant before who is a subject; else it stays open.
        """
        if len(rivals) == 1:
            return rivals[0]
        latest = {
            number: found
            for number in rivals
            if (found := self._latest(draft, self.bearers[number].places, place)) is not None
        }
        if not latest:
            return None
        sentence = max(map(self.passage.sentence_of, latest.values()))
        here = [one for one in latest if self.passage.sentence_of(latest[one]) == sentence]
        spoke = [bearer for at, bearer in self._spoke.get(sentence, ()) if at < place]
        said = [bearer for bearer in spoke if bearer in here]
        if said:
            return said[-1]
        subjects = {
            self.owners[name] for name in self._names_in.get(sentence, ())
            if self.names[name].words[1] <= place and self._is_subject(name)
        }  # fmt: skip
        likely = [one for one in here if one in subjects] if len(here) > 1 else here
        return likely[0] if len(likely) == 1 else None

    def _latest(self, draft: Draft, places: Sequence[int], place: int) -> int | None:
        """The last place before another that is not in what a draft quotes."""
        for at in reversed(places):
            start = self.passage.words[at].start
            if at < place and not any(one.start <= start < one.end for one in draft.content):
                return at
        return None
