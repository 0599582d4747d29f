"""One polite request for a page: answers as values, whatever a server does."""

import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import httpcore
import httpx

from variorum import __version__
from variorum.ingest.feeds import absolute
from variorum.live.addresses import (
    CheckedBackend,
    ForbiddenAddressError,
    Resolve,
    TooSlowError,
    fault_of,
    resolved,
)
from variorum.live.bodies import PACKINGS, CutOffError, TooLargeError, unpacked
from variorum.live.clock import Clock, SystemClock
from variorum.live.robots import MOST_BYTES as MOST_RULES
from variorum.live.robots import Robots
from variorum.live.turns import Turns
from variorum.record.failure import Failure, FailureCode

NAME: Final = "variorum"
"""What rules for robots call us."""

USER_AGENT: Final = f"{NAME}/{__version__} (reads news; keeps to robots.txt)"

_MOVED: Final = (301, 302, 303, 307, 308)
_BUSY: Final = (429, 503)
_GONE: Final = (404, 410)

_LATER: Final = "Nothing: it is asked again later"
_GO_THERE: Final = "Open it in a browser, and give the address that it ends at"

BUSY_SECONDS: Final = 300.0
"""How long a host is left alone that is too busy and does not say for how long."""


class Limits(NamedTuple):
    """How much of a server is borne: bytes (unpacked), seconds for one request, redirects."""

    size: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 8


class Known(NamedTuple):
    """What a server said of its last answer, so that it need not send the same again."""

    etag: str | None = None
    last_modified: str | None = None


class Fetched(NamedTuple):
    """A page: where it was in the end, what it is, and what its server says of it."""

    address: str
    data: bytes
    content_type: str
    known: Known


class NotModified(NamedTuple):
    """A page that is as it was."""


class Failed(NamedTuple):
    """A page that was not fetched.

    - `again_after`: seconds for which its host wants to be left alone, if it does;
    - `is_gone`: it is not there any more, and that will not change.
    """

    failure: Failure
    again_after: float | None = None
    is_gone: bool = False


Answer = Fetched | NotModified | Failed


class _Response(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


class Fetcher:
    """Fetches pages: only from the web's own addresses, as their hosts wish. Threads may share it.

    Proxies of the environment are not used, since behind one nobody sees where a request goes.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        limits: Limits = Limits(),  # noqa: B008
        delay: float = 1.0,
        *,
        allow_private: bool = False,
        resolve: Resolve = resolved,
    ) -> None:
        clock = clock or SystemClock()
        self._limits = limits
        self._allow_private = allow_private
        self._resolve = resolve
        self._clock = clock
        self._turns = Turns(clock, delay)
        self._robots = Robots(clock)
        self._tls = httpx.create_ssl_context(trust_env=False)

    def fetch(self, address: str, known: Known = Known()) -> Answer:  # noqa: B008
        """A page, or why there is none. Never raises for what a server does."""
        at, seen = address, {address}
        for _ in range(self._limits.redirects + 1):
            found = self._allowed(at) or self._ask(at, known, self._limits.size)
            if isinstance(found, Failed):
                return _of(address, found)
            if found.status not in _MOVED:
                return self._answer(address, at, found)
            following = absolute(found.headers.get("location", ""), at)
            if following is None or following in seen:
                return _failed(address, "refused", "The page redirects in a circle or to nowhere",
                               _GO_THERE)  # fmt: skip
            seen.add(following)
            at = following
        return _failed(address, "refused", "The page redirects too many times", _GO_THERE)

    def _allowed(self, address: str) -> Failed | None:
        """Waits for a turn at the host; a failure if the page is not to be fetched, or not now."""
        fault = fault_of(address)
        if fault:
            return _failed(address, "refused", f"The address {address[:200]} {fault}",
                           "Give an address that begins with https:// or http://")  # fmt: skip
        parts = urlsplit(address)
        rules = self._robots.rules(f"{parts.scheme}://{parts.netloc}", self._ask_for_rules).parsed
        if isinstance(rules, Failure):
            return Failed(rules)
        if not rules.can_fetch(address, NAME):
            return _failed(address, "refused",
                           f"{parts.hostname} does not allow robots there (robots.txt)",
                           "Save the page yourself, and give it to `variorum build`")  # fmt: skip
        return self._turn(address, rules.crawl_delay(NAME))

    def _turn(self, address: str, delay: float | None = None) -> Failed | None:
        host = urlsplit(address).hostname or ""
        seconds = self._turns.wait(host, delay)
        if not seconds:
            return None
        return _failed(address, "unreachable", f"{host} wants to be left alone for now",
                       _LATER, seconds)  # fmt: skip

    def _ask_for_rules(self, address: str) -> bytes | Failure:
        """The rules for robots of a host; as the RFC has it, none if it has no such page."""
        at = address
        for _ in range(6):
            found = self._turn(at) or self._ask(at, Known(), MOST_RULES, cut=True)
            if isinstance(found, Failed):
                return found.failure
            following = absolute(found.headers.get("location", ""), at)
            if found.status in _MOVED and following and fault_of(following) is None:
                at = following
            elif found.status == 200:
                return found.body
            elif found.status >= 500 or found.status in _BUSY:
                message = f"The host does not tell its rules for robots (status {found.status})"
                return Failure(address, "fetch", "unreachable", message, _LATER)
            else:
                break
        return b""

    def _answer(self, address: str, at: str, found: _Response) -> Answer:
        """What a response means for who asked for `address` and was led to `at`."""
        if found.status == 304:
            return NotModified()
        if found.status == 200:
            known = Known(*(_token(found.headers.get(name)) for name in ("etag", "last-modified")))
            return Fetched(at, found.body, found.headers.get("content-type", ""), known)
        said = f"The server answers with status {found.status}"
        if found.status in _BUSY:
            seconds = _retry_after(found.headers, self._clock.now())
            self._turns.pause(urlsplit(at).hostname or "", seconds)
            return _failed(address, "unreachable", said, _LATER,
                           seconds)  # fmt: skip
        failed = _failed(address, "unreachable", said, "Open the page in a browser")
        return failed._replace(is_gone=found.status in _GONE)

    def _ask(
        self, address: str, known: Known, most: int, *, cut: bool = False
    ) -> _Response | Failed:
        """The response to one request; with `cut` what exceeds `most` bytes is left out."""
        try:
            with self._response(address, known) as response:
                return _read(address, response, most, cut=cut)
        except (TooSlowError, httpx.TimeoutException):
            return _failed(address, "unreachable",
                           f"The server took longer than {self._limits.seconds:g} seconds",
                           _LATER)  # fmt: skip
        except ForbiddenAddressError as error:
            return _failed(address, "refused", f"The host {error}",
                           "Use --allow-private if you trust every source")  # fmt: skip
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError,
                ssl.SSLError, UnicodeError, ValueError) as error:  # fmt: skip
            return _failed(address, "unreachable", f"The server does not answer: {error}"[:300],
                           "Check the address; it is asked again later")  # fmt: skip

    @contextmanager
    def _response(self, address: str, known: Known) -> Iterator[httpx.Response]:
        backend = CheckedBackend(
            time.monotonic() + self._limits.seconds,
            allow_private=self._allow_private,
            resolve=self._resolve,
        )
        headers = {
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        with _Transport(backend, self._tls) as transport:
            # Not by a client of httpx, which would look where a redirect leads and keep cookies.
            response = transport.handle_request(httpx.Request("GET", address, headers=headers))
            try:
                yield response
            finally:
                response.close()


class _Transport(httpx.BaseTransport):
    """One connection of our own backend, as httpx asks for it."""

    def __init__(self, backend: CheckedBackend, tls: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls, max_connections=1, max_keepalive_connections=0, network_backend=backend
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """See `httpx.BaseTransport.handle_request`."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(request.method, url, headers=request.headers.raw)
        with _as_httpx():
            found = self._pool.handle_request(asked)
        return httpx.Response(found.status, headers=found.headers, stream=_Stream(found))

    def close(self) -> None:
        """See `httpx.BaseTransport.close`."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    """The bytes of a response as they come."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Faults of the connection as httpx's own, but for those that we raise ourselves."""
    try:
        yield
    except (ForbiddenAddressError, TooSlowError):
        raise
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise httpx.NetworkError(str(error) or type(error).__name__) from error


def _read(address: str, response: httpx.Response, most: int, *, cut: bool) -> _Response | Failed:
    """A response with its body, if that can matter."""
    headers = {name.casefold(): value for name, value in response.headers.items()}
    if response.status_code != 200:
        return _Response(response.status_code, headers, b"")
    encoding = headers.get("content-encoding", "").strip().casefold()
    if encoding not in ("", "identity", *PACKINGS):
        return _failed(address, "unsupported", f"The page is packed by {encoding[:40]!r}",
                       "Save the page yourself, and give it to `variorum build`")  # fmt: skip
    chunks = _head(response.iter_raw(), most) if cut else response.iter_raw()
    try:
        body = unpacked(chunks, encoding if encoding in PACKINGS else "", most)
    except TooLargeError as error:
        return _failed(address, "too_large", f"The page is refused: {error}",
                       "Save the part that you need, and give it to `variorum build`")  # fmt: skip
    except (CutOffError, httpx.NetworkError) as error:
        return _failed(address, "truncated", f"The page did not come to its end: {error}",
                       _LATER)  # fmt: skip
    return _Response(200, headers, body)


def _head(chunks: Iterator[bytes], most: int) -> Iterator[bytes]:
    """As many bytes as are wanted, in place of an end that may never come."""
    left = most
    for chunk in chunks:
        yield chunk[:left]
        left -= len(chunk)
        if left <= 0:
            return


def _token(value: str | None) -> str | None:
    """What a server said of its answer, if it can be sent back to it."""
    return (
        value if value and len(value) <= 300 and value.isascii() and value.isprintable() else None
    )


def _retry_after(headers: Mapping[str, str], now: float) -> float:
    """Seconds for which a server wants to be left alone, told in seconds or as a date."""
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdecimal():
        return float(said[:9])
    try:
        return max(parsedate_to_datetime(said).timestamp() - now, 0.0)
    except (ValueError, TypeError, OverflowError):
        return BUSY_SECONDS


def _failed(
    address: str, code: FailureCode, message: str, next_step: str, again_after: float | None = None
) -> Failed:
    return Failed(Failure(address, "fetch", code, message, next_step), again_after)


def _of(address: str, failed: Failed) -> Failed:
    """A failure on the way, as that of the page that was asked for."""
    found = failed.failure
    message = found.message if found.source == address else f"{found.message} (at {found.source})"
    return failed._replace(
        failure=Failure(address, found.stage, found.code, message[:600], found.next_step)
    )
