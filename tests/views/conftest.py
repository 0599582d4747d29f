"""The sample story, and a small heap, laid out for views."""

from collections.abc import Iterator

import pytest

from tests.contracts.stories import SAMPLE, build_read_store
from tests.views.heap import opened_heap
from variorum.library import open_story
from variorum.views.desk import Desk


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """All of the sample story."""
    store = tmp_path_factory.mktemp("views") / "sample.variorum"
    build_read_store(store, SAMPLE)
    with open_story(store) as story:
        yield Desk(story)


@pytest.fixture(scope="session")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with opened_heap(tmp_path_factory.mktemp("heap")) as story:
        yield Desk(story)
