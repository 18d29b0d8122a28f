"""The kinds of questions: a module and a row each."""

from cworkbook.questions.kind import Kind
from cworkbook.questions.kinds import (
    choice,
    click,
    fill,
    moment,
    order,
    output,
    program,
    reading,
    verdict,
    write,
)

KINDS: dict[str, Kind] = {
    "choice": choice.KIND,
    "click": click.KIND,
    "fill": fill.KIND,
    "moment": moment.KIND,
    "order": order.KIND,
    "output": output.KIND,
    "program": program.KIND,
    "reading": reading.KIND,
    "verdict": verdict.KIND,
    "write": write.KIND,
}
"""Every kind by its name; tools/browser/src/questions/kinds.ts has the same names."""
