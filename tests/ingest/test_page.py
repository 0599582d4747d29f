import msgspec
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.page import Declared, Page, Tag

from .pages import STORY, page_of, steady


def test_a_page_declares_nothing_that_it_is_not_given() -> None:
    empty = Declared()
    values = {getattr(empty, name) for name in Declared.__struct_fields__}
    assert values == {None, ()}


@steady
@given(st.text(), st.text(), st.integers(0, 9))
def test_a_page_survives_the_way_between_processes(text: str, title: str, start: int) -> None:
    page = msgspec.structs.replace(page_of(text, title=title), tags=(Tag(start, start + 1, "p"),))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(page), type=Page) == page


def test_two_pages_with_other_bytes_have_other_ids() -> None:
    assert page_of(STORY).id != page_of(STORY + " ").id
