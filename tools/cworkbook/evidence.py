"""What one run of a snippet yielded, for the checks to judge, and how a failure reads."""

from collections.abc import Callable
from dataclasses import dataclass

from cworkbook.loops import Architecture, Listing
from cworkbook.records import Run
from cworkbook.snippet import RunKey, Snippet


@dataclass(frozen=True, slots=True)
class Failure:
    """A way in which a run differs from what the header says.

    `where` is `file:line`; `expected` and `got` are "" where the message says it all.
    """

    where: str
    message: str
    advice: str
    expected: str = ""
    got: str = ""

    def __str__(self) -> str:
        parts = [f"{self.where}: {self.message}"]
        for title, text in (("expected", self.expected), ("got", self.got)):
            if text:
                body = (
                    "\n".join(f"        {line}" for line in text.splitlines())
                    or "        (nothing)"
                )
                parts.append(f"    {title}:\n{body}")
        parts.append(f"    advice: {self.advice}")
        return "\n".join(parts)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the checks look at.

    `built`: the compiler did what `do:` asks for. `ran`: a program ran and
    ended by itself; `waited`: the clock ended it, of a processor it had used
    less than it may. `noise` is what the compiler wrote that is no message;
    `stderr` the program's own words before anything was replaced in them.
    `read` reads a declaration in English (text, standard).
    """

    snippet: Snippet
    key: RunKey
    run: Run
    built: bool
    ran: bool
    noise: str = ""
    stderr: str = ""
    truncated: bool = False
    waited: bool = False
    listing: Listing | None = None
    architecture: Architecture = "x86"
    read: Callable[[str, str], str] | None = None

    def at(self, line: int, file: str = "") -> str:
        """Return `file:line` of a place in the snippet, as the tests print it."""
        name = self.snippet.name
        if self.snippet.is_folder:
            name = f"{name}/{file or 'snippet'}"
        return f"snippets/{name}:{line}"
