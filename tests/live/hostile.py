"""A server on this machine that does whatever a test asks for, and notes what it was asked."""

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any, NamedTuple

Headers = Mapping[str, str]
Write = Callable[[bytes], object]
Play = Callable[[Write, Headers], None]


class Reply(NamedTuple):
    """An ordinary answer."""

    body: bytes = b""
    status: int = 200
    headers: Headers = MappingProxyType({})
    kind: str = "text/html; charset=utf-8"


class Site:
    """What a server answers by path, and which requests came, in order."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Play] = {}
        self.asked: list[str] = []
        self.headers: list[Headers] = []
        self.stopped = threading.Event()
        self.address = ""

    def __setitem__(self, path: str, reply: Reply | Play | bytes | str) -> None:
        if isinstance(reply, str):
            reply = reply.encode()
        self.replies[path] = Reply(reply) if isinstance(reply, bytes) else reply

    def pages_asked(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]


def page(title: str, *paragraphs: str, head: str = "") -> str:
    """A page as an outlet prints it."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1>{body}</article></body></html>"
    )


def feed(*addresses: str) -> Reply:
    items = "".join(f"<item><link>{one}</link></item>" for one in addresses)
    return Reply(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(), kind="text/xml")


def etagged(body: str, etag: str) -> Play:
    """A page that is sent once, and again only if it is another."""

    def play(write: Write, headers: Headers) -> None:
        if headers.get("if-none-match") == etag:
            write(b"HTTP/1.1 304 Not Modified\r\n\r\n")
        else:
            data = body.encode()
            write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: " + etag.encode())
            write(b"\r\nContent-Length: %d\r\n\r\n" % len(data) + data)

    return play


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        self.close_connection = True
        headers = {name.casefold(): value for name, value in self.headers.items()}
        self.site.asked.append(self.path)
        self.site.headers.append(headers)
        reply = self.site.replies.get(self.path)
        try:
            if reply is None:
                self._send(Reply(b"not here", 404))
            elif isinstance(reply, Reply):
                self._send(reply)
            else:
                reply(self.wfile.write, headers)
        except OSError:
            pass  # the client had enough

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in {"Content-Type": reply.kind, **reply.headers}.items():
            self.send_header(name, value)
        if "Content-Length" not in reply.headers:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, *arguments: Any) -> None:
        pass


@contextmanager
def serving() -> Iterator[Site]:
    """A site, served on this machine for a while."""
    site = Site()
    handler = type("Handler", (_Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


def forever(site: Site, start: bytes, more: bytes, pause: float = 0.0) -> Play:
    """An answer that does not end by itself."""

    def play(write: Write, _: Headers) -> None:
        write(start)
        while not site.stopped.wait(pause):
            write(more)

    return play


def bomb(size: int) -> Reply:
    return Reply(gzip.compress(bytes(size)), headers={"Content-Encoding": "gzip"})


class PatientClock:
    """A clock that passes only while somebody waits for it."""

    def __init__(self, now: float = 1_930_000_000.0) -> None:
        self.time = now
        self.slept: list[float] = []
        self._lock = threading.Lock()

    def now(self) -> float:
        with self._lock:
            return self.time

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.slept.append(seconds)
            self.time += seconds
