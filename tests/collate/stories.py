"""Small invented stories as articles, and what the rooms of `collate` make of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from variorum.collate.lineage.directions import LineageRecord, find_lineage
from variorum.collate.lineage.families import Related
from variorum.collate.lineage.provenance import Provenance, provenance_of, with_known_names
from variorum.collate.lineage.relation import decide_relation
from variorum.collate.reuse.candidates import Candidates, find_candidates, shingles_of
from variorum.collate.reuse.overlap import PairScore, score_pair
from variorum.collate.reuse.prepared import PreparedText, prepare
from variorum.collate.reuse.scoring import PairToScore, TextToScore, score_texts
from variorum.collate.reuse.words import words_of
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.article import Agency, Article, Block, Role
from variorum.record.lineage import Lineage, Pair
from variorum.record.reuse import Reuse
from variorum.record.when import When, day, moment

examples = partial(
    settings,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Settings of a property: none of them is about time."""

Line = str | tuple[Role, str]
"""A paragraph of the body, or a line with another role."""

DISPATCH = [
    "Ferry crews on the Sound of Orrin walked off their boats before dawn on Monday, stranding "
    "about 4,000 passengers on the islands and cutting the only road to the mainland hospital.",
    "The union of deckhands allegedly gave the company no warning, although its chairwoman, Berit "
    "Aune, said that a letter had been delivered by hand on Friday afternoon.",
    '"We have asked politely for eleven years and now we are asking with our feet," Aune told '
    "reporters on the quay at Stennvik.",
    "The company, Orrin Line, said it would not negotiate while boats lay idle and that it had "
    "chartered two catamarans from a yard in the south to bring the sick across.",
    "A nurse on the outer island of Hesk said that four patients due for dialysis were waiting in "
    "a school gymnasium, where volunteers had set up cots among the climbing frames.",
    '"Nobody is angry with the crews, but somebody has to come and fetch these people," said the '
    "nurse, Ragna Tveit, who has worked there since the clinic closed.",
    "The regional governor called on both sides to meet before nightfall and offered the old "
    "courthouse as neutral ground, a proposal that the union accepted within the hour.",
    "Wages on the boats have not risen since the line was sold to a pension fund nine years ago, "
    "while fares went up by a third and the winter timetable was halved.",
    "Fishermen from three harbours began to carry food and post across in the afternoon, and the "
    "coast guard said it would look the other way as long as everybody wore a life vest.",
    "The last strike on the sound, in the year of the long frost, ended after nineteen days when "
    "the ice closed the harbours and nobody could sail anyway.",
]
"""A dispatch about a strike, as an agency sends it."""

NEW_LEAD = [
    "Striking ferry crews and the owners of Orrin Line met for the first time late on Monday in "
    "the old courthouse of Stennvik, hours after the walkout left thousands of islanders cut off.",
    "The talks broke up without a result shortly before midnight, and a mediator whom the governor "
    "had named said that the two sides would return on Tuesday with written offers.",
]
"""What the agency puts on top of the dispatch some hours later."""

REWRITE = [
    "Thousands of people cannot leave the islands in the Sound of Orrin. Their ferries have been "
    "tied up since early Monday, when the crews went home.",
    "The union of deckhands gave the company no warning. Its chairwoman, Berit Aune, claims that a "
    "letter had been delivered by hand on Friday afternoon.",
    "Orrin Line will not negotiate while boats lie idle and has chartered two catamarans from a "
    "yard in the south to bring the sick across.",
    "On Hesk, four patients due for dialysis were waiting in a school gymnasium, where volunteers "
    "had set up cots among the climbing frames, a nurse said.",
    "The regional governor called on the two sides to meet and offered the old courthouse as "
    "neutral ground, a proposal the union accepted within the hour.",
    "Wages on the boats have not risen since the line was sold to a pension fund nine years ago, "
    "while fares rose by a third and the winter timetable was cut in half.",
    "Fishermen from three harbours began to ferry food and post across in the afternoon. The coast "
    "guard said it would look the other way if everybody wore a life vest.",
]
"""The dispatch as another paper reworked it."""

INDEPENDENT = [
    "At five in the morning the lights on the pier went out one after another, and Jon Kvale, who "
    "has sold waffles there for thirty winters, knew that no boat would come.",
    "By noon his customers were the strikers themselves. They stood around a barrel in orange "
    "jackets, quarrelling about football, and refused to give their names.",
    '"We have asked politely for eleven years and now we are asking with our feet," Berit Aune '
    "called from the bed of a lorry, and somebody blew a ship's horn.",
    "Not everyone cheered. Two retired teachers with a suitcase between them wanted to know how "
    "they should reach a grandson's wedding, and a policeman drew them a map.",
    '"Nobody is angry with the crews, but somebody has to come and fetch these people," Ragna '
    "Tveit said on a crackling line from Hesk before the connection dropped.",
    "Head office in the capital let the telephone ring. On its door hung a printed sheet with an "
    "address for complaints, which had been misspelt in two places.",
]
"""Another reporter's account, with two of the same quotations."""

OTHER_DISPATCH = [
    "A pension fund that owns ferries, toll bridges and two airports in the north lost a tenth of "
    "its value on Monday as investors weighed what a long stoppage on the water might cost.",
    "Shares of Halvorsen Pensions fell to their lowest since spring, and a rating agency put the "
    "fund's bonds under review, citing concessions that run out within three years.",
    "Analysts at Brandt & Moe reckoned that each idle day burns eighty thousand crowns in refunds "
    "alone, before penalties that the ministry of transport may impose.",
    "The fund's manager, Sigrid Oyen, told a hastily called meeting that the islands made up less "
    "than a fiftieth of its income and that nobody should mistake noise for weight.",
    "Small savers saw it otherwise. At a branch in the capital a queue of pensioners asked for "
    "their money in cash, and were given numbered slips and lukewarm coffee.",
]
"""A dispatch of a second agency on another matter."""


def reworded(paragraphs: Iterable[str], changes: dict[str, str]) -> list[str]:
    """Paragraphs with some words put in place of others."""
    made = list(paragraphs)
    for old, new in changes.items():
        made = [paragraph.replace(old, new) for paragraph in made]
    return made


UPDATE = [*NEW_LEAD, *DISPATCH[:8]]
"""The dispatch's second state."""

EDITED = reworded(
    DISPATCH[:8],
    {
        "walked off": "abandoned",
        "stranding": "trapping",
        "allegedly ": "",
        "cutting": "severing",
        "would not negotiate": "refused to negotiate",
        "volunteers": "neighbours",
        "pension fund": "foreign fund",
        "A nurse": "A medic",
    },
)
"""The dispatch with the loaded words of one desk, cut from the end."""

DAY = "2031-03-03T"
"""The morning of the strike: `DAY + "09:00"` is a time of publication."""


def article(
    name: str,
    lines: Sequence[Line],
    *,
    outlet: str | None = None,
    origin: str | None = None,
    authors: Sequence[str] = (),
    published: str | When | None = None,
    retrieved: str | None = None,
    title: str | None = None,
    updated: str | None = None,
    contributor: str | None = None,
    language: str | None = "en",
) -> Article:
    """An article whose id is its name; each line is a block. Times are ISO days or minutes."""
    text, blocks = "", []
    for line in lines:
        role, words = ("body", line) if isinstance(line, str) else line
        blocks.append(Block(len(text), len(text) + len(words), role))
        text += words + "\n\n"
    agencies = [Agency(origin, "origin")] if origin else []
    agencies += [Agency(contributor, "contributor")] if contributor else []
    return Article(
        id=name,
        source=f"{name}.txt",
        sha256="",
        text=text,
        title=title,
        outlet=outlet or f"The {name.title()}",
        authors=tuple(authors),
        agencies=tuple(agencies),
        published=_when(published),
        language=language,
        blocks=tuple(blocks),
        sources=(f"{name}.txt",),
        updated=_when(updated),
        retrieved=_when(retrieved),
    )


def _when(told: str | When | None) -> When | None:
    if told is None or isinstance(told, When):
        return told
    value = datetime.fromisoformat(told)
    return moment(value, "minute", "stated") if "T" in told else day(value.date(), "stated")


def prepared(one: Article) -> PreparedText:
    """An article made ready for comparison."""
    return prepare(one.text, words_of(one))


def score(a: Article, b: Article) -> PairScore | None:
    """What two articles share, nothing being discounted."""
    return score_pair(a.id, prepared(a), b.id, prepared(b))


class Collated(NamedTuple):
    """The record of a heap of articles, to be asked by their names."""

    record: LineageRecord
    related: list[Related]
    provenances: dict[str, Provenance]
    reuses: dict[tuple[str, str], tuple[Reuse, ...]]

    def pair(self, one: str, other: str) -> Pair | None:
        """What two articles have to do with each other."""
        ends = {one, other}
        return next((pair for pair in self.record.pairs if {pair.a, pair.b} == ends), None)

    def relation(self, one: str, other: str) -> str | None:
        """The relation of two articles, None if they are no pair."""
        pair = self.pair(one, other)
        return pair.relation if pair else None

    def direction(self, one: str, other: str) -> str:
        """The direction of two related articles, `->` if it leads from the first to the other."""
        pair = self.pair(one, other)
        assert pair, f"{one} and {other} are unrelated"
        told = {"a->b": (pair.a, pair.b), "b->a": (pair.b, pair.a)}.get(pair.direction)
        return ("->" if told == (one, other) else "<-") if told else pair.direction

    def edge(self, child: str) -> Lineage:
        """The only edge above an article."""
        (edge,) = (edge for edge in self.record.edges if edge.child == child)
        return edge

    def parents(self, child: str) -> list[str]:
        """The parents of an article; a dispatch or state is given as its articles, joined by +."""
        names = {
            node.id: "+".join(node.articles)
            for dispatch in self.record.dispatches
            for node in (dispatch, *dispatch.states)
        }
        above = (edge.parent for edge in self.record.edges if edge.child == child)
        return sorted(names.get(parent, parent) for parent in above)

    @property
    def dispatches(self) -> list[tuple[str | None, list[tuple[str, ...]]]]:
        """Each dispatch as its agency and the articles of its states, in order."""
        return [
            (one.agency, [state.articles for state in one.states]) for one in self.record.dispatches
        ]


def candidates(articles: Iterable[Article]) -> Candidates:
    """The pairs worth comparing, by place in the order given."""
    with DuckdbEngine(processes=1) as engine:
        return find_candidates(
            engine, (shingles_of(words_of(one), one.outlet or "", one.id) for one in articles)
        )


def collate(*articles: Article) -> Collated:
    """From articles to lineage, as the pipeline does it."""
    listed = sorted(articles, key=lambda one: one.id)
    found = candidates(listed)
    to_score = [
        TextToScore(
            one.id,
            msgspec.msgpack.encode(one),
            found.discounted[number].tobytes() if number in found.discounted else b"",
        )
        for number, one in enumerate(listed)
    ]
    provenances = with_known_names(map(provenance_of, listed))
    related, reuses = [], {}
    for pair in found.pairs:
        scored = score_texts(PairToScore(to_score[pair.a], to_score[pair.b]))
        if (overlap := scored.overlap) and (
            decision := decide_relation(overlap, provenances[overlap.a], provenances[overlap.b])
        ):
            related.append(Related(overlap, decision))
            reuses[overlap.a, overlap.b] = scored.reuses
    return Collated(find_lineage(related, provenances), related, provenances, reuses)


@st.composite
def retellings(draw: st.DrawFn, source: Sequence[str] = tuple(DISPATCH)) -> list[str]:
    """Paragraphs as any desk may leave them: some dropped, moved or put in, words changed."""
    kept = draw(st.lists(st.sampled_from(range(len(source))), unique=True, min_size=1))
    paragraphs = [source[place] for place in (sorted(kept) if draw(st.booleans()) else kept)]
    for foreign in draw(st.lists(st.sampled_from(INDEPENDENT + OTHER_DISPATCH), max_size=2)):
        paragraphs.insert(draw(st.integers(0, len(paragraphs))), foreign)
    return [draw(_reworded(paragraph)) for paragraph in paragraphs]


@st.composite
def _reworded(draw: st.DrawFn, paragraph: str) -> str:
    words = paragraph.split()
    for _ in range(draw(st.integers(0, 3))):
        place, size = draw(st.integers(0, len(words) - 1)), draw(st.integers(0, 4))
        words[place : place + size] = draw(st.lists(st.sampled_from(_PUT_IN), max_size=3))
        words = words or ["Nothing."]
    return " ".join(words)


_PUT_IN = ["reportedly", "“quite", "Stennvik,”", "the", "of", "212", "said.", "—", "U.S.", "will"]
