from evaluation.attribution import Marked, score
from variorum.record.span import Span


def marked(source: str, cue: str, content: str) -> Marked:
    """From "0-4 6-9" to spans."""
    parts = [
        tuple(Span(*map(int, part.split("-"))) for part in told.split())
        for told in (source, cue, content)
    ]
    return Marked(*parts)


def test_what_is_right_counts_in_full() -> None:
    gold = [marked("0-5", "6-10", "11-40 45-60"), marked("", "70-74", "75-90")]
    scores = score([(gold, gold)])
    assert scores.whole.f1 == 1.0
    assert {one.f1 for one in scores.exact.values()} == {1.0}
    assert {one.f1 for one in scores.overlap.values()} == {1.0}


def test_a_missed_part_costs_the_whole_span_but_not_the_other_part() -> None:
    gold, found = [marked("0-5", "6-10", "11-40 45-60")], [marked("0-5", "6-10", "11-40")]
    scores = score([(gold, found)])
    assert scores.exact["content"].f1 == 0
    assert scores.parts["content"] == (1.0, 0.5, 2 / 3)
    assert scores.overlap["content"].recall == 29 / 44
    assert scores.whole.f1 == 0


def test_nearly_the_same_content_with_the_right_source_is_the_same_attribution() -> None:
    gold = [marked("0-5", "6-10", "11-31")]
    assert score([(gold, [marked("0-5", "6-10", "11-30")])]).whole.f1 == 1
    assert score([(gold, [marked("50-55", "6-10", "11-31")])]).whole.f1 == 0


def test_each_true_attribution_is_found_once() -> None:
    gold = [marked("0-5", "6-10", "11-31")]
    assert score([(gold, gold * 2)]).whole == (0.5, 1.0, 2 / 3)


def test_nothing_found_is_no_error() -> None:
    assert score([([], []), ([marked("0-1", "2-3", "4-5")], [])]).whole == (0, 0, 0)
