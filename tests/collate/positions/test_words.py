from variorum.collate.positions.words import issue_words, plain, share_of, stem_of


class TestIssueWords:
    def test_one_issue_in_other_words_has_the_same_stems(self) -> None:
        noun, verb = issue_words("NATO membership"), issue_words("joining NATO")
        assert set(noun.stems) == set(verb.stems)
        assert issue_words("a truce").stems == issue_words("the cease-fire").stems
        assert issue_words("step down").stems == issue_words("his resignation").stems

    def test_an_alliance_by_name_where_the_article_has_one(self) -> None:
        named = issue_words("membership of the alliance", {"alliance": "nato"})
        assert set(named.stems) == set(issue_words("NATO membership").stems)
        assert named.names == ("nato",)

    def test_the_head_stands_before_what_belongs_to_it(self) -> None:
        assert issue_words("sanctions on Russia").head == stem_of("sanctions")
        assert issue_words("lifting sanctions").turned
        assert not issue_words("sanctions").turned
        assert issue_words("summit to be cancelled").turned
        assert issue_words("postponed the provisional tariffs").turned
        assert issue_words("called off a strike").turned
        assert not issue_words("quit as president").turned
        assert not issue_words("the march was planned").turned

    def test_countries_and_their_people(self) -> None:
        assert stem_of("Ukrainian") == stem_of("Ukraine")
        assert stem_of("Russian") == stem_of("Russia")
        assert stem_of("Iranian") != stem_of("Iraqi")


def test_plain_words_have_no_mark_alone() -> None:
    assert plain(" the “mythical\n work") == "the mythical work"
    assert plain('a "good" thing') == 'a "good" thing'


def test_the_share_of_words() -> None:
    assert share_of(["a", "b"], ["b", "a"]) == 1.0
    assert share_of(["a"], []) == 0.0
    assert share_of(["a", "b"], ["b", "c"]) == 0.5
