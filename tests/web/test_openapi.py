"""The JSON twins do what the OpenAPI document says, whatever they are asked (Schemathesis)."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.web.crawling import find_addresses, twin
from variorum.views.page import Page
from variorum.views.pages import PAGES
from variorum.web.application import application

HEADERS = {"Host": "127.0.0.1"}


@pytest.fixture(scope="module")
def served(sample_store: Path) -> Starlette:
    return application(sample_store)


@pytest.fixture(scope="module")
def described(served: Starlette) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi("/openapi.json", served, headers=HEADERS)


@pytest.fixture(scope="module")
def addresses(client: TestClient) -> Mapping[str, str]:
    return find_addresses(client)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE],
                         ids=["as described", "otherwise"])  # fmt: skip
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_twins_keep_to_their_description(
    described: schemathesis.BaseSchema, page: Page, mode: GenerationMode
) -> None:
    operation = described[f"{page.path}.json"]["GET"]

    @settings(max_examples=12, deadline=None, derandomize=True, database=None,
              phases=[Phase.explicit, Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def asks(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=HEADERS)

    asks()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_twin_shows_is_what_is_described(
    described: schemathesis.BaseSchema,
    client: TestClient,
    addresses: Mapping[str, str],
    page: Page,
) -> None:
    if page.name not in addresses:
        pytest.skip("nothing leads to it in the sample story")
    answer = client.get(twin(addresses[page.name]))
    assert answer.status_code == 200
    described[f"{page.path}.json"]["GET"].validate_response(answer)
