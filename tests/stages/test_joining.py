"""What is joined grows with the store, and does not depend on the way there."""

from pathlib import Path

from tests.collate.stories import DISPATCH, OTHER_DISPATCH, REWRITE
from tests.contracts.readers import RuleReader
from tests.contracts.stories import build_store
from variorum.library import open_story
from variorum.record.story import StoryGroup

TEXTS = {
    "dispatch": DISPATCH,
    "rewrite": REWRITE,
    "late": [*DISPATCH[3:6], *REWRITE[:3]],
    "shares": OTHER_DISPATCH,
    "shares-too": OTHER_DISPATCH[::-1],
}


def written(folder: Path, *names: str) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in names]
    for path in paths:
        path.write_text("\n\n".join([f"Of the {path.stem}", *TEXTS[path.stem]]), "utf-8")
    return paths


def stories(store: Path) -> list[StoryGroup]:
    with open_story(store) as story:
        return story.stories


def test_stories_that_grew_are_those_drawn_from_scratch(tmp_path: Path) -> None:
    grown, fresh = tmp_path / "grown.variorum", tmp_path / "fresh.variorum"
    build_store(grown, *written(tmp_path, "dispatch", "shares"), reader=RuleReader())
    assert stories(grown) == []
    for name in ("late", "shares-too", "rewrite"):
        build_store(grown, *written(tmp_path, name), reader=RuleReader())
    build_store(fresh, *written(tmp_path, *TEXTS), reader=RuleReader())
    assert sorted(len(one.articles) for one in stories(fresh)) == [2, 3]
    assert stories(grown) == stories(fresh)


def test_articles_that_were_not_read_are_grouped_by_their_words(tmp_path: Path) -> None:
    store = tmp_path / "s.variorum"
    build_store(store, *written(tmp_path, *TEXTS))
    assert sorted(len(one.articles) for one in stories(store)) == [2, 3]
