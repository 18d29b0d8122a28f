"""Runs the command `cexplain` as a shell would."""

import os
import subprocess
import sys
from pathlib import Path

from support.patience import PATIENCE

COMMAND = (sys.executable, "-m", "cexplain")
# What runs in a shell's background, as tests may, is not told of Ctrl-C, nor is what it starts.
INTERRUPTIBLE = ("env", "--default-signal=INT")


def run(
    *arguments: str | bytes, stdin: str | bytes = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """What the command did; its output is UTF-8."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=data,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=os.environ | {"PYTHONUTF8": "1"} | env,
        timeout=PATIENCE,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )
