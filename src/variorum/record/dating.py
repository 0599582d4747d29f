"""Gives what was read in an article the dates that its publication date leads to."""

from collections.abc import Mapping

import msgspec

from variorum.record.reading import Quotation, Reading
from variorum.record.span import Span
from variorum.record.time_expression import TimeExpression, resolve
from variorum.record.when import When


def date_reading(reading: Reading, published: When | None) -> Reading:
    """The reading as it is if its article was published then.

    Times that hang on the publication date are resolved, and with them when words were said;
    it may have been unknown, or another, when the article was read.
    """
    times = tuple(resolve(expression, published) for expression in reading.times)
    by_place = {Span(one.start, one.end): one for one in times}
    quotations = tuple(_dated(quotation, by_place) for quotation in reading.quotations)
    return msgspec.structs.replace(reading, times=times, quotations=quotations)


def _dated(quotation: Quotation, times: Mapping[Span, TimeExpression]) -> Quotation:
    expression = times.get(quotation.said_at) if quotation.said_at else None
    if expression is None or not expression.relation:
        return quotation
    return msgspec.structs.replace(quotation, said=expression.when)
