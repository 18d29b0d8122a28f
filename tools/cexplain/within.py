"""What a whole program declares at file scope, compared with what English asks for."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cexplain.editor.directives import without_directives
from cexplain.engine import explain_source
from cexplain.english.declare import declare
from cexplain.explanation import Reading
from cexplain.same import difference
from cexplain.spelling.spell import spell

_NAME = re.compile(r"\s*([A-Za-z_]\w*)\b")


class Found(NamedTuple):
    """Whether a program declares what was asked for, and a sentence on what it declares."""

    right: bool
    says: str


def declared_in(text: str, says: str, std: str) -> Found:
    """Return whether a C program declares at file scope what a sentence says.

    The sentence begins with the name: "table is an array of 3 ints". Typedefs that the program
    declares count as what they stand for, and the storage class does not count. Raises ReadingError
    for a sentence that is not understood, ValueError for one without a name or an unknown standard.
    """
    match = _NAME.match(says)
    if match is None:
        raise ValueError(f"the sentence must begin with a name: {says}")
    wanted = declare(says, std=std)
    readings = explain_source(without_directives(text), std=std).readings
    typedefs = "".join(_typedefs(readings, std))
    found = [one for one in readings if one.declaration.name == match[1]]
    for one in found:
        mine = f"{typedefs}{spell(one.declaration, std)};"
        if difference(mine, wanted, std) in (None, "storage"):
            return Found(True, one.prose)
    return Found(False, found[0].prose if found else f"Nothing at file scope is called {match[1]}.")


def _typedefs(readings: Iterable[Reading], std: str) -> Iterator[str]:
    """Yield a program's typedefs as declarations, in their order."""
    for one in readings:
        if "typedef" in one.declaration.storage:
            yield f"{spell(one.declaration, std)};\n"
