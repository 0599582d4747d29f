"""Makes chains: pages of several outlets on one event, with the truth about each pair.

    python -m evaluation.derivation.chains FOLDER [--half held_out] [--undated]

writes the pages of each chain and its truth, to look at or for other programs.
"""

import argparse
import json
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Final, Literal, NamedTuple

from evaluation.derivation import desks
from evaluation.derivation.events import Event, Half, Story, load_events, updated

OUTLETS: Final = (
    ("The Pellam Courier", "pellamcourier.example"),
    ("Harrow & Vale Gazette", "harrowvale.example"),
    ("Kestrel Radio", "kestrelradio.example"), ("Daily Ombrane", "dailyombrane.example"),
    ("The Tarn Observer", "tarnobserver.example"), ("Vocero del Sur", "vocerodelsur.example"),
    ("Northgate Post", "northgatepost.example"), ("Istra Morning", "istramorning.example"),
    ("The Sable Chronicle", "sablechronicle.example"), ("Lanternhead News", "lanternhead.example"),
    ("Quay Street Journal", "quaystreet.example"), ("Merle Evening Echo", "merleecho.example"),
)  # fmt: skip

FURNITURE: Final = (
    ["Home | World | Business | Sport", "Share", "Comments (3)"],
    ["MENU", "Subscribe from 1.99 a week", "Print", "Most read", "All rights reserved."],
    ["World news", "Listen to this article", "Follow us", "Back to top"],
    ["Breaking", "Advertisement", "Tags: world, news", "Contact the newsroom", "Privacy"],
)

Kind = Literal[
    "copy", "edited", "rewrite", "update", "reprint", "composite", "merged", "independent"
]


class Member(NamedTuple):
    """One page of a chain.

    `parent` names the text it was made from: another member, or `dispatch`, `update`
    (states of the agency's text that are not in hand) or None. `sources` are all texts of
    others in it, `own` whether it is otherwise somebody's own report.
    """

    name: str
    kind: Kind
    outlet: tuple[str, str]
    headline: str
    byline: str | None
    credit: str | None
    paragraphs: list[str]
    parent: str | None
    hours: float


class Truth(NamedTuple):
    """What a pair of members has to do with each other. Direction as in `Pair`.

    `older`: which of the two carries the older state of the dispatch: a, b or same; None if
    one of them does not carry it as a whole.
    """

    a: str
    b: str
    relation: str | None
    direction: str
    older: str | None


class Chain(NamedTuple):
    """All pages on one event and the truth about each pair."""

    event: Event
    members: list[Member]
    truth: list[Truth]


def make_chains(half: Half, seed: int = 1) -> list[Chain]:
    """One chain for each event of a half; the same seed makes the same chains."""
    return [make_chain(event, Random(f"{seed}-{event.slug}")) for event in load_events(half)]


def make_chain(event: Event, chance: Random) -> Chain:
    """A chain of 6 to 11 pages."""
    desk = _Desk(event, chance)
    in_hand = chance.random() < 0.35
    if in_hand:
        desk.publish_dispatch()
    for _ in range(chance.randint(1, 2)):
        desk.copy("dispatch", event.dispatch.paragraphs, chance.uniform(0.5, 6))
    edited = [
        desk.edit("dispatch", event.dispatch.paragraphs, chance.uniform(2, 14))
        for _ in range(chance.randint(1, 2))
    ]
    if chance.random() < 0.7:
        edited.append(desk.rewrite(chance.uniform(4, 20)))
    if chance.random() < 0.7:
        for _ in range(chance.randint(1, 2)):
            desk.copy("update", updated(event), chance.uniform(9, 18))
    if chance.random() < 0.5:
        desk.reprint(chance.choice(edited))
    if chance.random() < 0.5:
        desk.composite()
    if chance.random() < 0.35:
        desk.merged()
    desk.independent()
    chance.shuffle(desk.members)
    return Chain(event, desk.members, _truth(desk.members))


class _Desk:
    """Adds pages to a chain, each by another outlet."""

    def __init__(self, event: Event, chance: Random) -> None:
        self.event, self.chance = event, chance
        self.members: list[Member] = []
        self.outlets = list(OUTLETS)
        chance.shuffle(self.outlets)

    def _add(
        self, kind: Kind, story: Story, parent: str | None, hours: float, credit: str | None = None,
        outlet: tuple[str, str] | None = None,
    ) -> Member:  # fmt: skip
        member = Member(
            f"{kind}{len(self.members)}", kind, outlet or self.outlets.pop(), story.headline,
            story.byline, credit, story.paragraphs, parent, hours,
        )  # fmt: skip
        self.members.append(member)
        return member

    def _credit(self, share: float) -> str | None:
        return self.event.agency if self.chance.random() < share else None

    def publish_dispatch(self) -> None:
        """The agency's own page is among the pages."""
        site = self.event.agency.lower().replace(" ", "").encode("ascii", "ignore").decode()
        outlet = (self.event.agency, f"{site}.example")
        story = self.event.dispatch
        self.members.append(
            Member("dispatch", "copy", outlet, story.headline, None, self.event.agency,
                   story.paragraphs, "agency", 0)
        )  # fmt: skip

    def copy(self, parent: str, text: list[str], hours: float) -> None:
        """The text as sent: house style, perhaps cut from the end."""
        text = desks.house_style(text, self.chance)
        if self.chance.random() < 0.6:
            text = desks.cut_from_end(text, self.chance)
        source = self.event.dispatch if parent == "dispatch" else self.event.update
        self._add("copy", Story(source.headline, text), parent, hours, self._credit(0.65))

    def edit(self, parent: str, text: list[str], hours: float) -> Member:
        """At least three of the things that desks do to a text."""
        event, chance = self.event, self.chance
        steps = [
            lambda text: desks.loaded_words(text, event.loaded, chance),
            lambda text: desks.drop_qualifiers(text, event.qualifiers, chance),
            lambda text: desks.drop_inside(text, chance),
            lambda text: desks.reorder(text, chance),
            lambda text: desks.house_style(text, chance),
            lambda text: desks.cut_from_end(text, chance),
        ]
        for step in [steps[0], *chance.sample(steps[1:], chance.randint(2, 4))]:
            text = step(text)
        headline = chance.choice((event.dispatch.headline, event.rewrite.headline))
        return self._add("edited", Story(headline, text), parent, hours, self._credit(0.4))

    def rewrite(self, hours: float) -> Member:
        """The dispatch as a person reworked it, under a byline of the paper's own."""
        return self._add("rewrite", self.event.rewrite, "dispatch", hours)

    def reprint(self, source: Member) -> None:
        """Another site prints an outlet's text; half of them say where it is from."""
        credit = f"Source: {source.outlet[0]}" if self.chance.random() < 0.5 else None
        text = desks.house_style(source.paragraphs, self.chance)
        story = Story(source.headline, text, source.byline if credit else None)
        self._add("reprint", story, source.name, source.hours + self.chance.uniform(8, 40), credit)

    def composite(self) -> None:
        """A story of a paper's own that takes in paragraphs of the dispatch."""
        self._add("composite", self.event.composite, "dispatch", self.chance.uniform(20, 50))

    def merged(self) -> None:
        """The dispatch and the independent report in one."""
        event = self.event
        text = desks.merge(event.dispatch.paragraphs, event.independent.paragraphs, self.chance)
        headline = event.rewrite.headline
        self._add("merged", Story(headline, text), "dispatch", self.chance.uniform(15, 30))

    def independent(self) -> None:
        """Another reporter's account."""
        self._add("independent", self.event.independent, None, self.chance.uniform(1, 10))


def _truth(members: list[Member]) -> list[Truth]:
    return [
        Truth(a.name, b.name, _relation(a, b), _direction(a, b, members), _older(a, b))
        for a, b in combinations(members, 2)
    ]


def _relation(a: Member, b: Member) -> str | None:
    kinds = {a.kind, b.kind}
    if "merged" in kinds:
        return "partial" if kinds & {"independent", "composite"} else "edited"
    if "independent" in kinds:
        return "quotes_only"
    if "composite" in kinds:
        return "partial"
    if kinds == {"copy"}:
        return "copy" if _state(a) == _state(b) else "edited"
    reprinted = (a.kind == "reprint" and a.parent == b.name) or (
        b.kind == "reprint" and b.parent == a.name
    )
    return "copy" if reprinted else "edited"


def _older(a: Member, b: Member) -> str | None:
    if {a.kind, b.kind} & {"independent", "composite", "merged"}:
        return None
    updated_a, updated_b = a.parent == "update", b.parent == "update"
    return "same" if updated_a == updated_b else "b" if updated_a else "a"


def _state(member: Member) -> str | None:
    return "dispatch" if member.parent == "agency" else member.parent


def _direction(a: Member, b: Member, members: list[Member]) -> str:
    if _relation(a, b) == "quotes_only":
        return "unknown"
    if b.name in _ancestors(a, members):
        return "b->a"
    if a.name in _ancestors(b, members):
        return "a->b"
    return "common"


def _ancestors(member: Member, members: list[Member]) -> set[str]:
    """The members that a member's text came from; the agency's own page if it is in hand."""
    by_name = {other.name: other for other in members}
    found: set[str] = set()
    parents = [member.parent, "independent" if member.kind == "merged" else None]
    for parent in filter(None, parents):
        if parent in ("dispatch", "update"):
            found |= {"dispatch"} & set(by_name)
        elif parent == "independent":
            found |= {name for name, other in by_name.items() if other.kind == "independent"}
        elif parent in by_name:
            found |= {parent} | _ancestors(by_name[parent], members)
    return found


def as_row(chain: Chain, member: Member, *, dated: bool) -> dict[str, str]:
    """The page as a line of the input: its text with furniture, and, if dated, its time."""
    chance = Random(f"{chain.event.slug}-{member.name}")
    top, *bottom = chance.choice(FURNITURE)
    lines = [top, member.headline]
    if member.byline:
        lines.append(member.byline)
    dateline = f"{chain.event.city} — "
    if member.credit and not member.credit.startswith("Source"):
        if chance.random() < 0.5:
            dateline = f"{chain.event.city} ({member.credit}) — "
        else:
            lines.append(f"By {member.credit}")
    own = member.kind in ("independent", "composite", "rewrite")
    paragraphs = list(member.paragraphs)
    paragraphs[0] = paragraphs[0] if own else dateline + paragraphs[0]
    lines += paragraphs
    if member.credit and member.credit.startswith("Source"):
        lines.append(member.credit)
    row = {"id": member.name, "text": "\n\n".join(lines + bottom), "publisher": member.outlet[1],
           "outlet": member.outlet[0]}  # fmt: skip
    if dated:
        start = datetime.fromisoformat(chain.event.date).replace(hour=7, tzinfo=UTC)
        row["published"] = (start + timedelta(hours=member.hours)).isoformat(timespec="minutes")
    return row


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=["training", "held_out"], default="held_out")
    parser.add_argument("--undated", action="store_true")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for chain in make_chains(arguments.half):
        rows = [as_row(chain, member, dated=not arguments.undated) for member in chain.members]
        pages = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        truth = json.dumps([pair._asdict() for pair in chain.truth], indent=1)
        (arguments.folder / f"{chain.event.slug}.jsonl").write_text(pages, "utf-8")
        (arguments.folder / f"{chain.event.slug}.truth.json").write_text(truth, "utf-8")


if __name__ == "__main__":
    main()
