"""Which addresses a visit may reach, and a transport that connects to no other. Reads nothing and follows nothing.

A name is resolved once, every address that it has is checked, and the connection goes to a checked address: a name that
answers differently a moment later (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING

import httpcore
import httpx

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]

MOST_TRIED = 3  # addresses of one name; the whole visit has its own limit
_POOL = httpx.Limits(max_connections=64, max_keepalive_connections=16, keepalive_expiry=5)
_NAT64 = ip_network("64:ff9b::/96")  # an IPv4 address in IPv6 clothes, which a network may unwrap


class PrivateAddressError(Exception):
    """The host has an address that we do not visit."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"leads to {address}, a private or reserved address; set ALLOW_PRIVATE_URLS to visit it")
        self.host = host
        self.address = address


def is_public(address: str) -> bool:
    """Whether an address, and any IPv4 address wrapped in it, is one of the open internet.

    >>> is_public("8.8.8.8"), is_public("169.254.169.254"), is_public("::ffff:127.0.0.1"), is_public("64:ff9b::7f00:1")
    (True, False, False, False)
    """
    found = ip_address(address.partition("%")[0])
    return all(each.is_global and not each.is_multicast for each in (found, *_wrapped(found)))


def _wrapped(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    if isinstance(address, IPv4Address):
        return ()
    inside = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inside.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(each for each in inside if each is not None)


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a name, as the system gives them; a literal address is its own. Raises OSError, UnicodeError."""
    try:
        return (str(ip_address(host)),)
    except ValueError:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections to public addresses only; to any when `allow_private`."""

    def __init__(
        self, *, allow_private: bool, resolve: Resolve = resolve, inner: httpcore.AsyncNetworkBackend | None = None
    ) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._inner = inner or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the backend's own signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        fault: Exception | None = None
        for address in (await self._checked(host, port))[:MOST_TRIED]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault or httpcore.ConnectError(f"{host} has no address")

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - the backend's own signature
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002 - the same
    ) -> httpcore.AsyncNetworkStream:
        raise PrivateAddressError(path, "a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)

    async def _checked(self, host: str, port: int) -> tuple[str, ...]:
        try:
            addresses = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise NoSuchHost(f"{host} has no address") from error
        if not self._allow_private:
            for address in addresses:
                if not is_public(address):
                    raise PrivateAddressError(host, address)
        return addresses


class NoSuchHost(httpcore.ConnectError):
    """The name cannot be resolved: a mistyped host, or no network."""


class GuardedTransport(httpx.AsyncHTTPTransport):
    """httpx's transport over our backend; no proxy, since a proxy would connect in our place, past the check."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend) -> None:
        super().__init__(trust_env=False)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=_POOL.max_connections,
            max_keepalive_connections=_POOL.max_keepalive_connections,
            keepalive_expiry=_POOL.keepalive_expiry,
            network_backend=backend,
        )
