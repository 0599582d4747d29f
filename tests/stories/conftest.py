"""The sample story, built once for all tests that hold it against its golden folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import variorum
from tests.contracts.stories import SAMPLE, build_read_store
from variorum.record.article import Article


@pytest.fixture(scope="package")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[variorum.Story]:
    """The record that the program draws of the sample story."""
    store = tmp_path_factory.mktemp("sample") / "story.variorum"
    build_read_store(store, SAMPLE)
    with variorum.open(store) as opened:
        yield opened


@pytest.fixture(scope="package")
def articles(story: variorum.Story) -> dict[str, Article]:
    """The articles by the names of their files."""
    return {Path(one.source).name: one for one in story.articles}


@pytest.fixture(scope="package")
def texts(articles: dict[str, Article]) -> dict[str, str]:
    """The articles' texts by the names of their files."""
    return {file: article.text for file, article in articles.items()}
