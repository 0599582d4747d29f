"""Where the links of the application lead."""

import re
from typing import Final
from urllib.parse import quote, urlencode

from variorum.views.pages import PAGES

_FIELD: Final = re.compile(r"{(\w+)}")
_PATHS: Final = {page.name: page.path for page in PAGES}


class Addresses:
    """Links (see `views.links.Links`) to pages of the application, within the chosen story."""

    def __init__(self, story: str | None = None) -> None:
        self._story = story

    def page(self, name: str, **query: object) -> str | None:
        """The address of a page; None if there is no such page."""
        path = _PATHS.get(name)
        if path is None:
            return None
        asked = {"story": self._story} | query
        in_path = {field: asked.pop(field) for field in _FIELD.findall(path)}
        address = _FIELD.sub(lambda found: quote(str(in_path[found[1]]), safe=""), path)
        rest = urlencode({key: value for key, value in asked.items() if value not in (None, "")})
        return f"{address}?{rest}" if rest else address

    def words(self, article: str, start: int, end: int) -> str | None:
        """The address of words in the text of an article."""
        address = self.page("article", article=article, words=f"{start}-{end}")
        return f"{address}#words"
