"""What every assertion leads to: words of an article, with what stands around them."""

from typing import Final

import msgspec

from variorum.compare.words import flat, sentence_at
from variorum.record.article import Article
from variorum.record.span import Span
from variorum.record.when import When

AROUND: Final = 160
"""Characters of a sentence that are shown before and behind words in it, at most."""

LONGEST_WORDS: Final = 2_000
"""Characters of words that are shown with their sentence, at most."""

LONGEST_TITLE: Final = 300
"""Characters of a headline or name that are shown; articles may have them of any length."""


OPENING: Final = 80
"""Characters of an article's first words that stand for its headline."""


class ArticleLine(msgspec.Struct, frozen=True):
    """An article in one line.

    `outlet` is the file's name where the page names none; `title`: the first words of the text
    where it has no headline.
    """

    id: str
    outlet: str
    title: str
    published: When | None


class Words(msgspec.Struct, frozen=True):
    """Words of an article: where they stand, as printed, and the sentence around them.

    `start`, `end`: code points of the article's text; `before` and `after` are on one line.
    """

    article: ArticleLine
    start: int
    end: int
    before: str
    words: str
    after: str


def article_line(article: Article) -> ArticleLine:
    """An article in one line."""
    file = article.source.rpartition("/")[2]
    return ArticleLine(
        article.id,
        clipped(article.outlet or file, 80),
        clipped(article.title or "", LONGEST_TITLE) or _opening(article) or file,
        article.published,
    )


def _opening(article: Article) -> str:
    """The first words of an article, between marks: no headline of its own."""
    body = article.blocks_of("body")
    words = clipped(article.text[body[0].start : body[0].end], OPENING) if body else ""
    return f"“{words}”" if words else ""


def words_at(article: Article, start: int, end: int) -> Words:
    """The words at a place of an article, with their sentence; what is very long is clipped."""
    text = article.text
    sentence = sentence_at(text, Span(start, end))
    return Words(
        article_line(article),
        start,
        end,
        _tail(text[sentence.start : start]),
        clipped(text[start:end], LONGEST_WORDS),
        _head(text[end : sentence.end]),
    )


def clipped(text: str, length: int) -> str:
    """A text on one line, cut between words with an ellipsis if it is longer than `length`."""
    line = flat(text[: 4 * length])
    if len(line) <= length and len(text) <= 4 * length:
        return line
    return (line[:length].rpartition(" ")[0] or line[: length - 1]) + "…"


def _head(text: str) -> str:
    line = flat(f"|{text}|")[1:-1]
    return line if len(line) <= AROUND else line[:AROUND].rpartition(" ")[0] + " …"


def _tail(text: str) -> str:
    line = flat(f"|{text}|")[1:-1]
    return line if len(line) <= AROUND else "… " + line[-AROUND:].partition(" ")[2]
