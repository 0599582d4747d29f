"""Article → Reading: the windows that the encoder reads, and what is put together from them."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from variorum.read.attitudes.finding import find_attitudes
from variorum.read.encoder.window import Window, WindowReading
from variorum.read.entities import Bearer, group_names
from variorum.read.events import Speech, Told, find_events
from variorum.read.lexicon import CALENDAR
from variorum.read.names import find_names
from variorum.read.passages import (
    CountPieces,
    Passage,
    WindowReader,
    cut_passage,
    join_readings,
    windows_of,
)
from variorum.read.quotations.acts import is_act
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.drafts import draft_quotations
from variorum.read.quotations.marks import find_quoted
from variorum.read.quotations.settings import Setting, settings_of
from variorum.read.quotations.stretches import Marked
from variorum.read.speakers import Cast, Speaker
from variorum.read.times import find_times
from variorum.read.titles import printed
from variorum.record.article import Article
from variorum.record.identity import identify
from variorum.record.maker import Maker
from variorum.record.position import Attitude
from variorum.record.reading import Entity, Mention, Quotation, Reading
from variorum.record.span import Span

VERSION: Final = 30
"""Raised with every change of what is made of the encoder's readings."""


class Prepared(NamedTuple):
    """An article cut into windows; they may be read together with other articles' windows."""

    article: Article
    passage: Passage
    windows: list[Window]


def read(article: Article, encoder: WindowReader, made_by: str = "") -> Reading:
    """What an article says; ask `why_unread` first whether it can be read."""
    prepared = prepare(article, encoder.count_pieces)
    return assemble(prepared, list(encoder.read_windows(prepared.windows)), made_by)


def why_unread(article: Article) -> str | None:
    """Why an article is not read, as a sentence; None if it is."""
    if article.language not in (None, "en"):
        return f"The article is in another language than English: {article.language}"
    return None


def prepare(article: Article, count_pieces: CountPieces) -> Prepared:
    """Cuts the body of an article into the windows that are to be read."""
    passage = cut_passage(article.text, article.blocks_of("body"), count_pieces)
    return Prepared(article, passage, windows_of(passage))


def maker(encoder: Maker) -> Maker:
    """The maker of readings: this room's version and the weights of the encoder."""
    return Maker("read", VERSION, encoder.weights)


def assemble(prepared: Prepared, readings: Sequence[WindowReading], made_by: str = "") -> Reading:
    """Puts the readings of an article's windows together. Pure: it depends on nothing else."""
    article, passage, _ = prepared
    blocks = article.blocks_of("body")
    times = find_times(article.text, blocks, article.published)
    analysis = join_readings(passage, readings)
    names = find_names(passage, analysis)
    quoted = find_quoted(article.text, blocks)
    marked = Marked(passage, analysis, quoted)
    cast = Cast(passage, analysis, marked, names, group_names(names))
    drafts = draft_quotations(passage, analysis, quoted)
    spoken = _in_order_of_speech(cast, drafts)
    entities = [_entity(article, number, bearer) for number, bearer in enumerate(cast.bearers)]
    told = settings_of(passage, analysis, marked, drafts, times)
    quotations = tuple(
        _quotation(article, cast, draft, (speaker, entities, setting))
        for draft, speaker, setting in zip(drafts, spoken, told, strict=True)
    )
    acts = [is_act(marked, draft) for draft in drafts]
    kept = [one for one, act in zip(quotations, acts, strict=True) if not act]
    speakers = [one for one, act in zip(spoken, acts, strict=True) if not act]
    return Reading(
        article=article.id,
        sentences=tuple(_sentences(passage)),
        entities=tuple(entities),
        mentions=_mentions(passage, cast, spoken, entities),
        times=times,
        quotations=tuple(kept),
        events=find_events(
            Told(
                passage,
                analysis,
                cast,
                entities,
                times,
                _speech(kept, speakers),
                article.published,
            )
        ),
        vectors=analysis.vectors.astype("<f2").tobytes(),
        dimensions=int(analysis.vectors.shape[1]) if analysis.vectors.size else 0,
        maker=made_by or str(Maker("read", VERSION)),
        attitudes=_attitudes(find_attitudes(cast, quotations, entities, times), kept),
    )


def _attitudes(found: Iterable[Attitude], quotations: Iterable[Quotation]) -> tuple[Attitude, ...]:
    """Stands, which are read in acts too; an act is no quotation that they could be told in."""
    known = {one.id for one in quotations}
    return tuple(
        one if one.quotation in known or one.quotation is None else replace(one, quotation=None)
        for one in found
    )


def _speech(quotations: Sequence[Quotation], spoken: Sequence[Speaker]) -> list[Speech]:
    return [
        Speech(span.start, span.end, quotation.id, speaker.bearer)
        for quotation, speaker in zip(quotations, spoken, strict=True)
        for span in quotation.content
    ]


def _in_order_of_speech(cast: Cast, drafts: Sequence[Draft]) -> list[Speaker]:
    """The speaker of each draft; asked in the order of their cues, for one leads to the next."""
    order = sorted(
        range(len(drafts)),
        key=lambda place: (
            cast.passage.words[drafts[place].cue[0][0]].start
            if drafts[place].cue
            else drafts[place].start
        ),
    )
    found = {place: cast.speaker_of(drafts[place]) for place in order}
    return [found[place] for place in range(len(drafts))]


def _sentences(passage: Passage) -> list[Span]:
    spans = [passage.sentence(number) for number in range(len(passage.sentences))]
    return [Span(passage.words[first].start, passage.words[last - 1].end) for first, last in spans]


def _entity(article: Article, number: int, bearer: Bearer) -> Entity:
    return Entity(
        id=identify("entity", article.id, number, bearer.name),
        name=bearer.name,
        kind=bearer.kind,
        aliases=tuple(form for form in bearer.forms if form != bearer.name),
        titles=tuple(bearer.titles),
    )


def _mentions(
    passage: Passage, cast: Cast, spoken: Sequence[Speaker], entities: Sequence[Entity]
) -> tuple[Mention, ...]:
    """Names, and the nouns and pronouns that stand for speakers; in order, each place once."""
    found: dict[tuple[int, int], Mention] = {}
    for name, owner in zip(cast.names, cast.owners, strict=True):
        _add(found, passage, name.words, entities[owner])
    for speaker in spoken:
        if speaker.words:
            bearer = entities[speaker.bearer] if speaker.bearer is not None else None
            _add(found, passage, speaker.words, bearer)
    return tuple(found[key] for key in sorted(found))


def _add(
    found: dict[tuple[int, int], Mention],
    passage: Passage,
    words: tuple[int, int],
    entity: Entity | None,
) -> None:
    start, end = passage.words[words[0]].start, passage.words[words[1] - 1].end
    kind = entity.kind if entity else "other"
    found.setdefault((start, end), Mention(start, end, entity.id if entity else None, kind))


def _quotation(
    article: Article,
    cast: Cast,
    draft: Draft,
    known: tuple[Speaker, Sequence[Entity], Setting],
) -> Quotation:
    speaker, entities, setting = known
    passage = cast.passage
    entity = entities[speaker.bearer] if speaker.bearer is not None else None
    cue = tuple(_span(passage, words) for words in draft.cue)
    content = tuple(draft.content)
    return Quotation(
        id=identify("quotation", article.id, content, cue),
        mode=draft.mode,
        content=content,
        cue=cue,
        source=tuple(_span(passage, words) for words in draft.source),
        speaker=entity.id if entity else None,
        speaker_name=entity.name if entity else _source_words(cast, draft, speaker),
        addressee=setting.addressee,
        venue=setting.venue,
        said=setting.said.when if setting.said else None,
        confidence=round(draft.confidence * (speaker.sureness if entity else 1.0), 4),
        said_at=Span(setting.said.start, setting.said.end) if setting.said else None,
    )


def _source_words(cast: Cast, draft: Draft, speaker: Speaker) -> str | None:
    """The words of a source that names nobody known; nothing for a pronoun."""
    if not draft.source:
        return None
    if speaker.printed:
        return printed(cast.passage, speaker.printed)
    first, last = draft.source[0]
    if last - first == 1 and cast.analysis.parts_of_speech[first] in ("PRP", "WP", "WDT"):
        return None
    return printed(cast.passage, _without_aside(cast.passage, speaker.words or (first, last)))


def _without_aside(passage: Passage, words: tuple[int, int]) -> tuple[int, int]:
    """A source without a clause behind it ("…, who asked not to be named") and without a day."""
    first, last = words
    read = [word.text.casefold() for word in passage.words[first:last]]
    for place in range(1, len(read) - 1):
        if read[place] == "," and read[place + 1] in ("who", "which", "speaking"):
            del read[place:]
            break
    while len(read) > 1 and (read[-1] in CALENDAR or read[-1] in (",", "on")):
        read.pop()
    return first, first + len(read)


def _span(passage: Passage, words: tuple[int, int]) -> Span:
    return Span(passage.words[words[0]].start, passage.words[words[1] - 1].end)
