import pytest

from tests.collate.stories import article
from variorum.collate.statements.rows import rows_of
from variorum.record.reading import Entity, Quotation, QuotationMode, Reading
from variorum.record.span import Span


def read(text: str, *contents: str, mode: QuotationMode) -> tuple[str, str, str, str]:
    """Words, marks, text and context of the row of a quotation with these parts."""
    page = article("orrin", [text], published="2031-03-03")
    spans = tuple(Span(page.text.index(one), page.text.index(one) + len(one)) for one in contents)
    one = Quotation("q", mode, spans, (), (), "e", "Aune", None, None, None, 1.0)
    cuts = [place + 1 for place, character in enumerate(text) if character == "."]
    sentences = tuple(Span(a, b) for a, b in zip([0, *cuts[:-1]], cuts, strict=True))
    entities = (Entity("e", "Berit Aune", "person"),)
    reading = Reading("orrin", sentences, entities, (), (), (one,), b"", 0, "")
    (row,) = rows_of(page, reading)
    assert (row.speaker, row.speaker_kind, row.published) == ("e", "person", page.published)
    assert (row.start, row.end) == (spans[0].start, spans[-1].end)
    return row.words, row.marked, row.text, row.context


def test_parts_are_joined_and_all_words_of_direct_speech_are_quoted():
    text = '"We walked off," Aune said, "and won\'t sail."'
    words, marked, printed, _ = read(text, "We walked off,", "and won't sail.", mode="direct")
    assert words == "we walked off and wont sail"
    assert marked == "111111"
    assert printed == "We walked off, … and won't sail."


def test_of_mixed_speech_the_words_between_marks_are_quoted():
    text = 'Aune said that the offer was "far too small" for the crews.'
    words, marked, *_ = read(text, text[10:-1], mode="mixed")
    assert words == "that the offer was far too small for the crews"
    assert marked == "0000111000"


def test_single_straight_marks_are_marks_if_there_are_no_others():
    text = "Aune called the offer 'far too small' and the crew's answer plain."
    words, marked, *_ = read(text, text[12:-1], mode="mixed")
    assert words == "the offer far too small and the crew answer plain"
    assert marked == "0011100000"


def test_what_stands_in_brackets_is_not_quoted():
    text = '"We told them [the company] on Friday," Aune said.'
    words, marked, *_ = read(text, "We told them [the company] on Friday,", mode="direct")
    assert words == "we told them the company on friday"
    assert marked == "1110011"


def test_reported_words_are_not_quoted_and_what_stands_around_is_known_by_its_stems():
    text = "The sails lay idle. Aune said that crews had gone home at dawn."
    _, marked, _, context = read(text, "that crews had gone home", mode="indirect")
    assert set(marked) == {"0"}
    assert context.split() == ["aune", "dawn", "idle", "lay", "sail"]


def test_no_quotations():
    page = article("orrin", ["Nothing."])
    assert rows_of(page, Reading("orrin", (), (), (), (), (), b"", 0, "")) == ()


def test_a_title_tells_whom_somebody_speaks_for():
    page = article("orrin", ["We are ready, she said."], published="2031-03-03")
    spoken = Quotation("q", "direct", (Span(0, 12),), (), (), "e", "Aune", None, None, None, 1.0)
    titles = "Harbour Board spokeswoman", "Board press secretary", "sailor of Orrin"
    entities = (Entity("e", "Berit Aune", "person", titles=titles),)
    reading = Reading("orrin", (), entities, (), (), (spoken,), b"", 0, "")
    (row,) = rows_of(page, reading)
    assert row.voice_of == "board harbor"
    assert row.titles == "board harbor spokeswoman|board press secretary|orrin sailor"


@pytest.mark.parametrize(
    ("title", "voices"),
    [
        ("Orrin's health minister", "health health_ministry orrin"),
        ("head of Lund Hospital", "hospital lund"),
        ("former mayor of Lund", ""),
        ("adviser to the president of Orrin", ""),
    ],
)
def test_who_heads_a_body_speaks_for_it(title, voices):
    page = article("orrin", ["We are ready, she said."], published="2031-03-03")
    spoken = Quotation("q", "direct", (Span(0, 12),), (), (), "e", "Aune", None, None, None, 1.0)
    entities = (Entity("e", "Berit Aune", "person", titles=(title,)),)
    reading = Reading("orrin", (), entities, (), (), (spoken,), b"", 0, "")
    (row,) = rows_of(page, reading)
    assert row.voice_of == voices
