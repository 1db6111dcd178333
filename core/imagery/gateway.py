"""A door on this computer alone through which QGIS gets tiles of services that want a key.

QGIS saves a layer's address in the project and writes it to its log, its cache and its panels.
With the door, that address names no key: the key is put in here, on the way out, and is kept
in memory only. The address has a token, so that no other program finds the door by chance.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Dict, NamedTuple, Optional

from .fetch import Fetched, Proxy, fetch
from .sources import address_of, with_key
from .tiles import Tile

LOOPBACK = "127.0.0.1"


class Route(NamedTuple):
    """Where one service's tiles come from; ``key`` may be empty."""

    address: str
    key_name: str
    key: str


def route_name(address: str) -> str:
    """A short name that stands for a service's address (without a key)."""
    return hashlib.sha256(address.encode()).hexdigest()[:12]


class Gateway:
    """Serves ``/token/route/z/x/y``; started with the first route, ended with :meth:`stop`."""

    def __init__(
        self, token: str, port: int = 0, wait_s: float = 20, proxy: Optional[Proxy] = None
    ) -> None:
        self._token = token
        self._wait_s = wait_s
        self._proxy = proxy
        self._wanted_port = port
        self._routes: Dict[str, Route] = {}
        self._server: Optional[ThreadingHTTPServer] = None

    @property
    def port(self) -> int:
        """The port it listens at; 0 while it does not."""
        return int(self._server.server_address[1]) if self._server else 0

    def open(self, route: Route) -> str:
        """Let a service through; the address of its tiles, with {z} {x} {y}."""
        if self._server is None:
            self._start()
        name = route_name(route.address)
        self._routes[name] = route
        return f"http://{LOOPBACK}:{self.port}/{self._token}/{name}/{{z}}/{{x}}/{{y}}"

    def _start(self) -> None:
        gateway = self

        class Door(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer(self, gateway.fetched(self.path))

            def log_message(self, *_: object) -> None:
                """Nothing about requests is written anywhere."""

        try:
            self._server = ThreadingHTTPServer((LOOPBACK, self._wanted_port), Door)
        except OSError:  # another QGIS has this port
            self._server = ThreadingHTTPServer((LOOPBACK, 0), Door)
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, daemon=True).start()

    def fetched(self, path: str) -> Fetched:
        """What the service answers for a path of this door; 404 for any other path."""
        parts = path.strip("/").split("/")
        if len(parts) != 5 or parts[0] != self._token or parts[1] not in self._routes:
            return Fetched(404, "text/plain")
        route = self._routes[parts[1]]
        try:
            zoom, column, row = map(int, parts[2:])
        except ValueError:
            return Fetched(404, "text/plain")
        tile = address_of(route.address, Tile(zoom, column, row))
        return fetch(with_key(tile, route.key_name, route.key), self._wait_s, self._proxy)

    def stop(self) -> None:
        """Close the door; forget the keys."""
        self._routes.clear()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


def answer(handler: BaseHTTPRequestHandler, fetched: Fetched) -> None:
    """Hand on status, content type and bytes; who hung up meanwhile is let go."""
    status = fetched.status or (504 if fetched.silent else 502)
    with suppress(OSError):
        handler.send_response(status)
        handler.send_header("Content-Type", fetched.content_type or "text/plain")
        handler.send_header("Content-Length", str(len(fetched.data)))
        handler.end_headers()
        handler.wfile.write(fetched.data)
