"""One start of `cexplain` beside one start of the same Python that does nothing."""

import sys

from benchmarks.measure import Row, alternately, found, milliseconds, start

ROUNDS = 15
DECLARATION = "char *(*fp)(int, float *);"


def measure() -> Row:
    """Return the medians of the starts, in milliseconds."""
    # As on a reader's machine: modules come from bytecode, which the first start writes.
    env = {"PYTHONDONTWRITEBYTECODE": ""}
    own = [found("cexplain"), DECLARATION]
    start(own, env=env)
    command, nothing, ratio = alternately(
        lambda: start(own, env=env),
        lambda: start([sys.executable, "-c", "pass"], env=env),
        ROUNDS,
    )
    return Row(
        "One start of the command: a declaration read and printed",
        milliseconds(command),
        f"{milliseconds(nothing)}: `python3 -c pass`",
        f"{ratio:.1f}",
        "python -m benchmarks command",
    )
