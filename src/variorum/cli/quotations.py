"""`variorum show --quotations`: who said what, where it is printed."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from rich.text import Text

from variorum.cli.places import counted, print_indented, print_more
from variorum.cli.printing import day_text, out, outlet_text, print_json, safe
from variorum.compare.speaking import NOBODY
from variorum.compare.variants import as_printed, turning_cue
from variorum.library import Quoted, Story
from variorum.record.article import Article
from variorum.record.reading import Quotation


def print_quotations(story: Story, speaker: str | None, limit: int, *, json: bool) -> None:
    """The quotations, or those of one speaker: by speaker, the most quoted first."""
    found = sorted(story.quotations(speaker), key=_in_time)
    if json:
        print_json({"quotations": [_as_data(one) for one in found]})
        return
    if not found:
        out.print(_nothing(story, speaker))
        return
    speakers = _by_speaker(found)
    articles = len({article.id for article, _ in found})
    counts = counted(len(found), "quotation"), counted(articles, "article")
    out.print(f"{counts[0]} in {counts[1]}", style="bold")
    for name, theirs in speakers[:limit]:
        out.print()
        out.print(safe(name, "bold magenta").append(f" · {len(theirs):,}", style="dim"))
        sayings = _by_words(theirs)
        for places in sayings[:limit]:
            _print_saying(places)
        print_more(len(sayings) - limit, "sayings")
    print_more(len(speakers) - limit, "speakers")


def _nothing(story: Story, speaker: str | None) -> str:
    if next(story.readings, None) is None:
        return "No article was read for quotations: see variorum build."
    if speaker:
        return str(safe(f"No quotation of {speaker}."))
    return "The articles quote nobody."


def _by_speaker(found: Iterable[Quoted]) -> list[tuple[str, list[Quoted]]]:
    """The quotations of each speaker, by name: entities are told apart in one article only."""
    by_name: dict[str, list[Quoted]] = defaultdict(list)
    for one in found:
        by_name[one.quotation.speaker_name or NOBODY].append(one)
    return sorted(by_name.items(), key=lambda item: (item[0] == NOBODY, -len(item[1]), item[0]))


def _by_words(found: Iterable[Quoted]) -> list[list[Quoted]]:
    """Quotations of the same words, whatever their marks and capitals, in order of the first."""
    by_words: dict[str, list[Quoted]] = defaultdict(list)
    for one in found:
        parts = (span.of(one.article.text) for span in one.quotation.content)
        words = "".join(filter(str.isalnum, " ".join(parts).casefold()))
        by_words[words or one.quotation.id].append(one)
    return list(by_words.values())


def _print_saying(places: list[Quoted]) -> None:
    """Words as the first place prints them, and all places."""
    article, quotation = places[0]
    words = " … ".join(as_printed(article.text, quotation))
    print_indented(safe(f"{turning_cue(article.text, quotation)} {words}".lstrip()), 2)
    for one in places:
        print_indented(_place(one), 4)


def _place(quoted: Quoted) -> Text:
    article, quotation = quoted
    place = [safe(outlet_text(article)), Text(day_text(article.published)), Text(quotation.mode)]
    line = Text(" · ").join([*place, *(safe(told) for told in _circumstances(quotation))])
    line.stylize("dim")
    return line


def _circumstances(quotation: Quotation) -> list[str]:
    told = [quotation.addressee and f"to {quotation.addressee}", quotation.venue]
    said = quotation.said and f"said {day_text(quotation.said)}"
    return [one for one in (*told, said) if one]


def _in_time(quoted: Quoted) -> tuple[str, str, int]:
    article, quotation = quoted
    published = article.published.written_end.isoformat() if article.published else "9999"
    return published, article.id, min((span.start for span in quotation.content), default=0)


def _as_data(quoted: Quoted) -> dict[str, Any]:
    article, quotation = quoted
    names = ("id", "mode", "speaker", "speaker_name", "addressee", "venue", "said", "confidence")
    return {
        "article": named(article),
        "words": as_printed(article.text, quotation),
        "content": quotation.content,
    } | {name: getattr(quotation, name) for name in names}


def named(article: Article) -> dict[str, Any]:
    """What tells an article from others, for JSON."""
    return {name: getattr(article, name) for name in ("id", "source", "outlet", "published")}
