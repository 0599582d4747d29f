"""A reader of windows by rote, so that assembly can be tested without a network."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from variorum.read.encoder.labels import Kind
from variorum.read.encoder.window import Attribution, Name, Window, WindowReading, Words
from variorum.read.reading import read
from variorum.record.article import Article, Block
from variorum.record.reading import Quotation, Reading
from variorum.record.when import When

VERBS = set(
    "said says told added noted wrote tweeted remarked stressed called described met is was want "
    "agreed asked reported left warned announced will have won't go spoke walked arrived".split()
)
WORDS = {
    "DT": set("the a an this".split()),
    "PRP": set("he she it they him her i we you them".split()),
    "PRP$": set("his their its my our".split()),
    "IN": set("of in on at to for with by during after before from as that".split()),
    "CC": set("and but or".split()),
}


class PlainReader:
    """Knows names and attributions by their words; tags the rest by small lists.

    `attributions`: cue, source (or ""), contents, each as words of the text between spaces.
    """

    def __init__(
        self,
        names: Mapping[str, Kind] | None = None,
        attributions: Sequence[tuple[str, str, Sequence[str]]] = (),
    ) -> None:
        self.names = names or {}
        self.attributions = attributions
        self.windows_read = 0

    def count_pieces(self, words: Sequence[str]) -> list[int]:
        return [1 + len(word) // 12 for word in words]

    def read_windows(self, windows: Sequence[Window]) -> Iterator[WindowReading]:
        for window in windows:
            self.windows_read += 1
            yield self._read(window)

    def _read(self, window: Window) -> WindowReading:
        speech = [_speech(word) for word in window.words]
        heads, relations = _grammar(window, speech)
        return WindowReading(
            parts_of_speech=tuple(speech),
            names=tuple(
                sorted(
                    (
                        Name(words, kind, 1.0)
                        for name, kind in self.names.items()
                        for words in _find(window, name)
                    ),
                    key=lambda name: name.words,
                )
            ),
            attributions=tuple(
                Attribution(near[0], near[1], near[2], 0.9)
                for cue, source, contents in self.attributions
                for near in _attributed(window, cue, source, contents)
            ),
            heads=heads,
            relations=tuple(relations),
            vectors=np.ones((len(window.sentences), 4), dtype=np.float32) / 2,
        )


def _speech(word: str) -> str:
    low = word.casefold()
    for tag, words in WORDS.items():
        if low in words:
            return tag
    if low in VERBS:
        return "VBD"
    if low in ("'s", "’s"):
        return "POS"
    if word[0].isdigit():
        return "CD"
    if not word[0].isalpha():
        return word[0] if word[0] in ",.:" else "''"
    return "NNP" if word[0].isupper() else "NN"


def _grammar(window: Window, speech: Sequence[str]) -> tuple[np.ndarray, list[str]]:
    """Nouns hang on the last of their run, runs on the next verb or the one before as subjects."""
    heads = np.arange(len(speech), dtype=np.int32)
    relations = ["dep"] * len(speech)
    edges = [*window.sentences, len(speech)]
    for first, last in pairwise(edges):
        verbs = [place for place in range(first, last) if speech[place] == "VBD"]
        for place in range(first, last):
            if (
                place + 1 < last
                and speech[place][:2] in ("NN", "DT", "PR")
                and (speech[place + 1][:2] == "NN")
            ):
                heads[place], relations[place] = place + 1, "compound"
                after = place + 1
                while after + 1 < last and speech[after + 1][:2] == "NN":
                    after += 1
                heads[place] = after
            elif speech[place][:2] in ("NN", "PR") and verbs:
                verb = next((one for one in verbs if one == place + 1), None)
                verb = verb or next((one for one in verbs if one == place - 1), None)
                heads[place] = verb or max((one for one in verbs if one < place), default=verbs[0])
                relations[place] = "nsubj" if verb else "obl"
    return heads, relations


def _find(window: Window, phrase: str) -> list[Words]:
    wanted = tuple(phrase.split())
    size = len(wanted)
    return [
        (place, place + size)
        for place in range(len(window.words) - size + 1)
        if window.words[place : place + size] == wanted
    ]


def _attributed(
    window: Window, cue: str, source: str, contents: Sequence[str]
) -> Iterator[tuple[Words, tuple[Words, ...], tuple[Words, ...]]]:
    cues = _find(window, cue)
    parts = [_find(window, content) for content in contents]
    if not cues or not all(parts):
        return
    content = tuple(found[0] for found in parts)
    nearest = min(cues, key=lambda words: abs(words[0] - content[0][1]))
    sources = sorted(_find(window, source), key=lambda words: abs(words[0] - nearest[0]))
    yield nearest, tuple(sources[:1]) if source else (), content


def article_of(text: str, language: str | None = "en", published: When | None = None) -> Article:
    """An article whose lines are its paragraphs."""
    blocks, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = place + len(line) - len(line.lstrip())
            blocks.append(Block(start, start + len(line.strip()), "body"))
        place += len(line) + 1
    return Article(
        id="art1-0", source="x", sha256="0", text=text, title=None, outlet=None, authors=(),
        agencies=(), published=published, language=language, blocks=tuple(blocks),
    )  # fmt: skip


def read_text(text: str, reader: PlainReader, published: When | None = None) -> Reading:
    return read(article_of(text, published=published), reader)


def parts_of(text: str, quotation: Quotation) -> list[str]:
    return [span.of(text) for span in quotation.content]
