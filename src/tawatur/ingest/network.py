"""One request to one checked address: the name is resolved once, and the connection goes to what was checked.

So a name that answers with a public address when it is checked and with a private one when it is used (DNS rebinding)
gains nothing. Proxies of the environment are not used, because behind a proxy nothing can be checked.
"""

import http.client
import ipaddress
import socket
import threading
import time
import zlib
from email.message import Message
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from tawatur.ingest.options import WebOptions
from tawatur.ingest.reasons import Reason, Refused

_SAFE = "/%:@!$&'()*+,;=~-._?"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Answer(NamedTuple):
    """What a server answered; `body` is unpacked."""

    status: int
    headers: Message
    body: bytes


def request(
    address: str, headers: dict[str, str], options: WebOptions, limit: int, seconds: float, body: bytes | None = None
) -> Answer:
    """Send one GET request, or a POST request of `body`, without following where it is sent on to.

    `limit` bounds the answer's body in bytes, `seconds` the whole exchange. Raises Refused.
    """
    parts = urlsplit(address)
    host = parts.hostname
    if parts.scheme not in ("http", "https") or not host:
        raise Refused(Reason.FETCH_FAILED, f"{address} is no http address")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        name = host.encode("idna").decode("ascii") if not host.isascii() else host
    except ValueError as problem:
        raise Refused(Reason.FETCH_FAILED, f"{address}: {problem}") from None
    target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    connection = _connection(parts.scheme, name, port, options, min(options.timeout, seconds))
    # a server that sends a letter now and then never runs into the socket's own timeout
    watch = threading.Timer(seconds, _hang_up)
    end = time.monotonic() + seconds
    try:
        connection.connect()
        watch.args = (connection.sock,)  # http.client forgets it where the server will close
        watch.start()
        connection.request("GET" if body is None else "POST", target, body, {"Accept-Encoding": "gzip", **headers})
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, _body(answer, limit, address, end))
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as problem:
        raise Refused(Reason.FETCH_FAILED, f"{address}: {type(problem).__name__}: {problem}") from None
    finally:
        watch.cancel()
        connection.close()


def _hang_up(peer: socket.socket) -> None:
    try:
        peer.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


class _Plain(http.client.HTTPConnection):
    """A connection to addresses that were checked."""

    def __init__(self, host: str, port: int, checked: "_Checked", timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._checked = checked

    def connect(self) -> None:
        self.sock = _open(self._checked, self.timeout or 0)


class _Secure(http.client.HTTPSConnection):
    """The same, encrypted; the certificate is checked against the name."""

    def __init__(self, host: str, port: int, checked: "_Checked", timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._checked = checked

    def connect(self) -> None:
        import ssl

        self.sock = ssl.create_default_context().wrap_socket(_open(self._checked, self.timeout or 0), server_hostname=self.host)


_Checked = list[tuple[int, tuple[str, int]]]  # families and addresses


def _connection(scheme: str, host: str, port: int, options: WebOptions, seconds: float) -> http.client.HTTPConnection:
    """A connection that will go to the addresses that are checked here."""
    kind = _Secure if scheme == "https" else _Plain
    return kind(host, port, _resolve(host, port, options), seconds)


def _open(checked: _Checked, timeout: float) -> socket.socket:
    problem: OSError | None = None
    for family, where in checked:
        peer = socket.socket(family, socket.SOCK_STREAM)
        peer.settimeout(timeout)
        try:
            peer.connect(where)
        except OSError as failed:
            peer.close()
            problem = failed
        else:
            return peer
    raise problem or OSError("no address")


def _resolve(host: str, port: int, options: WebOptions) -> _Checked:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise Refused(Reason.FETCH_FAILED, f"{host} cannot be resolved: {problem}") from None
    for _, _, _, _, where in found:
        if not options.allow_private and not is_public(str(where[0])):
            raise Refused(
                Reason.PRIVATE_ADDRESS,
                f"{host} is {where[0]}, an address of this machine or of a local network; --allow-private fetches it",
            )
    return [(int(family), where) for family, _, _, _, where in found]  # type: ignore[misc]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also where it is written inside an IPv6 one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return ip.is_global and not ip.is_multicast


def _body(answer: http.client.HTTPResponse, limit: int, address: str, end: float) -> bytes:
    packed = (answer.headers.get("Content-Encoding") or "").strip().lower()
    unpack = zlib.decompressobj(47) if packed in ("gzip", "x-gzip", "deflate") else None  # 47: gzip or zlib, by its head
    body = bytearray()
    left = answer.length  # bytes that the server announced, None where it did not
    while chunk := answer.read1(65536):
        left = None if left is None else left - len(chunk)
        body += unpack.decompress(chunk, limit + 1 - len(body)) if unpack else chunk
        if len(body) > limit:
            raise Refused(Reason.TOO_LARGE, f"{address} is longer than {limit:,} bytes, or never ends; split it")
        if time.monotonic() > end:
            break
    if time.monotonic() > end:  # also where the timer hung up, which looks like the end of the answer
        raise TimeoutError("the answer takes too long, or never ends")
    if (left or 0) > 0 or (unpack and body and not unpack.eof):  # `read1` does not tell
        raise ConnectionError("the answer breaks off before its end")
    return bytes(body)
