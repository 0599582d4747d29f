"""The sample story's record against what a reader of its sixteen articles finds."""

from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import variorum
from evaluation.golden import Range, Row, locate, opinions, overlap, rows
from tests.contracts.stories import SAMPLE_ARTICLES
from tests.stories.known import items
from variorum.compare.changes import Change
from variorum.record.article import Article

TRUTH = Path(__file__).parent / "sample"
INFERRED_DAYS = 7
"""A weekday without a date leaves a week; what is inferred from it may not be wider."""

MOVED = "a clause that moves and changes is told as dropped and added, not as replaced"
REWRITTEN = (
    "a paragraph that is rewritten throughout is told as dropped and added, not word by word"
)
SOURCE = "who a dropped clause or sentence was told by is no kind of its own"
TURKISH = "furniture in Turkish stands around an English text"

KNOWN: dict[str, str] = {
    "title of eastern-daily-call": TURKISH,
    "line 'Velmark and Torrenia talk at last'  of eastern-daily-call": TURKISH,
    "line 'PERISA'  of eastern-daily-call": "a place alone on its line is a dateline",
    "line 'PERISA'  of eastern-daily-offer": "a place alone on its line is a dateline",
    "line 'Tahıl koridoru yeniden açılır mı?'  of eastern-daily-call": TURKISH,
    "line 'Maran kimdir?'  of eastern-daily-offer": TURKISH,
    "line 'Inês Dourado covers the port for the Cal'  of calvera-herald-customs-house": (
        "what an outlet says of its author is no part of the report"
    ),
    "line 'Envoys head for Santa Rocha as Venn, Mar'  of calvera-herald-envoys-named": (
        "the line that is taken for the title is the headline, no heading in the text"
    ),
    "line 'What is the Northern Compact?'  of calvera-herald-envoys-named": (
        "the second of two links to other articles is as much a promo as the first"
    ),
    "line 'Source: The Haldun Post'  of frontline-monitor-reprint": (
        "the line that lineage rests on is a credit"
    ),
    "line 'di Fulvia Serrano'  of more.jsonl.gz:2": "an author's name after `di` is a byline",
    "body of more.jsonl.gz:1": "the last paragraph, on opinion polls, is taken for furniture",
    "lowland-gazette-call > eastern-daily-call: with knowledge of the talks => nothing": SOURCE,
    "lowland-gazette-call > eastern-daily-call: "
    "according to the relief agency of the Ca => nothing": SOURCE,
    "lowland-gazette-call > calvera-herald-envoys-named: "
    "two officials with knowledge of the talk => Calvera's foreign ministry said": SOURCE,
    "lowland-gazette-put-off > perisa-times-put-off: "
    "Calvera's foreign ministry said on Frida => after Haldun's envoys blocked agreement": MOVED,
    "lowland-gazette-put-off > perisa-times-put-off: "
    "nothing => Calvera's foreign ministry said on Frida": MOVED,
    "lowland-gazette-put-off > perisa-times-put-off: "
    "could begin => The exchange will begin": "`could` that becomes `will` is a hedge gone",
    "lowland-gazette-put-off > perisa-times-put-off: "
    "Palace spokesman Dorin Hale said in Hald => The palace in Haldun said that": SOURCE,
    "more.jsonl.gz:1 > eastern-daily-offer: "
    "Velmark's president, Karol Venn => The president of Velmark has claimed": REWRITTEN,
    "more.jsonl.gz:1 > eastern-daily-offer: "
    "who has repeatedly and without evidence  => has claimed that Maran lost": REWRITTEN,
    "more.jsonl.gz:1 > eastern-daily-offer: "
    "Opinion polls, which are hard to verify  => nothing": "the paragraph is taken for furniture",
}
"""Where the program is wrong, item by item, and how."""


def short(file: str) -> str:
    """A file's name without its ending; a row of a file with its number."""
    return file.partition(".")[0] if file[-2] != ":" else file


ARTICLES = {row["file"]: row for row in rows(TRUTH, "articles")}
BLOCKS = rows(TRUTH, "blocks")
PAIRS = {frozenset((row["a"], row["b"])): row for row in rows(TRUTH, "pairs")}
DISPATCHES = {row["dispatch"]: row for row in rows(TRUTH, "dispatches")}
LINEAGE = rows(TRUTH, "lineage")
CHANGES = rows(TRUTH, "changes")


@pytest.fixture(scope="module")
def files(articles: dict[str, Article]) -> dict[str, str]:
    """The names of files by the articles' ids."""
    return {one.id: file for file, one in articles.items()}


# articles


def test_every_article_is_read(articles: dict[str, Article]) -> None:
    assert set(articles) == set(ARTICLES)
    assert len(ARTICLES) == SAMPLE_ARTICLES


def article_items() -> dict[str, tuple[str, str]]:
    fields = ("outlet", "title", "authors", "agencies", "published", "updated", "language")
    return {f"{field} of {short(file)}": (file, field) for file in ARTICLES for field in fields}


@pytest.mark.parametrize("item", items(article_items(), KNOWN))
def test_article(item: tuple[str, str], articles: dict[str, Article]) -> None:
    file, field = item
    found, truth = getattr(articles[file], field), ARTICLES[file].get(field)
    if field == "agencies":
        assert [{"name": one.name, "role": one.role} for one in found] == truth
    elif field == "authors":
        assert list(found) == truth
    elif field in ("published", "updated"):
        assert (found is None) == (truth is None)
        assert found is None or holds(found, truth)
    else:
        assert found == truth


def holds(found: Any, truth: Row) -> bool:
    """Whether a time is the true one or, if it is inferred, an interval that holds it."""
    if found.basis != truth["basis"]:
        return False
    if truth["basis"] == "inferred":
        first, last = found.days
        narrow = (last - first).days < INFERRED_DAYS
        return narrow and first <= date.fromisoformat(truth["at"]) <= last
    same = datetime.fromisoformat(found.earliest) == datetime.fromisoformat(truth["at"])
    return (
        same and found.earliest == found.latest and ("T" in found.earliest) == ("T" in truth["at"])
    )


# blocks


def block_items() -> dict[str, Row]:
    return {
        f"line {row['text'][:40]!r} {row.get('nth', '')} of {short(row['file'])}": row
        for row in BLOCKS
    }


def roles_in(article: Article, place: Range) -> set[str | None]:
    """The roles of the characters of a range, white space aside; None where no block is."""
    roles: dict[int, str] = {}
    for block in article.blocks:
        roles |= dict.fromkeys(range(block.start, block.end), block.role)
    return {roles.get(at) for at in range(*place) if not article.text[at].isspace()}


@pytest.mark.parametrize("row", items(block_items(), KNOWN))
def test_line_has_its_role(row: Row, articles: dict[str, Article]) -> None:
    article = articles[row["file"]]
    found = roles_in(article, locate(article.text, row["text"], row.get("nth")))
    assert found <= set(opinions(row["role"]))


@pytest.mark.parametrize("file", items({f"body of {short(one)}": one for one in ARTICLES}, KNOWN))
def test_all_other_lines_are_body(file: str, articles: dict[str, Article]) -> None:
    article = articles[file]
    others = [row for row in BLOCKS if row["file"] == file]
    marked = [locate(article.text, row["text"], row.get("nth")) for row in others]
    at = 0
    for start, end in [*sorted(marked), (len(article.text), len(article.text))]:
        assert roles_in(article, (at, start)) <= {"body"}, article.text[at:start]
        at = end


# pairs


def pair_items() -> dict[str, tuple[str, str]]:
    return {f"{short(a)} & {short(b)}": (a, b) for a, b in combinations(sorted(ARTICLES), 2)}


@pytest.mark.parametrize("files_of_pair", items(pair_items(), KNOWN))
def test_pair(
    files_of_pair: tuple[str, str], story: variorum.Story, articles: dict[str, Article]
) -> None:
    truth = PAIRS.get(frozenset(files_of_pair), {"relation": "unrelated"})
    a, b = (articles[file].id for file in files_of_pair)
    found = story.pair(a, b)
    assert (found.relation if found else "unrelated") in opinions(truth["relation"])
    if found:
        forward = found.a == articles[truth["a"]].id
        turned = {"a->b": "b->a", "b->a": "a->b"}
        direction = found.direction if forward else turned.get(found.direction, found.direction)
        assert direction in opinions(truth["direction"])
        assert found.agency in opinions(truth["agency"])


# dispatches and lineage


@pytest.fixture(scope="module")
def nodes(story: variorum.Story, files: dict[str, str]) -> dict[str, str]:
    """What the golden folder calls the articles, dispatches and states of the record, by id.

    A dispatch is known by most of its carriers, so that one carrier more or less is one
    difference; a state likewise.
    """
    names = dict(files)
    for dispatch in story.dispatches:
        carriers = {files[one] for one in dispatch.articles}
        best = max(DISPATCHES.values(), key=lambda row: len(carriers & carriers_of(row)))
        names[dispatch.id] = best["dispatch"]
        for state in dispatch.states:
            carried = {files[one] for one in state.articles}
            close = max(best["states"], key=lambda row: len(carried & set(row["as_sent"])))
            names[state.id] = close["state"]
    return names


def carriers_of(dispatch: Row) -> set[str]:
    return {file for state in dispatch["states"] for file in state["as_sent"] + state["reworked"]}


@pytest.mark.parametrize("name", items({f"dispatch {one}": one for one in DISPATCHES}, KNOWN))
def test_dispatch(
    name: str, story: variorum.Story, nodes: dict[str, str], files: dict[str, str]
) -> None:
    (found,) = [one for one in story.dispatches if nodes[one.id] == name]
    truth = DISPATCHES[name]
    assert found.agency == truth["agency"]
    assert {files[article] for article in found.articles} == carriers_of(truth)
    states = [{files[article] for article in state.articles} for state in found.states]
    assert states == [set(state["as_sent"]) for state in truth["states"]]


def test_no_other_dispatch_is_inferred(story: variorum.Story) -> None:
    assert len(story.dispatches) == len(DISPATCHES)


def lineage_items() -> dict[str, Row]:
    return {f"{short(row['parent'])} -> {short(row['child'])}": row for row in LINEAGE}


@pytest.mark.parametrize("row", items(lineage_items(), KNOWN))
def test_lineage(row: Row, story: variorum.Story, nodes: dict[str, str]) -> None:
    found = {
        edge.relation
        for edge in story.lineage
        if (nodes[edge.parent], nodes[edge.child]) == (row["parent"], row["child"])
    }
    assert (found or {"none"}) <= set(opinions(row["relation"]))


def test_no_other_line_of_descent(story: variorum.Story, nodes: dict[str, str]) -> None:
    listed = {(row["parent"], row["child"]) for row in LINEAGE}
    found = {(nodes[edge.parent], nodes[edge.child]) for edge in story.lineage}
    assert found <= listed


# changes


def change_items() -> dict[str, Row]:
    return {change_name(row): row for row in CHANGES}


def change_name(row: Row) -> str:
    """The words before and after, with those around them where they are needed to tell which."""
    told = [row.get(f"{side}_in") or row[side] or "nothing" for side in ("before", "after")]
    return f"{short(row['a'])} > {short(row['b'])}: {' => '.join(words[:40] for words in told)}"


Sides = tuple[Range | None, Range | None]


def sides(row: Row, articles: dict[str, Article]) -> Sides:
    """Where a change that a reader lists stands in the two texts."""
    before, after = (
        row[side] and locate(articles[row[key]].text, row[side], phrase=row.get(f"{side}_in"))
        for side, key in (("before", "a"), ("after", "b"))
    )
    return before, after


def found_changes(story: variorum.Story, a: str, b: str) -> list[tuple[Sides, str]]:
    """All that the program says b changed in a: edits, and what is left out or added."""
    retelling = story.retelling(a, b)

    def ends(change: Change) -> Sides:
        before, after = change.a, change.b
        return before and (before.start, before.end), after and (after.start, after.end)

    edits = [(ends(change), change.kind) for change in retelling.changes]
    left_out = (*retelling.left_out, *retelling.left_out_inside)
    put_in = (*retelling.added, *retelling.added_inside)
    dropped = [(((one.start, one.end), None), "passage") for one in left_out]
    added = [((None, (one.start, one.end)), "passage") for one in put_in]
    return [*edits, *dropped, *added]


def touch(one: Sides, other: Sides) -> bool:
    """Whether two changes are about the same words on either side."""
    return any(a and b and overlap(a, b) for a, b in zip(one, other, strict=True))


def tells(one: Sides, truth: Sides) -> bool:
    """Whether a change is about all sides of the true one: a replacement about both."""
    return all(a and overlap(a, b) for a, b in zip(one, truth, strict=True) if b)


@pytest.mark.parametrize("row", items(change_items(), KNOWN))
def test_change_is_found(row: Row, story: variorum.Story, articles: dict[str, Article]) -> None:
    truth = sides(row, articles)
    found = found_changes(story, articles[row["a"]].id, articles[row["b"]].id)
    kinds = {kind for one, kind in found if tells(one, truth)}
    assert kinds, "no change of these words is told, or what replaced them is told apart"
    assert kinds & set(opinions(row.get("kind", [*kinds])))


RETELLINGS = {
    f"{short(a)} > {short(b)}": (a, b) for a, b in {(row["a"], row["b"]): 0 for row in CHANGES}
}


@pytest.mark.parametrize("retelling", items(RETELLINGS, KNOWN))
def test_nothing_else_is_called_changed(
    retelling: tuple[str, str], story: variorum.Story, articles: dict[str, Article]
) -> None:
    a, b = retelling
    listed = [sides(row, articles) for row in CHANGES if (row["a"], row["b"]) == retelling]
    others = [
        (one, kind)
        for one, kind in found_changes(story, articles[a].id, articles[b].id)
        if not any(touch(one, truth) for truth in listed)
    ]
    texts = articles[a].text, articles[b].text
    told = [
        [text[slice(*side)] if side else None for text, side in zip(texts, one, strict=True)]
        for one, _ in others
    ]
    assert told == []


def test_known_errors_are_those_of_items() -> None:
    named: list[str] = []
    for one in (article_items(), block_items(), pair_items(), lineage_items(), change_items()):
        named += one
    named += [f"body of {short(file)}" for file in ARTICLES]
    named += [f"dispatch {dispatch}" for dispatch in DISPATCHES]
    assert set(KNOWN) <= {*named, *RETELLINGS}
    assert len(set(named)) == len(named)


def test_every_row_is_an_item_of_its_own() -> None:
    assert len(block_items()) == len(BLOCKS)
    assert len(lineage_items()) == len(LINEAGE)
    assert len(change_items()) == len(CHANGES)
