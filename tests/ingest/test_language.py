import pytest

from variorum.ingest.language import find_language

from .pages import PARAGRAPHS, marked

GERMAN = (
    "Die beiden Delegationen trafen sich am Montag nach einer Woche des Schweigens wieder, wie "
    "Vertreter beider Seiten am Abend sagten."
)
RUSSIAN = (
    "Делегации снова встретились в понедельник после недели молчания, сообщили вечером "
    "представители обеих сторон."
)
TURKISH = (
    "İki heyet bir haftalık sessizliğin ardından pazartesi günü yeniden bir araya geldi, "
    "yetkililer akşam saatlerinde açıkladı."
)


@pytest.mark.parametrize(
    ("body", "language"),
    [(PARAGRAPHS[0], "en"), (GERMAN, "de"), (RUSSIAN, "ru"), (TURKISH, "tr")],
)
@pytest.mark.parametrize("declared", [None, "fr"])
def test_the_language_is_that_of_the_body(body: str, language: str, declared: str | None) -> None:
    assert find_language(*marked(("body", body)), declared) == language


def test_furniture_in_another_language_does_not_count() -> None:
    text, blocks = marked(("furniture", GERMAN), ("promo", GERMAN), ("body", PARAGRAPHS[0]))
    assert find_language(text, blocks, None) == "en"


@pytest.mark.parametrize(
    ("declared", "expected"), [("en-US", "en"), ("DE", "de"), (None, None), ("", None)]
)
def test_of_a_short_text_the_declared_language_counts(
    declared: str | None, expected: str | None
) -> None:
    text, blocks = marked(("headline", GERMAN), ("body", "Ende."))
    assert find_language(text, blocks, declared) == expected
