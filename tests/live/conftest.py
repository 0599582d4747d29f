"""A hostile server for a test."""

from collections.abc import Iterator

import pytest

from tests.live.hostile import PatientClock, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def clock() -> PatientClock:
    return PatientClock()
