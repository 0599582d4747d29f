"""The engine of all heaps is closed after them."""

from collections.abc import Iterator

import pytest

from .heaps import engine


@pytest.fixture(scope="package", autouse=True)
def _close_engine() -> Iterator[None]:
    yield
    engine().close()
    engine.cache_clear()
