"""Writes the report: one HTML file with everything in it, readable offline and without scripts."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum import __version__
from variorum.compare.changes import Change, Retelling
from variorum.library import Story
from variorum.record.article import Article
from variorum.record.errors import InputError
from variorum.record.lineage import Lineage
from variorum.report.drawing import draw_families, relations, short_day
from variorum.views.side_by_side import Row, side_by_side

TEXT_BUDGET: Final = 2_400_000
"""Characters of side-by-side texts in one report; what does not fit is named, not shown."""

FULL_TEXTS: Final = 400
"""Articles whose text is in the report; in larger stores those outside a family are only listed."""

LISTED_CHANGES: Final = 24


class Comparison(NamedTuple):
    """Two related articles side by side, and what they have to do with each other."""

    id: str
    left: Article
    right: Article
    relation: str
    reasons: Sequence[str]
    rows: list[Row]


class Card(NamedTuple):
    """What one retelling changed, in short.

    `more`: changes that are not listed; `parts`: sentences inside paragraphs, each with what
    became of it.
    """

    child: Article
    witness: Article
    is_parent: bool
    edge: Lineage
    changes: list[Change]
    more: int
    parts: list[tuple[str, str]]
    retelling: Retelling
    comparison: str | None


def write_report(story: Story, path: Path, title: str | None = None) -> int:
    """Write the report of a story to a file; returns its size in bytes.

    Raises `InputError` if the file cannot be written, or holds anything but a report: it
    may be the store itself, or one of the pages it was made of.
    """
    part = path.with_name(path.name + ".part")
    try:
        if path.exists() and not _may_be_replaced(path):
            raise InputError(f"{path} is there and is no report", "Choose another file with -o")
        html = render_report(story, title).encode("utf-8", "replace")
        part.write_bytes(html)
        part.replace(path)
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}", "Choose another file with -o"
        ) from error
    return len(html)


def _may_be_replaced(path: Path) -> bool:
    """Whether a path leads to a report of ours, or an empty file."""
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        head = stream.read(2_000)
    return not head or b'<meta name="generator" content="Variorum' in head


def render_report(story: Story, title: str | None = None) -> str:
    """The report as one HTML document."""
    comparisons, left_out = _comparisons(story)
    ids = {(one.left.id, one.right.id): one.id for one in comparisons}
    cards = sorted(_cards(story, ids), key=lambda card: -len(card.changes) - card.more)
    edge_ids = {
        (card.edge.parent, card.edge.child): card.comparison for card in cards if card.comparison
    }
    drawings = draw_families(story, edge_ids)
    texts = _texts_to_show(story)
    style, script = _asset("report.css"), _asset("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            title=title or _title(story),
            story=story,
            drawings=drawings,
            relations=list(relations(drawings)),
            cards=cards,
            comparisons=comparisons,
            left_out=left_out,
            wordings=_recurring(cards),
            shown_texts=texts,
            targets={"articles", *(one.id for one in comparisons), *(one.id for one in texts)},
            span_of_days=_span_of_days(story),
            version=__version__,
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
        )
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("variorum.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = short_day
    environment.filters["visible"] = visible
    return environment


_HIDDEN_RANGES: Final = (
    (0x00, 0x09), (0x0B, 0x0C), (0x0E, 0x20), (0x7F, 0xA0), (0x061C, 0x061D), (0x200E, 0x2010),
    (0x202A, 0x202F), (0x2066, 0x206A),
)  # fmt: skip
_HIDDEN: Final = {code: "�" for start, end in _HIDDEN_RANGES for code in range(start, end)}


def visible(text: object) -> str:
    """Text of an article with control characters and marks that turn the writing made visible."""
    return str(text).translate(_HIDDEN)


def _asset(name: str) -> str:
    return files("variorum.report").joinpath("templates", name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy: nothing but this file's own style and script."""
    sources = " ".join(
        f"{kind}-src 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}';"
        for kind, text in (("style", style), ("script", script))
    )
    return f"default-src 'none'; {sources} img-src data:; base-uri 'none'; form-action 'none'"


def _title(story: Story) -> str:
    """The headline that most articles share words with."""
    titles = [article.title for article in story.articles if article.title]
    if not titles:
        return "A story in several reports"
    counts = Counter(word for title in titles for word in set(title.casefold().split()))
    return max(
        titles,
        key=lambda title: (
            sum(counts[word] for word in set(title.casefold().split())) / (4 + len(title.split())),
            title,
        ),
    )


def _span_of_days(story: Story) -> str:
    """The days of publication, without the few far-off ones that a large heap always has."""
    known = (article.published for article in story.articles)
    days = sorted(day for when in known if when for day in when.days)
    if not days:
        return ""
    odd = len(days) // 50
    first, last = days[odd], days[-1 - odd]
    if first == last:
        return f"{first.day} {first:%b %Y}"
    year = f" {first:%Y}" if first.year != last.year else ""
    return f"{first.day} {first:%b}{year} – {last.day} {last:%b %Y}"


def _comparisons(story: Story) -> tuple[list[Comparison], int]:
    """Side-by-side views: those on an edge of the lineage first, then other related pairs."""
    wanted: dict[tuple[str, str], tuple[str, Sequence[str]]] = {}
    for edge in story.lineage:
        witness = story.witness(edge)
        if witness and (witness.is_parent or edge.relation != "copy"):
            wanted.setdefault((witness.article, edge.child), (edge.relation, edge.reasons))
    for pair in sorted(
        story.pairs, key=lambda pair: (-pair.share_a - pair.share_b, pair.a, pair.b)
    ):
        if (
            pair.relation != "quotes_only"
            and not {(pair.a, pair.b), (pair.b, pair.a)} & wanted.keys()
        ):
            wanted[_older_first(story, pair.a, pair.b)] = pair.relation, pair.reasons
    found: list[Comparison] = []
    spent = 0
    for (left, right), (relation, reasons) in wanted.items():
        size = len(story.by_id[left].text) + len(story.by_id[right].text)
        if spent + size > TEXT_BUDGET:
            continue
        spent += size
        found.append(
            _comparison(story, f"compare-{len(found) + 1}", left, right, relation, reasons)
        )
    return found, len(wanted) - len(found)


def _older_first(story: Story, a: str, b: str) -> tuple[str, str]:
    order = {
        article.id: place for place, article in enumerate(story.articles) if article.id in (a, b)
    }
    return (a, b) if order[a] <= order[b] else (b, a)


def _comparison(
    story: Story, name: str, left: str, right: str, relation: str, reasons: Sequence[str]
) -> Comparison:
    a, b = story.by_id[left], story.by_id[right]
    return Comparison(
        name, a, b, relation, reasons, side_by_side(a, b, story.reuses_between(left, right))
    )


def _cards(story: Story, comparisons: dict[tuple[str, str], str]) -> Iterator[Card]:
    """What each retelling changed, in the order of the lineage."""
    for edge in story.lineage:
        witness = story.witness(edge)
        if witness is None:
            continue
        retelling = story.retelling(witness.article, edge.child)
        changes = retelling.telling
        yield Card(
            child=story.by_id[edge.child],
            witness=story.by_id[witness.article],
            is_parent=witness.is_parent,
            edge=edge,
            changes=changes[:LISTED_CHANGES],
            more=max(0, len(changes) - LISTED_CHANGES),
            parts=list(_parts(story, retelling)),
            retelling=retelling,
            comparison=comparisons.get((witness.article, edge.child))
            or comparisons.get((edge.child, witness.article)),
        )


def _parts(story: Story, retelling: Retelling) -> Iterator[tuple[str, str]]:
    for verb, places in (
        ("left out", retelling.left_out_inside),
        ("added", retelling.added_inside),
    ):
        for place in places:
            yield verb, place.span.of(story.by_id[place.article].text)


def _recurring(cards: Sequence[Card]) -> list[tuple[str, str, list[str]]]:
    """Dropped qualifiers and replaced words: (before, after, outlets), the most frequent first."""
    outlets: dict[tuple[str, str], list[str]] = {}
    for card in cards:
        if card.edge.relation == "copy" and not card.is_parent:
            continue
        for change in card.changes:
            if change.kind in ("qualifier", "wording") and (
                change.before and (change.after or change.kind == "qualifier")
            ):
                key = change.before.casefold(), change.after.casefold()
                name = card.child.outlet or "?"
                if name not in outlets.setdefault(key, []):
                    outlets[key].append(name)
    ranked = sorted(
        outlets.items(),
        key=lambda item: (-len(item[1]), -len(item[0][0]) - len(item[0][1]), item[0]),
    )
    return [(before, after, names) for (before, after), names in ranked[:12]]


def _texts_to_show(story: Story) -> list[Article]:
    if len(story.articles) <= FULL_TEXTS:
        return story.articles
    related = {edge.child for edge in story.lineage} | {edge.parent for edge in story.lineage}
    return [article for article in story.articles if article.id in related][:FULL_TEXTS]
