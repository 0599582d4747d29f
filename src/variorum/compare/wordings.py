"""Wordings: what retellings call otherwise, over and over; spelling and house style told apart.

A wording is shown if it was put in another's place at two independent places or more, or once if
it is charged: a word of `charged`, or one that keeps its distance ("falsely"), came or went. A
place is independent of another if it is another passage of one retelling, or in another retelling,
but not in a text that has the same changes from the same hand.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec
from rapidfuzz.distance import Indel

from variorum.compare.charged import CHARGED
from variorum.compare.edited import Side, is_anchored
from variorum.compare.house_style import is_style
from variorum.compare.words import Word, folded_words, stem, words_in
from variorum.record.article import Article
from variorum.record.reuse import EditKind, Place, Reuse
from variorum.record.span import Span

WordingKind = Literal["loaded", "qualifier", "attribution", "wording", "name", "style"]

KINDS: Final[tuple[WordingKind, ...]] = (
    "loaded", "qualifier", "attribution", "wording", "name", "style",
)  # fmt: skip
"""In the order in which a reader is shown them."""

MOST_WORDS: Final = 4
"""Words of either side, at most: longer ones are rewritten sentences."""

LOOSE: Final = 0.0
"""Asks that all words next to an edit be the same (see `is_anchored`): what is shown as a wording
has nothing else changed beside it."""

SAME_HAND: Final = 3
"""Changes that two retellings of one text share, from which they have them from one hand."""


class WordingPlace(msgspec.Struct, frozen=True, order=True):
    """Where a text has one wording and its retelling the other."""

    a: Place
    b: Place


class Wording(msgspec.Struct, frozen=True, rename={"before": "from", "after": "to"}):
    """Words, and what retellings say instead.

    - `before` (exported as `from`) are the source's words, `after` (`to`) the retelling's, where
      it is known which of them is which; else `has_direction` is false, and `from` stands in more
      articles or comes first by the alphabet;
    - `kind`: loaded, qualifier, attribution (a verb of saying), wording (other words), name (who is
      called what) or style (spelling, abbreviation, titles, numerals, dates);
    - `count`: the independent places; `places`: one for each of them; `outlets`: whose
      retellings have it.
    """

    before: str
    after: str
    kind: WordingKind
    count: int
    outlets: tuple[str, ...]
    places: tuple[WordingPlace, ...]
    has_direction: bool


Context = tuple[tuple[str, ...], tuple[str, ...]]
"""The words before a place and those after it."""


class Held(NamedTuple):
    """Two articles held against each other, the source first if `is_directed`.

    `hand`: who made the changes, the child; `reuses`: seen from the source.
    """

    reuses: Sequence[Reuse]
    is_directed: bool


class _Replacement(NamedTuple):
    before: str
    after: str
    kind: EditKind
    context: Context
    place: WordingPlace
    is_directed: bool


def find_wordings(
    held: Iterable[Held], articles: Mapping[str, Article], roots: Mapping[str, frozenset[str]]
) -> list[Wording]:
    """The wordings, the most telling kinds first and within them the most frequent."""
    replacements = [
        one for pair in held for reuse in pair.reuses
        for one in _replacements(reuse, articles, is_directed=pair.is_directed)
    ]  # fmt: skip
    hands = _hands(replacements, roots)
    grouped: dict[frozenset[str], list[_Replacement]] = defaultdict(list)
    for one in replacements:
        grouped[frozenset((_head(one.before), _head(one.after)))].append(one)
    wordings = [
        wording
        for group in grouped.values()
        for wording in _wordings(group, hands, articles)
        if _is_recurrent(wording) or _is_telling(wording)
    ]
    return sorted(wordings, key=_precedence)


def _is_recurrent(one: Wording) -> bool:
    """Whether a wording stands in two places; what is called by another name, in a retelling."""
    return one.count > 1 and (one.has_direction or one.kind != "name")


def _is_telling(one: Wording) -> bool:
    """Whether a wording is worth showing that stands in one place only."""
    changed = _changed(folded_words(one.before), folded_words(one.after))
    is_charged = one.kind == "loaded" or bool(changed & _DISTANCE)
    return one.has_direction and is_charged


def _precedence(one: Wording) -> tuple[int, int, str, str]:
    return KINDS.index(one.kind), -one.count, one.before, one.after


def _head(words: str) -> str:
    """What forms of one wording share: the last word, "full-scale offensive" and "offensive"."""
    return stem(folded_words(words)[-1])


def _replacements(
    reuse: Reuse, articles: Mapping[str, Article], *, is_directed: bool
) -> Iterator[_Replacement]:
    """The edits of a passage that put a few words in the place of a few others."""
    a, b = articles[reuse.a.article], articles[reuse.b.article]
    for edit in reuse.edits:
        if edit.kind == "passage" or not (len(edit.a) or len(edit.b)):
            continue
        sides = Side(a.id, a.text, edit.a), Side(b.id, b.text, edit.b)
        if edit.op != "replace" and edit.kind != "qualifier":
            continue
        if not is_anchored(*sides, reuse.similarity if is_directed else LOOSE):
            continue
        trimmed = _trimmed(*sides) if edit.op == "replace" else _with_next(*sides)
        if trimmed is None:
            continue
        one, other = trimmed
        if _has_other_number(one, other) or _is_pronoun(one) or _is_pronoun(other):
            continue
        context = _context(b.text, edit.b)
        place = WordingPlace(_place(a.id, one), _place(b.id, other))
        yield _Replacement(_words(one), _words(other), edit.kind, context, place, is_directed)


def _has_other_number(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether numbers differ: that is a conflict, or another date's form."""
    sides = [[word.folded for word in side if word.text[:1].isdigit()] for side in (one, other)]
    return sides[0] != sides[1] and bool(sides[0] and sides[1])


def _is_pronoun(words: Sequence[Word]) -> bool:
    return all(word.folded in _PRONOUNS for word in words)


def _place(article: str, words: Sequence[Word]) -> Place:
    return Place(article, words[0].start, words[-1].end)


def _words(words: Sequence[Word]) -> str:
    """Words as printed; in small letters but for those of names."""
    return " ".join(map(_printed, words))


def _printed(word: Word) -> str:
    if not word.text[:1].isupper() or _is_sentence_case(word):
        return word.folded
    return f"{word.text}." if re.fullmatch(r"[A-Z](?:\.[A-Z])+", word.text) else word.text


_SMALL: Final = frozenset(
    "the a an in on at to of for from by with and but or as it its he his she her they their that "
    "this these those who which when while after before is are was were will would".split()
)


def _is_sentence_case(word: Word) -> bool:
    return word.folded in _SMALL


def _trimmed(a: Side, b: Side) -> tuple[list[Word], list[Word]] | None:
    """The words replaced without those that both sides begin or end with."""
    one = words_in(a.text, a.span.start, a.span.end)
    other = words_in(b.text, b.span.start, b.span.end)
    while one and other and one[0].folded == other[0].folded:
        one, other = one[1:], other[1:]
    while one and other and one[-1].folded == other[-1].folded:
        one, other = one[:-1], other[:-1]
    one, other = _core(one), _core(other)
    if not one or not other or max(len(one), len(other)) > MOST_WORDS:
        return None
    return one, other


def _core(words: list[Word]) -> list[Word]:
    """Words without those of grammar at either end."""
    while words and words[0].folded in _EMPTY:
        words = words[1:]
    while words and words[-1].folded in _EMPTY:
        words = words[:-1]
    return words


def _with_next(a: Side, b: Side) -> tuple[list[Word], list[Word]] | None:
    """A qualifier that came or went, with the word that follows it in both texts."""
    sides = []
    for side in (a, b):
        words = words_in(side.text, side.span.start, side.span.end)
        line = side.text.find("\n", side.span.end)
        end = len(side.text) if line < 0 else line
        sides.append(
            [*words, *words_in(side.text, side.span.end, min(end, side.span.end + 40))[:1]]
        )
    one, other = sides
    if not one or not other or one[-1].folded != other[-1].folded:
        return None
    return (one, other) if max(len(one), len(other)) <= 2 else None


_EMPTY: Final = frozenset(
    "the a an that which of to in on at for from by with and but or as it its he his him she her "
    "they their them who this these those is are was were be been has have had will would can "
    "could may might do does did i we you our us my me your also then now so there here if when "
    "while after before into over about during since until "
    "upon among between within under because even still both such own other another each all "
    "any".split()
)
"""Words whose exchange tells nothing."""


def _context(text: str, span: Span) -> Context:
    """The two words before a place and the two after, which tell the passage in whatever copy."""
    before = words_in(text, max(0, span.start - 40), span.start)[-2:]
    after = words_in(text, span.end, min(len(text), span.end + 40))[:2]
    return tuple(word.folded for word in before), tuple(word.folded for word in after)


def _hands(
    replacements: Iterable[_Replacement], roots: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """For each retelling the first of those that have the same changes to the same text."""
    changes: dict[str, set[tuple[str, str, Context]]] = defaultdict(set)
    for one in replacements:
        changes[one.place.b.article].add((one.before, one.after, one.context))
    hands: dict[str, str] = {}
    families: dict[frozenset[str], list[str]] = defaultdict(list)
    for article in sorted(changes):
        family = families[roots.get(article, frozenset((article,)))]
        like = (one for one in family if len(changes[one] & changes[article]) >= SAME_HAND)
        hands[article] = hands[first] if (first := next(like, None)) else article
        family.append(article)
    return hands


def _wordings(
    group: Sequence[_Replacement], hands: Mapping[str, str], articles: Mapping[str, Article]
) -> Iterator[Wording]:
    """The wordings of two forms: one a direction, those of unknown direction with the first."""
    directed: dict[str, list[_Replacement]] = defaultdict(list)
    for one in group:
        if one.is_directed:
            directed[_head(one.before)].append(one)
    loose = [one for one in group if not one.is_directed]
    if not directed:
        first = min(_head(one.before) for one in group)
        yield _wording([_from(one, first) for one in loose], hands, articles)
    for at, head in enumerate(sorted(directed, key=lambda form: (-len(directed[form]), form))):
        more = [_from(one, head) for one in loose] if at == 0 else []
        yield _wording([*directed[head], *more], hands, articles)


def _from(one: _Replacement, head: str) -> _Replacement:
    if _head(one.before) == head:
        return one
    place = WordingPlace(one.place.b, one.place.a)
    return one._replace(before=one.after, after=one.before, place=place)


def _wording(
    group: Sequence[_Replacement], hands: Mapping[str, str], articles: Mapping[str, Article]
) -> Wording:
    kept: list[tuple[str, Context, WordingPlace]] = []
    for one in sorted(group, key=lambda one: (not one.is_directed, one.place)):
        hand = hands.get(one.place.b.article, one.place.b.article) if one.is_directed else ""
        if not any(_is_one_passage(one.context, known) and hand in (maker, "")
                   for maker, known, _ in kept):  # fmt: skip
            kept.append((hand, one.context, one.place))
    outlets = {articles[one.place.b.article].outlet for one in group}
    first = min(group, key=lambda one: (len(one.before) + len(one.after), one.before, one.after))
    return Wording(
        before=first.before,
        after=first.after,
        kind=kind_of_wording(first.before, first.after, first.kind),
        count=len(kept),
        outlets=tuple(sorted(outlet for outlet in outlets if outlet)),
        places=tuple(sorted(place for _, _, place in kept)),
        has_direction=any(one.is_directed for one in group),
    )


def _is_one_passage(one: Context, other: Context) -> bool:
    return any(
        before == after and not _EMPTY.issuperset(before)
        for before, after in zip(one, other, strict=True)
    )


def kind_of_wording(before: str, after: str, edited: EditKind) -> WordingKind:
    """What changing one wording for another does; `edited`: the kind of the edit."""
    one, other = folded_words(before), folded_words(after)
    if edited == "style" or is_style(before, after):
        return "style"
    if _changed(one, other) & _QUALIFIERS:
        return "qualifier"
    if _names(before) != _names(after):
        return "name"
    if _is_charged(one, other):
        return "loaded"
    if edited == "attribution" or _are_reports(one, other):
        return "attribution"
    return "style" if edited in ("number", "tense") else "wording"


def _names(words: str) -> set[str]:
    return {
        word.removesuffix("'s").removesuffix("’s") for word in words.split() if word[0].isupper()
    }


def _changed(one: Sequence[str], other: Sequence[str]) -> frozenset[str]:
    return frozenset(one) ^ frozenset(other)


_DISTANCE: Final = frozenset(
    "allegedly alleged reportedly apparently falsely wrongly supposedly supposed purportedly "
    "purported ostensibly seemingly so-called self-styled self-proclaimed self-declared presumed "
    "suspected unconfirmed unverified unproven disputed baseless unfounded most some".split()
)
_QUALIFIERS: Final = _DISTANCE | frozenset(
    "possibly probably perhaps likely unlikely largely partly mostly mainly several many "
    "few".split()
)


def _is_charged(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a word that takes sides came or went, and the words are not only inflected."""
    stems = [{stem(word) for word in side} for side in (one, other)]
    return bool((stems[0] ^ stems[1]) & CHARGED) and not _are_forms(one, other)


def _are_forms(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(
        stem(first) == stem(second) or Indel.normalized_similarity(first, second) > 0.8
        for first, second in zip(one, other, strict=True)
    )


_VERBS_OF_SAYING: Final = frozenset(
    "said says say told tells added adds wrote writes tweeted tweets stated noted notes argued "
    "argues explained announced declared remarked according".split()
)


def _are_reports(one: Sequence[str], other: Sequence[str]) -> bool:
    return not (_VERBS_OF_SAYING.isdisjoint(one) or _VERBS_OF_SAYING.isdisjoint(other))


_PRONOUNS: Final = frozenset(
    "he she it they him her them his hers its their theirs this that these those who whom i we us "
    "our my me you your".split()
)
