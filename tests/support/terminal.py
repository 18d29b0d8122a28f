"""A terminal that a test types into and looks at: tmux draws it, so what is seen is what a
person sees, whatever escape sequences led there."""

import itertools
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from support.patience import PATIENCE

_NUMBERS = itertools.count()


class Terminal:
    """A program in a terminal of its own, gone when the test is over."""

    def __init__(
        self,
        command: Sequence[str],
        cwd: Path,
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (100, 30),
    ) -> None:
        # A server of its own: no test meets another's, or the user's.
        self._tmux = ["tmux", "-L", f"workbook-{os.getpid()}-{next(_NUMBERS)}", "-f", "/dev/null"]
        clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        clean |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | dict(env or {})
        for name in ("COLUMNS", "LINES", "TMUX"):
            clean.pop(name, None)
        columns, rows = size
        kept = ["set-option", "-g", "history-limit", "50000", ";"]
        start = [*kept, "new-session", "-d", "-x", str(columns), "-y", str(rows), "-c", str(cwd)]
        subprocess.run([*self._tmux, *start, *command], env=clean, check=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False)

    def type(self, text: str) -> None:
        """Type the text as it is."""
        subprocess.run([*self._tmux, "send-keys", "-l", text], check=True)

    def press(self, *keys: str) -> None:
        """Press keys by the names that tmux has for them: Enter, Tab, C-c, Up."""
        subprocess.run([*self._tmux, "send-keys", *keys], check=True)

    def screen(self, *, colours: bool = False) -> str:
        """What is on the screen, with what has scrolled away; with escapes for its colours."""
        form = ["-e"] if colours else []
        shown = [*self._tmux, "capture-pane", "-p", "-J", "-S", "-", *form]
        done = subprocess.run(shown, capture_output=True, text=True, check=False)
        return "\n".join(line.rstrip() for line in done.stdout.splitlines()).rstrip()

    def wait(self, text: str, times: int = 1) -> str:
        """The screen once `text` is on it so often; fails, and shows the screen, if it never is."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            screen = self.screen()
            if screen.count(text) >= times:
                return screen
            time.sleep(0.05)
        raise AssertionError(f"{text!r} did not appear on the screen:\n{self.screen()}")
