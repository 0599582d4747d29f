"""Numbers of one utterance that reports tell differently: "within 30 days", "in 60 days"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from variorum.compare.accounts import Said
from variorum.compare.conflicts import Contradiction
from variorum.compare.quantities import Quantity, is_compatible, quantities_in
from variorum.record.article import Article
from variorum.record.reading import Quotation
from variorum.record.reuse import Place
from variorum.record.statement import Statement

SURE: Final = 0.6


def uttered_contradictions(
    statements: Iterable[Statement], said: Said, articles: Mapping[str, Article]
) -> Iterator[Contradiction]:
    """The numbers of one unit that are not the same where one utterance is told.

    Of a unit that a report counts twice, nothing is held against another.
    """
    for statement in statements:
        told: dict[str, dict[float, tuple[Quantity, Place]]] = defaultdict(dict)
        for name in statement.quotations:
            if name in said:
                article, quotation = said[name]
                for one in _counted(articles[article].text, quotation):
                    place = Place(article, one.start, one.end)
                    told[one.unit].setdefault(one.value, (one, place))
        for some in told.values():
            for (one, a), (other, b) in combinations(some.values(), 2):
                if a.article != b.article and not is_compatible(_as_told(one), _as_told(other)):
                    values = (f"{one.value:.12g} {one.unit}", f"{other.value:.12g} {other.unit}")
                    yield Contradiction(
                        "number", a, b, *values, SURE, "One utterance is told with another number"
                    )


def _as_told(one: Quantity) -> Quantity:
    """A number that who tells it again rounds at most: "at least 2,300" is none of 3,200."""
    return one if one.bound == "exact" else one._replace(bound="about")


def _counted(text: str, quotation: Quotation) -> list[Quantity]:
    """The numbers of a quotation whose unit is told and stands there once."""
    by_unit: dict[str, list[Quantity]] = defaultdict(list)
    for span in quotation.content:
        for one in quantities_in(text, span.start, span.end):
            by_unit[one.unit].append(one)
    return [some[0] for unit, some in by_unit.items() if unit and len(some) == 1]
