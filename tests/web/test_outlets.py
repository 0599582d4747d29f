"""Who tells what, and what the reports disagree on, in the sample story."""

import re
from typing import Any

from starlette.testclient import TestClient

GAZETTE = "The Lowland Gazette"
HALDUN = "The Haldun Post"


def twin(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_grid_has_a_cell_for_each_outlet(client: TestClient) -> None:
    grid = twin(client, "/outlets.json")["grid"]
    assert {line["outlet"] for line in grid["columns"]} >= {GAZETTE, HALDUN}
    for row in grid["rows"]:
        assert len(row["cells"]) == len(grid["columns"])
        assert row["thing"]["independent_sources"] > 1
        for cell in row["cells"]:
            assert (cell["words"] is not None) == (cell["how"] in ("reports", "paraphrases"))
    counts = [row["thing"]["independent_sources"] for row in grid["rows"]]
    assert counts == sorted(counts, reverse=True)


def test_an_outlet_of_one_article(client: TestClient) -> None:
    view = twin(client, f"/outlets.json?outlet={HALDUN}")
    (text,) = view["one"]["texts"]
    assert (text["relation"], text["agency"]) == ("edited", "Meridian Press")
    assert text["source"]["outlet"] == GAZETTE
    assert "Open the corridor" in " ".join(one["text"] for one in view["one"]["omitted"])
    replaced = {
        (one["before"], one["after"]) for group in view["wordings"] for one in group["wordings"]
    }
    assert ("annexed", "reunified") in replaced
    assert ("annexed", "occupied") not in replaced, "that is another outlet's"


def test_counts_of_an_outlet_agree_with_its_lists(client: TestClient) -> None:
    for line in twin(client, "/outlets.json")["grid"]["columns"]:
        one = twin(client, f"/outlets.json?outlet={line['outlet']}")["one"]
        assert one["line"] == line
        assert one["alone_part"]["total"] == line["alone"]
        assert len(one["omitted"]) + one["more_omitted"] == line["omits"]
        assert line["own"] + line["taken"] == line["articles"] == len(one["texts"])


def test_an_outlet_that_is_not_there(client: TestClient) -> None:
    assert client.get("/outlets?outlet=Nobody%27s%20Herald").status_code == 404


def test_each_side_of_a_conflict_has_its_words_and_sources(client: TestClient) -> None:
    view = twin(client, "/conflicts.json")
    assert sum(one["count"] for one in view["kinds"]) == view["part"]["total"] > 0
    for group in view["groups"]:
        for conflict in group["conflicts"]:
            assert conflict["reasons"]
            assert len(conflict["sides"]) > 1
            for side in conflict["sides"]:
                assert side["sources"] > 0
                assert side["outlets"]
                assert "".join(one["text"] for one in side["pieces"]) == side["words"]["words"]


def test_what_differs_between_two_sides_is_told_apart(client: TestClient) -> None:
    view = twin(client, "/conflicts.json?kind=number")
    (group,) = view["groups"]
    differing = [
        {piece["text"] for piece in side["pieces"] if piece["differs"]}
        for conflict in group["conflicts"]
        for side in conflict["sides"]
    ]
    assert {"75", "minutes"} in differing


def test_one_kind_of_conflict_alone(client: TestClient) -> None:
    view = twin(client, "/conflicts.json?kind=attribution")
    assert [group["kind"] for group in view["groups"]] == ["attribution"]
    assert view["kinds"] == twin(client, "/conflicts.json")["kinds"]


def test_all_words_shown_lead_to_an_article(client: TestClient) -> None:
    for path in ("/outlets", f"/outlets?outlet={HALDUN}", "/conflicts", "/lineage"):
        text = client.get(path).text
        places = set(re.findall(r'href="(/articles/[^"]*words=[^"#]*)', text))
        assert places
        for place in sorted(places)[:12]:
            assert client.get(place.replace("&amp;", "&")).status_code == 200
