"""Fetching one picture over HTTP, with nothing kept and nothing logged on the way.

QGIS's own network would write the address, and the office's key in it, to its cache and log.
"""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Optional, Tuple
from urllib.parse import urljoin, urlsplit

from .troubles import Answer, answer_of

AGENT = "Tuban (QGIS plugin)"
MOST_BYTES = 8 * 1024 * 1024
MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)
Proxy = Tuple[str, int]


@dataclass(frozen=True)
class Fetched:
    """What came: HTTP status (0: nothing came), content type, bytes; silent: after waiting."""

    status: int
    content_type: str = ""
    data: bytes = b""
    silent: bool = False

    @property
    def answer(self) -> Answer:
        """What that means."""
        return Answer.SILENT if self.silent else answer_of(self.status, self.content_type)


def fetch(address: str, wait_s: float, proxy: Optional[Proxy] = None) -> Fetched:
    """Fetch an http(s) address, waiting at most ``wait_s`` seconds for each answer."""
    fetched = Fetched(0)
    for _ in range(MOST_REDIRECTS + 1):
        fetched, location = _once(address, wait_s, proxy)
        if not location:
            break
        address = urljoin(address, location)
    return fetched


def _once(address: str, wait_s: float, proxy: Optional[Proxy]) -> Tuple[Fetched, str]:
    connection: Optional[HTTPConnection] = None
    try:
        connection, target = _connection(address, wait_s, proxy)
        connection.request("GET", target, headers={"User-Agent": AGENT})
        response = connection.getresponse()
        data = response.read(MOST_BYTES)
        location = response.getheader("Location", "") if response.status in _REDIRECTS else ""
        kind = response.getheader("Content-Type", "") or ""
        return Fetched(response.status, kind, data), location or ""
    except (TimeoutError, socket.timeout):  # one and the same from Python 3.10 on
        return Fetched(0, silent=True), ""
    except (OSError, HTTPException, ValueError):
        return Fetched(0), ""
    finally:
        if connection is not None:
            connection.close()


def _connection(address: str, wait_s: float, proxy: Optional[Proxy]) -> Tuple[HTTPConnection, str]:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(parts.scheme)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if parts.scheme == "http":
        if proxy is not None:
            return HTTPConnection(*proxy, timeout=wait_s), address
        return HTTPConnection(parts.hostname, parts.port, timeout=wait_s), path
    context = ssl.create_default_context()
    if proxy is None:
        return HTTPSConnection(parts.hostname, parts.port, timeout=wait_s, context=context), path
    through = HTTPSConnection(*proxy, timeout=wait_s, context=context)
    through.set_tunnel(parts.hostname, parts.port or 443)
    return through, path
