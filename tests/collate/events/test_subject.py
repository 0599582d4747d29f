"""The words by which an article's subject is known."""

import zlib

from variorum.collate.events.subject import WORDS, subject_of
from variorum.record.article import Article, Block


def _article(text: str, title: str | None = None) -> Article:
    block = Block(0, len(text), "body")
    return Article("a", "a", "", text, title, None, (), (), None, "en", (block,))


def _word(word: str) -> int:
    return zlib.crc32(word.encode())


def test_rare_words_that_are_used_most_come_first() -> None:
    subject = subject_of(_article("The Orlesk tunnel was shut. Orlesk has one tunnel and 400 men."))
    assert subject[0] == _word("orlesk")
    assert _word("tunnel") in subject
    assert not {_word("the"), _word("has"), _word("400")} & set(subject)


def test_the_title_counts() -> None:
    text = "Miners marched to Orlesk past the quarry."
    assert _word("tannery") in subject_of(_article(text, "Tannery shuts"))


def test_a_long_text_has_no_more_of_them() -> None:
    assert len(subject_of(_article(" ".join(f"word{chr(97 + n)}x" for n in range(26))))) == WORDS
