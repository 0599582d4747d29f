"""Which addresses may be asked: the web's, and of it only what everybody may reach.

Whoever writes a feed chooses what we fetch. A page that leads to `http://169.254.169.254/` or to a
printer in the newsroom must not be fetched for them; nor may a name that means one address when
it is checked and another when it is asked. So the check is made where the connection is: on the
very address that is connected to, each time.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import urlsplit

import httpcore

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]

_TRANSLATED: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 as a network without it reaches it (RFC 6052): as good as the address inside."""

_GLOBAL: Final = ipaddress.IPv6Network("2000::/3")
"""All that is given out of IPv6 for everybody's use."""

_NOT_EVERYBODYS: Final = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.88.99.0/24",  # relays of 6to4
        "2001::/23",  # Teredo, benchmarks and the like (IANA's special-purpose registry)
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which has IPv4 inside
        "3fff::/20",  # documentation
    )
)


class ForbiddenAddressError(httpcore.ConnectError):
    """A name leads to no address that may be asked."""


class TooSlowError(httpcore.TimeoutException):
    """The time for a whole request is over."""


def is_public(address: str) -> bool:
    """Whether everybody may reach an IP address, so that asking it tells nobody's secrets.

    Private, loopback, link-local, multicast, unspecified and reserved ones are not, nor are those
    that have such a one inside (IPv4-mapped, NAT64, 6to4, Teredo). What is no address is not.
    """
    try:
        number: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        if number in _TRANSLATED:
            number = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        elif number not in _GLOBAL:
            return False
    if any(number in network for network in _NOT_EVERYBODYS if network.version == number.version):
        return False
    return number.is_global and not (
        number.is_multicast or number.is_reserved or number.is_unspecified
    )


def fault_of(address: str) -> str | None:
    """Why an address cannot be asked at all, as the end of a sentence; None if it can."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "is no address"
    if parts.scheme not in ("http", "https"):
        return "is not of the web (http or https)"
    if not parts.hostname or port == 0:
        return "is no address"
    if parts.username is not None or parts.password is not None:
        return "holds a password"
    return None


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses of a host, in the order in which the system would try them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to allowed addresses only, and to none for longer than until `deadline`.

    `deadline` is of `time.monotonic()`. Other time limits than the whole request's are not needed.
    """

    def __init__(
        self, deadline: float, *, allow_private: bool = False, resolve: Resolve = resolved
    ) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._resolve = resolve
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that is allowed and answers."""
        failure: Exception | None = None
        for address in self._allowed(host, port):
            try:
                stream = self._inner.connect_tcp(
                    address, port, left(self._deadline), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return self._checked(stream, host)
        raise failure or httpcore.ConnectError(f"{host} has no address")

    def _allowed(self, host: str, port: int) -> list[str]:
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        if self._allow_private:
            return found
        allowed = [address for address in found if is_public(address)]
        if found and not allowed:
            raise ForbiddenAddressError(f"{host} is in a private network ({found[0]})")
        return allowed

    def _checked(self, stream: httpcore.NetworkStream, host: str) -> httpcore.NetworkStream:
        """The connection, if it leads where it was meant to: the system tells who is there."""
        peer = stream.get_extra_info("server_addr")
        if not self._allow_private and not (peer and is_public(str(peer[0]))):
            stream.close()
            raise ForbiddenAddressError(f"{host} is in a private network")
        return _LimitedStream(stream, self._deadline)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Refused: sockets are this machine's own."""
        raise ForbiddenAddressError(f"{path} is this machine's own")

    def sleep(self, seconds: float) -> None:
        """Wait before a request is tried again."""
        self._inner.sleep(min(seconds, left(self._deadline)))


class _LimitedStream(httpcore.NetworkStream):
    """A connection on which nobody can be kept waiting beyond the deadline, byte by byte or not."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Some bytes that have come."""
        return self._inner.read(max_bytes, left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send bytes."""
        self._inner.write(buffer, left(self._deadline))

    def close(self) -> None:
        """End the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: Any,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; whose certificate is checked against the name."""
        inner = self._inner.start_tls(ssl_context, server_hostname, left(self._deadline))
        return _LimitedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self._inner.get_extra_info(info)


def left(deadline: float) -> float:
    """Seconds until the deadline. Raises `TooSlowError` behind it."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TooSlowError("the time for the request is over")
    return seconds
