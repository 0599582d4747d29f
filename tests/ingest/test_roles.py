from importlib.resources import files

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.features import NO_REPEATS, PageRepeats, describe
from variorum.ingest.lines import cut_lines
from variorum.ingest.roles import NEIGHBOURS, give_roles, load_model, score, with_neighbours
from variorum.record.article import ROLES, Role
from variorum.record.identity import fingerprint

from .pages import STORY, TEXTS, steady


def roles_of(text: str, repeats: PageRepeats = NO_REPEATS) -> dict[str, Role]:
    lines = cut_lines(text)
    roles = give_roles(lines, [""] * len(lines), [repeats] * len(lines))
    return {line.text: role for line, role in zip(lines, roles, strict=True)}


def test_the_lines_of_a_page_are_told_apart() -> None:
    roles = roles_of(STORY)
    by_role: dict[Role, list[str]] = {}
    for text, role in roles.items():
        by_role.setdefault(role, []).append(text)
    assert by_role["headline"] == ["Talks resume in Port Aldern after a week of silence"]
    assert by_role["byline"] == ["By Ann Lee"]
    assert by_role["date"] == ["July 16, 2018 11:22 a.m. EDT"]
    assert [text[:8] for text in by_role["body"]] == [
        "PORT ALD",
        "The fore",
        "“We will",
        "The mayo",
    ]
    assert roles["Share this story"] == roles["Leave a Reply"] == "furniture"
    assert roles["READ MORE: Mayor offers the old town hall for the next round"] == "promo"


@steady
@given(TEXTS, st.data())
def test_every_line_gets_a_role_and_the_same_one_again(text: str, data: st.DataObject) -> None:
    lines = cut_lines(text)
    repeats = [data.draw(st.builds(PageRepeats, st.integers(0, 3))) for _ in lines]
    roles = give_roles(lines, [""] * len(lines), repeats)
    assert len(roles) == len(lines)
    assert set(roles) <= set(ROLES)
    assert roles == give_roles(lines, [""] * len(lines), repeats)


def test_lines_that_are_the_same_get_the_same_role() -> None:
    lines = cut_lines(f"Share this story\n{STORY}\nShare this story\nSHARE THIS STORY")
    roles = give_roles(lines, [""] * len(lines), [NO_REPEATS] * len(lines))
    same = {role for line, role in zip(lines, roles, strict=True) if "share" in line.form}
    assert len(same) == 1


def test_a_page_of_no_lines_has_no_roles() -> None:
    assert give_roles([], [], []) == []


def test_the_model_is_the_one_that_is_shipped() -> None:
    model = load_model()
    data = files("variorum.ingest").joinpath("weights", "blocks.npz").read_bytes()
    assert model.digest == fingerprint(data)
    assert model.roles.shape[1] == len(model.roles_bias) == len(ROLES)
    assert model.forms.shape[1] == model.words.shape[1] == len(model.hidden_bias)
    arrays = [model.forms, model.words, model.hidden_bias, model.roles, model.roles_bias]
    assert all(np.isfinite(array).all() for array in arrays)


def test_a_line_is_scored_for_each_role_in_the_same_way_alone_or_again() -> None:
    lines = cut_lines(STORY)
    forms, slots = describe(lines, [""] * len(lines), [NO_REPEATS] * len(lines))
    scores = score(load_model(), forms, slots)
    assert scores.shape == (len(lines), len(ROLES))
    assert np.array_equal(scores, score(load_model(), forms, slots))


def test_a_line_stands_beside_its_neighbours_and_zeros_beyond_the_page() -> None:
    forms = np.arange(1, 7, dtype=np.float32).reshape(3, 2)
    wide = with_neighbours(forms)
    assert wide.shape == (3, 2 * (2 * NEIGHBOURS + 1))
    assert wide[0].tolist() == [0, 0, 0, 0, 1, 2, 3, 4, 5, 6]
    assert wide[2].tolist() == [1, 2, 3, 4, 5, 6, 0, 0, 0, 0]
