"""Measures who is found to speak the direct and mixed quotations of Helsinki articles.

    python -m evaluation.speakers [--half tuning|held_out] [--errors]
        [--network FILE --vocabulary FILE]

The gold is `gold/helsinki_speakers.jsonl`: what stands between quotation marks and is somebody's
words, with the speaker's full name (more than one with |), null where the article names nobody.
Words held apart, titles and names of programmes are left out. A gold passage is right if a direct
or mixed quotation of the reading covers half of it and has the speaker: a name whose words are
among the gold's, or the other way round, with the same last word. `found` is the share of gold
passages that are covered at all, `precise` the share of the reading's direct and mixed quotations
that cover a gold passage. Rules were made looking at the half `tuning` only.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from evaluation.corpora import GOLD, has_corpus, helsinki_pages
from variorum.engine.duckdb import DuckdbEngine
from variorum.ingest.articles import make_article
from variorum.ingest.recurrence import find_recurrence, lines_of
from variorum.read.encoder.encoder import Encoder
from variorum.read.lexicon import fold
from variorum.read.passages import WindowReader
from variorum.read.reading import read
from variorum.record.article import Article
from variorum.record.reading import Quotation

HALVES: Final = ("tuning", "held_out")


class Spoken(NamedTuple):
    """Words between marks in an article, and who says them: names, or None for nobody named."""

    article: str
    start: int
    end: int
    speakers: tuple[str, ...] | None


class Figures(NamedTuple):
    """Shares from 0 to 1, and how many gold passages they count."""

    right: float
    found: float
    precise: float
    passages: int


def gold_of(half: str) -> dict[str, list[Spoken]]:
    """The gold passages of a half by the id that the collection gives their article."""
    gold: dict[str, list[Spoken]] = defaultdict(list)
    with (GOLD / "helsinki_speakers.jsonl").open(encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            if row["half"] == half:
                names = tuple(row["speaker"].split("|")) if row["speaker"] else None
                gold[row["article"]].append(Spoken(row["article"], row["start"], row["end"], names))
    return gold


def articles_of(ids: Iterable[str]) -> dict[str, Article]:
    """Articles of the Helsinki collection; none if the texts are not at hand."""
    if not has_corpus("helsinki"):
        return {}
    pages = helsinki_pages()
    with DuckdbEngine(processes=1) as engine:
        repeats = find_recurrence(engine, map(lines_of, pages.values())).repeats
    return {one: make_article(pages[one], repeats.get(pages[one].id, {})) for one in ids}


def is_same_person(found: str | None, names: Sequence[str] | None) -> bool:
    """Whether a name is one of the gold's, or none is where none should be."""
    if names is None or found is None:
        return names is None and found is None
    return any(_agree(fold(found).split(), fold(name).split()) for name in names)


def _agree(found: Sequence[str], name: Sequence[str]) -> bool:
    return found[-1] == name[-1] and (set(found) <= set(name) or set(name) <= set(found))


def covering(spoken: Spoken, quotations: Iterable[Quotation]) -> Quotation | None:
    """The direct or mixed quotation that covers most of a gold passage, and half of it at least."""
    shares = [(_shared(spoken, one), one) for one in quotations if one.mode != "indirect"]
    share, best = max(shares, key=lambda pair: pair[0], default=(0, None))
    return best if 2 * share >= spoken.end - spoken.start else None


def _shared(spoken: Spoken, quotation: Quotation) -> int:
    return sum(
        max(0, min(span.end, spoken.end) - max(span.start, spoken.start))
        for span in quotation.content
    )


def speaker_in(quotation: Quotation) -> str | None:
    """The name of a quotation's speaker if it is an entity."""
    return quotation.speaker_name if quotation.speaker else None


def measure(half: str, encoder: WindowReader, *, tell_errors: bool = False) -> Figures | None:
    """The figures of a half; None if the texts are not at hand."""
    gold = gold_of(half)
    articles = articles_of(gold)
    if not articles:
        return None
    right = found = total = precise = predicted = 0
    for given_id, passages in gold.items():
        reading = read(articles[given_id], encoder)
        covered = set()
        for spoken in passages:
            quotation = covering(spoken, reading.quotations)
            name = speaker_in(quotation) if quotation else None
            is_right = quotation is not None and is_same_person(name, spoken.speakers)
            total, found, right = total + 1, found + bool(quotation), right + is_right
            if tell_errors and not is_right:
                words = articles[given_id].text[spoken.start : spoken.end]
                print(f"{given_id}: {quotation and name!r} for {spoken.speakers}: {words[:90]!r}")
        quoted = [one for one in reading.quotations if one.mode != "indirect"]
        covered = {
            one.id for one in quoted for spoken in passages if _shared(spoken, one) > 0
        }  # fmt: skip
        if tell_errors:
            for one in quoted:
                if one.id not in covered:
                    span = one.content[0]
                    words = articles[given_id].text[span.start : span.end]
                    print(f"{given_id}: too many: {one.speaker_name!r} {one.mode}: {words[:90]!r}")
        precise, predicted = precise + len(covered), predicted + len(quoted)
    return Figures(right / total, found / total, precise / max(1, predicted), total)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--network", type=Path, help="another network than the shipped one")
    parser.add_argument("--vocabulary", type=Path)
    options = parser.parse_args()
    if options.network:
        encoder = Encoder(options.network.read_bytes(), options.vocabulary)
    else:
        encoder = Encoder.shipped()
    for half in [options.half] if options.half else HALVES:
        figures = measure(half, encoder, tell_errors=options.errors)
        if figures:
            print(half, *(f"{name} {value:.3f}" for name, value in figures._asdict().items()))


if __name__ == "__main__":
    main()
