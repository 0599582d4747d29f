"""What every engine and every store must do, and the stories that tests read."""

import pytest

pytest.register_assert_rewrite(
    "tests.contracts.engine_contract",
    "tests.contracts.readers",
    "tests.contracts.search_contract",
    "tests.contracts.store_contract",
    "tests.contracts.stories",
)
