"""What tests of reading share."""

import pytest

from variorum.read.encoder.encoder import Encoder


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The shipped encoder, on one thread."""
    try:
        return Encoder.shipped(threads=1)
    except FileNotFoundError:
        pytest.skip("The encoder's weights are not there")
