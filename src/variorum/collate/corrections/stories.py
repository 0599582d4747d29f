"""Stories as people joined and split them."""

from collections.abc import Sequence

from variorum.collate.stories.days import whole_of
from variorum.record.article import Article
from variorum.record.identity import identify
from variorum.record.story import StoryGroup


def draw_story(articles: Sequence[Article], parts: Sequence[StoryGroup]) -> StoryGroup | None:
    """The story of some articles, in order of their ids; one alone is none.

    `parts`: the machine's stories that have any of them. The label is that of the largest part
    that has it still: it is a headline, and its article may have gone. Else it is the headline of
    the article published first.
    """
    if len(articles) < 2:
        return None
    ids = [one.id for one in articles]
    titles = [" ".join(one.title.split()) for one in articles if one.title]
    ranked = sorted(parts, key=lambda one: (-len({*ids}.intersection(one.articles)), one.id))
    labels = [one.label for one in ranked if one.label in titles]
    first = min(articles, key=_first_printed)
    return StoryGroup(
        id=identify("story", ids),
        label=labels[0] if labels else " ".join((first.title or "Untitled").split()),
        articles=tuple(ids),
        when=whole_of([one.published for one in articles if one.published]),
        maker=ranked[0].maker if ranked else "",
    )


def _first_printed(one: Article) -> tuple[str, str]:
    return one.published.written_end.isoformat() if one.published else "9999", one.id
