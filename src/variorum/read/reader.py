"""The reader of a store: articles go in one by one, windows that were read before do not."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from variorum.read.encoder.encoder import Encoder
from variorum.read.encoder.remembering import RememberingEncoder, WordCount
from variorum.read.protocol import WindowEncoder, WindowMemory
from variorum.read.reading import maker, read
from variorum.record.article import Article
from variorum.record.errors import StoreError
from variorum.record.failure import Failure
from variorum.record.reading import Reading

ReadArticle: TypeAlias = Callable[[Article, WindowEncoder], Reading]


class ArticleReader:
    """A `Reader`: `read_article`, with an encoder that remembers."""

    def __init__(
        self, read_article: ReadArticle, maker: str, encoder: WindowEncoder, memory: WindowMemory
    ) -> None:
        """`maker`: what readings name as theirs, the encoder's weights included."""
        memory.drop_windows(but_of=str(encoder.maker))
        self._read_article = read_article
        self._maker = maker
        self._encoder = RememberingEncoder(encoder, memory)

    @property
    def maker(self) -> str:
        """See `Reader.maker`."""
        return self._maker

    @property
    def words(self) -> WordCount:
        """Words read so far, and how many of them went through the network."""
        return self._encoder.words

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Failure]:
        """See `Reader.read`."""
        return map(self._read, articles)

    def _read(self, article: Article) -> Reading | Failure:
        try:
            return self._read_article(article, self._encoder)
        except StoreError:
            raise  # No fault of the article's.
        except Exception as error:
            reason = f"{type(error).__name__}: {error}".rstrip(".")
            message = f"The article is kept, but could not be read for quotations: {reason}"
            next_step = "Report this with the article"
            return Failure(article.source, "read", "internal", message, next_step)


def shipped_reader(memory: WindowMemory, threads: int = 0) -> ArticleReader | None:
    """The reader that comes with the package; None if its weights are not there.

    0 threads: one a processor.
    """
    try:
        encoder = Encoder.shipped(threads=threads)
    except FileNotFoundError:
        return None
    made_by = str(maker(encoder.maker))
    return ArticleReader(partial(read, made_by=made_by), made_by, encoder, memory)
