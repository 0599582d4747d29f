import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.datelines import LONGEST, find_dateline

from .pages import PARAGRAPHS, steady

BODY = PARAGRAPHS[0]


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("PORT ALDERN — ", "PORT ALDERN", None),
        ("PORT ALDERN: ", "PORT ALDERN", None),
        ("PORT ALDERN, Velmora – ", "PORT ALDERN, Velmora", None),
        ("PORT ALDERN, Velmora (Calder Press) — ", "PORT ALDERN, Velmora", "Calder Press"),
        ("PORT ALDERN, March 12 (Calder Press) -- ", "PORT ALDERN", "Calder Press"),
        ("PORT ALDERN, March 12, 2025 (CP) - ", "PORT ALDERN", "CP"),
        ("PORT ALDERN/BROOK (Calder Press) — ", "PORT ALDERN/BROOK", "Calder Press"),
        ("ST. ALDERN'S — ", "ST. ALDERN'S", None),
        ("ÅLDÉRN — ", "ÅLDÉRN", None),
        ("МОСКВА — ", "МОСКВА", None),
        ("Port Aldern (Calder Press) - ", "Port Aldern", "Calder Press"),
        ("Port Aldern, Oct. 7 (Calder Press) —", "Port Aldern", "Calder Press"),
        ("Brook (dpa/cp) - ", "Brook", "dpa/cp"),
        ("(Calder Press) — ", "", "Calder Press"),
        ("(CNN) ", "", "CNN"),
        ("(Calder Press) PORT ALDERN — ", "PORT ALDERN", "Calder Press"),
    ],
)
def test_a_dateline_tells_where_and_by_whom(head: str, place: str, agency: str | None) -> None:
    dateline = find_dateline(head + BODY)
    assert dateline
    assert (dateline.length, dateline.place, dateline.agency) == (len(head), place, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        BODY,
        "",
        "—",
        "PORT ALDERN",
        "PORT ALDERN —",
        "PORT ALDERN is a town — the harbour is its heart.",
        "A — B",
        "He said — and nobody doubted it — that the talks went on.",
        "Port Aldern — The two delegations met again.",
        "The mayor (Ann Lee) said — again — that the town was ready.",
        "“PORT ALDERN — a history” is on sale.",
        "PORT ALDERN-BASED firms lost money.",
        "(left) The mayor at the gate.",
    ],
)
def test_what_is_no_dateline_is_left_alone(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "Министр сообщил: переговоры продолжатся в среду.",
        "Посол вышел — и сказал, что подписи не будет.",
        "Ο υπουργός είπε: οι συνομιλίες συνεχίζονται.",
        "部长说: 谈判继续。",
    ],
    ids=["russian-colon", "russian-dash", "greek", "chinese"],
)
def test_a_sentence_in_another_script_is_no_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


@pytest.mark.parametrize("label", ["WATCH", "UPDATE", "NOTE"])
def test_a_label_before_a_colon_is_no_place(label: str) -> None:
    assert find_dateline(f"{label}: {BODY}") is None


@pytest.mark.parametrize(
    "head",
    [
        "Paris, 16 juil 2018 (AFP) - ",
        "PORT ALDERN, 12 March (Calder Press) — ",
        "Berlin, 16. Juli (dpa) - ",
        "MOSCOW, July 16. /TASS/. ",
    ],
)
def test_datelines_of_european_agencies_are_found(head: str) -> None:
    dateline = find_dateline(head + BODY)
    assert dateline
    assert dateline.length == len(head)
    assert dateline.agency


def test_a_head_that_is_too_long_is_a_sentence() -> None:
    place = "PORT ALDERN " * 7
    assert len(place) < LONGEST
    assert find_dateline(f"{place}— {BODY}")
    assert find_dateline(f"{place}PORT ALDERN — {BODY}") is None


@steady
@given(
    st.text(st.sampled_from("AB ab.,()-—: /Яя字1"), max_size=40) | st.text(max_size=40),
    st.booleans(),
)
def test_a_dateline_leaves_a_paragraph_behind_it(head: str, with_body: bool) -> None:
    paragraph = head + (BODY if with_body else "")
    dateline = find_dateline(paragraph)
    if dateline:
        assert 0 < dateline.length <= LONGEST
        assert paragraph[dateline.length :].strip()
        assert dateline.place in paragraph[: dateline.length]
        assert (dateline.agency or "") in paragraph[: dateline.length]
