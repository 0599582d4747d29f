"""Edits by which one text says what the other denies: negation, opposites, all and some."""

from itertools import pairwise
from typing import Final

from variorum.compare.edited import CONTEXT, Difference, Side, in_context
from variorum.compare.words import folded_words, sentence_at, stem, with_context

_NEGATORS: Final = frozenset(
    "not never no nobody nothing none neither nor without cannot refused refuses refuse refusing "
    "declined declines decline declining failed fails fail failing".split()
)
GRAMMAR: Final = frozenset(
    "is are was were be been being am do does did done has have had having will would shall should "
    "can could may might must to that a an the of any some much something somebody everybody "
    "everyone everything anything anybody anyone it he she they there still also ever longer at "
    "all only very".split()
)
_OPPOSITES: Final = {
    frozenset(map(stem, pair.split("/")))
    for pair in (
        "rose/fell increased/decreased increase/decrease rising/falling up/down gained/lost "
        "won/lost "
        "accepted/rejected accept/reject supported/opposed support/oppose supports/opposes "
        "supporters/opponents allowed/banned allow/ban permitted/prohibited allow/prohibit "
        "confirmed/denied confirms/denies admitted/denied higher/lower more/less more/fewer "
        "before/after with/without for/against guilty/innocent legal/illegal "
        "strengthened/weakened strengthen/weaken raised/lowered raise/lower cut/raised "
        "grew/shrank expanded/shrank improved/worsened better/worse best/worst "
        "started/ended began/ended opened/closed open/closed approved/rejected approve/reject "
        "passed/rejected passed/failed praised/criticized praised/criticised welcomed/condemned "
        "hailed/condemned joined/left arrived/left attacked/defended include/exclude "
        "included/excluded true/false hot/cold friend/foe ally/enemy allies/enemies "
        "highest/lowest largest/smallest many/few most/few always/never success/failure "
        "succeeded/failed alive/dead released/detained freed/jailed acquitted/convicted "
        "majority/minority majorities/minorities optimistic/pessimistic optimism/pessimism "
        "constructive/fruitless useful/useless helpful/harmful successful/unsuccessful "
        "strong/weak stronger/weaker strongest/weakest positive/negative safe/dangerous "
        "gain/lose gains/losses gaining/losing profit/loss profits/losses winning/losing "
        "winner/loser winners/losers victory/defeat victories/defeats won/conceded "
        "advance/retreat advanced/retreated advancing/retreating rise/fall rises/falls "
        "soared/plunged surged/plunged jumped/plunged jumped/dropped climbed/dropped "
        "climbed/fell gained/fell surged/fell rose/dropped rose/declined increased/declined "
        "increase/decrease increases/decreases accelerated/slowed widened/narrowed "
        "lengthened/shortened tightened/loosened eased/tightened hardened/softened "
        "upheld/overturned affirmed/reversed granted/denied accepted/refused "
        "agreed/refused agreed/disagreed agreed/declined honored/violated honoured/violated "
        "respected/violated obeyed/defied endorsed/opposed backed/opposed backs/opposes "
        "endorsed/rejected backed/rejected favors/opposes favours/opposes defended/criticized "
        "defended/criticised praise/criticism praised/denounced hailed/denounced "
        "welcomed/denounced welcomed/rejected promoted/demoted hired/fired hired/dismissed "
        "appointed/dismissed entered/left entering/leaving import/export imports/exports "
        "imported/exported buyer/seller bought/sold lent/borrowed sent/received "
        "first/last earliest/latest early/late earlier/later older/younger oldest/youngest "
        "taller/shorter longer/shorter wider/narrower faster/slower bigger/smaller "
        "larger/smaller biggest/smallest best/worst rich/poor richest/poorest public/private "
        "domestic/foreign internal/external temporary/permanent voluntary/mandatory "
        "optional/mandatory innocent/culpable civilian/military civilians/soldiers male/female "
        "north/south east/west northern/southern eastern/western left/right inside/outside "
        "above/below upper/lower maximum/minimum easy/hard easier/harder simple/complicated "
        "hope/fear hopes/fears hopeful/fearful love/hate loved/hated peace/war war/peace "
        "present/absent visible/hidden known/unknown certain/doubtful likely/unlikely"
    ).split()
}
"""Words that say the opposite."""

_UNIVERSAL: Final = frozenset("all every each always everyone everybody none never nobody".split())
_PARTIAL: Final = frozenset("some many most few several sometimes often rarely".split())
_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "mis", "non")


def polarity_difference(a: Side, b: Side) -> Difference | None:
    """One says it, the other says not."""
    one, other = folded_words(a.words), folded_words(b.words)
    rest = [_content(words) for words in (one, other)]
    is_negated = [negations(words) % 2 for words in (one, other)]
    if is_negated[0] != is_negated[1]:
        if rest[0] != rest[1] or _is_double(a, b, is_negated[0]) or _is_not_only(a, b):
            return None
        if _has_unless(a) != _has_unless(b):
            return None
        return in_context("wording", a, b, 0.85, "One side negates what the other says")
    if _scope(one) * _scope(other) < 0 and len(one) == len(other) == 1:
        return in_context("wording", a, b, 0.7, "One side says all, the other some")
    if rest[0] and rest[1] and (_are_opposites(*rest) or _is_prefixed(one, other)):
        return in_context("wording", a, b, 0.8, "The words changed say the opposite")
    return None


def _content(words: tuple[str, ...]) -> list[str]:
    kept = (word for word in words if word not in GRAMMAR and word not in _NEGATORS)
    return sorted(stem(word) for word in kept if not word.endswith("n't"))


def negations(words: tuple[str, ...]) -> int:
    """How many of these words say no."""
    yet_to = sum(pair == ("yet", "to") for pair in pairwise(words))
    return yet_to + sum(word in _NEGATORS or word.endswith("n't") for word in words)


def _is_double(a: Side, b: Side, negated_a: int) -> bool:
    """Whether the other side's sentence has its negation a few words off."""
    plain = b if negated_a else a
    near = with_context(plain.text, plain.span, CONTEXT)
    around = folded_words(plain.text[near.start : near.end])
    return negations(around) > negations(folded_words(plain.words))


def _is_not_only(a: Side, b: Side) -> bool:
    """Whether the negation is of "not only", "not just", "if not", "whether or not"."""
    for side in (a, b):
        near = with_context(side.text, side.span, 2)
        words = folded_words(side.text[near.start : near.end])
        if any(pair in _NO_DENIAL for pair in pairwise(words)):
            return True
    return False


def _has_unless(side: Side) -> bool:
    """Whether the sentence has "unless", which is "if … not"."""
    return "unless" in folded_words(sentence_at(side.text, side.span).of(side.text))


_NO_DENIAL: Final = {
    ("not", "just"), ("not", "merely"), ("not", "simply"), ("if", "not"), ("or", "not"),
}  # fmt: skip


def _are_opposites(one: list[str], other: list[str]) -> bool:
    only_one = [word for word in one if word not in other]
    only_other = [word for word in other if word not in one]
    if len(only_one) != 1 or len(only_other) != 1:
        return False
    pair = (only_one[0], only_other[0])
    return frozenset(pair) in _OPPOSITES


def _is_prefixed(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a word of one side is one of the other's with "un", "dis" or the like before it."""
    left, right = (
        [word for word in words if word not in GRAMMAR | frozenset(beside)]
        for words, beside in ((one, other), (other, one))
    )
    if len(left) != 1 or len(right) != 1:
        return False
    short, long = sorted((left[0], right[0]), key=len)
    return len(short) > 3 and any(
        long == prefix + form for prefix in _PREFIXES for form in (short, f"-{short}")
    )


def _scope(words: tuple[str, ...]) -> int:
    return (not _UNIVERSAL.isdisjoint(words)) - (not _PARTIAL.isdisjoint(words))
