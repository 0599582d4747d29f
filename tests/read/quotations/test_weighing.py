"""What speaks for words counts, and what is only done or left unsaid counts for less."""

from tests.read.plain_reader import PlainReader, read_text

NAMES = {"Dorin Hale": "person"}


def sureness(cue: str, content: str) -> float:
    text = f"Dorin Hale {cue} {content} on the day."
    reader = PlainReader(NAMES, [(cue, "Dorin Hale", [content])])  # type: ignore[arg-type]
    (found,) = read_text(text, reader).quotations
    return found.confidence


def test_a_clause_behind_a_word_of_saying_is_surest() -> None:
    said = sureness("said", "he left the island")
    assert said > sureness("called", "the long talks a farce")
    assert said > sureness("will say", "he left the island")
    assert said > sureness("never said", "he left the island")
    assert said > sureness("said", "whether he left the island")
