"""The headline of a page, and the outlet's name that stands behind it."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.ingest.mastheads import (
    has_name_form,
    has_press_word,
    heads_sections,
    is_motto,
    is_no_matter,
    is_repeated,
)
from variorum.ingest.roles import FEWEST_WORDS
from variorum.record.article import Block

_MARKUP: Final = re.compile(r"^\s*(?:#{1,6}\s+|[*_>]+\s*)|[*_]+\s*$")
_LABEL: Final = re.compile(r"^(?:title|headline)\s*:\s+", re.IGNORECASE)
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_TELLING: Final = re.compile(r"(?<=\s)(?:[^\W\d_a-z][\w'’-]{2,}|\d[\d.,]*\d|\d)")
"""Names and numbers behind the first word: a motto has none."""

_BEHIND: Final = re.compile(r"\s+(?:\||[–—-]|::|»|·|•)\s+|\s*\((?=[^()]+\)$)")
"""What parts a headline from the outlet's name, as browsers and lists of links show it."""

MUCH_ECHO: Final = 0.6
MORE_ECHO: Final = 0.4
"""The share of a line's longer words in the text from which it may be the headline, and how much
larger it is than that of what looks like one."""

SOME_ECHO: Final = 0.5
"""That share of a line that is no headline by its form, where nothing else is one."""

LEAST_ECHO: Final = 0.3
"""That share of a line below a motto that has names of the text."""

LAST_LINE: Final = 4
"""Lines at the top of a page within which name, motto, sections and headline stand."""

LONGEST_TITLE: Final = 18
"""Words of a headline, at most."""


def find_headline(text: str, blocks: Sequence[Block]) -> Block | None:
    """The headline that speaks most of the text's matter.

    The first of equals; if there is none, the last heading above the text, or else the line that
    speaks of it. A line that was taken for something else is it if only the outlet's name and motto
    stand above it.
    """
    headlines = [block for block in blocks if block.role == "headline"]
    headline = max(headlines, key=lambda block: _echo(text, block, blocks), default=None)
    if headline is None:
        above = above_body(blocks)
        headline = next((block for block in reversed(above) if block.role == "heading"), None)
    return _below_motto(text, blocks, headline) or headline or _speaking(text, blocks)


def above_body(blocks: Sequence[Block]) -> list[Block]:
    """The blocks before the first of the body."""
    first = next((place for place, block in enumerate(blocks) if block.role == "body"), len(blocks))
    return list(blocks[:first])


def title_of(text: str, headline: Block | None, outlet: str | None = None) -> str | None:
    """The words of a headline, without Markdown marks and the outlet's name behind it."""
    if headline is None:
        return None
    line = _MARKUP.sub("", text[headline.start : headline.end]).strip()
    return without_outlet(_LABEL.sub("", line), outlet) or None


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without an outlet's name at its end, and a section's before that."""
    found = _parted(title) if outlet else None
    if found is None or not outlet or _plain(found.name) != _plain(outlet):
        return title
    return found.title


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


class _Parted(NamedTuple):
    """A line with the outlet's name behind the title, in parts."""

    title: str
    name: str
    has_section: bool = False


def _parted(line: str) -> _Parted | None:
    """A title and the name behind it; a section of one or two words between them goes too."""
    parts = list(_BEHIND.finditer(line))
    if not parts or len(line[: parts[-1].start()].split()) <= FEWEST_WORDS:
        return None
    name = line[parts[-1].end() :].rstrip(")").strip()
    title = line[: parts[-1].start()].strip()
    if len(parts) > 1 and parts[-1][0].strip() == parts[-2][0].strip() == "|":
        section = line[parts[-2].end() : parts[-1].start()]
        if len(section.split()) <= LONGEST_SECTION:
            return _Parted(line[: parts[-2].start()].strip(), name, has_section=True)
    return _Parted(title, name)


LONGEST_SECTION: Final = 2


def named_behind(text: str, blocks: Sequence[Block], headline: Block) -> str | None:
    """The outlet behind the headline: "Bridge closed | The Tamsel Argus", "… (Tamsel Gazette)"."""
    found = _parted(text[headline.start : headline.end].strip())
    if found is None or not has_name_form(found.name):
        return None
    others = [block for block in blocks if block is not headline]
    is_name = has_press_word(found.name) or found.name.startswith("The ") or found.has_section
    if "|" in text[headline.start : headline.end] and " " not in found.name:
        is_name = is_name or is_no_matter(found.name, f"{found.title} {_body(text, blocks)}")
    return found.name if is_name or is_repeated(text, others, found.name) else None


def _below_motto(text: str, blocks: Sequence[Block], headline: Block | None) -> Block | None:
    """The line that is the headline in place of what looks like one at the top of a page.

    It speaks of the matter, is no sentence, and the page begins with the outlet's name.
    """
    top = list(blocks[:LAST_LINE])
    if not top or top[0].role not in ("furniture", "headline"):
        return None
    if headline is not None and headline not in top[:2]:
        return None
    is_first = headline is top[0]
    is_name = is_first and heads_sections(text, blocks)
    is_outlets = is_first and _is_outlets(text, top[0], blocks)
    known = _echo(text, headline, blocks) if headline and not is_name else 0.0
    for block in top[2:] if is_name else top[1:]:
        if not _may_be_title(text, block) or block is headline:
            continue
        echo = _echo(text, block, blocks)
        if is_name or echo >= (LEAST_ECHO if is_outlets else max(MUCH_ECHO, known + MORE_ECHO)):
            return block
        if headline and echo >= LEAST_ECHO and _tells_more(text, headline, block, blocks):
            return block
    return None


def _is_outlets(text: str, headline: Block, blocks: Sequence[Block]) -> bool:
    """Whether what looks like a headline is an outlet's name, of which the text does not speak."""
    line = text[headline.start : headline.end].strip()
    is_name = has_name_form(line) and has_press_word(line)
    return is_name and _echo(text, headline, blocks) < LEAST_ECHO


def _may_be_title(text: str, block: Block) -> bool:
    """Whether a line that was taken for something else has the form of a headline."""
    words = text[block.start : block.end].split()
    is_line = block.role in ("furniture", "caption", "heading")
    is_sentence = words[-1].endswith((".", "!", ":"))
    return is_line and FEWEST_WORDS < len(words) <= LONGEST_TITLE and not is_sentence


def _tells_more(text: str, headline: Block, block: Block, blocks: Sequence[Block]) -> bool:
    """Whether what looks like a headline is a motto, and the line below it has the text's names."""
    line = text[headline.start : headline.end]
    if not is_motto(line) or _TELLING.search(line) or headline.start > block.start:
        return False
    body = _body(text, blocks)
    return any(name in body for name in _TELLING.findall(text[block.start : block.end]))


def _speaking(text: str, blocks: Sequence[Block]) -> Block | None:
    """The line above the text that speaks of its matter, if none looks like a headline."""
    above = [block for block in above_body(blocks) if block.role in ("caption", "furniture")]
    fit = [block for block in above if _may_be_title(text, block)]
    best = max(fit, key=lambda block: _echo(text, block, blocks), default=None)
    return best if best and _echo(text, best, blocks) >= SOME_ECHO else None


def _body(text: str, blocks: Sequence[Block]) -> str:
    return " ".join(text[block.start : block.end] for block in blocks if block.role == "body")


def _echo(text: str, headline: Block, blocks: Sequence[Block]) -> float:
    """The share of a headline's longer words that the body has too.

    A page may have a second headline, of a link or in another language; the article's own
    speaks of its matter.
    """
    words = set(_LONG_WORD.findall(text[headline.start : headline.end].casefold()))
    body = _body(text, blocks).casefold()
    return round(sum(word in body for word in words) / max(len(words), 1), 1)
