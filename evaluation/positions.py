"""Measures whom articles are read to stand where, and on which side.

    python -m evaluation.positions [mpqa|gold] [--half tuning|held_out] [--errors]

`mpqa`: attitudes of the MPQA opinion corpus 2.0 (the JSON of SRL4ORL, `new/dev.json` for tuning,
the four test folds held out) that have a holder and a target in their sentence: positive and
negative sentiment, arguing and agreement are for and against. An attitude counts as found if the
issue of one that was read shares half of the shorter one's characters with its target, `stance`
is the share of the found ones with the same side, `precise` the share of those read whose issue
lies on a target, whatever the holder. MPQA marks every expression of feeling, also of persons about
persons and of things nobody would call an issue: few of them are positions.

`gold`: `gold/positions.jsonl`, sentences of Helsinki and allsides articles, sampled from those in
which an attitude had been read and, separately, from all others (8 words or more). Where somebody
stands somewhere, the row has the place of the issue, the stance and the actor; else all are null.
`precise` is the share of attitudes read at these places that have the right stance and, where the
gold tells it, the right actor (the same last word); `stance` the share with the right stance among
those whose issue was found; `found` estimates recall: each row weighs as many sentences as it was
drawn from (`SAMPLED`).
"""

import argparse
import io
import json
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from evaluation.corpora import GOLD, data_folder, rows_of
from evaluation.speakers import articles_of
from variorum.ingest.articles import make_article
from variorum.ingest.items import Item
from variorum.ingest.page import Page
from variorum.ingest.rows import page_of_row
from variorum.read.encoder.encoder import Encoder
from variorum.read.lexicon import fold
from variorum.read.passages import WindowReader
from variorum.read.reading import read
from variorum.record.article import Article, Block
from variorum.record.position import Attitude
from variorum.record.span import Span

FOLDS: Final = {
    "tuning": ("jsons/new/dev.json",),
    "held_out": tuple(f"jsons/new/test_fold_{number}.json" for number in range(4)),
}
_SIDES: Final = {"pos": "for", "neg": "against"}
_KINDS: Final = ("sentiment", "arguing", "agree")
_BRACKETS: Final = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}


class Target(NamedTuple):
    """Where an attitude's target stands, and the side."""

    span: Span
    stance: str


class Labelled(NamedTuple):
    """A row of the gold."""

    span: Span
    stance: str | None
    actor: str | None
    weight: float


class Figures(NamedTuple):
    """Shares from 0 to 1 and what they count."""

    found: float
    precise: float
    stance: float
    gold: int
    read: int


SAMPLED: Final[Mapping[tuple[str, str, str], float]] = {
    ("tuning", "helsinki", "found"): 135 / 34,
    ("tuning", "helsinki", "silent"): 2499 / 60,
    ("tuning", "allsides", "found"): 254 / 34,
    ("tuning", "allsides", "silent"): 4504 / 60,
    ("held_out", "helsinki", "found"): 130 / 32,
    ("held_out", "helsinki", "silent"): 1463 / 45,
    ("held_out", "allsides", "found"): 243 / 32,
    ("held_out", "allsides", "silent"): 4360 / 45,
}
"""Sentences (or attitudes read) for each row, by half, collection and where it was drawn from:
how many different ones there were, and how many of them were drawn."""


def has_mpqa() -> bool:
    """Whether the MPQA corpus is at hand."""
    folder = data_folder()
    return folder is not None and (folder / "mpqa" / "mpqa.tar.gz").exists()


def mpqa_documents(half: str) -> Iterator[tuple[Article, list[Target]]]:
    """The documents of a half, with the targets of attitudes that have a holder."""
    folder = data_folder()
    if folder is None:
        return
    with tarfile.open(folder / "mpqa" / "mpqa.tar.gz") as archive:
        for name in FOLDS[half]:
            member = archive.extractfile(name)
            if member is not None:
                documents = json.load(io.TextIOWrapper(member, "utf-8"))
                yield from (_document(one) for one in documents.values() if isinstance(one, dict))


def _document(document: Mapping[str, Any]) -> tuple[Article, list[Target]]:
    """Sentences joined by line feeds, words by spaces."""
    lines: list[str] = []
    targets: list[Target] = []
    start = 0
    names = [name for name in document if name.removeprefix("sentence").isdigit()]
    for name in sorted(names, key=lambda one: int(one.removeprefix("sentence"))):
        sentence = document[name]
        words = [_BRACKETS.get(word, word) for word in sentence["sentence_tokenized"]]
        starts = [start]
        for word in words:
            starts.append(starts[-1] + len(word) + 1)
        ends = [begin + len(word) for begin, word in zip(starts, words, strict=False)]
        targets += [
            Target(Span(starts[first], ends[last]), stance)
            for first, last, stance in _targets(sentence)
        ]
        lines.append(" ".join(words))
        start = starts[-1]
    return article_of_text(document["document_path"], "\n".join(lines)), targets


def _targets(sentence: Mapping[str, Any]) -> set[tuple[int, int, str]]:
    found = set()
    for name, expression in sentence.items():
        if not name.startswith("ds") or not isinstance(expression, dict):
            continue
        if not any(expression.get("holders_indices", ())) or expression.get("ds_implicit"):
            continue
        for part, attitude in expression.items():
            if not part.startswith("att") or not isinstance(attitude, dict):
                continue
            kind, _, side = attitude["attitudes_types"].rpartition("-")
            if kind in _KINDS and side in _SIDES:
                found |= {
                    (min(words), max(words), _SIDES[side])
                    for words in attitude["targets_indices"]
                    if words
                }
    return found


def article_of_text(name: str, text: str) -> Article:
    """An English article whose lines are its paragraphs."""
    blocks, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(place, place + len(line), "body"))
        place += len(line) + 1
    return Article(
        id=name, source=name, sha256="", text=text, title=None, outlet=None, authors=(),
        agencies=(), published=None, language="en", blocks=tuple(blocks),
    )  # fmt: skip


def measure_mpqa(
    documents: Iterable[tuple[Article, list[Target]]], encoder: WindowReader
) -> Figures:
    """Found, precise and stance over all documents."""
    gold = read_ = found = agreed = precise = 0
    for article, targets in documents:
        reading = read(article, encoder)
        attitudes = reading.attitudes if reading else ()
        gold += len(targets)
        read_ += len(attitudes)
        for target in targets:
            near = [one for one in attitudes if _overlap(one.issue, target.span)]
            found += bool(near)
            agreed += any(one.stance == target.stance for one in near)
        precise += sum(any(_overlap(one.issue, t.span) for t in targets) for one in attitudes)
    return Figures(_share(found, gold), _share(precise, read_), _share(agreed, found), gold, read_)


def gold_of(half: str) -> dict[tuple[str, str], list[Labelled]]:
    """The labelled places of a half by collection and article."""
    gold: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    with (GOLD / "positions.jsonl").open(encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            if row["half"] == half:
                weight = SAMPLED.get((half, row["collection"], row["sampled"]), 1.0)
                span = Span(row["start"], row["end"])
                gold[row["collection"], row["article"]].append(
                    Labelled(span, row["stance"], row["actor"], weight)
                )
    return gold


def labelled_articles(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Article]:
    """The articles by collection and id; none if the texts are not at hand."""
    wanted = set(keys)
    helsinki = articles_of(sorted(one for name, one in wanted if name == "helsinki"))
    found = {("helsinki", one): article for one, article in helsinki.items()}
    for row in rows_of("allsides"):
        key = ("allsides", str(row["id"]))
        if key in wanted:
            page = page_of_row(Item(key[1], "rows", json.dumps(row).encode()))
            if isinstance(page, Page):
                found[key] = make_article(page, {})
    return found


def measure_gold(half: str, encoder: WindowReader, *, errors: bool = False) -> Figures:
    """Found, precise and stance on the labelled places of a half."""
    gold = gold_of(half)
    weights = {"gold": 0.0, "found": 0.0}
    counts = {"gold": 0, "near": 0, "stance": 0, "read": 0, "right": 0}
    for key, article in sorted(labelled_articles(gold).items()):
        reading = read(article, encoder)
        attitudes = reading.attitudes if reading else ()
        for row in gold[key]:
            near = [one for one in attitudes if _touch(one.issue, row.span)]
            right = [one for one in near if _is_right(one, row)]
            counts["read"] += len(near)
            counts["right"] += len(right)
            if errors and (len(right) < len(near) or (row.stance and not right)):
                _print_error(article, row, near)
            if row.stance:
                counts["gold"] += 1
                counts["near"] += bool(near)
                counts["stance"] += any(one.stance == row.stance for one in near)
                weights["gold"] += row.weight
                weights["found"] += row.weight * bool(right)
    return Figures(
        weights["found"] / weights["gold"] if weights["gold"] else 0.0,
        _share(counts["right"], counts["read"]),
        _share(counts["stance"], counts["near"]),
        counts["gold"],
        counts["read"],
    )


def _is_right(one: Attitude, row: Labelled) -> bool:
    if one.stance != row.stance:
        return False
    return row.actor is None or fold(one.actor_name).split()[-1:] == fold(row.actor).split()[-1:]


def _print_error(article: Article, row: Labelled, near: Iterable[Attitude]) -> None:
    words = " ".join(row.span.of(article.text).split())[:90]
    print(f"{row.actor} {row.stance}: {words}")
    for one in near:
        print(f"    read: {one.actor_name} {one.stance}: {one.issue.of(article.text)}")


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _overlap(one: Span, other: Span) -> bool:
    """Whether two ranges share half of the shorter one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 >= min(len(one), len(other)) > 0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("on", nargs="?", choices=("mpqa", "gold"), default="gold")
    parser.add_argument("--half", choices=tuple(FOLDS), default="held_out")
    parser.add_argument("--errors", action="store_true", help="print what is wrong or missed")
    options = parser.parse_args()
    encoder = Encoder.shipped()
    if options.on == "mpqa":
        figures = measure_mpqa(mpqa_documents(options.half), encoder)
    else:
        figures = measure_gold(options.half, encoder, errors=options.errors)
    print(
        f"{options.on} {options.half}: found {figures.found:.3f} of {figures.gold}, "
        f"precise {figures.precise:.3f} of {figures.read}, stance {figures.stance:.3f}"
    )


if __name__ == "__main__":
    main()
