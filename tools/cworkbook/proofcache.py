"""Remembers proofs that passed, so that what did not change is not run again."""

import contextlib
import hashlib
import json
import os
import platform
from functools import cache
from importlib import metadata
from pathlib import Path

import cexplain
from cworkbook import records
from cworkbook.records import Run
from cworkbook.snippet import RunKey, Snippet

CHECKER = (
    "announcements", "assembly", "book", "build", "checks", "directives", "evidence", "execute",
    "filled", "loops", "marks", "messages", "proofcache", "prove", "records", "shown", "snippet",
    "toolchain",
)  # fmt: skip
"""The modules whose change may change what a proof finds."""


class Cache:
    """Runs that passed, by a name that holds all that their outcome depends on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def name(
        self, snippet: Snippet, key: RunKey, versions: dict[str, str], besides: str = ""
    ) -> str:
        """Return the name of a proof: files, run, tools, checker, and what is done `besides`."""
        reads = any(e.kind == "reads" for e in snippet.expectations)
        parts = [
            snippet.name,
            records.digest(snippet),
            key.name,
            json.dumps(versions, sort_keys=True),
            " ".join(platform.libc_ver()),
            checker_digest(),
            engine_digest() if reads else "",
            besides,
        ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def get(self, name: str) -> Run | None:
        """Return the run that passed under that name, None if there is none."""
        try:
            text = self._path(name).read_text(encoding="utf-8")
            return records.run_from_dict(json.loads(text))
        except (OSError, ValueError, KeyError, TypeError):
            # A file cut short by a full disk is no proof.
            return None

    def put(self, name: str, run: Run) -> None:
        """Keep a run that passed; a cache that cannot be written is no failure."""
        path = self._path(name)
        # Two workers may write the same proof at once; each moves a file of its own.
        made = path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(json.dumps(records.run_to_dict(run)), encoding="utf-8")
            made.replace(path)

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / f"{name}.json"


@cache
def checker_digest() -> str:
    """Return the digest of the modules that find out and judge."""
    own = Path(__file__).parent
    engine = Path(cexplain.__file__).parent
    started = [engine / f"{name}.py" for name in ("arguments", "processes", "strays")]
    return _digest([*(own / f"{name}.py" for name in CHECKER), *started])


@cache
def engine_digest() -> str:
    """Return the digest of the modules that read declarations, and of the grammar they use."""
    modules = _digest(sorted(Path(cexplain.__file__).parent.rglob("*.py")))
    return f"{modules} {metadata.version('pycparser')}"


def _digest(paths: list[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()
