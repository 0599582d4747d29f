"""What an article is about, in a few words: by it two are known to be on one story."""

import math
import zlib
from collections import Counter
from typing import Final

from variorum.collate.stories.words import common_words, terms_in
from variorum.record.article import Article

WORDS: Final = 20
"""Words by which an article's subject is known, at most."""

KNOWN: Final = 0.05
"""The share of news articles that have such a word, at most."""

UNLISTED: Final = 0.004
"""The share of news articles taken to have a word that is not among the common ones."""

OFTEN: Final = 4
"""Times from which a word says no more of the subject by standing there once more."""


def subject_of(article: Article) -> tuple[int, ...]:
    """Hashes of the rare words that an article uses most, the most telling first.

    The title counts as much as one place in the body. Numbers and very short words tell nothing.
    """
    shares = common_words()
    texts = [block.span.of(article.text) for block in article.blocks_of("heading", "body")]
    counts = Counter(term for text in (article.title or "", *texts) for term in terms_in(text))
    weights = {
        term: min(count, OFTEN) * -math.log(shares.get(term, UNLISTED))
        for term, count in counts.items()
        if len(term) > 2 and not term[0].isdigit() and shares.get(term, 0.0) <= KNOWN
    }
    ranked = sorted(weights, key=lambda term: (-weights[term], term))
    return tuple(zlib.crc32(term.encode()) for term in ranked[:WORDS])
