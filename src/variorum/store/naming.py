"""How a store is named: by the path of a file, or by the address of a PostgreSQL database."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from variorum.record.errors import InputError

_SCHEMES: Final = ("postgresql://", "postgres://")
_SECRETS: Final = ("password", "sslpassword")


class StoreName:
    """Where a store lies. As text it tells no password.

    `given`: what a person gave, with a password if it has one. Raises `InputError` for an address
    that is none.
    """

    __slots__ = ("_url", "given")

    given: str

    def __init__(self, name: "str | Path | StoreName") -> None:
        self.given = name.given if isinstance(name, StoreName) else str(name)
        self._url = _split(self.given) if self.given.startswith(_SCHEMES) else None

    def __str__(self) -> str:
        return self.given if self._url is None else _without_secrets(self.given, self._url)

    def __repr__(self) -> str:
        return f"StoreName({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StoreName) and other.given == self.given

    def __hash__(self) -> int:
        return hash(self.given)

    @property
    def path(self) -> Path | None:
        """The file that the store is."""
        return Path(self.given) if self._url is None else None

    @property
    def address(self) -> str:
        """The database as PostgreSQL's library understands it, with the password if it is named."""
        if self._url is None:
            raise InputError(f"{self} is no address of a database", "Name a file's path as it is")
        rest = [(name, value) for name, value in _asked(self._url) if name != "schema"]
        return self._url._replace(query=urlencode(rest, quote_via=quote)).geturl()

    @property
    def schema(self) -> str | None:
        """The part of the database in which the store lies, if one is named."""
        return dict(_asked(self._url)).get("schema") if self._url else None

    def beside(self, suffix: str) -> Path:
        """A file that is named after the store: in its folder, or here if it lies on a server."""
        path = self.path
        if path is None:
            assert self._url
            called = self.schema or unquote(self._url.path.strip("/")) or "story"
            path = Path(re.sub(r"[^\w-]", "_", called))
        return path.with_suffix(suffix)


def _split(name: str) -> SplitResult:
    try:
        url = urlsplit(name)
    except ValueError:
        url = SplitResult("", "", "", "", "@")
    # A password with such letters would be taken for a path, and be printed as one.
    if "@" in url.path + url.query or url.fragment:
        raise InputError(
            "The address of the database cannot be understood",
            "Write it as postgresql://user@host:port/database, with letters of a password such as "
            "@ / # ? as %40 %2F %23 %3F",
        )
    return url


def _asked(url: SplitResult) -> list[tuple[str, str]]:
    return parse_qsl(url.query, keep_blank_values=True)


def _without_secrets(text: str, url: SplitResult) -> str:
    account, at, hosts = url.netloc.rpartition("@")
    asked = _asked(url)
    told = [(name, value) for name, value in asked if name not in _SECRETS]
    if ":" not in account and told == asked:
        return text
    return url._replace(
        netloc=account.partition(":")[0] + at + hosts, query=urlencode(told, quote_via=quote)
    ).geturl()


DEFAULT_STORE: Final = StoreName("story.variorum")
"""Where a record goes if nobody says where."""
