from hypothesis import given

from variorum.record.maker import Maker

from .nouns import STRATEGIES, steady, survives_both_formats


def test_a_maker_is_written_with_its_version_and_weights() -> None:
    assert str(Maker("ingest", 3)) == "ingest/3"
    assert str(Maker("ingest", 3, "0123456789abcdef")) == "ingest/3+0123456789ab"


def test_makers_that_differ_are_written_differently() -> None:
    makers = [Maker("ingest", 1), Maker("ingest", 2), Maker("read", 1), Maker("ingest", 1, "aa")]
    assert len(set(map(str, makers))) == len(makers)


@steady
@given(STRATEGIES[Maker])
def test_makers_survive_both_formats(maker: Maker) -> None:
    assert survives_both_formats(maker)
