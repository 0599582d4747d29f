import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.collate.stories import DISPATCH, article
from variorum.collate.lineage.provenance import provenance_of, with_known_names


def known(*articles):
    return with_known_names(map(provenance_of, articles))


def test_an_article_claims_what_its_page_says():
    page = article("gazette", DISPATCH[:1], origin="Meridian Press", contributor="Norden Wire")
    found = provenance_of(page)
    assert (found.origins, found.contributors) == (("Meridian Press",), ("Norden Wire",))
    assert found.name == "The Gazette"


@pytest.mark.parametrize(
    "note",
    ["Source: The Courier", "Source: Courier", "via The Courier", "Originally | The Courier."],
)
def test_another_outlet_that_a_note_names_is_an_origin(note):
    found = known(article("courier", DISPATCH), article("site", [*DISPATCH, ("credit", note)]))
    assert found["site"].origins == ("The Courier",)
    assert found["courier"].origins == ()


def test_an_unknown_name_in_a_note_is_no_origin():
    assert known(article("site", [("credit", "Source: somebody")]))["site"].origins == ()


def test_an_author_who_is_an_agency_elsewhere_is_an_origin_and_no_person():
    found = known(
        article("courier", DISPATCH, authors=["Norrsund Byrå"]),
        article("gazette", DISPATCH, origin="Norrsund Byrå"),
        article("post", DISPATCH, authors=["Ida Holm"]),
    )
    assert (found["courier"].origins, found["courier"].authors) == (("Norrsund Byrå",), ())
    assert (found["post"].origins, found["post"].authors) == ((), ("Ida Holm",))


@pytest.mark.parametrize(("clocks", "is_running"), [(2, False), (3, True), (8, True)])
def test_clock_times_that_head_paragraphs_make_a_running_file(clocks, is_running):
    times = ["10:15", "11.30 a.m.", "Updated: 12:05 GMT", *(f"{hour} pm" for hour in range(1, 6))]
    lines = [line for clock in times[:clocks] for line in (("heading", clock), DISPATCH[0])]
    assert provenance_of(article("live", lines)).is_running == is_running


TWO_SPELLINGS = """
from tests.collate.stories import article
from variorum.collate.lineage.provenance import provenance_of, with_known_names
pages = [article("a", [], outlet="The Sable Post"), article("b", [], outlet="Sable Post"),
         article("c", [("credit", "Source: The Sable Post")])]
print(with_known_names(map(provenance_of, pages))["c"].origins)
"""


def test_names_are_the_same_on_every_run():
    """Python's order of sets differs from run to run."""
    told = {
        subprocess.run(
            [sys.executable, "-c", TWO_SPELLINGS],
            env=os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": "."},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in range(4)
    }
    assert len(told) == 1
