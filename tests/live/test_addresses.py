"""Which addresses may be asked."""

import ipaddress
import time

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.live.addresses import (
    CheckedBackend,
    ForbiddenAddressError,
    TooSlowError,
    fault_of,
    is_public,
)

PRIVATE = (
    "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 "
    "172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 "
    "203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 "
    ":: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:7f00:1 64:ff9b::7f00:1 "
    "64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1 "
    "fc00::1 fd12::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1"
).split()
PUBLIC = (
    "8.8.8.8 1.1.1.1 172.32.0.1 100.128.0.1 2606:4700::1111 2a00:1450::1 64:ff9b::808:808".split()
)


@pytest.mark.parametrize("address", PRIVATE)
def test_what_not_everybody_may_reach(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_everybody_may_reach(address: str) -> None:
    assert is_public(address)


@given(st.text(max_size=40))
def test_what_is_no_address_is_not_public(text: str) -> None:
    if is_public(text):
        ipaddress.ip_address(text.partition("%")[0])


@pytest.mark.parametrize("inner", [one for one in PRIVATE if "." in one and ":" not in one])
@pytest.mark.parametrize("form", ["::ffff:{}", "::{}", "64:ff9b::{}"])
def test_a_private_address_inside_another(form: str, inner: str) -> None:
    assert not is_public(form.format(inner))


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "http://", "http:///path",
     "https://user:secret@a.example/", "http://user@a.example", "http://a.example:99999/",
     "http://[::1", "javascript:alert(1)", "", "a.example"],
)  # fmt: skip
def test_what_cannot_be_asked(address: str) -> None:
    assert fault_of(address)


@pytest.mark.parametrize("address", ["http://a.example", "https://a.example:8443/b?c=d"])
def test_what_can_be_asked(address: str) -> None:
    assert fault_of(address) is None


class Recorder(httpcore.MockBackend):
    """A network in which everybody is there."""

    def __init__(self, peer: str | None = None, silent: frozenset[str] = frozenset()) -> None:
        super().__init__([])
        self.connected: list[str] = []
        self._peer = peer
        self._silent = silent

    def connect_tcp(self, host, port, *_, **__):
        self.connected.append(host)
        if host in self._silent:
            raise httpcore.ConnectError("nobody")
        stream = super().connect_tcp(host, port)
        stream.get_extra_info = lambda info: (self._peer or host, port)
        return stream


def connected(answers: list[str], network: Recorder, *, allow_private: bool = False) -> None:
    deadline = time.monotonic() + 60
    backend = CheckedBackend(deadline, allow_private=allow_private, resolve=lambda *_: answers)
    backend._inner = network
    backend.connect_tcp("news.example", 80)


def test_a_name_of_a_private_address_is_not_connected_to() -> None:
    network = Recorder()
    with pytest.raises(ForbiddenAddressError, match="private"):
        connected(["127.0.0.1", "::1"], network)
    assert network.connected == []


def test_a_name_of_both_is_connected_to_where_everybody_may() -> None:
    network = Recorder()
    connected(["10.0.0.1", "8.8.8.8"], network)
    assert network.connected == ["8.8.8.8"]


def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    """Not the name, which could mean another one a moment later."""
    network = Recorder()
    connected(["8.8.8.8"], network)
    assert network.connected == ["8.8.8.8"]


def test_a_connection_that_ends_up_elsewhere_is_closed() -> None:
    with pytest.raises(ForbiddenAddressError):
        connected(["8.8.8.8"], Recorder(peer="127.0.0.1"))


def test_the_next_address_is_tried() -> None:
    network = Recorder(silent=frozenset(["8.8.8.8"]))
    connected(["8.8.8.8", "1.1.1.1"], network)
    assert network.connected == ["8.8.8.8", "1.1.1.1"]
    with pytest.raises(httpcore.ConnectError):
        connected([], network)


def test_private_ones_if_a_person_allows_them() -> None:
    network = Recorder()
    connected(["127.0.0.1"], network, allow_private=True)
    assert network.connected == ["127.0.0.1"]


def test_behind_the_deadline_nothing_is_connected_to() -> None:
    backend = CheckedBackend(time.monotonic() - 1, resolve=lambda *_: ["8.8.8.8"])
    with pytest.raises(TooSlowError):
        backend.connect_tcp("news.example", 80)


def test_no_sockets_of_this_machine() -> None:
    with pytest.raises(ForbiddenAddressError):
        CheckedBackend(time.monotonic() + 60).connect_unix_socket("/run/docker.sock")
