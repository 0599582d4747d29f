"""A record made of attacks: wherever an article or a name can say something, it says these."""

from pathlib import Path
from typing import Any

import msgspec

from tests.contracts.stories import PARAGRAPHS, article_line, build_read_store, write_lines
from variorum.store.protocol import Collation, Joined
from variorum.store.sqlite import SqliteStore

ATTACKS = (
    "<script>window.owned = 1</script>",
    "</script></title></textarea></svg></style><plot onload=owned()>",
    '<img src=x onerror="window.owned = 2">',
    '" onmouseover="window.owned = 3" style="x:y" x=\'',
    "javascript:window.owned=4//",
    "]]><plot/><![CDATA[ --><plot><!--",
    "&lt;plot&gt; &#60;plot> {{ 7 * 7 }}{% raw %} ${7*7} <%= 7 * 7 %>",
    "<a href=javascript:window.owned=5>press</a><base href=//evil.example/>",
    "\u202egnitirw\u202c\u2067other\u2069\u200b\u200d\ufeff\u00ad\u061c\x1b[31m\x00",
    "<svg><animate onbegin=window.owned=6 attributeName=x><foreignObject><plot>",
    "Ｗ𝕙𝕒𝕥 e\u0301\u0302\u0303\u0304\u0305 👩\u200d👩\u200d👧 \U000e0041\U000e0042",
)

HIDDEN = set("\u202e\u202c\u2067\u2069\u200b\u200d\ufeff\u00ad\u061c\x1b\x00\U000e0041\U000e0042")

_POISONED = {
    "name", "speaker_name", "venue", "addressee", "actor_name", "place", "label", "agency",
    "aliases", "titles", "reasons",
}  # fmt: skip


def write_hostile(folder: Path) -> list[Path]:
    """Files of a story whose articles attack whoever shows them."""
    lines = []
    for number, attack in enumerate(ATTACKS * 2):
        paragraph = PARAGRAPHS[number % 3]
        other = PARAGRAPHS[3 + number % 2]
        lines.append(
            article_line(
                f"Headline {attack} here\n\n{paragraph}\n\n"
                f"“We will not {attack} give way to them,” President Ana Duarte {attack} told "
                f"{attack} on Tuesday.\n\n{other} They met {attack} in {attack} on March 3, "
                f"2031.\n\nPrime Minister Jon {attack} Halden said {attack} he is against "
                f"{attack} the talks unless {attack} troops leave. {number // len(ATTACKS)} died.",
                title=f"Headline {attack} here", outlet=f"Outlet {number % 5} {attack}",
                authors=[attack, f"By {attack}"], published=f"2031-03-{number % 4 + 3:02}",
                url=f"javascript:window.owned=7//{attack}", id=attack, language="en",
                publisher=attack,
            )
        )  # fmt: skip
    lines += [
        article_line(PARAGRAPHS[5], title="Long " * 200_000, outlet="o" * 1_000_000, id="i" * 10**6,
                     authors=["a" * 1_000_000] * 40, url="https://x.example/" + "u" * 1_000_000),
        article_line("“" * 20_000 + PARAGRAPHS[6], title="“" * 20_000),
        article_line("\n".join(["<plot>"] * 60_000), title="Many lines"),
        article_line("<plot>" * 150_000, title="One line"),
        '{"text": "\\ud800 alone ' + PARAGRAPHS[7] + '", "title": "\\udfff"}',
        "<script>not json</script>",
    ]  # fmt: skip
    files = [write_lines(folder / "rows<img src=x onerror=owned()>.jsonl", lines)]
    for number, attack in enumerate(ATTACKS):
        name = attack.replace("/", "⁄").replace("\0", "")[:80]
        file = folder / f"{name} {number}.txt"
        file.write_bytes(f"{attack}\n\n{PARAGRAPHS[8]}\0\n\n{PARAGRAPHS[number % 3]}\n".encode())
        files.append(file)
    empty = folder / "<⁄code><plot>.txt"
    empty.touch()
    return [*files, empty]


def build_hostile_store(folder: Path) -> Path:
    """A store of that story in which also all that is derived from articles attacks."""
    path = folder / "hostile.variorum"
    build_read_store(path, *write_hostile(folder))
    poison = _Poison()
    with SqliteStore(path, write=True) as store:
        store.replace_collation(
            Collation(
                digest=store.collated() or "",
                dates=store.dates(),
                reuses=list(store.reuses()),
                pairs=poison.all(store.pairs()),
                lineage=poison.all(store.lineage()),
                dispatches=poison.all(store.dispatches()),
                joined=Joined(
                    poison.all(store.entities()),
                    store.joined_entities(),
                    poison.all(store.statements()),
                    poison.all(store.events()),
                    poison.all(store.positions()),
                    poison.all(store.stories()),
                ),
            )
        )
    return path


class _Poison:
    """Puts attacks into what a record tells in words of its own or of articles."""

    def __init__(self) -> None:
        self._given = 0

    def all(self, rows: Any) -> list[Any]:
        """The rows with attacks behind each of their names."""
        return [self._poisoned(one) for one in list(rows)]

    def _poisoned(self, one: msgspec.Struct) -> msgspec.Struct:
        changed: dict[str, Any] = {}
        for name in one.__struct_fields__:
            value = getattr(one, name)
            if name in _POISONED and isinstance(value, str):
                changed[name] = f"{value} {self._next()}"
            elif name in _POISONED and isinstance(value, tuple):
                changed[name] = (*value, *(self._next() for _ in range(3)))
            elif isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
                changed[name] = tuple(self._poisoned(each) for each in value)
        return msgspec.structs.replace(one, **changed)

    def _next(self) -> str:
        self._given += 1
        return ATTACKS[self._given % len(ATTACKS)]
