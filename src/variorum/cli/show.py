"""`variorum show`: the record at a glance."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final, NamedTuple

import typer
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from variorum.cli.changes import print_changes
from variorum.cli.conflicts import conflicts_data, print_conflicts
from variorum.cli.coverage import coverage_data, print_coverage
from variorum.cli.digest import digest_data, print_digest
from variorum.cli.positions import positions_data, print_positions
from variorum.cli.printing import clipped, day_text, out, outlet_text, print_json, safe
from variorum.cli.quotations import print_quotations
from variorum.cli.statements import print_statements
from variorum.cli.stories import print_stories, stories_data
from variorum.cli.timeline import print_timeline, timeline_data
from variorum.cli.wordings import print_wordings, wordings_data
from variorum.compare.changes import Change, Retelling
from variorum.library import Story, open_story
from variorum.record.article import Article
from variorum.record.errors import InputError
from variorum.record.lineage import Dispatch, Lineage, Pair
from variorum.store.naming import StoreName

SHOWN_CHANGES: Final = 14
"""Changes that are listed for one copy; the report lists all."""

SHOWN_PARTS: Final = 4
"""Sentences left out or added inside paragraphs that are listed, of each."""

WIDE: Final = 110
"""Columns of a terminal in which an article has one line; in fewer, and in a pipe, it has two."""


class View(NamedTuple):
    """What an option of `show` prints, and what it gives as JSON."""

    print: Callable[[Story, int], None]
    data: Callable[[Story], Any]


VIEWS: Final = {
    "stories": View(print_stories, stories_data),
    "digest": View(print_digest, digest_data),
    "timeline": View(print_timeline, timeline_data),
    "positions": View(print_positions, positions_data),
    "coverage": View(print_coverage, coverage_data),
    "conflicts": View(print_conflicts, conflicts_data),
    "wordings": View(print_wordings, wordings_data),
}
"""The views of the record by the names of their options, in the order in which they are printed."""


def show_command(
    store: Annotated[StoreName, typer.Argument(parser=StoreName, help="The store to show.")],
    limit: Annotated[
        int, typer.Option(help="Articles and families, or speakers, to list at most.", min=1)
    ] = 60,
    failures: Annotated[
        bool,
        typer.Option("--failures", help="List inputs that gave no article, or were not read."),
    ] = False,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Show what two articles share: ids, or words of their sources."),
    ] = None,
    quotations: Annotated[
        bool, typer.Option("--quotations", help="List who is quoted, saying what and where.")
    ] = False,
    statements: Annotated[
        bool,
        typer.Option("--statements", help="List what was said, each utterance once, by speaker."),
    ] = False,
    speaker: Annotated[
        str | None,
        typer.Option(
            help="With --quotations or --statements: only theirs; words of a name, in any case."
        ),
    ] = None,
    stories: Annotated[
        bool, typer.Option("--stories", help="List which articles are about one development.")
    ] = False,
    digest: Annotated[
        bool,
        typer.Option(
            "--digest", help="List the days that matter most, each in the articles' own sentences."
        ),
    ] = False,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="List what happened and is to come, day by day.")
    ] = False,
    positions: Annotated[
        bool, typer.Option("--positions", help="List who stands where on which issue.")
    ] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="List which outlet tells or omits what others tell.")
    ] = False,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="List where reports tell one thing differently.")
    ] = False,
    wordings: Annotated[
        bool, typer.Option("--wordings", help="List what retellings call otherwise.")
    ] = False,
    changes: Annotated[
        bool, typer.Option("--changes", help="List what the articles that came last changed.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            help="List what changed after this time: 2031-03-04, '2031-03-04 09:40', or 2h, 3d ago."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Show the articles, who copied whom, and what each copy changed."""
    wanted = {
        "stories": stories, "digest": digest, "timeline": timeline, "positions": positions,
        "coverage": coverage, "conflicts": conflicts, "wordings": wordings,
    }  # fmt: skip
    views = [name for name in VIEWS if wanted[name]]
    with open_story(store) as story:
        if views:
            _print_views(story, views, limit, json=json)
        elif changes or since:
            print_changes(story, since, limit, json=json)
        elif pair:
            _print_pair(story, *(_only(story, name) for name in pair))
        elif statements:
            print_statements(story, speaker, limit, json=json)
        elif quotations or speaker:
            print_quotations(story, speaker, limit, json=json)
        elif json:
            print_json(_as_data(story))
        elif failures:
            _print_failures(story)
        else:
            _print_articles(story, limit)
            _print_trees(story, limit)
            _print_changes(story, limit)


def _print_views(story: Story, names: Sequence[str], limit: int, *, json: bool) -> None:
    """The views that were asked for, one after the other, or as one JSON document."""
    if json:
        print_json({name: VIEWS[name].data(story) for name in names})
        return
    for number, name in enumerate(names):
        if number:
            out.print()
        VIEWS[name].print(story, limit)


def _print_articles(story: Story, limit: int) -> None:
    out.print(f"{len(story.articles):,} articles", style="bold")
    is_narrow = out.width < WIDE
    table = Table(box=None, pad_edge=False, show_header=not is_narrow, padding=(0, 2, 0, 0))
    table.add_column("published", style="dim", no_wrap=True)
    for name in ("",) if is_narrow else ("outlet", "agency", "headline"):
        table.add_column(name)
    for article in story.articles[:limit]:
        outlet = safe(outlet_text(article), "bold")
        agencies = safe(_agencies(article))
        headline = safe(article.title or "—")
        if is_narrow:
            is_credited = agencies and agencies.plain != outlet.plain
            named = Text(" · ").join([outlet, agencies] if is_credited else [outlet])
            table.add_row(day_text(article.published), Text("\n").join([named, headline]))
        else:
            table.add_row(day_text(article.published), outlet, agencies, headline)
    out.print(table)
    if len(story.articles) > limit:
        out.print(f"… and {len(story.articles) - limit:,} more (--limit)", style="dim")
    if any(
        article.published and article.published.basis == "inferred" for article in story.articles
    ):
        out.print("~ inferred from what the text tells", style="dim")
    unread = sum(failure.stage == "read" for failure in story.failures)
    if failed := len(story.failures) - unread:
        out.print(f"{failed:,} inputs gave no article (--failures)", style="yellow")
    if unread:
        out.print(f"{unread:,} articles were not read for quotations (--failures)", style="yellow")


def _agencies(article: Article) -> str:
    origins = [agency.name for agency in article.agencies if agency.role == "origin"]
    others = [f"with {agency.name}" for agency in article.agencies if agency.role != "origin"]
    return ", ".join(origins + others)


def _print_trees(story: Story, limit: int) -> None:
    roots = _tops(story)
    out.print()
    if not roots:
        out.print("No article has its text from another.", style="bold")
        return
    sources = len(story.independent_sources)
    out.print(f"Who copied whom · {sources:,} independent sources", style="bold")
    for root in roots[:limit]:
        out.print(_tree(story, root))
    if len(roots) > limit:
        out.print(f"… and {len(roots) - limit:,} more families (--limit)", style="dim")


def _tops(story: Story) -> list[str]:
    """Dispatches and articles that others have their text from, the most copied first."""
    state_of = {state: dispatch.id for state, (dispatch, _) in story.kinship.states.items()}
    parents = {state_of.get(edge.parent, edge.parent) for edge in story.lineage}
    tops = {node for node in parents if not story.parents.get(node)}
    return sorted(tops, key=lambda node: (-_size(story, node), node))


def _size(story: Story, node: str) -> int:
    below = _below(story, node)
    return len(below) + sum(
        _size(story, edge.child) for edge in below if edge.relation != "partial"
    )


def _below(story: Story, node: str) -> list[Lineage]:
    """The edges from a node, those from a dispatch's states included."""
    dispatch = next((one for one in story.dispatches if one.id == node), None)
    nodes = [node, *(state.id for state in dispatch.states)] if dispatch else [node]
    return [edge for one in nodes for edge in story.children.get(one, ())]


def _tree(story: Story, root: str) -> Tree:
    dispatch = next((one for one in story.dispatches if one.id == root), None)
    if dispatch is None:
        tree = Tree(_article_line(story, root))
        _add_children(story, tree, root)
        return tree
    tree = Tree(_dispatch_line(dispatch))
    for number, state in enumerate(dispatch.states, 1):
        single = len(dispatch.states) == 1
        name = f"state {number}, first seen {day_text(state.earliest)}"
        branch = tree if single else tree.add(Text(name, style="italic"))
        _add_children(story, branch, state.id)
    _add_children(story, tree, root)
    return tree


def _dispatch_line(dispatch: Dispatch) -> Text:
    name = dispatch.agency or "A text of unknown origin"
    line = safe(f"{name} dispatch" if dispatch.agency else name, "bold magenta")
    count = len(dispatch.articles)
    line.append(f", inferred: seen in {count} article{'s' if count > 1 else ''}", style="dim")
    return line


def _add_children(story: Story, branch: Tree, node: str) -> None:
    for edge in story.children.get(node, ()):
        child = branch.add(_article_line(story, edge.child, edge))
        if edge.relation != "partial":
            _add_children(story, child, edge.child)


def _article_line(story: Story, article_id: str, edge: Lineage | None = None) -> Text:
    article = story.by_id[article_id]
    parts = [safe(outlet_text(article), "bold"), Text(day_text(article.published), "dim")]
    if edge:
        parts.append(_relation(edge))
    return Text(" · ", "dim").join([*parts, safe(article.title or "untitled")])


def _relation(edge: Lineage) -> Text:
    """How much of its text an article has from elsewhere; a question mark if that is unsure."""
    style = {"copy": "green", "edited": "yellow", "partial": "cyan"}[edge.relation]
    share = "" if edge.relation == "copy" else f" {edge.share:.0%}"
    return Text.assemble((edge.relation, style), share, " ?" if edge.confidence < 0.6 else "")


def _print_changes(story: Story, limit: int) -> None:
    printed = 0
    for edge in story.lineage:
        if edge.relation == "copy" and edge.parent not in story.by_id:
            continue
        witness = story.witness(edge)
        if witness is None or printed >= limit:
            continue
        retelling = story.retelling(witness.article, edge.child)
        if not printed:
            out.print("\nWhat each retelling changed", style="bold")
        _print_retelling(story, retelling, is_parent=witness.is_parent)
        printed += 1


def _print_retelling(story: Story, retelling: Retelling, *, is_parent: bool) -> None:
    line = _dated(story.by_id[retelling.b], "bold")
    line.append(" against ", style="dim")
    line.append_text(_dated(story.by_id[retelling.a]))
    if not is_parent:
        line.append(", which carries the same dispatch", style="dim")
    out.print(line)
    changes = retelling.telling
    for change in changes[:SHOWN_CHANGES]:
        out.print(_change_line(change))
    parts = {"left out": retelling.left_out_inside, "added": retelling.added_inside}
    for verb, places in parts.items():
        for place in places[:SHOWN_PARTS]:
            out.print(_part_line(place.span.of(story.by_id[place.article].text), verb))
    more_parts = sum(max(0, len(places) - SHOWN_PARTS) for places in parts.values())
    counts = [
        _plural(max(0, len(changes) - SHOWN_CHANGES), "more change"),
        _plural(len(retelling.of_kind("style")), "change", "of style"),
        _plural(more_parts, "more sentence", "left out or added"),
        _plural(len(retelling.left_out), "paragraph", "left out"),
        _plural(len(retelling.added), "paragraph", "added"),
    ]
    if any(counts):
        out.print("  " + ", ".join(filter(None, counts)), style="dim")
    elif not changes and not any(parts.values()):
        out.print("  nothing: word for word the same", style="dim")


def _dated(article: Article, style: str = "") -> Text:
    line = safe(outlet_text(article), style)
    return line.append(f" ({day_text(article.published)})", style="dim")


def _only(story: Story, name: str) -> Article:
    """The one article that a person named."""
    found = story.find(name)
    if len(found) != 1:
        count = f"{len(found):,} articles match" if found else "No article matches"
        raise InputError(f"{count} {name!r}", "Give the article's id: variorum show STORE --json")
    return found[0]


def _print_pair(story: Story, one: Article, other: Article) -> None:
    pair = story.pair(one.id, other.id)
    if pair is None:
        out.print("The two share nothing but chance phrases.")
        return
    out.print(safe(f"{pair.relation}, {_direction(story, pair)}"), style="bold")
    for reason in pair.reasons:
        out.print(safe(f"  {reason}", "dim"))
    _print_retelling(story, story.retelling(one.id, other.id), is_parent=True)
    for reuse in story.reuses_between(one.id, other.id):
        out.print(safe(f"  {reuse.a.start}-{reuse.a.end} = {reuse.b.start}-{reuse.b.end}", "dim"))
        out.print(clipped(one.text[reuse.a.start : reuse.a.end], 300))


def _direction(story: Story, pair: Pair) -> str:
    a, b = outlet_text(story.by_id[pair.a]), outlet_text(story.by_id[pair.b])
    return {
        "a->b": f"{a} → {b}",
        "b->a": f"{b} → {a}",
        "common": "both from a third text",
        "unknown": "direction unknown",
    }[pair.direction]


def _change_line(change: Change) -> Text:
    line = Text(f"  {change.kind:<12}", style="dim")
    if change.before:
        line.append_text(clipped(change.before, 60, "red"))
    if change.before and change.after:
        line.append(" → ", style="dim")
    elif change.before:
        line.append(" dropped", style="dim")
    if change.after:
        line.append_text(clipped(change.after, 60, "green"))
        if not change.before:
            line.append(" added", style="dim")
    return line


def _part_line(words: str, verb: str) -> Text:
    line = Text(f"  {verb:<12}", style="dim")
    return line.append_text(clipped(words, 100, "red" if verb == "left out" else "green"))


def _plural(count: int, noun: str, verb: str = "") -> str:
    if not count:
        return ""
    return f"{count} {noun}{'s' if count > 1 else ''} {verb}".rstrip()


def _print_failures(story: Story) -> None:
    if not story.failures:
        out.print("Every input gave an article, and none was skipped.")
    for failure in story.failures:
        out.print(safe(failure.source, "bold"))
        out.print(safe(f"  {failure.message}. {failure.next_step}."))


def _as_data(story: Story) -> dict[str, Any]:
    edges = [(edge, story.witness(edge)) for edge in story.lineage]
    return {
        "articles": [_without_text(article) for article in story.articles],
        "dispatches": story.dispatches,
        "lineage": story.lineage,
        "independent_sources": len(story.independent_sources),
        "retellings": [
            story.retelling(witness.article, edge.child) for edge, witness in edges if witness
        ],
        "failures": story.failures,
    }


def _without_text(article: Article) -> dict[str, Any]:
    names = (
        "id", "source", "title", "outlet", "authors", "agencies", "published", "updated",
        "retrieved", "language", "url", "given_id",
    )  # fmt: skip
    return {name: getattr(article, name) for name in names}
