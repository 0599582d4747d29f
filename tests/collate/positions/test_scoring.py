import numpy as np

from variorum.collate.positions.scoring import JOINED, Issue, in_whole_numbers, score
from variorum.collate.positions.words import issue_words


def issue(
    text: str, *, article: str = "a", vector: tuple[float, ...] = (1.0, 0.0), actor: str = ""
) -> Issue:
    words = issue_words(text)
    return Issue(
        dict.fromkeys(words.stems, 1.5), words.head, frozenset(words.names), words.turned,
        in_whole_numbers(np.array(vector)), frozenset([article]), frozenset([actor or article]),
    )  # fmt: skip


def likeness(one: str, other: str) -> float:
    return score(issue(one), issue(other)).score


class TestScore:
    def test_one_issue_in_other_words(self) -> None:
        assert likeness("NATO membership", "Ukraine joining NATO") >= JOINED
        assert likeness("territorial concessions", "any territorial concession") >= JOINED

    def test_other_names_are_other_issues(self) -> None:
        assert likeness("sanctions on Iran", "sanctions on Russia") == 0.0

    def test_the_end_of_a_thing_is_not_the_thing(self) -> None:
        assert likeness("lifting sanctions on Iran", "sanctions on Iran") == 0.0

    def test_somebody_is_not_what_is_about_them(self) -> None:
        assert likeness("Ukraine", "Ukraine's membership") == 0.0

    def test_a_bare_word_needs_the_same_matter(self) -> None:
        apart = issue("wall", article="b", vector=(0.0, 1.0))
        assert score(issue("border wall"), apart).score == 0.0
        near = issue("wall", article="b")
        assert score(issue("border wall"), near).score >= JOINED
        of_one = issue("wall", article="b", vector=(0.5, 0.866), actor="a")
        assert score(issue("border wall", vector=(1.0, 0.0)), of_one).score >= JOINED

    def test_one_word_in_common_is_not_an_issue(self) -> None:
        one = issue("cost of the ferry harbour", vector=(0.6, 0.8))
        assert score(one, issue("cost of higher education", article="b")).score == 0.0

    def test_what_one_says_more_of_is_one_for_who_says_both(self) -> None:
        more = "paying any compensation for the sunken freighter Halina"
        one, hers = issue("compensation"), issue(more, article="b", actor="a", vector=(0.5, 0.866))
        others = issue(more, article="b", vector=(0.5, 0.866))
        assert score(one, hers).score >= JOINED > score(one, others).score

    def test_everyday_words_for_one_thing(self) -> None:
        assert likeness("cancel the summit with Reis", "cancel the Reis meeting") >= JOINED
        assert likeness("probe into the ferry", "investigation of the ferry") >= JOINED
        assert likeness("better relations with Perisa", "improve ties with Perisa") >= JOINED

    def test_raising_is_not_lowering(self) -> None:
        assert likeness("raise harbour taxes", "slash harbour taxes") == 0.0

    def test_it_is_the_same_from_both_sides_and_tells_why(self) -> None:
        one, other = issue("NATO membership"), issue("Ukraine joining NATO")
        assert score(one, other) == score(other, one)
        assert "nato" in score(one, other).reasons[0]
