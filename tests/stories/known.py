"""Tests of which some are known to fail."""

from collections.abc import Mapping
from typing import Any

import pytest


def items(named: Mapping[str, Any], known: Mapping[str, str]) -> list[Any]:
    """A test for each item; one where the program is known to err must fail till it does not."""
    return [
        pytest.param(
            item,
            id=name,
            marks=[pytest.mark.xfail(reason=known[name], strict=True)] if name in known else [],
        )
        for name, item in named.items()
    ]
