"""A static host as people rent one: it compresses text, and may keep the book in a folder."""

import gzip
import random
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_RDWR, socket
from threading import Thread
from typing import Any

# What hosts compress by default: text. Fonts, wheels and .gz files are compressed already.
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".wasm", ".webmanifest")

HASHED = re.compile(r"[-.]\w{8,10}(\.min)?\.\w+$")  # a name with its content's hash in it


@cache
def _packed(path: Path, _changed: int) -> bytes:
    """A file's content in gzip, at the level that hosts use."""
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


class _Compressing(SimpleHTTPRequestHandler):
    """Serves a folder under a path, compressed where the browser takes it."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self, *details: object, under: str, lasting: bool, late: float, **named: object
    ) -> None:
        self.under = under
        self.lasting = lasting
        self.late = late
        super().__init__(*details, **named)  # type: ignore[arg-type] # handed through as they came

    def translate_path(self, path: str) -> str:
        """The file for an address; a name that does not exist for addresses outside the book."""
        if not path.startswith(self.under):
            return str(Path(self.directory) / "outside-of-the-book")
        return super().translate_path(path.removeprefix(self.under[:-1]))

    def do_GET(self) -> None:
        """Answer with the file in gzip if it is text, else as the parent does; late if wanted."""
        time.sleep(random.uniform(0, self.late))  # noqa: S311 # a network's whim, no secret
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        accepted = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (accepted and path.suffix in COMPRESSED and path.is_file()):
            return super().do_GET()
        body = _packed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.wfile.write(body)
        return None

    def end_headers(self) -> None:
        """Let other people's pages use the scripts, as GitHub Pages does; say what may be kept."""
        self.send_header("Access-Control-Allow-Origin", "*")
        if self.lasting and HASHED.search(self.path):
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """A server that ends with its connections, which browsers would keep open."""

    request_queue_size = 128  # of connections that wait: several pages come at once, six each

    def __init__(self, *details: Any) -> None:
        self._open: set[socket] = set()
        super().__init__(*details)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, and remember the connection."""
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget a connection that has ended."""
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that hang up, as they do when a page is left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def cut(self) -> None:
        """Close what is still open."""
        for each in list(self._open):
            with suppress(OSError):  # it ended by itself meanwhile
                each.shutdown(SHUT_RDWR)


@contextmanager
def hosted(
    folder: Path, under: str = "/", *, lasting: bool = False, late: float = 0
) -> Iterator[str]:
    """Serve a folder in gzip below the path `under`, and give the address, a slash at its end.

    With `lasting`, browsers keep what never changes, as docs/hosting.md has it. Each answer waits
    up to `late` seconds.
    """
    handler = partial(_Compressing, directory=str(folder), under=under, lasting=lasting, late=late)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{under}"
        server.shutdown()
        thread.join()
        server.cut()
