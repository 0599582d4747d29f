"""What holds for all tests, and what is made once for all of them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.contracts.postgres_server import POSTGRES, PostgresServer
from tests.contracts.stories import SAMPLE, build_read_store

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

settings.register_profile("same_every_run", derandomize=True)
settings.register_profile("searching", max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same_every_run"))
"""By default a run draws the same examples as the last one, so that a change is judged by what
it changed. HYPOTHESIS_PROFILE=searching draws others, and more."""


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample story. Whoever writes to it makes a copy first."""
    store = tmp_path_factory.mktemp("sample") / "sample.variorum"
    build_read_store(store, SAMPLE)
    return store


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server for all tests; each takes a store of its own in it."""
    if not POSTGRES.exists():
        pytest.skip("no PostgreSQL: scripts/install-postgresql fetches it")
    server = PostgresServer()
    yield server
    server.remove()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; one for all tests, since two at a time are refused."""
    if CHROMIUM is None:
        pytest.skip("no Chromium: scripts/install-chromium fetches it")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"] if is_root else []
        )
        yield browser
        browser.close()
