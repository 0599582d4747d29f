"""Makes parts of the application's pages fit into one file.

All of it works on what templates made: text of articles is escaped there, and holds neither tags
nor quotes.
"""

import re
from typing import Final

from markupsafe import Markup

_FORM: Final = re.compile(r"<form\b.*?</form>", re.DOTALL)
_OUTER_LINK: Final = re.compile(
    r'<a\b[^>]*\bhref="(?!#[^"]|https?://)[^"]*"[^>]*>(.*?)</a>', re.DOTALL
)
_ID: Final = re.compile(r'\sid="([^"]+)"')
_REFERENCE: Final = re.compile(
    r'\b(id|for|list|headers|href|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"'
    r"|url\(#([\w-]+)\)"
)
_DEEPER: Final = re.compile(r'\bhref="#([^"#]+)#([^"#]+)"')


def fitted(html: str, anchor: str) -> Markup:
    """The part of a page as it stands in a file, under an anchor of its own.

    Forms are left out, since a file answers no questions; what leads out of the file to the
    application becomes text; ids, of which other parts may have the same, begin with the anchor.
    """
    html = _OUTER_LINK.sub(r"\1", _FORM.sub("", html))
    own = set(_ID.findall(html))
    return Markup(_REFERENCE.sub(lambda found: _renamed(found, own, anchor), html))


def _renamed(found: re.Match[str], own: set[str], anchor: str) -> str:
    name, value, drawn = found.groups()
    if drawn:
        return f"url(#{anchor}-{drawn})" if drawn in own else found[0]
    if name == "href":
        inner = value.removeprefix("#")
        is_own = value.startswith("#") and inner in own
        return f'href="#{anchor}-{inner}"' if is_own else found[0]
    words = (f"{anchor}-{one}" if one in own else one for one in value.split(" "))
    return f'{name}="{" ".join(words)}"'


def joined_up(html: str) -> str:
    """The whole file, in which links to places inside a part lead to the ids that `fitted` gave."""
    ids = set(_ID.findall(html))

    def lead(found: re.Match[str]) -> str:
        part, place = found.groups()
        inner = f"{part}-{place}"
        return f'href="#{inner if inner in ids else part}"'

    return _DEEPER.sub(lead, html)
