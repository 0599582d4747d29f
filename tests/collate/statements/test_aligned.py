from msgspec.structs import replace

from tests.collate.statements.said import joined_by_name, said
from variorum.collate.statements.aligned import aligned_pairs, nested_pairs
from variorum.collate.statements.joining import QuotationRow, join_statements
from variorum.engine.duckdb import DuckdbEngine
from variorum.record.reuse import Edit, Place, Reuse
from variorum.record.span import Span

RAISE = "he would bring the matter of the nets up with the harbour master"
TAKE = "he would take the question of the nets to the man who runs the port"


def placed(row: QuotationRow, start: int, length: int = 0) -> QuotationRow:
    return replace(row, start=start, end=start + (length or row.end - row.start))


def passage(a: QuotationRow, b: QuotationRow, *edits: Edit, more: int = 40) -> Reuse:
    """A passage around two quotations, the same but for the edits."""
    here = Place(a.article, a.start - more, a.end + more)
    there = Place(b.article, b.start - more, b.end + more)
    return Reuse("reu", here, there, 0.8, edits)


def edit(a: tuple[int, int], b: tuple[int, int], op: str = "replace") -> Edit:
    return Edit(op, Span(*a), Span(*b))  # type: ignore[arg-type]


def groups(*rows: QuotationRow, reuses: tuple[Reuse, ...] = ()) -> set[str]:
    with DuckdbEngine(processes=1) as engine:
        made = join_statements(engine, rows, joined_by_name(rows), reuses)
    return {" ".join(sorted(one.quotations)) for one in made}


def reworded(start: int = 500) -> tuple[QuotationRow, QuotationRow, Reuse]:
    a = placed(said("a", RAISE, mode="indirect"), start)
    b = placed(said("b", TAKE, mode="indirect"), start + 300)
    return a, b, passage(a, b, edit((a.start + 9, a.end), (b.start + 9, b.end)))


def test_what_stands_in_the_same_place_of_a_shared_passage_is_one_utterance():
    a, b, reuse = reworded()
    assert aligned_pairs([a, b], [reuse]).keys() == {("a", "b")}
    assert groups(a, b) == {"a", "b"}
    assert groups(a, b, reuses=(reuse,)) == {"a b"}


def test_what_stands_elsewhere_in_the_passage_is_not():
    a, b, reuse = reworded()
    further = placed(said("c", "the nets had gone by Monday", mode="indirect", article=b.article),
                     b.end + 10)  # fmt: skip
    assert ("a", "c") not in aligned_pairs([a, b, further], [reuse])
    assert ("b", "c") not in aligned_pairs([a, b, further], [reuse])


def test_a_long_passage_that_only_one_side_has_shifts_what_follows():
    a = placed(said("a", RAISE, mode="indirect"), 500)
    b = placed(said("b", RAISE, mode="indirect"), 900)
    reuse = Reuse("reu", Place(a.article, 100, 600), Place(b.article, 100, 1000), 0.5,
                  (edit((300, 300), (300, 700), "insert"),))  # fmt: skip
    assert aligned_pairs([a, b], [reuse]) == {("a", "b"): 1.0}
    before = placed(said("c", RAISE, mode="indirect", article=b.article), 500)
    assert ("a", "c") not in aligned_pairs([a, b, before], [reuse])


def test_a_caption_between_equal_words_does_not_set_other_words_beside_each_other():
    a = placed(said("a", "the nets had gone by Monday", mode="indirect"), 500)
    b = placed(said("b", "the boats would stay in port", mode="indirect"), 501)
    reuse = Reuse("reu", Place(a.article, 0, 1000), Place(b.article, 0, 1090), 1.0, ())
    assert aligned_pairs([a, b], [reuse]) == {}


def test_one_place_outweighs_a_day_that_one_of_them_has_wrong_but_not_other_words():
    a, b, reuse = reworded()
    dated = replace(a, said=said("x", "x", on="2031-02-20").said)
    other = replace(b, said=said("x", "x", on="2031-03-02").said)
    assert groups(dated, other, reuses=(reuse,)) == {"a b"}
    unlike = replace(other, words="every boat sails tomorrow", marked="0000")
    assert groups(dated, unlike, reuses=(reuse,)) == {"a", "b"}


def test_another_speaker_of_other_words_in_one_place_is_another():
    a, b, reuse = reworded()
    other = replace(b, speaker="b-Tveit", speaker_name="Tveit")
    assert groups(a, other, reuses=(reuse,)) == {"a", "b"}
    same = replace(other, words=a.words, marked=a.marked)
    assert groups(a, same, reuses=(reuse,)) == {"a b"}


def test_a_quotation_and_what_stands_inside_it_are_one_if_they_have_one_speaker():
    whole = placed(said("a", "the nets were, as he put it, *long gone*", mode="mixed",
                        article="art"), 100)  # fmt: skip
    inner = placed(said("b", "*long gone*", mode="mixed", article="art"), 128, 11)
    assert list(nested_pairs([inner, replace(whole, speaker=inner.speaker)])) == [("a", "b")]
    assert list(nested_pairs([inner, replace(whole, speaker="a-Tveit")])) == []
    apart = placed(inner, 900, 11)
    assert list(nested_pairs([apart, replace(whole, speaker=inner.speaker)])) == []
