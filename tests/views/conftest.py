"""A small heap laid out for views."""

from collections.abc import Iterator

import pytest

from tests.views.heap import opened_heap
from variorum.views.desk import Desk


@pytest.fixture(scope="session")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with opened_heap(tmp_path_factory.mktemp("heap")) as story:
        yield Desk(story)
