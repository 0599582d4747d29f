"""Requests to a server that means no good, and to one that does."""

import gzip
import socket
from email.utils import formatdate

import pytest

from tests.live.hostile import PatientClock, Reply, Site, bomb, etagged, forever
from variorum.live.fetching import (
    BUSY_SECONDS,
    NAME,
    Failed,
    Fetched,
    Fetcher,
    Known,
    Limits,
    NotModified,
)

SMALL = Limits(size=100_000, seconds=0.6, redirects=4)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.fixture
def fetcher(clock: PatientClock) -> Fetcher:
    return Fetcher(clock, SMALL, allow_private=True)


def failed(answer: object) -> Failed:
    assert isinstance(answer, Failed), answer
    assert answer.failure.message
    assert answer.failure.next_step
    return answer


def code(answer: object) -> str:
    return failed(answer).failure.code


def test_a_page(fetcher: Fetcher, site: Site) -> None:
    site["/a?b=c"] = Reply(b"<p>Goats", headers={"ETag": '"1"', "Last-Modified": "today"})
    answer = fetcher.fetch(f"{site.address}/a?b=c")
    assert answer == Fetched(
        f"{site.address}/a?b=c", b"<p>Goats", "text/html; charset=utf-8", Known('"1"', "today")
    )
    assert site.asked == ["/robots.txt", "/a?b=c"]
    assert all(headers["user-agent"].startswith(f"{NAME}/") for headers in site.headers)
    assert "cookie" not in site.headers[1]


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip"])
def test_a_packed_page(fetcher: Fetcher, site: Site, encoding: str) -> None:
    two = gzip.compress(b"<p>Goats ") + gzip.compress(b"and wheat")
    site["/a"] = Reply(two, headers={"Content-Encoding": encoding})
    assert fetcher.fetch(f"{site.address}/a").data == b"<p>Goats and wheat"


def test_a_page_that_is_as_it_was_is_not_sent_again(fetcher: Fetcher, site: Site) -> None:
    site["/a"] = etagged("<p>Goats", '"1"')
    first = fetcher.fetch(f"{site.address}/a")
    assert fetcher.fetch(f"{site.address}/a", first.known) == NotModified()
    site["/a"] = etagged("<p>Wheat", '"2"')
    assert fetcher.fetch(f"{site.address}/a", first.known).data == b"<p>Wheat"


def test_what_a_server_says_of_a_page_is_sent_back_only_if_that_is_harmless(
    fetcher: Fetcher, site: Site
) -> None:
    def play(write, _):
        write(HEAD + b'ETag: "\xff\xfe"\r\nLast-Modified: ' + b"x" * 999 + b"\r\n\r\nGoats")

    site["/a"] = play
    assert fetcher.fetch(f"{site.address}/a").known == Known()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(fetcher: Fetcher, site: Site, status: int) -> None:
    site["/old"] = Reply(status=status, headers={"Location": "/new#part"})
    site["/new"] = "<p>Goats"
    answer = fetcher.fetch(f"{site.address}/old")
    assert (answer.address, answer.data) == (f"{site.address}/new", b"<p>Goats")


class TestAServerThatMeansNoGood:
    def test_is_slow(self, fetcher: Fetcher, site: Site) -> None:
        """A byte now and then, in the body or before it, is no life sign."""
        site["/body"] = forever(site, HEAD + b"\r\n", b"x", pause=0.02)
        site["/head"] = forever(site, HEAD, b"X-Goat: 1\r\n", pause=0.02)
        site["/silent"] = forever(site, b"", b"", pause=0.02)
        for path in ("/body", "/head", "/silent"):
            answer = failed(fetcher.fetch(site.address + path))
            assert answer.failure.code == "unreachable"
            assert "longer than" in answer.failure.message

    def test_never_ends(self, fetcher: Fetcher, site: Site) -> None:
        site["/a"] = forever(site, HEAD + b"\r\n", b"goat" * 10_000)
        assert code(fetcher.fetch(f"{site.address}/a")) == "too_large"

    def test_never_ends_its_headers(self, fetcher: Fetcher, site: Site) -> None:
        site["/a"] = forever(site, HEAD, b"X-Goat: %s\r\n" % (b"x" * 5_000))
        assert code(fetcher.fetch(f"{site.address}/a")) == "unreachable"

    def test_sends_a_bomb(self, fetcher: Fetcher, site: Site, clock: PatientClock) -> None:
        site["/a"] = bomb(50_000_000)
        assert code(fetcher.fetch(f"{site.address}/a")) == "too_large"
        large = Fetcher(clock, Limits(size=100_000_000, seconds=20), allow_private=True)
        answer = failed(large.fetch(f"{site.address}/a"))
        assert answer.failure.code == "too_large"
        assert "times its size" in answer.failure.message

    def test_redirects_in_a_circle(self, fetcher: Fetcher, site: Site) -> None:
        site["/a"] = Reply(status=302, headers={"Location": "/b"})
        site["/b"] = Reply(status=302, headers={"Location": "/a"})
        assert code(fetcher.fetch(f"{site.address}/a")) == "refused"
        assert site.pages_asked() == ["/a", "/b"]

    def test_redirects_for_ever(self, fetcher: Fetcher, site: Site) -> None:
        for number in range(99):
            site[f"/{number}"] = Reply(status=301, headers={"Location": f"/{number + 1}"})
        assert code(fetcher.fetch(f"{site.address}/0")) == "refused"
        assert len(site.pages_asked()) == SMALL.redirects + 1

    @pytest.mark.parametrize(
        "location", ["", "file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://"]
    )
    def test_redirects_out_of_the_web(self, fetcher: Fetcher, site: Site, location: str) -> None:
        site["/a"] = Reply(status=302, headers={"Location": location})
        assert code(fetcher.fetch(f"{site.address}/a")) == "refused"

    def test_redirects_with_a_password(self, fetcher: Fetcher, site: Site) -> None:
        there = site.address.replace("//", "//user:secret@")
        site["/a"] = Reply(status=302, headers={"Location": f"{there}/b"})
        assert code(fetcher.fetch(f"{site.address}/a")) == "refused"
        assert site.pages_asked() == ["/a"]

    @pytest.mark.parametrize("length", ["999", "-1", "goat", "5, 7", "99999999999999999999999"])
    def test_lies_about_the_length(self, fetcher: Fetcher, site: Site, length: str) -> None:
        site["/a"] = Reply(b"<p>Goats", headers={"Content-Length": length})
        assert code(fetcher.fetch(f"{site.address}/a")) in ("truncated", "unreachable")

    @pytest.mark.parametrize(
        "body", [b"no gzip", gzip.compress(b"goat" * 99)[:-9], b"\x1f\x8b\x08", b"\x1f\x8b" * 50]
    )
    def test_sends_a_damaged_body(self, fetcher: Fetcher, site: Site, body: bytes) -> None:
        site["/a"] = Reply(body, headers={"Content-Encoding": "gzip"})
        assert code(fetcher.fetch(f"{site.address}/a")) == "truncated"

    @pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "goat"])
    def test_packs_as_nobody_asked(self, fetcher: Fetcher, site: Site, encoding: str) -> None:
        site["/a"] = Reply(b"x", headers={"Content-Encoding": encoding})
        assert code(fetcher.fetch(f"{site.address}/a")) == "unsupported"

    @pytest.mark.parametrize(
        "noise",
        [b"", b"goats\r\n\r\n", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 999 ?\r\n\r\n", b"\x00" * 999,
         b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
         b"HTTP/1.1 200 OK\r\nNo colon\r\n\r\n", b"SSH-2.0-OpenSSH\r\n"],
    )  # fmt: skip
    def test_speaks_in_tongues(self, fetcher: Fetcher, site: Site, noise: bytes) -> None:
        site["/a"] = lambda write, _: write(noise)
        assert code(fetcher.fetch(f"{site.address}/a")) in ("unreachable", "truncated")

    def test_is_not_there(self, fetcher: Fetcher) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
            assert code(fetcher.fetch(address)) == "unreachable"


class TestPrivateAddresses:
    def test_are_not_asked(self, clock: PatientClock, site: Site) -> None:
        site["/a"] = "<p>Goats"
        for address in (site.address, site.address.replace("127.0.0.1", "localhost")):
            assert code(Fetcher(clock, SMALL).fetch(f"{address}/a")) == "refused"
        assert site.asked == []

    def test_are_not_asked_behind_a_redirect(
        self, clock: PatientClock, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Even if the first host is one that may be asked."""
        first = site.address.replace("127.0.0.1", "first.example")
        inner = site.address.replace("127.0.0.1", "inner.example")
        site["/a"] = Reply(status=302, headers={"Location": f"{inner}/secret"})
        site["/secret"] = "the key"
        names = {"first.example": ["127.0.0.1"], "inner.example": ["127.0.0.2"]}
        monkeypatch.setattr("variorum.live.addresses.is_public", lambda ip: ip == "127.0.0.1")
        fetcher = Fetcher(clock, SMALL, resolve=lambda host, _: names[host])
        assert code(fetcher.fetch(f"{first}/a")) == "refused"
        assert site.pages_asked() == ["/a"]

    def test_are_not_asked_when_a_name_changes_its_mind(
        self, clock: PatientClock, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A public address for the rules, a private one for the page."""
        answers = iter([["127.0.0.1"], ["127.0.0.2"]])
        monkeypatch.setattr("variorum.live.addresses.is_public", lambda ip: ip == "127.0.0.1")
        site["/a"] = "the key"
        fetcher = Fetcher(clock, SMALL, resolve=lambda *_: next(answers))
        address = site.address.replace("127.0.0.1", "first.example")
        assert code(fetcher.fetch(f"{address}/a")) == "refused"
        assert site.asked == ["/robots.txt"]

    @pytest.mark.parametrize("host", ["0x7f000001", "2130706433", "127.1", "[::1]"])
    def test_are_not_asked_however_they_are_written(self, clock: PatientClock, host: str) -> None:
        assert code(Fetcher(clock, SMALL).fetch(f"http://{host}:1/")) == "refused"


class TestPoliteness:
    def test_a_page_that_robots_are_to_leave_alone(self, fetcher: Fetcher, site: Site) -> None:
        site["/robots.txt"] = "User-agent: *\nDisallow: /private\n"
        site["/private/a"] = site["/b"] = "<p>Goats"
        answer = failed(fetcher.fetch(f"{site.address}/private/a"))
        assert answer.failure.code == "refused"
        assert "robots.txt" in answer.failure.message
        assert isinstance(fetcher.fetch(f"{site.address}/b"), Fetched)
        assert site.asked == ["/robots.txt", "/b"]

    def test_rules_for_us_go_before_those_for_all(self, fetcher: Fetcher, site: Site) -> None:
        site["/robots.txt"] = f"User-agent: *\nAllow: /\nUser-agent: {NAME}\nDisallow: /"
        site["/a"] = "<p>Goats"
        assert code(fetcher.fetch(f"{site.address}/a")) == "refused"

    def test_a_redirect_to_a_page_that_robots_are_to_leave_alone(
        self, fetcher: Fetcher, site: Site
    ) -> None:
        site["/robots.txt"] = "User-agent: *\nDisallow: /private\n"
        site["/a"] = Reply(status=302, headers={"Location": "/private"})
        site["/private"] = "<p>Goats"
        answer = failed(fetcher.fetch(f"{site.address}/a"))
        assert answer.failure.source == f"{site.address}/a"
        assert site.pages_asked() == ["/a"]

    @pytest.mark.parametrize("status", [500, 503, 429])
    def test_a_host_that_does_not_tell_its_rules_is_left_alone(
        self, fetcher: Fetcher, site: Site, clock: PatientClock, status: int
    ) -> None:
        site["/robots.txt"] = Reply(status=status)
        site["/a"] = "<p>Goats"
        assert code(fetcher.fetch(f"{site.address}/a")) == "unreachable"
        assert site.pages_asked() == []
        site["/robots.txt"] = ""
        clock.time += 3_600
        assert isinstance(fetcher.fetch(f"{site.address}/a"), Fetched)

    @pytest.mark.parametrize(
        "rules", [b"\x00\xff\xfe" * 99, b"Disallow", b"<html>", b"x" * 600_000]
    )
    def test_rules_that_are_none(self, fetcher: Fetcher, site: Site, rules: bytes) -> None:
        site["/robots.txt"] = rules
        site["/a"] = "<p>Goats"
        assert isinstance(fetcher.fetch(f"{site.address}/a"), Fetched)

    def test_requests_to_one_host_are_some_time_apart(
        self, fetcher: Fetcher, site: Site, clock: PatientClock
    ) -> None:
        site["/a"] = "<p>Goats"
        for _ in range(3):
            fetcher.fetch(f"{site.address}/a")
        assert clock.slept == [1.0, 1.0, 1.0]

    def test_a_host_may_want_more_time(
        self, fetcher: Fetcher, site: Site, clock: PatientClock
    ) -> None:
        site["/robots.txt"] = "User-agent: *\nCrawl-delay: 7\n"
        site["/a"] = "<p>Goats"
        for _ in range(3):
            fetcher.fetch(f"{site.address}/a")
        assert clock.slept == [1.0, 7.0, 7.0]

    def test_nobody_waits_for_a_host_that_wants_hours(
        self, fetcher: Fetcher, site: Site, clock: PatientClock
    ) -> None:
        site["/robots.txt"] = "User-agent: *\nCrawl-delay: 7200\n"
        site["/a"] = site["/b"] = "<p>Goats"
        assert isinstance(fetcher.fetch(f"{site.address}/a"), Fetched)
        assert failed(fetcher.fetch(f"{site.address}/b")).again_after == 7_200
        assert sum(clock.slept) == 1.0

    @pytest.mark.parametrize("status", [429, 503])
    def test_a_busy_host_is_left_alone_for_as_long_as_it_says(
        self, fetcher: Fetcher, site: Site, clock: PatientClock, status: int
    ) -> None:
        site["/a"] = Reply(status=status, headers={"Retry-After": "120"})
        site["/b"] = "<p>Goats"
        assert failed(fetcher.fetch(f"{site.address}/a")).again_after == 120
        assert failed(fetcher.fetch(f"{site.address}/b")).again_after == 120
        assert site.pages_asked() == ["/a"]
        clock.time += 120
        assert isinstance(fetcher.fetch(f"{site.address}/b"), Fetched)

    def test_a_busy_host_may_name_the_hour(
        self, fetcher: Fetcher, site: Site, clock: PatientClock
    ) -> None:
        when = formatdate(clock.time + 301, usegmt=True)
        site["/a"] = Reply(status=503, headers={"Retry-After": when})
        assert failed(fetcher.fetch(f"{site.address}/a")).again_after == 300

    @pytest.mark.parametrize("said", ["", "soon", "-1", "٣", "Wed, 99 Foo 2031", "1e9"])
    def test_a_busy_host_that_does_not_say_when(
        self, fetcher: Fetcher, site: Site, said: str
    ) -> None:
        site["/a"] = Reply(status=429, headers={"Retry-After": said.encode().decode("latin-1")})
        assert failed(fetcher.fetch(f"{site.address}/a")).again_after == BUSY_SECONDS

    @pytest.mark.parametrize(
        ("status", "gone"), [(404, True), (410, True), (403, False), (500, False)]
    )
    def test_a_page_that_is_gone(
        self, fetcher: Fetcher, site: Site, status: int, gone: bool
    ) -> None:
        site["/a"] = Reply(b"sorry", status)
        answer = failed(fetcher.fetch(f"{site.address}/a"))
        assert answer.failure.code == "unreachable"
        assert str(status) in answer.failure.message
        assert answer.is_gone == gone
