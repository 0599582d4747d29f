"""Measures which entities of Helsinki articles are held for one.

    python -m evaluation.entities [--errors] [--readings STORE]

The gold is `gold/helsinki_entities.jsonl`: places in 42 articles (offsets, no text) with who or
what the reader's entity there is; cut names ("Witch") have the identity of the whole. A pair of
places is right if it is one entity in both; B³ counts each place's share. All 319 articles are
read and joined, the gold's places are judged. The baseline joins what has the same name. Rules
and limits were made looking at the half `tuning` only. `--readings` takes a store that has the
articles read already.

MEANTIME: mentions of persons, organizations and places in 120 Wikinews articles, by hand, with
their identities across articles; each article's mentions of one identity are taken for its
entity, so that joining alone is measured. Articles on aeroplanes and cars are for tuning, those
on computers and shares are held out.
"""

import argparse
import json
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, fromstring

from evaluation.corpora import GOLD, data_folder, has_corpus, rows_of
from variorum.collate.entities.joining import EntityRow, join_entities
from variorum.collate.entities.joining import rows_of as entity_rows_of
from variorum.engine.duckdb import DuckdbEngine
from variorum.pipeline import build
from variorum.read.reader import shipped_reader
from variorum.record.article import Article
from variorum.record.reading import Entity, EntityKind, Reading
from variorum.store.sqlite import SqliteStore

HALVES: Final = ("tuning", "held_out")
_KINDS: Final[dict[str, EntityKind]] = {
    "PER": "person", "ORG": "organization", "LOC": "place",
}  # fmt: skip


class Judged(NamedTuple):
    """A place of the gold: who it is, whom the record has it for, and what has the same name."""

    gold: str
    found: str
    baseline: str
    told: str


class Figures(NamedTuple):
    """Precision, recall and F1 of pairs and of B³, from 0 to 1, and how many places they count."""

    pairs: tuple[float, float, float]
    b_cubed: tuple[float, float, float]
    places: int


def figures(gold: Sequence[Hashable], found: Sequence[Hashable]) -> Figures:
    """How well a grouping of places agrees with another."""
    both = Counter(zip(gold, found, strict=True))
    in_gold, in_found = Counter(gold), Counter(found)
    shared, told, true = (_pairs(one) for one in (both, in_found, in_gold))
    total = max(1, len(gold))
    precision = sum(n * n / in_found[key[1]] for key, n in both.items()) / total
    recall = sum(n * n / in_gold[key[0]] for key, n in both.items()) / total
    return Figures(
        _with_f1(shared / max(1, told), shared / max(1, true)),
        _with_f1(precision, recall),
        len(gold),
    )


def _pairs(counts: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def _with_f1(precision: float, recall: float) -> tuple[float, float, float]:
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def read_helsinki(folder: Path) -> Path:
    """A store with all Helsinki articles read."""
    rows = folder / "rows.jsonl"
    rows.write_text("".join(json.dumps(row) + "\n" for row in rows_of("helsinki")), "utf-8")
    path = folder / "story.variorum"
    with SqliteStore(path, write=True) as store, DuckdbEngine() as engine:
        build([str(rows)], store, engine, reader=shipped_reader(store))
    return path


def judge(store: Path) -> dict[str, list[Judged]]:
    """The gold's places by half, as the record of a store's readings has them."""
    with SqliteStore(store) as opened:
        articles = {one.id: one for one in opened.articles()}
        read = [(articles[one.article], one) for one in opened.readings()]
    rows = [row for article, reading in read for row in entity_rows_of(article, reading)]
    with DuckdbEngine(processes=1) as engine:
        joined = join_entities(engine, rows).joined
    by_given = {str(article.given_id): (article, reading) for article, reading in read}
    judged: dict[str, list[Judged]] = defaultdict(list)
    with (GOLD / "helsinki_entities.jsonl").open(encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            article, reading = by_given[row["article"]]
            entity = _entity_at(reading, row["start"], row["end"])
            if entity:
                told = _told(article, row["start"], row["end"])
                same = f"{entity.name} {entity.kind == 'person'}"
                judged[row["half"]].append(
                    Judged(row["entity"], joined[entity.id], same, f"{row['article']} {told}")
                )
    return judged


def _entity_at(reading: Reading, start: int, end: int) -> Entity | None:
    """The entity of the mention that fits the place best."""
    shares = [
        (min(one.end, end) - max(one.start, start)) / (max(one.end, end) - min(one.start, start))
        for one in reading.mentions
    ]
    best = max(range(len(shares)), key=lambda place: shares[place], default=None)
    if best is None or shares[best] <= 0:
        return None
    return next((one for one in reading.entities if one.id == reading.mentions[best].entity), None)


def _told(article: Article, start: int, end: int) -> str:
    words = f"{article.text[max(0, start - 30) : start]}[{article.text[start:end]}]"
    return " ".join((words + article.text[end : end + 25]).split())


def judge_meantime() -> dict[str, list[Judged]]:
    """The entities of MEANTIME's articles by half; none if the archive is not at hand."""
    folder = data_folder()
    archives = sorted((folder / "meantime").glob("*english*.tar.gz")) if folder else []
    if not archives:
        return {}
    rows: list[EntityRow] = []
    gold: dict[str, tuple[str, str]] = {}
    with tarfile.open(archives[0]) as archive:
        members = [one for one in archive.getmembers() if "intra_cross" in one.name]
        for member in sorted(members, key=lambda one: one.name):
            stream = archive.extractfile(member)
            if member.name.endswith(".xml") and stream:
                for row, identity in _meantime_rows(fromstring(stream.read())):
                    rows.append(row)
                    gold[row.entity.id] = (_half_of(member.name), identity)
    with DuckdbEngine(processes=1) as engine:
        joined = join_entities(engine, rows).joined
    judged: dict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        entity, (half, identity) = row.entity, gold[row.entity.id]
        judged[half].append(Judged(identity, joined[entity.id], entity.name, entity.name))
    return judged


def _half_of(member: str) -> str:
    return "tuning" if "corpus_gm" in member or "corpus_airbus" in member else "held_out"


def _meantime_rows(document: Element) -> Iterator[tuple[EntityRow, str]]:
    """An article's named entities: each with the names that it has there, and its identity."""
    name = document.attrib["doc_name"]
    tokens = {one.attrib["t_id"]: one.text or "" for one in document.iter("token")}
    words: dict[str, tuple[str, str]] = {}
    entities: dict[str, Element] = {}
    for element in document.find("Markables") or ():
        if element.tag == "ENTITY_MENTION" and element.attrib.get("syntactic_type") in (
            "NAM",
            "PRE.NAM",
        ):
            anchors = [tokens[one.attrib["t_id"]] for one in element.iter("token_anchor")]
            words[element.attrib["m_id"]] = ("", " ".join(anchors))
        if element.tag == "ENTITY":
            entities[element.attrib["m_id"]] = element
    mentions: dict[str, list[str]] = defaultdict(list)
    for link in document.iter("REFERS_TO"):
        target = next(iter(link.iter("target"))).attrib["m_id"]
        for source in link.iter("source"):
            if source.attrib["m_id"] in words:
                mentions[target].append(words[source.attrib["m_id"]][1])
    yield from _rows_of_entities(name, entities, mentions)


def _rows_of_entities(
    article: str, entities: Mapping[str, Element], mentions: Mapping[str, Sequence[str]]
) -> Iterator[tuple[EntityRow, str]]:
    for number, element in entities.items():
        kind = _KINDS.get(element.attrib.get("ent_type", ""))
        forms = Counter(filter(None, map(_plain_name, mentions.get(number, ()))))
        identity = element.attrib.get("instance_id", "")
        if not kind or not forms or not identity:
            continue
        fullest = max(sorted(forms), key=lambda form: (form.count(" "), len(form)))
        aliases = tuple(form for form in sorted(forms) if form != fullest)
        entity = Entity(f"{article} {number}", fullest, kind, aliases)
        yield EntityRow(article, entity, tuple(sorted(forms.items()))), identity


def _plain_name(mention: str) -> str:
    """The name in a mention, which the corpus marks with all that describes it; "" for none."""
    words = (
        mention.split(" , ", maxsplit=1)[0].split(" (", maxsplit=1)[0].replace(" 's", "").split()
    )
    while words and not words[0][0].isupper():
        words = words[1:]
    is_name = all(word[0].isupper() or word in ("of", "and", "the", "for", "&") for word in words)
    return " ".join(words) if is_name else ""


def measured(judged: Sequence[Judged]) -> dict[str, Figures]:
    """Our figures and the baseline's."""
    gold = [one.gold for one in judged]
    return {
        "joined": figures(gold, [one.found for one in judged]),
        "same name": figures(gold, [one.baseline for one in judged]),
    }


def print_errors(judged: Iterable[Judged]) -> None:
    """What is held for one and is not, and the other way round."""
    judged = list(judged)
    for title, key, value in (("two in one", 1, 0), ("one in two", 0, 1)):
        groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for one in judged:
            groups[one[key]][one[value]].append(one.told)
        for name, parts in groups.items():
            if len(parts) > 1:
                print(title, name)
                for part, places in parts.items():
                    print("   ", part, len(places), places[0])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="print what is wrong in `tuning`")
    parser.add_argument("--readings", type=Path, help="a store that has the articles read")
    options = parser.parse_args()
    sets: dict[str, Sequence[Judged]] = {}
    if has_corpus("helsinki"):
        with tempfile.TemporaryDirectory() as folder:
            judged = judge(options.readings or read_helsinki(Path(folder)))
            sets = {half: judged[half] for half in HALVES}
    sets |= {f"meantime {half}": some for half, some in judge_meantime().items()}
    for name, some in sets.items():
        for who, found in measured(some).items():
            told = " ".join(f"{value:.3f}" for value in (*found.pairs, *found.b_cubed))
            print(f"{name} ({found.places}) {who}: pairs P R F1, B³ P R F1: {told}")
    if options.errors:
        for name, some in sets.items():
            if "tuning" in name:
                print_errors(some)


if __name__ == "__main__":
    main()
