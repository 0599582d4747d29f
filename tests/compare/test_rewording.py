"""A wording held against the fullest one, in texts written for these tests."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.rewording import Piece, pieces_against
from variorum.record.reading import Quotation, QuotationMode
from variorum.record.span import Span

FULLEST = "The harbour will stay open all winter, and nobody will have to pay twice for a berth."


def test_the_same_words_are_one_piece() -> None:
    text = (
        "“The harbour will stay open all winter, and nobody will have to pay twice for a berth,” "
    )
    assert _pieces(text + "she said.", FULLEST[:-1]) == [(FULLEST[:-1], "same")]


def test_words_that_are_dropped_are_shown_where_they_were() -> None:
    fullest = "The harbour will stay open all winter, and nobody will have to pay twice."
    text = "“The harbour will stay open, and nobody will have to pay twice,” she said."
    words = "The harbour will stay open, and nobody will have to pay twice"
    assert _pieces(text, words, fullest) == [
        ("The harbour will stay open, ", "same"),
        ("all winter", "dropped"),
        (" and nobody will have to pay twice", "same"),
    ]  # fmt: skip


def test_other_words_between_marks_are_added() -> None:
    words = "The harbour will stay shut all winter, and nobody will have to pay twice for a berth."
    assert _pieces(f"“{words}” she said.", words) == [
        ("The harbour will stay ", "same"),
        ("open", "dropped"),
        (" ", "same"),
        ("shut", "added"),
        (" all winter, and nobody will have to pay twice for a berth.", "same"),
    ]


def test_what_stands_outside_the_marks_is_the_reporters() -> None:
    text = 'She said that the harbour would "stay open all winter" for fishermen.'
    pieces = _pieces(
        text, 'that the harbour would "stay open all winter" for fishermen', mode="mixed"
    )
    assert ("stay open all winter", "same") in [(words.strip('" '), mark) for words, mark in pieces]
    assert [words for words, mark in pieces if mark == "own"] == ["that", "would", "for fishermen"]
    assert not [words for words, mark in pieces if mark == "added"]


def test_many_words_are_told_to_be_left_out() -> None:
    pieces = _pieces("“The harbour will stay open,” she said.", "The harbour will stay open")
    assert pieces[0] == ("The harbour will stay open ", "same")
    assert pieces[1][1] == "left out"
    assert pieces[1][0].startswith("all winter")


def test_what_the_article_has_elsewhere_is_not_dropped() -> None:
    text = "“The harbour will stay open,” she said. Nobody would “pay twice for a berth”."
    one = _quotation(text, "The harbour will stay open", "direct")
    other = _quotation(text, "pay twice for a berth", "direct")
    pieces = pieces_against(FULLEST, text, one, [other])
    assert pieces[-1] == Piece("pay twice for a berth", "elsewhere")
    assert "pay twice" not in "".join(
        piece.text for piece in pieces if piece.mark in ("dropped", "left out")
    )


def test_what_the_article_prints_between_two_parts_is_not_said() -> None:
    text = "“The harbour will stay open all winter,” Ida Moen said, “and nobody will have to pay.”"
    parts = ("The harbour will stay open all winter", "and nobody will have to pay")
    content = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    fullest = "The harbour will stay open all winter, and nobody will have to pay."
    pieces = pieces_against(fullest, text, _with_content(content, "direct"))
    assert [(piece.text, piece.mark) for piece in pieces] == [
        (parts[0], "same"), (",” Ida Moen said, “", "between"), (parts[1], "same"),
    ]  # fmt: skip


def test_a_report_shows_which_telling_words_it_shares_and_drops_none() -> None:
    text = "The mayor said the port would remain open throughout the winter."
    pieces = _pieces(text, "the port would remain open throughout the winter", mode="indirect")
    assert [words for words, mark in pieces if mark == "same"] == ["winter"]
    assert {mark for _, mark in pieces} == {"same", "own"}


def test_small_words_that_agree_by_chance_are_not_held_for_the_same() -> None:
    fullest = "Rivers freeze early in the north of our country"
    words = "Rivers melt late in a valley of our country"
    pieces = _pieces(f"“{words}” he said.", words, fullest)
    assert ("melt late in a valley", "added") in [(one.strip(), mark) for one, mark in pieces]


@given(
    st.text(alphabet="ab “”\"'.,\n", max_size=60),
    st.text(alphabet="ab “”\"'.,\n", min_size=1, max_size=60),
    st.sampled_from(["direct", "mixed", "indirect"]),
    st.data(),
)
def test_what_is_not_dropped_is_what_is_printed(
    fullest: str, text: str, mode: QuotationMode, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quotation = _with_content((Span(start, end),), mode)
    pieces = pieces_against(fullest, text, quotation)
    printed = "".join(one.text for one in pieces if one.mark in ("same", "added", "own"))
    assert "".join(printed.split()) == "".join(text[start:end].split())


def _pieces(
    text: str, words: str, fullest: str = FULLEST, mode: QuotationMode = "direct"
) -> list[tuple[str, str]]:
    pieces = pieces_against(fullest, text, _quotation(text, words, mode))
    return [(piece.text, piece.mark) for piece in pieces]


def _quotation(text: str, words: str, mode: QuotationMode) -> Quotation:
    start = text.index(words)
    return _with_content((Span(start, start + len(words)),), mode)


def _with_content(content: tuple[Span, ...], mode: QuotationMode) -> Quotation:
    return Quotation(
        id=f"quo-{content[0].start}", mode=mode, content=content, cue=(), source=(),
        speaker=None, speaker_name=None, addressee=None, venue=None, said=None, confidence=1.0,
    )  # fmt: skip
