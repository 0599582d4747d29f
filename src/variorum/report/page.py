"""Writes the report: one HTML file with everything in it, readable offline and without scripts."""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from variorum import __version__
from variorum.library import Story
from variorum.record.errors import InputError
from variorum.record.span import Span
from variorum.report.contents import Contents, Drawn, choose_contents
from variorum.report.fragments import joined_up
from variorum.report.links import Anchors, Target
from variorum.views.article import ArticleView, draw_text
from variorum.views.page import Page
from variorum.views.pages import PAGES
from variorum.views.pieces import Mark, Pointed
from variorum.views.rendering import render, style_sheet


class Part(NamedTuple):
    """A page in the file: its anchor, its title, and what it shows."""

    anchor: str
    title: str
    html: Markup


class Section(NamedTuple):
    """A kind of page: the view of the menu, if it is one, and others of the kind in full."""

    page: Page
    view: Part | None
    details: Sequence[Part]

    @property
    def kinds(self) -> str:
        """What the pages in full are, in the plural."""
        name = self.page.name
        return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


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
        with suppress(OSError):
            part.unlink(missing_ok=True)
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
    contents = choose_contents(story)
    anchors = Anchors(contents.targets, contents.texts)
    style, script = report_style(), report_script()
    html = render(
        "report.html.j2",
        title=title or _title(story),
        story=story,
        span_of_days=_span_of_days(story),
        sections=_sections(contents, anchors),
        texts=_texts(contents, anchors),
        left_out=len(story.articles) - len(contents.texts),
        links=anchors,
        version=__version__,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )
    return joined_up(html)


def report_style() -> str:
    """The style of the file: that of the application, and what a file adds."""
    return style_sheet() + _asset("report.css")


def report_script() -> str:
    """What runs in the file; it can be read without."""
    return _asset("report.js")


def _asset(name: str) -> str:
    return files("variorum.views").joinpath("assets", name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy: nothing but this file's own style and script."""
    sources = " ".join(
        f"{kind}-src 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}';"
        for kind, text in (("style", style), ("script", script))
    )
    return f"default-src 'none'; {sources} img-src data:; base-uri 'none'; form-action 'none'"


def _sections(contents: Contents, anchors: Anchors) -> list[Section]:
    """All pages but the texts, in the order of the menu."""
    views = {one.target.name: one for one in contents.lists}
    sections = []
    for page in PAGES:
        view = views.get(page.name)
        details = [_part(one, anchors) for one in contents.details if one.target.page == page]
        if view or details:
            shown = _part(view, anchors) if view else None
            sections.append(Section(page, shown, details))
    return sections


def _part(one: Drawn, anchors: Anchors) -> Part:
    number = dict(one.target.asked).get("page")
    title = one.view.heading + (f", part {number}" if number else "")
    return Part(one.target.anchor, title, one.rendered(anchors))


def _texts(contents: Contents, anchors: Anchors) -> list[Markup]:
    """The texts, cut at every place that a link in the file leads to.

    What stands beside them is made first: it leads to places in them too.
    """
    desk = contents.desk
    sides = {
        article: render(
            "provenance.html.j2",
            view=draw_text(desk, desk.story.by_id[article]),
            links=anchors,
            depth=2,
        )
        for article in contents.texts
    }
    return [
        render(
            "text.html.j2",
            view=_cut(contents, anchors, article),
            side=side,
            links=anchors,
            anchor=Target("article", (("article", article),)).anchor,
        )
        for article, side in sides.items()
    ]


def _cut(contents: Contents, anchors: Anchors, article: str) -> ArticleView:
    """A text in its pieces. Names are marked once, if they lead somewhere: it saves a fifth."""
    places = anchors.places.get(article, {})
    pointed = [Pointed(Span(*span), name) for name, span in places.items()]
    named: set[str] = set()

    def is_shown(mark: Mark) -> bool:
        if mark.layer != "names":
            return True
        is_new = mark.id not in named and bool(anchors.page("actor", actor=mark.id))
        named.add(mark.id)
        return is_new

    known = contents.desk.story.by_id[article]
    return draw_text(contents.desk, known, pointed, page=1, is_shown=is_shown)


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
