"""A page: an exercise with a check of each kind, and a question about a program above it."""

from pathlib import Path

from cworkbook import book, records
from cworkbook.records import Record, Run

START = """\
#include <stdio.h>
#include <stdlib.h>

static int twice(int n)
{
    return n;
}

int main(void)
{
    int number;

    if (scanf("%d", &number) != 1) {
        return 1;
    }
    printf("%d\\n", twice(number));
    return 0;
}
"""
MODEL = START.replace("return n;", "return 2 * n;").replace(
    "static", "enum { DONE = 1 };\n\nstatic"
)
PAGE = """\
# Exercises

/// question {id="demo-twice" kind="program" start="start.c" model="model.c"}
**Double it.**

/// right {input="2"} 4
Twice two is four.

/// check {input="2147483"} 4294966

/// check {assert="DONE == 1"} `DONE` says that it is done

/// check {declares="twice is a function taking an int and returning an int"}

/// check {clean="undefined"}

/// check {clean="memory"}

/// wrong {program="leak.c" fails="memory"}
Nobody frees the block.

/// hint
Which operator doubles?

/// hint
Multiply by 2.
///

```c {snippet="start.c" show="code"}
```

/// question {id="demo-about" kind="output" of="start.c"}
What does it print for 2?

/// right 2
Nobody has doubled it.
///
"""
LEAK = MODEL.replace("return 2", "volatile char *p = malloc(3);\n    *p = 1;\n    return 2")

PROGRAMS = {"start.c": (START, "2\n"), "model.c": (MODEL, "4\n"), "leak.c": (LEAK, "4\n")}


def record_programs(folder: Path) -> None:
    """Write the exercise's programs, and records of their runs, into a book."""
    for name, (text, output) in PROGRAMS.items():
        path = folder / "snippets" / name
        path.write_text(f"//@ do: run\n//@ stdin: 2\n{text}", encoding="utf-8")
        program = book.load(path, folder)
        runs = tuple(Run(k.compiler, k.std, k.level, "", (), 0, output) for k in program.keys)
        records.store(program, Record(name, records.digest(program), {}, runs))
