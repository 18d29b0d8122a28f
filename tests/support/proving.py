"""A book of one snippet in a temporary folder, for the tests of the proofs."""

from dataclasses import dataclass, field
from pathlib import Path

from cexplain import processes
from cworkbook import book, prove
from cworkbook.proofcache import Cache
from cworkbook.prove import Proof
from cworkbook.snippet import FOLDER_HEADER, Snippet
from cworkbook.toolchain import Toolchain

TOOLCHAIN = Toolchain(processes.run)
"""This machine's tools; what they say of themselves is asked once for all tests."""


@dataclass
class Book:
    """A book whose files a test writes; `root` holds snippets/ and docs/."""

    root: Path
    toolchain: Toolchain = field(default_factory=lambda: TOOLCHAIN)

    def write(self, name: str, text: str) -> Path:
        """Return the path of a file under the book's root, with that text."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def snippet(self, text: str, name: str = "chapter/program.c") -> Snippet:
        """Return the snippet that a file with that text is."""
        return book.load(self.write(f"snippets/{name}", text), self.root)

    def prove(
        self, text: str, name: str = "chapter/program.c", cache: Cache | None = None
    ) -> dict[str, Proof]:
        """Return the proofs of all runs of a snippet, by the run's name.

        A folder's snippet is proved by the path of its header, `chapter/two/snippet`.
        """
        path = self.write(f"snippets/{name}", text)
        snippet = book.load(path.parent if path.name == FOLDER_HEADER else path, self.root)
        return {key.name: prove.prove(snippet, key, self.toolchain, cache) for key in snippet.keys}

    def failures(self, text: str, name: str = "chapter/program.c") -> list[str]:
        """Return what fails in any run of a snippet, as its author reads it."""
        return [str(f) for proof in self.prove(text, name).values() for f in proof.failures]
