"""Stories: groups of articles about one development."""

import msgspec

from variorum.record.when import When


class StoryGroup(msgspec.Struct, frozen=True, gc=False):
    """Articles about the same development, which the record calls a story.

    `label`: the headline of the article that stands nearest to all of them; `when`: from the
    first to the last publication; `reasons`: what holds them together; `corrections`: by
    their ids those of a person that made it what it is.
    """

    id: str
    label: str
    articles: tuple[str, ...]
    when: When | None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    maker: str = ""
    corrections: tuple[str, ...] = ()
