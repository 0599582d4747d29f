"""The sample story, and a small heap, laid out for views."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.views.heap import opened_heap
from variorum.library import open_story
from variorum.views.desk import Desk


@pytest.fixture(scope="session")
def sample_desk(sample_store: Path) -> Iterator[Desk]:
    """All of the sample story."""
    with open_story(sample_store) as story:
        yield Desk(story)


@pytest.fixture(scope="session")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with opened_heap(tmp_path_factory.mktemp("heap")) as story:
        yield Desk(story)
