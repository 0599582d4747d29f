"""Which attributions report somebody's words: who can be a source, what an indirect one needs.

The encoder also marks what people want, know and do, and what things show. A report of words has
a source that can speak or be read, and tells more than a name. What stands between marks is kept;
a source that cannot be one is left off.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from variorum.read.encoder.window import Words
from variorum.read.lexicon import (
    FEMALE_TITLES,
    INSTITUTIONS,
    MALE_TITLES,
    MEDIA,
    OCCASIONS,
    PEOPLE,
    ROLES,
    TITLES,
    verb_of_saying,
)
from variorum.read.quotations.draft import Draft
from variorum.read.quotations.sources import head_of, is_passive, source_of
from variorum.read.quotations.stretches import FINITE, Marked

_DOCUMENTS: Final = frozenset(
    "study survey poll indictment complaint lawsuit suit memorandum document essay sign billboard "
    "poster banner placard law bill act ordinance constitution provision rule regulation plan "
    "proposal resolution treaty agreement accord deal text transcript line headline caption label "
    "list chart statistics data research investigation inquiry analysis review finding census "
    "index estimate forecast ruling decision verdict subpoena warrant policy guidance guideline "
    "manual contract charter declaration words video recording tape audio ad advert commercial "
    "clip documentary story version account passage section clause amendment motion petition brief "
    "dossier cable brochure pamphlet leaflet booklet slogan inscription plaque graffiti poem song "
    "prayer proverb saying adage feed autopsy audit diary notice invitation warning sticker "
    "questionnaire judgment judgement opinion minutes bulletin advisory translation edition".split()
)
"""What can be read."""

_PERSONS: Final = frozenset(
    "person guy dad mom mum grandmother grandfather teen teenager youth kid child adult pair "
    "couple duo trio lady gentleman cop guard clerk monk nun thief bride groom patient tenant "
    "tourist client customer spouse aristocrat royal insider outsider minority majority public "
    "audience crowd camp side state nation country city town village province island community "
    "neighborhood neighbourhood family household industry business chain retailer carrier brand "
    "startup store shop hospital school college clinic lab laboratory museum library theater "
    "theatre charity nonprofit ngo lobby jail prison body staff management leadership opposition "
    "left right establishment militia gang cartel regime junta brigade battalion unit squad crew "
    "club band tribe clan mosque temple synagogue diocese jury bench prosecution defense defence "
    "pontiff source intelligence branch division region county district municipality operator "
    "everyone everybody somebody someone other many all some most several few both each half "
    "respondent conglomerate chamber subsidiary startup twin ceo cfo coo chargé bidder".split()
)
"""Further words for people, and for what speaks through people."""

_SPEAKING: Final = (
    ROLES | TITLES | PEOPLE | INSTITUTIONS | MEDIA | OCCASIONS | _DOCUMENTS | _PERSONS
) | (MALE_TITLES | FEMALE_TITLES)
_PERSONAL_ENDINGS: Final = ("ist", "ian", "man", "woman", "men", "women", "people", "eer", "ologue")
_NOBODY: Final = frozenset(
    ["nobody", "none", "neither", "nothing", "anyone", "anybody", "no", "not"]
)
_OWN: Final = frozenset(["i", "we", "you", "one"])
"""Pronouns by which an article speaks of itself and its readers."""

_THINKING: Final = frozenset(["believe", "think", "hope"])
_ATTITUDES: Final = frozenset(
    "rule ruled oppose opposed support supported back backed favor favored favour favoured "
    "want wants wanted seek sought seeking offer offered offering refuse refused decline "
    "declined plan planned intend intended expect expected fear feared fears worry worried "
    "doubt doubted welcome welcomed welcoming object objected resist endorse endorsed approve "
    "approved disapprove embrace embraced prefer preferred consider considered threaten "
    "threatened defend defended discuss discussed discussing according opposes supports backs "
    "seeks offers resisted rejects rejected question questioned questioning find finds found "
    "show shows showed blame blames blamed portray portrays portrayed disparage disparaged "
    "refute refuted refutes put puts placed estimate estimated estimates valued "
    "advocate advocates advocated advocating champion championed mock "
    "mocked mocks ridicule ridiculed rebuke rebuked caution".split()
)
"""Forms of verbs that tell where somebody stands, with an object alone."""

_PERCEIVING: Final = frozenset(
    "seem seems seemed seeming appear appears appeared appearing know knows knew known knowing "
    "ignore ignores ignored ignoring learn learns learned learnt forget forgets forgot see sees "
    "saw seen seeing hear hears heard hearing".split()
)
"""Verbs of what somebody does without a word."""

_TURNING: Final = frozenset(
    "referring commenting quoting responding reacting replying alluding".split()
)
"""What somebody turns to, before what they say of it: "Commenting on the plan, she said …"."""

_FIRING: Final = frozenset("fire fires fired firing summon summons summoned summoning".split())

_EMPTY: Final = frozenset(
    "so anything something nothing everything thing things time same way more what which who whom "
    "be is are was were been being am do does did done have has had".split()
)
"""Words that tell nothing alone: "denied that at the time"."""

_BE: Final = frozenset("be is are was were been being am 's 're 'm ’s ’re ’m".split())


def plausible(marked: Marked, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts that report words, with the sources that can have said them."""
    for draft in drafts:
        if draft.source and not can_speak(marked, draft.source[0], draft.cue[0]):
            draft.source = _other_source(marked, draft)
            is_report = bool(draft.source) or _is_saying(marked, draft.cue[0])
            if draft.mode == "indirect" and not draft.source:
                continue
            if draft.mode == "mixed" and not is_report:
                continue
        if draft.mode != "indirect" or _is_report(marked, draft):
            yield draft


def _other_source(marked: Marked, draft: Draft) -> list[Words]:
    """The subject of the cue, if it can speak, for a source that cannot."""
    found = source_of(marked, draft.cue[0])
    if found and can_speak(marked, found[0], draft.cue[0]):
        return found
    return []


def can_speak(marked: Marked, source: Words, cue: Words) -> bool:
    """Whether the words of a source may mean people, what speaks for them, or what can be read."""
    passage, analysis = marked.passage, marked.analysis
    read = [word.text.casefold() for word in passage.words[source[0] : source[1]]]
    if read[0] in _NOBODY:
        return False
    head = head_of(analysis, source)
    speech, word = analysis.parts_of_speech[head], passage.words[head].text.casefold()
    if not speech.startswith("NN") and "%" not in read:
        return speech not in ("VBG", "RB", "EX", "IN") or _is_saying(marked, cue)
    if speech.startswith("NNP"):
        return True
    is_known = any(_names_speaker(one) for one in (word, *(one for one in read if one in ROLES)))
    if is_known or _is_taken_for_noun(marked, source, cue):
        return True
    if "%" in read or word == "percent":
        return _is_saying(marked, cue)
    personal = word.endswith(("er", "or", "ee", "ant", "ent", "ers", "ors", "ees", "ants", "ents"))
    return (personal or speech == "NNS") and _is_saying(marked, cue)


def _is_taken_for_noun(marked: Marked, source: Words, cue: Words) -> bool:
    """Whether a capitalised word right before a verb of saying may be a surname: "Stam denied"."""
    words, tags = marked.passage.words, marked.analysis.parts_of_speech
    is_lone = source[1] - source[0] == 1 and source[1] == cue[0] and tags[source[0]] == "NN"
    text = words[source[0]].text
    is_name = text[:1].isupper() and any(
        one.text == text and tag == "NNP" for one, tag in zip(words, tags, strict=True)
    )
    return is_lone and is_name and _is_saying(marked, cue)


def _names_speaker(word: str) -> bool:
    plain = word.rstrip(".")
    singular = plain[:-3] + "y" if plain.endswith("ies") else plain.removesuffix("s")
    last = plain.rpartition("-")[2]
    return (
        bool({plain, singular, last, last.removesuffix("s")} & _SPEAKING)
        or singular.endswith(_PERSONAL_ENDINGS)
        or plain.endswith("-old")
    )


def _is_saying(marked: Marked, cue: Words) -> bool:
    """Whether a cue has a word of saying, or "according to"."""
    return any(
        word.text.casefold() == "according" or verb_of_saying(word.text) is not None
        for word in marked.passage.words[cue[0] : cue[1]]
    )


def _is_report(marked: Marked, draft: Draft) -> bool:
    """Whether an indirect quotation reports words of another than the article itself."""
    cue = draft.cue[0]
    read = [word.text.casefold() for word in marked.passage.words[cue[0] : cue[1]]]
    if read[0] in _TURNING or _asks_for_nothing(marked, draft):
        return False  # The article tells what somebody means.
    if _leaves_open(marked, draft) or _answers(marked, draft) or _stops_short(marked, cue):
        return False
    if read[-1] in _FIRING:
        return False  # "Police fired tear gas", summoned him; who fires words back is quoted.
    if _is_saying(marked, cue):
        return _has_source(marked, draft) and _tells(marked, draft, is_saying=True)
    if not draft.source or (_PERCEIVING.intersection(read) and not _BE.intersection(read)):
        return False
    return _has_source(marked, draft) and _tells(
        marked, draft, is_saying=bool(_ATTITUDES.intersection(read))
    )


def _leaves_open(marked: Marked, draft: Draft) -> bool:
    """Whether somebody is told not to have said something: "would not say whether he would go"."""
    words = [word.text.casefold() for word in marked.passage.words]
    first, _ = marked.words_in(draft.content[0])
    cue = draft.cue[0]
    said = words[max(0, cue[0] - 4) : cue[1]]
    return words[first] in _QUESTIONS and not _SILENT.isdisjoint(said)


def _stops_short(marked: Marked, cue: Words) -> bool:
    """Whether somebody is told not to have gone so far: "stopped short of saying it was rigged"."""
    words = marked.passage.words[max(0, cue[0] - 3) : cue[1]]
    read = [word.text.casefold() for word in words]
    is_from = "from" in read and not _REFRAINING.isdisjoint(read)
    return ("short", "of") in pairwise(read) or is_from


_REFRAINING: Final = frozenset("refrain refrains refrained refraining shied shy shying".split())


def _answers(marked: Marked, draft: Draft) -> bool:
    """Whether it is told that somebody answered or not: "did not respond to requests for …"."""
    first, last = marked.words_in(draft.content[0])
    read = [word.text.casefold() for word in marked.passage.words[first : min(last, first + 4)]]
    return read[:1] == ["to"] and not _ASKED.isdisjoint(read[1:])


_ASKED: Final = frozenset(
    "request requests question questions call calls email emails e-mail e-mails message messages "
    "inquiry inquiries query queries enquiry enquiries letter letters".split()
)

_QUESTIONS: Final = frozenset("whether if when where what who whom why how which".split())
_SILENT: Final = frozenset(
    "not n't n’t never refuse refuses refused refusing decline declines declined declining yet "
    "without avoided dodged".split()
)


def _asks_for_nothing(marked: Marked, draft: Draft) -> bool:
    """Whether nobody's question is told, or a wish not to be named."""
    words = marked.passage.words
    cue = draft.cue[0]
    read = [word.text.casefold() for word in words[cue[0] : cue[1]]]
    if not {"asked", "asking", "requested"} & set(read):
        return False
    first, last = marked.words_in(draft.content[0])
    content = [word.text.casefold() for word in words[first : min(last, first + 6)]]
    if _NAMING.intersection(content) and ("not" in content or "not" in read):
        return True
    return not draft.source and is_passive(marked, cue) and content[:1] != ["to"]


_NAMING: Final = frozenset("named identified quoted".split())


def _has_source(marked: Marked, draft: Draft) -> bool:
    """Whether somebody else than the article says it, or it is said without a source."""
    if draft.source:
        first, last = draft.source[0]
        return last - first > 1 or marked.passage.words[first].text.casefold() not in _OWN
    cue = draft.cue[0]
    words = marked.passage.words[cue[0] : cue[1]]
    verbs = {verb_of_saying(word.text) for word in words} - _THINKING
    return is_passive(marked, cue) and bool(verbs - {None})


def _tells(marked: Marked, draft: Draft, *, is_saying: bool) -> bool:
    """Whether a content is more than somebody's name; more than a thing, if nothing is said."""
    tagged = [
        (marked.analysis.parts_of_speech[place], marked.passage.words[place].text.casefold())
        for span in draft.content
        for place in range(*marked.words_in(span))
    ]
    if not is_saying and not any(tag in FINITE or tag == "VBG" for tag, _ in tagged):
        return False
    return any(
        tag not in ("NNP", "NNPS", "PRP", "DT", "POS", ",", ".", "IN") and word not in _EMPTY
        for tag, word in tagged
    )
