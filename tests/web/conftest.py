"""The application over the sample story, read by a test client or by Debian's Chromium."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from variorum.web.application import application


@pytest.fixture(scope="session")
def client(sample_store: Path) -> TestClient:
    return TestClient(application(sample_store), base_url="http://127.0.0.1")


class Served:
    """An application that listens on a free port of this machine."""

    def __init__(self, store: Path) -> None:
        config = uvicorn.Config(application(store), port=0, log_level="warning")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@pytest.fixture(scope="session")
def address(sample_store: Path) -> Iterator[str]:
    """Where the application over the sample story listens."""
    with Served(sample_store) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A browser page that says nothing on the console and asks for nothing but the application."""
    page = browser.new_page(base_url=address, viewport={"width": 1400, "height": 900})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    yield page
    page.close()
    assert said == []
    assert [one for one in asked if not one.startswith(address)] == []
