import hashlib
from collections.abc import Iterator

import pytest

from variorum.engine.duckdb import DuckdbEngine
from variorum.ingest.features import PageRepeats
from variorum.ingest.lines import plain_form
from variorum.ingest.page import Page
from variorum.ingest.recurrence import (
    COMMON_LINE,
    ENOUGH,
    Recurrence,
    find_recurrence,
    hash_of_form,
    lines_of,
)

from .pages import page_of, running

POST, HERALD, GAZETTE = "alderpost.example", "haldunherald.example", "brookgazette.example"


@pytest.fixture(scope="module")
def engine() -> Iterator[DuckdbEngine]:
    with DuckdbEngine(processes=1) as engine:
        yield engine


def page(host: str, *lines: str, name: str = "") -> Page:
    return page_of("\n".join(lines), name or f"{host} {lines[0]}", host=host)


def recurrence(engine: DuckdbEngine, *pages: Page) -> Recurrence:
    return find_recurrence(engine, map(lines_of, pages))


def repeats(found: Recurrence, of: Page, line: str) -> PageRepeats | None:
    return found.repeats.get(of.id, {}).get(hash_of_form(plain_form(line)))


def test_a_line_on_many_different_pages_of_one_outlet_recurs(engine: DuckdbEngine) -> None:
    pages = [page(POST, f"Talks on the {s}", running(s), "Share this") for s in ("dock", "toll")]
    other = page(HERALD, "Rain on Monday", running("rain"))
    found = recurrence(engine, *pages, other)
    assert repeats(found, pages[0], "Share this") == PageRepeats(outlet=1, elsewhere=0)
    assert repeats(found, pages[0], "Talks on the dock") is None
    assert repeats(found, pages[0], running("dock")) is None
    assert other.id not in found.repeats


def test_a_text_printed_twice_by_one_outlet_does_not_make_its_lines_recur(
    engine: DuckdbEngine,
) -> None:
    text = [running("dock"), running("toll"), "A short line of the text"]
    once = page(POST, "Talks resume", *text)
    twice = page(POST, "UPDATE: Talks resume", *text, running("rain"))
    found = recurrence(engine, once, twice)
    assert found.repeats == {}
    assert found.texts[once.id] == found.texts[twice.id]


def test_furniture_recurs_beside_a_text_printed_twice(engine: DuckdbEngine) -> None:
    once = page(POST, running("dock"), "Share this", name="once")
    twice = page(POST, running("dock"), "Share this", name="twice")
    other = page(POST, running("rain"), "Share this")
    found = recurrence(engine, once, twice, other)
    assert repeats(found, once, "Share this") == PageRepeats(outlet=1)
    assert repeats(found, once, running("dock")) is None


def test_short_reports_that_end_alike_are_two_texts(engine: DuckdbEngine) -> None:
    notes = [running("copyright"), running("terms")]
    dock = page(POST, running("dock"), running("quay"), *notes)
    toll = page(POST, running("toll"), running("road"), *notes)
    found = recurrence(engine, dock, toll)
    assert found.texts == {}
    assert repeats(found, dock, running("terms")) == PageRepeats(outlet=1)


def test_a_line_of_other_outlets_counts_elsewhere(engine: DuckdbEngine) -> None:
    pages = [
        page(host, running(subject), "Leave a Reply", "41 Comments")
        for host, subject in ((POST, "dock"), (HERALD, "toll"), (GAZETTE, "rain"))
    ]
    found = recurrence(engine, *pages)
    assert repeats(found, pages[0], "Leave a Reply") == PageRepeats(outlet=0, elsewhere=2)
    assert repeats(found, pages[1], "7 Comments") == PageRepeats(outlet=0, elsewhere=2)


def test_running_text_that_others_print_is_shared_and_not_furniture(engine: DuckdbEngine) -> None:
    pages = [
        page(host, running("wire"), *(running(f"{subject} {n}") for n in ("one", "two", "three")))
        for host, subject in ((POST, "dock"), (HERALD, "toll"), (GAZETTE, "rain"))
    ]
    found = recurrence(engine, *pages)
    assert found.texts == {}
    assert all(repeats(found, p, running("wire")) == PageRepeats(0, 0) for p in pages)


def test_a_line_twice_on_one_page_does_not_recur(engine: DuckdbEngine) -> None:
    assert recurrence(engine, page(POST, "Share", running("dock"), "Share")).repeats == {}


def test_counts_are_cut_off_so_that_a_further_page_changes_nothing(engine: DuckdbEngine) -> None:
    pages = [page(POST, running(f"matter {chr(97 + n)}"), "Share this") for n in range(ENOUGH + 3)]
    few = recurrence(engine, *pages[:-1])
    many = recurrence(engine, *pages)
    assert repeats(few, pages[0], "Share this") == PageRepeats(outlet=ENOUGH)
    assert few.repeats[pages[0].id] == many.repeats[pages[0].id]


def test_a_running_line_on_very_many_pages_does_not_make_them_one_text(
    engine: DuckdbEngine,
) -> None:
    notice = running("notice")
    letters = "abcdefghijklmnop"
    pages = [
        page(POST, f"Page {letters[n // 16]}{letters[n % 16]}", notice)
        for n in range(COMMON_LINE + 1)
    ]
    found = recurrence(engine, *pages)
    assert found.texts == {}
    assert repeats(found, pages[0], notice) == PageRepeats(outlet=ENOUGH)


def test_the_order_of_the_pages_does_not_matter(engine: DuckdbEngine) -> None:
    pages = [
        page(POST, running("dock"), "Share this", name="a"),
        page(POST, running("dock"), "Share this", name="b"),
        page(POST, running("toll"), "Share this"),
        page(HERALD, running("rain"), "Share this"),
        page(HERALD, running("rain"), "Share this", name="c"),
    ]
    assert recurrence(engine, *pages) == recurrence(engine, *pages[::-1])


def test_pages_without_lines_and_no_pages_at_all_recur_nowhere(engine: DuckdbEngine) -> None:
    assert recurrence(engine) == Recurrence({}, {})
    assert recurrence(engine, page(POST, "\u200b"), page(POST, "")) == Recurrence({}, {})


def test_the_lines_of_a_page_are_its_forms_and_whether_they_run() -> None:
    lines = lines_of(page("AlderPost.example", "Talks resume", running("dock"), "talks  RESUME"))
    forms = lines.hashes().tolist()
    assert lines.outlet == POST
    assert forms[0] == forms[2] != forms[1]
    assert list(lines.running) == [0, 1, 0]


def test_an_outlet_is_known_by_name_if_no_host_is_told() -> None:
    assert lines_of(page_of("Talks", outlet="The Alder Post")).outlet == "the alder post"


def test_the_hash_of_a_line_is_the_same_on_every_machine() -> None:
    digest = hashlib.sha256("straße 0".encode()).digest()
    assert hash_of_form("straße 0") == int.from_bytes(digest[:8], "big")
