"""GUM → documents: parts of speech, dependencies and names by hand, in many genres."""

import re
import tarfile
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from training.reader.document import UNKNOWN, Document
from variorum.read.encoder.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS

_SPEECH: Final = {tag: number for number, tag in enumerate(PARTS_OF_SPEECH)}
_NAMES: Final = {tag: number for number, tag in enumerate(NAME_TAGS)}
_RELATIONS: Final = {name: number for number, name in enumerate(RELATIONS)}

DEV: Final = frozenset(
    "academic_exposure academic_librarians bio_byron bio_emperor conversation_grounded "
    "conversation_risk court_loan court_negligence essay_evolved essay_tools fiction_beast "
    "fiction_lunre interview_cyclone interview_gaming letter_arendt letter_wiki "
    "news_homeopathic news_iodine podcast_bangladesh podcast_wrestling reddit_macroeconomics "
    "reddit_pandas speech_impeachment speech_inauguration textbook_governments textbook_labor "
    "vlog_portland vlog_radiology voyage_athens voyage_coron whow_joke whow_overalls".split()
)
TEST: Final = frozenset(
    "academic_discrimination academic_eegimaa bio_dvorak bio_jespersen conversation_lambada "
    "conversation_retirement court_insanity court_mitigation essay_fear essay_system "
    "fiction_falling fiction_teeth interview_hill interview_libertarian letter_attorney "
    "letter_mandela news_nasa news_sensitive podcast_bezos podcast_multitasking reddit_escape "
    "reddit_monsters speech_austria speech_newzealand textbook_chemistry textbook_union "
    "vlog_london vlog_studying voyage_oakland voyage_vavau whow_cactus whow_mice".split()
)
"""The corpus's own parts (splits.md in amir-zeldes/gum)."""

NON_COMMERCIAL: Final = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
"""Genres whose texts are CC BY-NC-SA (LICENSE.txt in amir-zeldes/gum): measured on only."""

_KINDS: Final = {"person": "person", "organization": "organization", "place": "place"}
_OTHER: Final = {"event", "object", "abstract", "substance", "animal", "plant"}
_ENTITY: Final = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")
_JOINS: Final = {"of", "the", "and", "for", "de", "la", "&", "-", "on", "in", "'s", ".", "von"}


class _Mention(NamedTuple):
    first: int
    last: int
    kind: str
    head: int


def gum_documents(folder: Path) -> Iterator[Document]:
    """All documents whose words are in the corpus (those from Reddit are not)."""
    with tarfile.open(folder / "gum" / "gum.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            name = Path(member.name).stem
            stream = archive.extractfile(member) if member.name.endswith(".conllu") else None
            if stream and "/dep/GUM_" in member.name and "reddit" not in name:
                yield _document(name.removeprefix("GUM_"), stream.read().decode())


def _document(name: str, text: str) -> Document:
    rows, sentences, paragraphs = _rows(text)
    part = "dev" if name in DEV else "test" if name in TEST else "train"
    speech = [_SPEECH.get(row[4], UNKNOWN) for row in rows]
    words = [row[1] for row in rows]
    starts, place = [], 0
    for row in rows:
        starts.append(place)
        place += len(row[1]) + ("SpaceAfter=No" not in row[9])
    bases = [sentences[bisect_right(sentences, at) - 1] for at in range(len(rows))]
    return Document(
        id=f"GUM_{name}",
        part=part,
        words=words,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentences=sentences,
        paragraphs=paragraphs,
        parts_of_speech=speech,
        names=_names(rows, bases),
        heads=[bases[at] + int(row[6]) - 1 if row[6] != "0" else at for at, row in enumerate(rows)],
        relations=[_RELATIONS.get(row[7], _RELATIONS["dep"]) for row in rows],
        readings=[],
        outlet=name.split("_", maxsplit=1)[0],
    )


def _rows(text: str) -> tuple[list[list[str]], list[int], list[int]]:
    rows: list[list[str]] = []
    sentences, paragraphs = [], []
    for line in text.splitlines():
        if line.startswith("# newpar") and "_block" not in line:
            paragraphs.append(len(rows))
        elif line.startswith("# sent_id"):
            sentences.append(len(rows))
        elif line and line[0].isdigit() and (row := line.split("\t"))[0].isdigit():
            rows.append(row)
    return rows, sentences, sorted({0, *paragraphs} & set(sentences))


def _names(rows: list[list[str]], bases: list[int]) -> list[int]:
    """Mentions with a proper noun as their head, cut down to the name in them; longest first."""
    tags = [UNKNOWN if row[4] == "JJ" and row[1][0].isupper() else 0 for row in rows]
    taken = [False] * len(rows)
    for mention in sorted(_mentions(rows), key=lambda found: (found.first - found.last, found)):
        first, last = _name_in(mention, rows, bases)
        if first < last and not any(taken[first:last]):
            plural = mention.kind == "person" and rows[mention.head][4] == "NNPS"
            kind = "group" if plural else _KINDS.get(mention.kind, "other")
            taken[first:last] = [True] * (last - first)
            tags[first:last] = [_NAMES[f"B-{kind}"], *[_NAMES[f"I-{kind}"]] * (last - first - 1)]
    return tags


def _mentions(rows: list[list[str]]) -> Iterator[_Mention]:
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for at, row in enumerate(rows):
        field = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for beginning, closed, ending in _ENTITY.findall(field):
            if beginning:
                told = beginning.split("-")
                opened.setdefault(told[0], []).append((at, told))
            group = beginning.split("-")[0] if closed else ending
            if group and opened.get(group):
                first, told = opened[group].pop()
                if len(told) > 5 and (told[1] in _KINDS or told[1] in _OTHER):
                    least = told[5].split(",")[0]
                    head = first + (int(least) - 1 if least.isdigit() else 0)
                    yield _Mention(first, at + 1, told[1], min(head, at))


def _name_in(mention: _Mention, rows: list[list[str]], bases: list[int]) -> tuple[int, int]:
    proper = [row[4] in ("NNP", "NNPS") for row in rows[mention.first : mention.last]]
    head = mention.head - mention.first
    if not proper[head] or bases[mention.first] != bases[mention.last - 1]:
        return 0, 0
    joins = [row[1].lower() in _JOINS for row in rows[mention.first : mention.last]]
    first = last = head
    while first and (proper[first - 1] or (joins[first - 1] and any(proper[: first - 1]))):
        first -= 1
    while last + 1 < len(proper) and (
        proper[last + 1] or (joins[last + 1] and any(proper[last + 2 : last + 4]))
    ):
        last += 1
    while not proper[first]:
        first += 1
    while not proper[last]:
        last -= 1
    return mention.first + first, mention.first + last + 1
