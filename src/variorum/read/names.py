"""Names that the encoder found, cleaned, with the titles that stand beside them."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from variorum.read.broken_names import mended
from variorum.read.encoder.window import Words
from variorum.read.letters import is_in_capitals, spellings_of, usual_letters
from variorum.read.lexicon import CALENDAR, NATIONS
from variorum.read.passages import Analysis, Passage
from variorum.read.places import with_places
from variorum.read.realms import Realm, realms_of
from variorum.read.titles import DETERMINERS, POSSESSIVES, PUNCTUATION, is_title, titles_of
from variorum.record.reading import EntityKind

_CLOCKS: Final = frozenset(
    "edt est et gmt bst cet cest pdt pst pt cdt cst ct mdt mst utc msk ist jst aest am pm a.m p.m "
    "updated published posted monday tuesday wednesday thursday friday saturday sunday".split()
)
"""What a page prints before its first words: a time and its zone, a day."""

_DIVIDING: Final = frozenset("vice deputy former ex prime foreign first".split())

_INWARD: Final = frozenset("for without of on in at against".split())
"""What no name ends in."""

AGAIN: Final = 0.7
"""Confidence of a name that the encoder found elsewhere in the article only."""


class NameMention(NamedTuple):
    """One mention by name: its words in the passage, without title, article and possessive.

    `tokens`: the words as read; `titles`: what the text calls the bearer beside this mention;
    `realm`: whose it is, of an office of state.
    """

    words: Words
    kind: EntityKind
    tokens: tuple[str, ...]
    titles: tuple[str, ...]
    confidence: float
    realm: Realm | None = None


def find_names(passage: Passage, analysis: Analysis) -> list[NameMention]:
    """The names of a passage, in order; persons with their titles."""
    spans = [
        (trimmed, kind, confidence)
        for words, read_as, confidence in _whole(passage, analysis)
        if (kind := "person" if _heads_several(passage, words) else read_as)
        and (trimmed := _trimmed(passage, words, kind))
    ]
    spans = _widened(passage, mended(passage, analysis, _without_roles(passage, spans)))
    spans = sorted([*spans, *_printed_again(passage, analysis, spans)])
    spans = with_places(passage, spans)
    begun = {first for (first, _), _, _ in spans}
    spans = [
        (words, "organization" if _is_body(passage, analysis, words, kind) else kind, sure)
        for words, kind, sure in spans
        if not _is_of_description(passage, words, begun)
    ]
    starts = {words[0]: (words, kind) for words, kind, _ in spans}
    mentions = [
        NameMention(
            words,
            kind,  # type: ignore[arg-type]
            tuple(word.text for word in passage.words[words[0] : words[1]]),
            tuple(titles_of(passage, analysis, words, starts)) if kind == "person" else (),
            confidence,
        )
        for words, kind, confidence in spans
    ]
    return _with_realms(passage, _with_bracketed(passage, _in_usual_letters(passage, mentions)))


def _with_realms(passage: Passage, mentions: Sequence[NameMention]) -> list[NameMention]:
    realms = realms_of(passage, [(one.words, one.kind) for one in mentions])
    return [one._replace(realm=realms.get(one.words)) for one in mentions]


def _heads_several(passage: Passage, words: Words) -> bool:
    """Whether a name stands behind the title of several: "Presidents Osei and Diaby"."""
    first, last = words
    title, following = passage.words[first].text, passage.words[last : last + 2]
    return (
        last - first > 1
        and title.endswith("s")
        and is_title(title.removesuffix("s"))
        and len(following) > 1
        and following[0].text in ("and", "&", ",")
        and following[1].text[:1].isupper()
    )


def _is_body(passage: Passage, analysis: Analysis, words: Words, kind: str) -> bool:
    """Whether what is so called is a body by the words beside it.

    "…, the Lund company that", "terminal operator Lund", "Lund BV".
    """
    place = words[1] + 1
    if kind not in ("person", "place"):
        return False
    if passage.words[words[1] - 1].text.casefold().rstrip(".") in _LEGAL_FORMS:
        return True
    if words[0] and kind == "place" and passage.words[words[0] - 1].text in _BODIES:
        return True
    if place + 1 >= len(passage.words):
        return False
    told = [passage.words[words[1]].text, passage.words[place].text.casefold()]
    if told[0] != "," or told[1] not in ("the", "a", "an", "its"):
        return False
    end = place + 1
    while end < len(passage.words) and analysis.parts_of_speech[end].startswith(("NN", "JJ")):
        end += 1
    is_owner = end < len(passage.words) and analysis.parts_of_speech[end] == "POS"
    return not is_owner and passage.words[end - 1].text.casefold() in _BODIES


def _is_of_description(passage: Passage, words: Words, names: Container[int]) -> bool:
    """Whether one capitalised word only begins a sentence: "Terminal operator Lund"."""
    first, last = words
    word = passage.words[first].text
    is_first = passage.sentence(passage.sentence_of(first))[0] == first
    if last - first > 1 or not is_first or not word[1:].islower() or word.casefold() in NATIONS:
        return False
    noun = passage.words[last].text if last < len(passage.words) else ""
    described = noun in _BODIES and last + 1 in names
    return described and any(one.text == word.lower() for one in passage.words)


_LEGAL_FORMS: Final = frozenset(
    "bv nv ag sa se plc ltd inc corp gmbh ab asa oy oyj spa srl kk pty llc llp lp sarl sas bhd tbk "
    "pvt pte kg kgaa aps s.a s.p.a n.v b.v".split()
)

_BODIES: Final = frozenset(
    "operator maker giant group union federation producer developer miner lender shipper line "
    "company firm bank party agency airline charity newspaper broadcaster startup retailer "
    "carmaker manufacturer conglomerate thinktank think-tank utility brewery hospital university "
    "nonprofit ngo consultancy insurer supermarket".split()
)


def _in_usual_letters(passage: Passage, mentions: Sequence[NameMention]) -> list[NameMention]:
    """The mentions, with what persons are called as it is written outside of capitals."""
    if not any(one.kind == "person" and is_in_capitals(one.tokens) for one in mentions):
        return list(mentions)
    spellings = spellings_of(word.text for word in passage.words)
    return [
        mention._replace(tokens=usual_letters(mention.tokens, spellings))
        if mention.kind == "person"
        else mention
        for mention in mentions
    ]


def _without_roles(
    passage: Passage, spans: Sequence[tuple[Words, str, float]]
) -> list[tuple[Words, str, float]]:
    """Leaves off what only names a role ("President", "US President"), and nobody's surname."""
    read = [[word.text for word in passage.words[first:last]] for (first, last), _, _ in spans]
    surnames = {
        words[-1]
        for words, (_, kind, _) in zip(read, spans, strict=True)
        if kind == "person" and len(words) > 1 and not all(map(_is_of_role, words))
    }
    return [
        span
        for words, span in zip(read, spans, strict=True)
        if words[-1] in surnames
        or span[1] == "place"
        or not (is_title(words[-1]) and all(map(_is_of_role, words)))
        or _is_party(words)
    ]


def _is_of_role(word: str) -> bool:
    return is_title(word) or word.casefold() in NATIONS or word.casefold() in _DIVIDING


def _is_party(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0].casefold() in ("republican", "democrat", "conservative")


def _with_bracketed(passage: Passage, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Reads the given name that an editor put in brackets with the surname behind it."""
    joined: list[NameMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if (
            before
            and before.kind == mention.kind == "person"
            and before.words[1] + 1 == mention.words[0]
            and passage.words[before.words[1]].text == ")"
            and len(before.tokens) == len(mention.tokens) == 1
        ):
            joined[-1] = mention._replace(
                tokens=before.tokens + mention.tokens, titles=before.titles + mention.titles
            )
        else:
            joined.append(mention)
    return joined


def _widened(
    passage: Passage, spans: Sequence[tuple[Words, str, float]]
) -> list[tuple[Words, str, float]]:
    """Names of bodies and places as long as they are elsewhere: "Sella", behind "Port"."""
    longer: dict[str, set[tuple[str, ...]]] = {}
    for words, kind, _ in spans:
        read = tuple(word.text for word in passage.words[slice(*words)])
        if kind != "person" and 1 < len(read) <= _LONGEST:
            longer.setdefault(read[-1], set()).add(read)
    found: list[tuple[Words, str, float]] = []
    for words, kind, sure in spans:
        reached, last = found[-1][0][1] if found else 0, words[1]
        known = () if kind == "person" else longer.get(passage.words[last - 1].text, ())
        starts = [last - len(read) for read in known if _stands_at(passage, last - len(read), read)]
        first = min((one for one in starts if one >= reached), default=words[0])
        found.append(((min(first, words[0]), last), kind, sure))
    return found


def _stands_at(passage: Passage, start: int, read: tuple[str, ...]) -> bool:
    there = passage.words[max(0, start) : start + len(read)]
    return tuple(word.text for word in there) == read


_LONGEST: Final = 6
"""Words of a name that is looked for in other places, at most."""


def _printed_again(
    passage: Passage, analysis: Analysis, spans: Sequence[tuple[Words, str, float]]
) -> Iterator[tuple[Words, str, float]]:
    """Names that the encoder found in one place and passed over in another; surnames too."""
    taken: set[int] = set()
    known: dict[tuple[str, ...], Counter[str]] = {}
    for words, kind, _ in spans:
        taken.update(range(*words))
        read = tuple(word.text for word in passage.words[words[0] : words[1]])
        known.setdefault(read, Counter())[kind] += 1
        if kind == "person" and len(read) > 1 and len(read[-1]) > 2:
            known.setdefault(read[-1:], Counter())[kind] += 1
    longest = min(max(map(len, known), default=0), _LONGEST)
    first_words = {read[0] for read in known}
    reached = 0
    for place, word in enumerate(passage.words):
        if word.text not in first_words or place < reached or place in taken:
            continue
        found = _known_at(passage, place, longest, known)
        if found and not taken.intersection(range(place, found[1])):
            kinds = known[found[0]]
            is_name = analysis.parts_of_speech[found[1] - 1].startswith("NNP")
            if is_name or ("person" in kinds and _does_something(passage, analysis, found[1])):
                yield (place, found[1]), max(kinds, key=lambda kind: kinds[kind]), AGAIN
            reached = found[1]


def _does_something(passage: Passage, analysis: Analysis, end: int) -> bool:
    """Whether a surname that was taken for a noun is what it is not elsewhere: "Stam denied"."""
    tags, word = analysis.parts_of_speech, passage.words[end - 1].text
    is_subject = tags[end - 1] == "NN" and tags[end : end + 1] in (["VBD"], ["MD"])
    return is_subject and all(one.text != word.lower() for one in passage.words)


def _known_at(
    passage: Passage, place: int, longest: int, known: Mapping[tuple[str, ...], object]
) -> tuple[tuple[str, ...], int] | None:
    if not passage.words[place].text[0].isupper():
        return None
    for length in range(longest, 0, -1):
        read = tuple(word.text for word in passage.words[place : place + length])
        if len(read) == length and read in known:
            return read, place + length
    return None


def _whole(passage: Passage, analysis: Analysis) -> list[tuple[Words, str, float]]:
    """The encoder's names, with the capitalised words beside them that depend on them.

    Two that stand side by side are one if both are persons or one depends on the other.
    """
    whole: list[tuple[Words, str, float]] = []
    for (first, end), kind, sure in analysis.names:
        reached = whole[-1][0][1] if whole else 0
        start = max(first, reached)
        if start >= end:
            continue
        last = _behind_preposition(passage, analysis, end, kind)
        while start > reached and _belongs(passage, analysis, start - 1, (start, last), kind):
            start -= 1
        if (
            whole
            and start == reached
            and _is_one(passage, analysis, whole[-1], (start, last), kind)
        ):
            (start, _), _, before = whole.pop()
            whole.append(((start, last), kind, min(sure, before)))
        else:
            whole.append(((start, last), kind, sure))
    return whole


def _behind_preposition(passage: Passage, analysis: Analysis, last: int, kind: str) -> int:
    """The end of a name, with the capitals behind a preposition that it was cut off at."""
    if kind != "organization" or passage.words[last - 1].text.casefold() not in _INWARD:
        return last
    end = last
    while (
        end < len(passage.words)
        and analysis.parts_of_speech[end] in ("NNP", "NNPS")
        and passage.words[end].text[:1].isupper()
    ):
        end += 1
    return end


def _belongs(passage: Passage, analysis: Analysis, word: int, name: Words, kind: str) -> bool:
    text = passage.words[word].text
    if kind == "organization" and _is_capitalised_adjective(passage, analysis, word):
        return name[0] <= analysis.heads[word] < name[1]
    return (
        analysis.parts_of_speech[word] in ("NNP", "NNPS")
        and text[:1].isupper()
        and (word == 0 or passage.words[word - 1].text != "of")
        and not is_title(text)
        and text.casefold() not in CALENDAR
        and not (kind == "person" and text.casefold() in NATIONS)
        and analysis.relations[word] in _PARTS_OF_NAMES[kind == "organization"]
        and name[0] <= analysis.heads[word] < name[1]
    )


_PARTS_OF_NAMES: Final = (
    ("compound", "flat", "nmod:desc"),
    ("compound", "flat", "nmod:desc", "amod"),
)
"""What a word is to the name that it is a part of; of a body's, "Interior" in "Interior Ministry",
too."""


def _is_capitalised_adjective(passage: Passage, analysis: Analysis, word: int) -> bool:
    """Whether a word is like "Foreign" in "the Russian Foreign Ministry"."""
    text = passage.words[word].text
    first, _ = passage.sentence(passage.sentence_of(word))
    return (
        analysis.parts_of_speech[word] == "JJ"
        and text[0].isupper()
        and (word > first or text.casefold() in NATIONS)
    )


def _is_one(
    passage: Passage,
    analysis: Analysis,
    before: tuple[Words, str, float],
    name: Words,
    kind: str,
) -> bool:
    (first, last), other, _ = before
    if kind == "person" or other == "person":
        one = kind == other and not is_title(passage.words[name[0]].text)
        return one and passage.words[last - 1].text not in POSSESSIVES
    return kind == other and any(
        name[0] <= analysis.heads[word] < name[1]
        and analysis.relations[word] in ("compound", "flat")
        for word in range(first, last)
    )


def _trimmed(passage: Passage, words: Words, kind: str) -> Words | None:
    """A name without what is no part of it; None if nothing is left."""
    first, last = words
    read = [word.text for word in passage.words[first:last]]
    if kind == "person" and "of" in read[2:]:
        read = read[: read.index("of", 2)]  # "Jane Doe of Maine"
    while read and (
        read[-1] in POSSESSIVES
        or read[-1] in PUNCTUATION
        or read[-1] in _INWARD
        or read[-1] in ("and", "the")
    ):
        read.pop()
    while read and (
        read[0] in PUNCTUATION
        or read[0].casefold() in DETERMINERS
        or (kind == "person" and len(read) > 1 and _stands_before(passage, first, read))
    ):
        read.pop(0)
        first += 1
    if not any(word[:1].isalnum() for word in read) or _is_adjective(read):
        return None
    if kind == "person" and len(read) == 1 and _begins_title(passage, first):
        return None
    return first, first + len(read)


def _stands_before(passage: Passage, word: int, read: Sequence[str]) -> bool:
    """Whether the first word before a person's name is a title, a time or a place of a dateline."""
    plain = read[0].casefold().strip(".")
    # "Presidents Marenko and Drentova": a title of several stands before the first.
    if (
        is_title(read[0])
        or is_title(read[0].removesuffix("s"))
        or (plain in _CLOCKS and (read[0].isupper() or len(plain) > 4))
        or "-of-" in plain  # "Gran-of-six Jane Doe"
    ):
        return True
    if plain in _OFFICES and _is_behind_of(passage, word):
        return True
    begins = passage.paragraphs[passage.paragraph_of(word)] == word
    return begins and read[0].isupper() and len(plain) > 3 and not read[1].isupper()


_OFFICES: Final = frozenset(
    "opposition house state staff assembly parliament senate government council army police "
    "navy union mission".split()
)
"""What a title may end in before a name: "Leader of the Opposition Jane Doe"."""


def _is_behind_of(passage: Passage, word: int) -> bool:
    """Whether "of" stands before a word, with an article or not, and a title before that."""
    before = [one.text for one in passage.words[max(0, word - 3) : word]]
    if before and before[-1] == "the":
        before.pop()
    return len(before) > 1 and before[-1] == "of" and is_title(before[-2])


def _is_adjective(read: Sequence[str]) -> bool:
    """Whether a word is "Moscow-backed", "Berlin-based": no name itself."""
    _, hyphen, last = read[-1].rpartition("-")
    return bool(hyphen) and last in ("led", "based", "backed", "born", "style", "controlled")


def _begins_title(passage: Passage, word: int) -> bool:
    """Whether a word begins a title and is no name: "Crown" of "Crown Prince"."""
    behind = passage.words[word + 1].text if word + 1 < len(passage.words) else ""
    return behind[:1].isupper() and is_title(behind)
