"""What one page said at several times: versions, in order, and one source."""

from collections.abc import Sequence

import msgspec
import pytest

from tests.collate.stories import (
    DAY,
    DISPATCH,
    EDITED,
    INDEPENDENT,
    NEW_LEAD,
    REWRITE,
    UPDATE,
    Line,
    article,
    collate,
)
from variorum.compare.independence import find_roots, independent_sources
from variorum.record.article import Article
from variorum.record.watched import version_of, version_source

PAGE = "https://courier.example/strike"
MERIDIAN = {"origin": "Meridian Press"}


def version(number: int, lines: Sequence[Line], page: str = PAGE, **fields: object) -> Article:
    """What a page said as its version of a number; the same outlet and date of publication."""
    told = {"outlet": "The Courier", "published": DAY + "09:00"} | fields
    made = article(f"v{number}", lines, **told)  # type: ignore[arg-type]
    source = version_source(page, number)
    return msgspec.structs.replace(made, source=source, sources=(source,))


def sources_of(*articles: Article) -> int:
    record = collate(*articles).record
    roots = find_roots(record.edges, record.dispatches)
    return len(independent_sources((one.id for one in articles), roots))


@pytest.mark.parametrize("number", [1, 2, 3, 11])
def test_a_name_tells_page_and_number(number):
    assert version_of(version_source(PAGE, number)) == (PAGE, number)


@pytest.mark.parametrize("source", ["a.txt", f"{PAGE}#version-", f"{PAGE}#version-x", "#version-٣"])
def test_other_names_are_first_versions(source):
    assert version_of(source) == (source, 1)


def test_each_version_was_made_from_the_one_before():
    found = collate(version(1, DISPATCH), version(2, DISPATCH[:8]), version(3, EDITED))
    assert (found.parents("v2"), found.parents("v3")) == (["v1"], ["v2"])
    assert found.parents("v1") == []
    assert found.direction("v1", "v3") == "->"
    assert "same page" in found.edge("v2").reasons[0]


def test_versions_count_in_numbers_not_in_letters():
    found = collate(*(version(number, DISPATCH[: 10 - number % 3]) for number in (1, 2, 9, 10, 11)))
    assert [found.parents(f"v{n}") for n in (2, 9, 10, 11)] == [["v1"], ["v2"], ["v9"], ["v10"]]


def test_a_page_that_says_again_what_it_said_is_the_version_that_said_it_first():
    again = tuple(version_source(PAGE, number) for number in (10, 2))
    second = msgspec.structs.replace(version(2, EDITED), source=min(again), sources=again)
    found = collate(version(1, DISPATCH), second, version(3, DISPATCH[:8]))
    assert (found.parents("v2"), found.parents("v3")) == (["v1"], ["v2"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DISPATCH, EDITED),
        (DISPATCH, REWRITE),
        (DISPATCH[:3], [*NEW_LEAD, *INDEPENDENT, DISPATCH[2]]),
        (DISPATCH, UPDATE),
        (UPDATE, DISPATCH),
    ],
    ids=["edited", "rewritten", "next to all new", "with a new lead", "cut"],
)
@pytest.mark.parametrize(
    "credit", [{}, MERIDIAN, {"origin": "The Courier"}, {"authors": ["I. Holm"]}]
)
def test_versions_are_one_source(first, second, credit):
    assert sources_of(version(1, first, **credit), version(2, second, **credit)) == 1


def test_the_same_of_two_outlets_is_two():
    """Only what one page said is taken together whatever it said."""
    other = version(2, [*NEW_LEAD, *INDEPENDENT, DISPATCH[2]], "https://gazette.example/strike")
    assert sources_of(version(1, DISPATCH[:3]), other) == 2


def test_files_are_no_versions():
    one, other = version(1, DISPATCH[:3], "strike.txt"), version(2, INDEPENDENT, "strike.txt")
    assert sources_of(one, other) == 2


def test_versions_of_an_agencys_text_are_its_text():
    articles = (
        version(1, DISPATCH, **MERIDIAN),
        version(2, UPDATE, **MERIDIAN),
        article("gazette", DISPATCH, **MERIDIAN, published=DAY + "10:00"),
        article("observer", UPDATE, **MERIDIAN, published=DAY + "12:00"),
    )
    assert collate(*articles).parents("v2") == ["v1"]
    assert sources_of(*articles) == 1


def test_the_first_version_of_an_agencys_own_page_is_its_source():
    own = {"outlet": "Meridian Press", **MERIDIAN}
    articles = (
        version(1, DISPATCH, **own),
        version(2, EDITED, **own),
        article("gazette", EDITED, **MERIDIAN, published=DAY + "10:00"),
    )
    found = collate(*articles)
    assert found.parents("v2") == ["v1"]
    assert sources_of(*articles) == 1


def test_who_reprints_a_version_is_no_source_of_its_own():
    articles = (
        version(1, DISPATCH, authors=["Ida Holm"]),
        version(2, EDITED, authors=["Ida Holm"]),
        article("gazette", EDITED, origin="The Courier", published=DAY + "20:00"),
    )
    assert sources_of(*articles) == 1
