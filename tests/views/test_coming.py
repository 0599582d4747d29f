"""What a page says while the reports are still held against one another, and when they are."""

from typing import Any

import pytest

from tests.views.test_story import RECORD
from variorum.views.desk import Desk
from variorum.views.links import Nowhere
from variorum.views.page import Page, View
from variorum.views.pages import PAGES
from variorum.views.rendering import render

STILL = "is still being worked out. Reload this page in a minute."
COMPARING = {
    "story": "Where reports differ",
    "conflicts": "Where the reports contradict each other",
    "outlets": "Which words recur in retellings",
}


class Unasked(Desk):
    """A desk on which nobody may wait for what is still being worked out."""

    @property
    def conflicts(self) -> list[Any]:  # type: ignore[override]
        raise AssertionError("the page waited for conflicts")

    @property
    def wordings(self) -> list[Any]:  # type: ignore[override]
        raise AssertionError("the page waited for wordings")


def shown(page: Page, desk: Desk) -> tuple[View, str]:
    query = page.query()
    view = page.draw(desk, query)
    fragment = render(page.template, view=view, query=query, links=Nowhere(), depth=2)
    return view, " ".join(fragment.split())


@pytest.mark.parametrize("page", [one for one in PAGES if one.name in COMPARING],
                         ids=lambda one: one.name)  # fmt: skip
def test_a_page_says_what_is_still_to_come_and_does_not_wait(page: Page) -> None:
    _, text = shown(page, Unasked(RECORD, None, lambda: True))
    assert f'role="status">{COMPARING[page.name]} {STILL}' in text


@pytest.mark.parametrize("page", [one for one in PAGES if one.name in COMPARING],
                         ids=lambda one: one.name)  # fmt: skip
def test_a_page_says_nothing_of_the_kind_when_all_is_there(page: Page) -> None:
    _, text = shown(page, Desk(RECORD, None, lambda: False))
    assert STILL not in text


def test_no_page_says_that_there_is_no_conflict_before_that_is_known() -> None:
    page = next(one for one in PAGES if one.name == "conflicts")
    said = "nowhere that Variorum can tell"
    assert said not in shown(page, Unasked(RECORD, None, lambda: True))[1]
    assert said in shown(page, Desk(RECORD, None, lambda: False))[1]
