"""The language server, as an editor waits for it: the first answer, and hovers beside edits.

The file has 5,000 lines and GLib's headers. Each edit is followed by hovers at once, before the
text can have been read again.
"""

import random
import re
import statistics
import sys
from time import perf_counter

from benchmarks.measure import Row, milliseconds, seconds, start
from cexplain.editor.text import Places
from support.editor import URI, Editor

LINES = 5000
EDITS = 40
AFTER = 3  # hovers after each edit
FUNCTION = """
struct item@ {
    GList *next;
    gint count;
    gchar *(*name)(struct item@ *item, gsize size);
};

static gint
visit@ (GFile *file, struct item@ *item, GError **error)
{
    g_autofree gchar *path = g_file_get_path (file);
    struct item@ *other = item;
    const gchar *text = g_strdup (path);
    for (GList *each = item->next; each != NULL; each = each->next) {
        gsize length = strlen (text);
        item->count += other->count + length;
        if (g_strcmp0 (text, item->name (item, length)) == 0)
            g_print ("%s", text);
    }
    return item->count;
}
"""


def text() -> str:
    """Return a file of some 5,000 lines."""
    made = ["#include <string.h>\n#include <glib.h>\n#include <gio/gio.h>\n"]
    made += [FUNCTION.replace("@", str(number)) for number in range(LINES // FUNCTION.count("\n"))]
    return "".join(made)


def measure() -> list[Row]:
    """Return the time to the first answer, and hovers' 95th percentiles, beside Python's starts.

    On a quiet machine a start of Python takes some 13 ms, and the aims are 1.5 s and 50 ms.
    """
    source = text()
    dice = random.Random(17)  # noqa: S311 - the same places each time
    names = [found.start() for found in re.finditer(r"\b[a-z]\w+", source)][100:]
    starts = [_bare() for _ in range(EDITS // 4)]
    with Editor() as editor:
        begun = perf_counter()
        editor.show(source)
        _hover(editor, Places(source), source.index("g_file_get_path"))
        first = perf_counter() - begun
        editor.read()
        quiet = [_hover(editor, Places(source), dice.choice(names)) for _ in range(EDITS * AFTER)]
        busy: list[float] = []
        for version in range(1, EDITS):
            at = source.index("\n", dice.choice(names))
            place = Places(source).place(at)._asdict()
            change = {"range": {"start": place, "end": place}, "text": " "}
            document = {"uri": URI, "version": version}
            editor.tell(
                "textDocument/didChange", {"textDocument": document, "contentChanges": [change]}
            )
            source = f"{source[:at]} {source[at:]}"
            places = Places(source)
            busy += [_hover(editor, places, dice.choice(names)) for _ in range(AFTER)]
            starts.append(_bare())
    bare = statistics.median(starts)
    lines = f"{source.count(chr(10)):,} lines with GLib's headers"
    return [
        _row(f"The editor's first answer after opening {lines}", first, f"{first:.1f} s", bare),
        _percentile(f"A hover in {lines}", quiet, bare),
        _percentile("The same right after an edit", busy, bare),
    ]


def _bare() -> float:
    """Return the seconds that Python takes to do nothing."""
    return seconds(lambda: start([sys.executable, "-c", "pass"]))


def _hover(editor: Editor, places: Places, at: int) -> float:
    """Return the seconds that a hover takes."""
    place = {"textDocument": {"uri": URI}, "position": places.place(at)._asdict()}
    return seconds(lambda: editor.ask("textDocument/hover", place))


def _percentile(what: str, times: list[float], bare: float) -> Row:
    percentiles = statistics.quantiles(times, n=100)
    worst, middle = milliseconds(percentiles[94]), milliseconds(percentiles[49])
    said = f"{worst} at the 95th percentile, {middle} in the middle"
    return _row(what, percentiles[94], said, bare)


def _row(what: str, taken: float, said: str, bare: float) -> Row:
    beside = f"{milliseconds(bare)}: `python3 -c pass`"
    return Row(what, said, beside, f"{taken / bare:.1f}", "python -m benchmarks editor")
