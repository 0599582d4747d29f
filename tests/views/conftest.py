"""The sample story laid out for views."""

from collections.abc import Iterator

import pytest

from tests.contracts.stories import SAMPLE, build_read_store
from variorum.library import open_story
from variorum.views.desk import Desk


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """All of the sample story."""
    store = tmp_path_factory.mktemp("views") / "sample.variorum"
    build_read_store(store, SAMPLE)
    with open_story(store) as story:
        yield Desk(story)
