"""Debian's nginx, unpacked and not installed, with the settings that docs/hosting.md gives."""

import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.sites import ROOT

UNPACKED = ROOT / ".cache/debian"
NGINX = UNPACKED / "nginx/usr/sbin/nginx"
TYPES = UNPACKED / "nginx-common/etc/nginx/mime.types"
UNDER = "/books/c/"  # as the page of hosting says
TRIES = 5  # somebody else may take a port between its choice and its use

# One process of the user who runs the tests; every file that it writes lies in its own folder.
FRAME = """
daemon on;
master_process off;
pid nginx.pid;
events {{ }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
{settings}
}}
"""


def settings() -> str:
    """The lines that the page shows, all of them."""
    page = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```nginx\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return str(shown)


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[str]:
    """Serve a built site below UNDER from `folder`, and give the address."""
    root = folder / "www"
    (root / UNDER.strip("/")).parent.mkdir(parents=True)
    (root / UNDER.strip("/")).symlink_to(site)
    own = settings().replace("root /srv/www;", f"root {root};")
    command = [str(NGINX), "-p", str(folder), "-e", "error.log", "-c", "nginx.conf"]
    for number in range(TRIES):
        port = _free()
        lines = own.replace("listen 80;", f"listen 127.0.0.1:{port};")
        assert lines.count(str(root)) == lines.count(f":{port};") == 1
        made = FRAME.format(types=TYPES, settings=lines)
        (folder / "nginx.conf").write_text(made, encoding="utf-8")
        # It leaves for the background when it listens already.
        started = subprocess.run(command, capture_output=True, text=True, check=False)
        if started.returncode == 0:
            break
        assert "Address already in use" in started.stderr, started.stderr
        assert number < TRIES - 1, started.stderr
    try:
        yield f"http://127.0.0.1:{port}{UNDER}"
    finally:
        subprocess.run([*command, "-s", "stop"], capture_output=True, check=True)


def _free() -> int:
    """A port that nobody listens on at the moment."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
