"""Templates made into pages, so that no article can do harm wherever its words are shown."""

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum.record.letters import visible
from variorum.views.phrases import (
    counted,
    days_between,
    lane_day,
    moment,
    percent,
    plain_day,
    short_day,
)
from variorum.views.pictures import family, timeline
from variorum.views.words import clipped


def shown(value: Any) -> Any:
    """A text with control characters, and marks that are not seen or turn the writing, shown.

    Every text that a template prints goes through this, so that no template can forget it.
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


@cache
def environment() -> Environment:
    """The templates: text is escaped and made visible, and an unknown name is an error."""
    made = Environment(
        loader=PackageLoader("variorum.views"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": short_day,
        "date": plain_day,
        "lane": lane_day,
        "moment": moment,
        "clipped": clipped,
        "counted": counted,
        "percent": percent,
    }
    made.globals |= {"timeline": timeline, "draw_family": family, "days_between": days_between}
    return made


def render(template: str, **values: object) -> Markup:
    """One template with its values.

    What is hidden is made visible once more in the whole: text that was joined to markup on its
    way was escaped there, but not made visible.
    """
    return Markup(visible(environment().get_template(template).render(**values)))


@cache
def style_sheet() -> str:
    """The style of all pages: what all views share, then what each adds."""
    folder = files("variorum.views").joinpath("assets", "styles")
    sheets = sorted(folder.iterdir(), key=lambda one: (one.name != "base.css", one.name))
    return "".join(one.read_text("utf-8") for one in sheets if one.name.endswith(".css"))


@cache
def script() -> str:
    """What runs in the reader's browser; every page works without it."""
    return files("variorum.views").joinpath("assets", "variorum.js").read_text("utf-8")
