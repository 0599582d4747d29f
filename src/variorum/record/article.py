"""An article: one published text by one outlet, its blocks and what the page says of it."""

from typing import Final, Literal, get_args

import msgspec

from variorum.record.errors import SpanError
from variorum.record.span import Span
from variorum.record.when import When

Role = Literal[
    "headline",
    "byline",
    "date",
    "dateline",
    "caption",
    "credit",
    "heading",
    "body",
    "promo",
    "furniture",
]
ROLES: Final[tuple[Role, ...]] = get_args(Role)


class Block(msgspec.Struct, frozen=True, gc=False):
    """A run of an article's text with one role. `start` and `end` as in `Span`."""

    start: int
    end: int
    role: Role

    @property
    def span(self) -> Span:
        """The characters of the block."""
        return Span(self.start, self.end)


class Agency(msgspec.Struct, frozen=True, gc=False, order=True):
    """A wire service (or outlet whose text is syndicated) that an article credits.

    `origin`: the text, or most of it, is the agency's. `contributor`: it lent
    material to a text of the outlet's own. A photo credit is neither.
    """

    name: str
    role: Literal["origin", "contributor"]


class Article(msgspec.Struct, frozen=True, gc=False):
    """One published text, with the bytes it came from.

    - `id`: hash of the content (`sha256` of the bytes; for JSON Lines, of the line).
    - `source`: the path or URL as given, the first in order; `sources`: all of them.
    - `text`: for plain text the decoded file, character for character; for HTML the
      extracted text.
    - `title`, `outlet`, `authors`, `agencies`, `published`, `language` (ISO 639-1): null
      or empty where the page does not tell.
    - `updated`: when the page says that it was last changed, if that is later than `published`.
    - `retrieved`: when the page was fetched, if told: publication cannot be later.
    - `url`, `domain`: the page's address and host, if told by data or page.
    - `given_id`: the `id` that a row of the input gave, so that results can be joined to it.
    - `blocks`: in order, disjoint; white space between lines belongs to none.
    - `corrections`: by their ids those of a person, if `published` is as one of them has it.
    - `maker`: what marked the blocks and read the metadata.
    """

    id: str
    source: str
    sha256: str
    text: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    agencies: tuple[Agency, ...]
    published: When | None
    language: str | None
    blocks: tuple[Block, ...]
    sources: tuple[str, ...] = ()
    updated: When | None = None
    retrieved: When | None = None
    url: str | None = None
    domain: str | None = None
    given_id: str | None = None
    maker: str = ""
    corrections: tuple[str, ...] = ()

    def hours_apart(self, other: "Article") -> float:
        """Hours between the two publications; none if one of them is not known."""
        if self.published is None or other.published is None:
            return 0.0
        return abs(self.published.hours_until(other.published))

    def __post_init__(self) -> None:
        reached = 0
        for block in self.blocks:
            if not reached <= block.start < block.end <= len(self.text):
                raise SpanError(
                    f"Block {block.start}-{block.end} of {self.source} is empty, "
                    "overlaps another or leaves the text",
                    "Report this with the article: a component made a wrong offset",
                )
            reached = block.end

    def blocks_of(self, *roles: Role) -> list[Block]:
        """The blocks with one of these roles, in order."""
        return [block for block in self.blocks if block.role in roles]
