"""Sessions in a terminal that a text shows, run again."""

import os
import re
import subprocess
import sys
from pathlib import Path

from support.patience import PATIENCE


def blocks(text: str, language: str) -> list[str]:
    """The contents of a text's fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def sessions(text: str) -> dict[str, str]:
    """What a text prints below each command of its terminal sessions."""
    parts = re.split(r"^\$ (.*)\n", "".join(blocks(text, "console")), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def shown(command: str, folder: Path) -> str:
    """What a command writes to a screen: both its streams, in order."""
    # The environment's commands come first, as on the reader's path.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=PATIENCE,
    ).stdout


def renew(page: Path, command: str, told: str, now: str) -> None:
    """Write into a page what a command shows now."""
    text = page.read_text(encoding="utf-8")
    before, after = f"$ {command}\n{told}", f"$ {command}\n{now}"
    page.write_text(text.replace(before, after, 1), encoding="utf-8")
