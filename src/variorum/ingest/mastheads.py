"""The outlet's name at the head of a page: its form, and what around it tells that it is one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from variorum.ingest.tables import agency_names, outlet_names
from variorum.record.article import Block
from variorum.record.nations import NATIONS

TOP: Final = 6
"""Lines above the headline among which an outlet's name is looked for."""

PARTING: Final = re.compile(r"\s+(?:[–—|•·›»>/-]|::)\s+|\s{2,}|\t")
"""What stands between an outlet's name and what else is in its line."""

_DECORATION: Final = re.compile(r"^[^\w&]+|[^\w.)!'’]+$")
"""Stars, marks of Markdown and the like at the edges of a name."""

_CHROME: Final = re.compile(
    r"(?:skip to|jump to|cookies?\b|we (?:use|value)|accept all|subscribe\b|log ?in\b|"
    r"sign (?:in|up)\b|register(?: now| for.*)?$|menu\b|search\b|advertisement|open (?:menu|app)|"
    r"close\b|toggle|listen\b|share\b|welcome\b|my account|e-?paper|newsletters?\b|donate\b|"
    r"watch live|live tv|get the app|"
    r"breaking( news)?$|exclusive$|latest( news)?$|just in$|top stor(?:y|ies)$)",
    re.IGNORECASE,
)
"""How lines begin that a site has above everything else, whatever its name."""

_HEADING: Final = frozenset(
    "home homepage news world politics business sport sports opinion culture international economy "
    "menu latest share subscribe skip search sections video watch live updated published "
    "advertisement breaking exclusive analysis topics login sign".split()
)
"""Words that head a list of a site's sections, and no outlet's name."""

_SECTIONS: Final = _HEADING | frozenset(
    "local national nation regional health science technology tech education environment climate "
    "travel lifestyle entertainment showbiz money markets finance weather crime africa asia europe "
    "americas opinions comment editorial features photos pictures general top more stories story "
    "headlines uk us usa city cities today".split()
)
"""Words of which alone no outlet's name is made."""

_COLUMNS: Final = frozenset(
    "read reads interview explainer analysis latest story stories briefing podcast debate view "
    "editorial week weekend big long issue question facts brief takeaway background conversation "
    "rundown opinion full inside data".split()
)
"""Words that "The" stands before in the name of a column."""

_SMALL: Final = frozenset(
    "of the and for in on & de del da do di la le el y e du des der die das van und et".split()
)
_PRESS: Final = re.compile(
    r"\b(?:news\w*|times|post|herald|gazette|tribune|journal|courier|chronicle|telegraph|monitor|"
    r"observer|guardian|mirror|express|mail|echo|star|globe|daily|weekly|radio|tv|fm|press|wire|"
    r"standard|examiner|bulletin|dispatch|register|reporter|review|ledger|digest|today|argus|"
    r"mercury|sentinel|inquirer|enquirer|advertiser|advocate|messenger|intelligencer|broadcasting|"
    r"newswire|agence|agencia|agenzia|agentur|newspaper|online|reader|"
    r"zeitung|blatt|tageblatt|rundschau|nachrichten|anzeiger|kurier|corriere|giornale|gazzetta|"
    r"diario|periódico|jornal|folha|correio|voz|le monde|soir|matin|dépêche|gazeta|dziennik|"
    r"dnevnik|noviny|listy|hírlap|haber\w*|gazetesi|dagblad|tidning\w*|tidende|avis\w*|sanomat|lehti|"
    r"kompas|tempo|posten|bladet|nieuws|courant|krant|uutiset|vestnik|v[ei]domosti|novosti|izvestiya?|"
    r"vijesti|novine|prensa|noticias|notícias|notizie|stampa|messaggero|presse|allgemeine|"
    r"kathimerini|gündem|patrika|samachar|shimbun|ilbo|ribao)\b",
    re.IGNORECASE,
)
_WEAK_PRESS: Final = re.compile(
    r"\b(?:sun|record|voice|leader|independent|patriot|citizen|nation|world|punch|vanguard|banner|"
    r"beacon|clarion|eagle|pioneer|insider|outlook|report|argosy|lantern|bugler?|call|week|24|24/7|"
    r"english|channel|network|media|live|now|africa|asia|europe|international|magazine)$",
    re.IGNORECASE,
)
"""Words that end names of outlets and of much else: something more must tell."""

_COMPOUND: Final = re.compile(
    r"[^\W\d_]{3,}(?:press|news|post|times|wire|tidende|zeitung|blatt|web|tv)\d{0,3}$|"
    r"^(?:news|wire|info|radio|inter|tv)\d{1,3}$",
    re.IGNORECASE,
)
"""An outlet's name in one word, as "Dravpress", "Wire24"."""

TOLD: Final = (
    r"(?:told|tells|telling|seen by|obtained by|reviewed by|shown to|interview with|spoke to|"
    r"speaking to|spoke with|contacted by|approached by|analysed by|analyzed by)\s+(?:the\s+)?"
)
"""What a text says of the outlet that prints it."""


def has_press_word(name: str) -> bool:
    """Whether a name has a word that outlets are called by: "Post", "Radio", "Dravpress"."""
    return bool(_PRESS.search(name) or _COMPOUND.search(name.rsplit(maxsplit=1)[-1]))


def has_name_form(line: str) -> bool:
    """Whether a line has the form of a name: a few words with capitals, no section's."""
    words = line.split()
    if (
        not 2 < len(line) <= LONGEST_NAME
        or {",", ":"} & {*line}
        or not 0 < len(words) <= MOST_WORDS
    ):
        return False
    if not all(_is_of_name(word) for word in words) or _CHROME.match(line):
        return False
    if "/" in line or any(word.endswith(".com") for word in words[:-1]):
        return False  # A picture's credit, a service of a site.
    if words[-1].casefold() in _JOBS and words[0] != "The":
        return False
    plain = [word.casefold().strip(".,:") for word in words]
    has_letter = any(character.isalpha() for character in words[0])
    return has_letter and not all(word in _SECTIONS or word in _SMALL for word in plain)


LONGEST_NAME: Final = 48
MOST_WORDS: Final = 6


_JOBS: Final = frozenset(
    "reporter correspondent editor writer columnist analyst producer photographer".split()
)
"""What the last word of somebody's post is: no outlet but "The Reporter" is called so."""


def _is_of_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in _SMALL or len(word) < 4


def masthead(text: str, blocks: Sequence[Block], headline: Block | None) -> str | None:
    """The first line above the headline that is the outlet's name.

    It has the form of one, and a word that outlets are called by; or the page repeats it, the
    sections of a site stand beside or below it, or a motto between it and the headline.
    """
    for place in _above(text, blocks, headline):
        for name in _names_in(text[blocks[place].start : blocks[place].end]):
            if _is_told(text, blocks, place, name, headline):
                return _as_spelled(text, name)
    return None


def _as_spelled(text: str, name: str) -> str:
    """A name in capitals as the page spells it elsewhere, or else as a person writes it."""
    if not name.isupper():
        return name
    found = re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    mixed = [one for one in found if one[0].isupper() and not one.isupper()]
    return " ".join(mixed[0].split()) if mixed else proper_case_words(name)


def _above(text: str, blocks: Sequence[Block], headline: Block | None) -> Iterator[int]:
    """The places of lines above headline and text that may have the outlet's name, in order."""
    seen = 0
    for place, block in enumerate(blocks[: 3 * TOP]):
        line = text[block.start : block.end]
        if block is headline or block.role == "body" or (block.role == "byline" and _is_by(line)):
            return
        if _OF_ITSELF.match(line) or _CHROME.match(_undecorated(line)):
            continue
        if _begins_sections(PARTING.split(line.strip())):
            continue
        seen += 1
        if seen > TOP - 2:
            return
        yield place


def _begins_sections(parts: Sequence[str]) -> bool:
    """Whether a line is a list of sections, and no outlet's name before them."""
    is_section = parts[0].casefold() in _SECTIONS
    return len(parts) > 1 and is_section and _are_sections(parts)


def _is_by(line: str) -> bool:
    return line[:3].casefold() == "by "


def _names_in(line: str) -> Iterator[str]:
    """What may be the outlet's name in a line: its first part, without a day behind a comma."""
    parts = PARTING.split(line.strip())
    if " / " in line and not agency_names().keys().isdisjoint(part.strip() for part in parts):
        return  # Whose picture it is: "Ada Lund / Reuters".
    first = _undecorated(_BEHIND.sub("", _DAY_BEHIND.sub("", _without_initials(parts[0].strip()))))
    if has_name_form(first) and first.split()[0].casefold() not in _HEADING:
        yield first


def _without_initials(name: str) -> str:
    """A name without its letters behind it: "Border Commission (BC)"."""
    full, _, letters = name.removesuffix(")").rpartition(" (")
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    return full if name.endswith(")") and len(letters) > 1 and letters == initials else name


_DAY_BEHIND: Final = re.compile(r"(?:,\s+|\s+(?=\d{1,2}\W)).*\b(?:19|20)\d\d\b.*$")
_BEHIND: Final = re.compile(
    r"\s+(?:exclusive|breaking(?: news)?|special report)$|"
    r"\s*\((?:in )?english(?: (?:edition|version|service))?\)$",
    re.IGNORECASE,
)
"""What an outlet's name has behind it over a report, or in one of its languages."""


def _undecorated(line: str) -> str:
    return _DECORATION.sub("", line).strip()


def _is_told(
    text: str, blocks: Sequence[Block], place: int, name: str, headline: Block | None
) -> bool:
    """Whether form, or what stands around a line, tells that it names the outlet."""
    words = name.split()
    line = text[blocks[place].start : blocks[place].end]
    if _RELEASE.fullmatch(name):
        return False
    if (len(words) > 1 and has_press_word(name)) or _COMPOUND.search(words[-1]):
        return blocks[place].role != "headline" or headline is not None
    rest = PARTING.split(line.strip())[1:]
    others = [*blocks[:place], *blocks[place + 1 :]]
    return (
        _has_article(words)
        or (name.isupper() and _WEAK_PRESS.search(name) is not None)
        or _are_sections(rest)
        or _heads(text, blocks, place, headline)
        or is_repeated(text, others, name)
        or (place == 0 and headline is not None and _opens(text, blocks, name))
    )


def _releases(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the second line tells that the first is who gives a statement to the press."""
    return len(blocks) > 1 and _RELEASE.match(_line(text, blocks, 1)) is not None


_RELEASE: Final = re.compile(
    r"(?:(?:press|news|media) (?:release|statement|communiqué|communique|note|briefing|service)|"
    r"communiqué|statement (?:by|of|from|on)|(?:radio |tv )?transcript|for immediate release)\b"
    r"(?: (?:no\.?|number|nr\.?)? ?[\d/.-]+)?",
    re.IGNORECASE,
)
"""What stands over what is not a report, and is nobody's name."""


def _opens(text: str, blocks: Sequence[Block], name: str) -> bool:
    """Whether a page begins with a name of which it does not speak: "NORTHGATE", "El Litoral".

    Or with a body's, its letters behind it, or a line below that says that it tells the press.
    """
    line = _line(text, blocks, 0)
    if name != line and name == _without_initials(line):
        return True
    if name == line and _releases(text, blocks):
        return True
    first, *rest = PARTING.split(line)
    words = name.casefold().split()
    is_dated = words[-1].isdigit() and all(any(map(str.isdigit, one)) for one in rest)
    is_whole = _undecorated(first) == name and (is_dated or all(map(is_motto, rest)))
    has_form = len(words) == 1 or words[0] in _ARTICLES or words[-1].isdigit()
    is_name = is_whole and has_form and blocks[0].role != "byline" and name not in agency_names()
    return is_name and is_no_matter(name, text[blocks[0].end :])


def is_no_matter(name: str, text: str) -> bool:
    """Whether a name is of no section, kind of report or country, and a text has none of it."""
    words = [word for word in name.casefold().split() if word not in _SMALL | _ARTICLES]
    known = _SECTIONS | _MATTERS | NATIONS.keys()
    return bool(words) and not any(
        word in known or re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE)
        for word in words
    )


_ARTICLES: Final = frozenset(
    "the el la los las le les il lo gli der die das de het al o a os as".split()
)

_MATTERS: Final = frozenset(
    "interview profile obituary obituaries letters letter reportage feature explainer explained "
    "fact-check factcheck fact check transcript audio listen print save email photo photos image "
    "gallery loading close back next previous comments comment sponsored promoted ad ads "
    "advertisement partner facebook twitter whatsapp linkedin conflict war peace defence defense "
    "diplomacy security military migration immigration refugees climate energy trade transport "
    "aviation shipping agriculture farming labour labor strikes protests elections election vote "
    "parliament congress senate courts court law justice police disasters disaster earthquake "
    "floods accidents history religion society people family women youth media internet royals "
    "royal celebrity celebrities arts art books film music theatre food wine style fashion design "
    "property housing homes jobs careers motoring cars football cricket tennis rugby golf racing "
    "middle east west north south latin america americas asia-pacific pacific gulf balkans "
    "caribbean capital region regions foreign domestic overseas abroad global diaspora notebook "
    "column columns columnist essay blog live-blog liveblog newsletter podcast special in-depth "
    "investigation investigations depth focus spotlight dispatch developing urgent flash alert "
    "correction update updates recap summary timeline quiz poll archive contents page "
    "edition".split()
)
"""Words that stand over reports to tell of what matter or form they are."""


def _has_article(words: Sequence[str]) -> bool:
    """Whether a name is like "The Warden", and not like "The Big Read"."""
    plain = {word.casefold() for word in words}
    return words[0] in ("The", "THE") and 1 < len(words) < 4 and plain.isdisjoint(_COLUMNS)


def _heads(text: str, blocks: Sequence[Block], place: int, headline: Block | None) -> bool:
    """Whether sections stand below a line, or a motto, and below that sections or the headline."""
    if _lists_sections(text, blocks, place + 1):
        return True
    if len(blocks) <= place + 2 or not is_motto(_line(text, blocks, place + 1)):
        return False
    return headline in blocks[place + 2 : place + 4] or _lists_sections(text, blocks, place + 2)


def _line(text: str, blocks: Sequence[Block], place: int) -> str:
    return text[blocks[place].start : blocks[place].end].strip()


def is_repeated(text: str, blocks: Iterable[Block], name: str) -> bool:
    """Whether other lines have a name, the dateline, or the text as of its own outlet."""
    short = name.removeprefix("The ").removeprefix("THE ")
    base = _WEAK_PRESS.sub("", short).strip() or short
    line = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)", re.IGNORECASE)
    own = re.compile(
        rf"{TOLD}{re.escape(base)}(?!\w)|(?<!\w)the {re.escape(base.split()[-1])}['’]s own\b|"
        rf"^{re.escape(name)} is (?:a|an|the|published)\b",
        re.IGNORECASE,
    )
    for block in blocks:
        read = text[block.start : block.end]
        if block.role == "dateline":
            found = f"({name})".casefold() in read.casefold()
        elif block.role == "byline":
            found = (
                re.fullmatch(rf"(?:by )?{re.escape(name)} {STAFF}", read, re.IGNORECASE) is not None
            )
        elif block.role in ("body", "caption", "heading"):
            found = len(base) > SHORTEST and own.search(read) is not None
        elif block.role in ("headline", "date") or _TOPICS.match(read):
            found = False
        else:
            is_enough = len(short.split()) > 1 or _OF_ITSELF.match(read)
            found = bool(is_enough and line.search(read))
        if found:
            return True
    return False


STAFF: Final = (
    r"(?:staff|team|newsroom|reporters?|correspondent|(?:web|news|online|digital|foreign|business|"
    r"sports?|political|health|city) (?:desk|team)|bureau|editors?|editorial board)"
    r"(?: writers?| reporters?| report)?"
)
"""Who writes for an outlet without a name of their own."""

SHORTEST: Final = 3
"""Letters of a name beyond which the text is searched for it."""

_TOPICS: Final = re.compile(
    r"(?:tags?|topics?|related|filed under|categor\w+|keywords|read (?:more|also|next)|also read|"
    r"more on|see also|previous|next|recommended|you may)\b",
    re.IGNORECASE,
)
"""How lines begin that have the names of what a text is about."""

_OF_ITSELF: Final = re.compile(
    r"(?:©|\(c\)|copyright|all rights|more (?:of|from)|follow|subscribe|support|join|watch|get)\b",
    re.IGNORECASE,
)
"""How lines begin in which a site names itself."""


def is_motto(line: str) -> bool:
    """Whether a line is a phrase, as "Straight talk since 1911": most of its words are small."""
    if _FOUNDED.fullmatch(line):
        return True
    words = line.split()
    small = sum(word[0].islower() for word in words)
    if not FEWEST_OF_MOTTO <= len(words) <= MOST_OF_MOTTO:
        return False
    return 2 * small >= len(words) or all(word.endswith(".") for word in words)


_FOUNDED: Final = re.compile(
    r"(?:est(?:\.|ablished)?|founded|since)(?: in)? \d{4}\.?", re.IGNORECASE
)
"""How old a paper is, below its name."""

FEWEST_OF_MOTTO: Final = 3
MOST_OF_MOTTO: Final = 8
"""Words of an outlet's motto."""


def heads_sections(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the second line lists sections, or tells the way to this one."""
    return _lists_sections(text, blocks, 1)


def _lists_sections(text: str, blocks: Sequence[Block], place: int) -> bool:
    if len(blocks) <= place or blocks[place].role != "furniture":
        return False
    parts = PARTING.split(_line(text, blocks, place))
    return len(parts) > 1 and _are_sections(parts)


def _are_sections(parts: Sequence[str]) -> bool:
    """Whether some short words with a capital each are all there is, and no day among them."""
    return bool(parts) and all(
        0 < len(part.split()) <= 4 and part.strip()[0].isupper() and not re.search(r"\d", part)
        for part in parts
    )


def proper_case_words(name: str) -> str:
    """A name in capitals as a person writes it: "THE HALDUN POST" is "The Haldun Post"."""
    if not name.isupper() or len(name) <= LONGEST_INITIALS:
        return name
    return " ".join(_proper_word(word, place) for place, word in enumerate(name.split()))


def _proper_word(word: str, place: int) -> str:
    if word in _known_initials() or _NO_VOWEL.fullmatch(word):
        return word
    return word.lower() if word.lower() in _SMALL_WORDS and place else word.capitalize()


@cache
def _known_initials() -> frozenset[str]:
    """The words in capitals in the names that we know: ABC, AP, USA."""
    names = (*outlet_names().values(), *agency_names().values())
    return frozenset(word for name in names for word in name.split() if word.isupper())


_NO_VOWEL: Final = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,}")
LONGEST_INITIALS: Final = 5
_SMALL_WORDS: Final = frozenset(
    "of the and for in on de del da do di la le el y e du des der die das van".split()
)
