"""What a reader may ask a record for: articles by name, whose words, and of which day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from re import fullmatch
from typing import Final

from variorum.record.article import Article
from variorum.record.errors import InputError
from variorum.record.moment import moment
from variorum.record.statement import Statement


def is_called(wanted: str, entity: str | None, names: Iterable[str]) -> bool:
    """Whether somebody is wanted, by id or by words of a name, whatever the case of letters."""
    folded = wanted.casefold()
    return wanted == entity or any(folded in one.casefold() for one in names)


def has_said(wanted: str, statement: Statement, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether a statement is of somebody who is wanted; `names`: those known for each entity."""
    known = names.get(statement.speaker or "", ())
    return is_called(wanted, statement.speaker, (statement.speaker_name or "", *known))


def called(name: str, articles: Sequence[Article]) -> list[Article]:
    """The articles with this id or given id, or whose source or outlet holds `name`."""
    exact = [article for article in articles if name in (article.id, article.given_id)]
    folded = name.casefold()
    return exact or [
        article
        for article in articles
        if folded in f"{article.outlet or ''}\n{' '.join(article.sources)}".casefold()
    ]


def by_publication(article: Article) -> tuple[str, str, str]:
    """What puts articles in order of their publication, those of unknown date last."""
    if article.published is None:
        return "9999", article.source, article.id
    return article.published.written_end.isoformat(), article.source, article.id


def day_of(text: str) -> date:
    """A day written like "2031-03-04"; raises `InputError` if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text!r} is no day", 'Write it like "2031-03-04"') from error


def is_of_day(statement: Statement, day: date) -> bool:
    """Whether a statement may have been made on a day."""
    if statement.said is None:
        return False
    first, last = statement.said.days
    return first <= day <= last


_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def moment_of(text: str, now: datetime | None = None) -> str:
    """A time as the moment that records are drawn at (`record.moment`).

    "2031-03-04", "2031-03-04 09:40" (of this machine's zone unless one is told), or so long ago:
    "30m", "2h", "3d", "1w", if `now` is told. Raises `InputError` for what is none.
    """
    ago = fullmatch(r"(\d{1,4})([mhdw])", text.strip()) if now else None
    try:
        if now and ago:
            return moment(now - timedelta(**{_UNITS[ago[2]]: int(ago[1])}))
        return moment(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError, OSError) as error:
        how = 'Write it like "2031-03-04" or "2031-03-04 09:40"' + (' or "2h"' if now else "")
        raise InputError(f"{text[:60]!r} is no time", how) from error
