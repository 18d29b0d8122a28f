"""What the body of a function declares, scope by scope, with the lines that each name holds in."""

from typing import Any

from cexplain import Reading
from cexplain.source import Lines

_MOST = 200  # declarations; who has more reads them in a terminal


def bodies(reading: Reading, lines: Lines) -> dict[str, Any] | None:
    """Return what is told of a definition's body, None where it declares nothing.

    Each of `all` has its `prose` and its `cdecl`, its `depth` (1 is the body itself), its place as
    a `span`, the `line` that it stands in and the line that it is known `until`; `more` is how many
    there are besides.
    """
    if not reading.inner:
        return None
    told = []
    for each in reading.inner[:_MOST]:
        inner = each.reading
        span = (*inner.spans.spans(inner.declaration), each.scope)[0]
        told.append(
            {
                "prose": inner.prose,
                "cdecl": inner.cdecl,
                "depth": each.depth,
                "span": [*span],
                "line": lines.position(span.start)[0],
                "until": lines.position(max(each.scope.end - 1, span.start))[0],
            }
        )
    return {"all": told, "more": max(0, len(reading.inner) - _MOST)}
