"""What a reader may ask a record for: articles by name, whose words, and of which day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from variorum.record.article import Article
from variorum.record.errors import InputError
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
