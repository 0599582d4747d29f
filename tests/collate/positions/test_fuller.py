from variorum.collate.positions.fuller import named
from variorum.record.reading import Entity, Reading

ENTITIES = (
    Entity("ent-1", "Ilse Maran", "person", ("Maran",)),
    Entity("ent-2", "Ardonia", "place"),
    Entity("ent-3", "Quay Union", "organization"),
)


def name_of(text: str, issue: str) -> str | None:
    reading = Reading(
        article="art-1", sentences=(), entities=ENTITIES, mentions=(), times=(), quotations=(),
        vectors=b"", dimensions=0, maker="test",
    )  # fmt: skip
    return named(text, text.index(issue), issue, reading)


def test_a_noun_is_named_by_what_stands_behind_it_elsewhere_in_the_article() -> None:
    text = "She welcomed the release. The release of the 12 sailors came on Monday."
    assert name_of(text, "release") == "release of the 12 sailors"
    text = "She welcomed dialogue. The dialogue with Torrenia had begun."
    assert name_of(text, "dialogue") == "dialogue with Torrenia"


def test_what_is_too_bare_names_no_issue() -> None:
    assert name_of("She welcomed dialogue. A dialogue on Monday failed.", "dialogue") is None
    assert name_of("He praised her courage.", "courage") is None
    assert name_of("The criticism of Ardonia went on.", "Ardonia") is None


def test_what_says_enough_stays() -> None:
    for issue in ("sanctions", "the dam", "tougher laws", "Quay Union"):
        assert name_of(f"She opposes {issue} and says so.", issue) == issue


def test_a_person_has_the_fullest_name_of_the_article() -> None:
    assert name_of("They hailed Maran as a hero.", "Maran") == "Ilse Maran"
    assert name_of("They hailed Ilse as a hero.", "Ilse") == "Ilse Maran"


def test_a_name_that_owns_what_follows_is_not_cut_off_from_it() -> None:
    assert name_of("She backs the talks.", "talks") == "the talks"
    assert name_of("She backs talks.", "talks") is None
    text = "She backs talks. The talks between Torrenia's government and rebels failed."
    assert name_of(text, "talks") == "talks between Torrenia's government"


def test_a_noun_that_points_is_named_by_its_fuller_words_or_stays() -> None:
    text = "She rejected the deal. The deal with Torrenia had begun."
    assert name_of(text, "the deal") == "deal with Torrenia"
    assert name_of("She rejected that account on Monday.", "that account") == "that account"


def test_an_adjective_of_a_country_is_told_with_what_it_stands_before() -> None:
    text = "France backs the duties. They delayed duties on Chinese electric cars as talks began."
    assert name_of(text, "the duties") == "duties on Chinese electric cars"
    text = "France backs the duties. They delayed duties on Chinese-made steel on Monday."
    assert name_of(text, "the duties") == "duties on Chinese-made steel"
    assert name_of("France backs the duties on French, Dutch.", "the duties") == "the duties"
