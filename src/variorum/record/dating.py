"""Gives what was read in an article the dates that its publication date leads to."""

from collections.abc import Iterable, Mapping

import msgspec

from variorum.record.event import EventMention
from variorum.record.position import Attitude
from variorum.record.reading import Quotation, Reading
from variorum.record.span import Span
from variorum.record.time_expression import TimeExpression, resolve
from variorum.record.when import When


def date_reading(reading: Reading, published: When | None) -> Reading:
    """The reading as it is if its article was published then.

    Times that hang on the publication date are resolved, and with them when words were said, events
    happen and attitudes are held; it may have been unknown, or another, when the article was read.
    """
    times = tuple(resolve(expression, published) for expression in reading.times)
    by_place = {Span(one.start, one.end): one for one in times}
    return msgspec.structs.replace(
        reading,
        times=times,
        quotations=tuple(_said(one, by_place) for one in reading.quotations),
        events=tuple(_happened(one, by_place) for one in reading.events),
        attitudes=tuple(_held(one, by_place) for one in reading.attitudes),
    )


def date_quotations(
    quotations: Iterable[Quotation], times: Iterable[TimeExpression], published: When | None
) -> tuple[Quotation, ...]:
    """The quotations of a reading, as `date_reading` would have them, without the rest of it."""
    hanging = {Span(one.start, one.end): one for one in times if one.relation}
    return tuple(
        _said(one, {place: resolve(hanging[place], published)})
        if (place := one.said_at) in hanging
        else one
        for one in quotations
    )


def _said(one: Quotation, times: Mapping[Span, TimeExpression]) -> Quotation:
    told = _hanging(one.said_at, times)
    return msgspec.structs.replace(one, said=told.when) if told else one


def _happened(one: EventMention, times: Mapping[Span, TimeExpression]) -> EventMention:
    told = _hanging(one.at, times)
    return msgspec.structs.replace(one, when=told.when) if told else one


def _held(one: Attitude, times: Mapping[Span, TimeExpression]) -> Attitude:
    told = _hanging(one.at, times)
    return msgspec.structs.replace(one, as_of=told.when) if told else one


def _hanging(place: Span | None, times: Mapping[Span, TimeExpression]) -> TimeExpression | None:
    """The time expression of a place, if it hangs on the publication date."""
    expression = times.get(place) if place else None
    return expression if expression and expression.relation else None
