"""What stands between the application and the world: who may ask, and what a page may do."""

from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""Pages run and show nothing but what the application itself sends."""

HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

COOKIE: Final = "variorum-token"


class Protection:
    """Middleware: sets the headers of every answer, and asks for the token if there is one.

    The token comes as `Authorization: Bearer …`, or once as `?token=…`, from which it goes into a
    cookie and out of the address. Without a token only names of this machine are answered, so
    that a page elsewhere cannot reach the application under a name of its own (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, token: str | None = None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        answer = self._refusal(scope)
        await (answer or self._app)(scope, receive, send_protected)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if self._token is None:
            return None if _is_local(headers.get("host", "")) else _NOT_LOCAL
        if self._is_token(_shown(headers)):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["method"] == "GET" and self._is_token(given):
            answer = RedirectResponse(scope["path"] or "/")
            answer.set_cookie(COOKIE, given, httponly=True, samesite="strict")
            return answer
        return _NO_TOKEN

    def _is_token(self, given: str) -> bool:
        return compare_digest(given.encode(), (self._token or "").encode())


_NOT_LOCAL: Final = PlainTextResponse(
    "Variorum answers under names of this machine only. Open it at http://127.0.0.1.\n", 421
)
_NO_TOKEN: Final = PlainTextResponse(
    "A token is needed: open the address that `variorum serve` printed.\n",
    401,
    headers={"WWW-Authenticate": "Bearer"},
)


def _is_local(host: str) -> bool:
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    return name in ("127.0.0.1", "localhost", "[::1]")


def _shown(headers: Headers) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.casefold() == "bearer":
        return token.strip()
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return cookie.value if cookie else ""
