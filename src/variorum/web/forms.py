"""Forms that readers send: what they hold, and whether a page of ours sent them."""

import hmac
import secrets
from collections.abc import Mapping
from hashlib import sha256
from typing import Final, NamedTuple
from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from variorum.record.correction import LONGEST_AUTHOR
from variorum.record.errors import InputError, VariorumError

SESSION: Final = "variorum-session"
AUTHOR: Final = "variorum-author"
YEAR: Final = 365 * 24 * 3600

MAX_BYTES: Final = 1_000_000
"""Of a form; one with all the mentions of an event of two hundred articles has some 20,000."""

MAX_FIELDS: Final = 20_000


class NotFromHereError(VariorumError):
    """A form that no page of this run of the application sent."""


class ChangedError(VariorumError):
    """What is to be corrected is not there any more."""


class Visitor(NamedTuple):
    """Whose browser asks: `session` is a cookie's, or new; `author` the name last given."""

    session: str
    author: str
    is_new: bool


class Forms:
    """Makes and checks the tokens of forms, so that no page elsewhere can send one.

    A token is a hash, under a secret of this run, of a random cookie that only pages of the
    application are sent with (SameSite=Strict): a signed double submit, as OWASP advises. Besides,
    what the browser tells of where the form was (Sec-Fetch-Site, or else Origin) is checked.
    """

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = secret or secrets.token_bytes(32)
        self.place = secrets.token_hex(32)
        """What stands for the token in a page that is drawn once for several visitors."""

    def visitor(self, request: Request) -> Visitor:
        """Whose browser a request comes from."""
        session = request.cookies.get(SESSION, "")
        author = unquote(request.cookies.get(AUTHOR, ""))[:LONGEST_AUTHOR]
        is_new = len(session) < 32 or not session.isascii()
        return Visitor(secrets.token_urlsafe(32) if is_new else session, author, is_new)

    def token(self, visitor: Visitor) -> str:
        """What a form of a visitor's page holds."""
        return hmac.new(self._secret, visitor.session.encode(), sha256).hexdigest()

    def filled(self, body: bytes, visitor: Visitor) -> bytes:
        """A page with the visitor's token in its forms."""
        return body.replace(self.place.encode(), self.token(visitor).encode())

    def remember(self, answer: Response, visitor: Visitor) -> None:
        """Give a new visitor a cookie."""
        if visitor.is_new:
            answer.set_cookie(SESSION, visitor.session, httponly=True, samesite="strict")

    def remember_author(self, answer: Response, author: str) -> None:
        """Have the next form filled with the author's name."""
        told = quote(author[:LONGEST_AUTHOR])
        answer.set_cookie(AUTHOR, told, max_age=YEAR, httponly=True, samesite="strict")

    async def read(self, request: Request) -> Mapping[str, list[str]]:
        """The fields of a form. Raises `NotFromHereError`, or `InputError` if it is none."""
        if not _is_same_origin(request):
            raise NotFromHereError("Another site sent this form", "Correct it in the application")
        fields = await _fields(request)
        visitor = self.visitor(request)
        given = fields.get("token", [""])[0]
        if visitor.is_new or not hmac.compare_digest(given.encode(), self.token(visitor).encode()):
            raise NotFromHereError(
                "This form is of an earlier run of the application, or cookies are refused",
                "Load the page anew, with cookies allowed, and correct it there",
            )
        return fields


def _is_same_origin(request: Request) -> bool:
    """What the browser says of where a form was; browsers of today say it, and no page can lie.

    Our pages send no referrer, so that browsers may give the origin as "null".
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")


async def _fields(request: Request) -> Mapping[str, list[str]]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind != "application/x-www-form-urlencoded":
        raise InputError("This is no form", "Correct it in the application")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BYTES:
            raise InputError("This form is too large", "Correct less at once")
    try:
        return parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MAX_FIELDS,
        )
    except ValueError as error:
        raise InputError("This form cannot be read", "Correct it in the application") from error
