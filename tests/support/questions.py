"""A book of questions, one of each kind, for tests that answer them."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from cworkbook import book, records
from cworkbook.asked import ARROW, VALUE, WRITER, Answered, Spot
from cworkbook.asked import Ask as Wanted
from cworkbook.records import CompilerDiagnostic, Moment, Record, Run
from support import exercise
from support.sites import ROOT, built, small_book

SIZES = '#include <stdio.h>\nint main(void)\n{\n    printf("a 1200\\nb 80\\n");\n}\n'
SEVEN = SIZES.replace("a 1200\\nb 80", "7")
REFUSED = "int f(void);\nint g(void)[3];\nint h(void);\n"
BOTH = ("gcc", "clang")
LONG = "char *(*(*(*f)(int, double))[10])(const char *, int);"
PICK = "pick is a pointer to a function taking an int and returning a pointer to char"

PAGE = f"""\
# Questions

Some words before the first one.

/// question {{id="demo-bytes" proof="sizes.c prints 'a {{}}'"}}
**How many bytes does `a` take?**

/// wrong {{key="80" belief="spiral"}} 80 bytes
You went round to the left. See [another page](other.md).

/// wrong {{key="8"}} 8 bytes
You read a pointer.

/// right {{key="1200"}} 1200 bytes
Ten times fifteen pointers.

```c {{snippet="sizes.c" show="output"}}
```
///

/// question {{id="demo-words" judged="by argument"}}
Which word comes first?

/// right alpha
It is the first letter.

/// wrong omega
It is the last letter.

/// wrong gamma
It is the third letter.

/// wrong delta
It is the fourth letter.
///

/// question {{id="demo-several" pick="several" judged="by argument"}}
Which of these are vowels?

/// right a
So are two of them.

/// right e
So are two of them.

/// wrong x
It is a consonant.
///

/// question {{id="demo-output" kind="output" of="sizes.c"}}
What does `sizes.c` print?

/// right a 1200\\nb 80
Both sizes.

/// wrong a 8\\nb 8
Neither is a pointer.
///

/// question {{id="demo-reading" kind="reading" declaration="int *row[3];"}}
Say in words: `int *row[3];`

/// right row is an array of 3 pointers to int
The suffix comes first.

/// wrong row is a pointer to an array of 3 int
The star would need parentheses.
///

/// question {{id="demo-write" kind="write" says="{PICK}"}}
Write: *{PICK}.*

/// right char *(*pick)(int);
Parentheses let the star in.

/// wrong char *(pick)(int);
One star is missing.
///

/// question {{id="demo-fill" kind="fill" code="char ___ p;" says="p is a const pointer to char"}}
Make the pointer const.

/// right *const
The qualifier follows its star.

/// wrong const *
This makes the characters const.
///

/// question {{id="demo-order" kind="order"
        proof="'{{}}' declares '{PICK}'"}}
Put in order: *{PICK}.*

/// piece `char *`
/// piece `(*pick)`
/// piece `(int)`
/// piece `;`
/// extra `[3]`
/// right
The suffix follows the parentheses.

/// wrong {{pieces="2 1 3 4"}}
The specifiers come first.
///

/// question {{id="demo-token" kind="click" code="int *row[3];"
        proof="'int *row[3];' stops 2 at column {{}}"}}
You are at `row`. What is read next?

/// right {{at="[3]"}}
Suffixes come first.

/// wrong {{at="*"}}
A star waits for the suffixes.
///

/// question {{id="demo-line" kind="click" of="refused.c" proof="refused.c rejects {{}}"}}
Which line is refused?

/// right {{at="2"}}
A function returns no array.

/// wrong {{at="1"}}
This one is an ordinary function.
///

/// question {{id="demo-verdict" kind="verdict" of="refused.c"}}
What do compilers say to this file?

/// right refused
A function returns no array.

/// wrong accepted
They would have to make sense of line 3.
///

/// question {{id="demo-program" kind="program" start="sizes.c" model="seven.c"}}
Let it print 7.

/// right 7
So does the model.

/// wrong a 1200\\nb 81
One line is changed, and the other is left.
///

/// question {{id="demo-long" kind="order" pieces="lines" judged="by argument"}}
Put the lines in order.

/// piece `int main(void) {{`
/// piece {{indent="1"}} `printf("%s, %s\\n", name_of_the_first(arg), name_of_the_second(arg));`
/// piece `}}`
/// right
A body is between its braces.
///

/// question {{id="demo-tokens" kind="click" code="{LONG}"
        proof="'{LONG}' stops 2 at column {{}}"}}
What is read first?

/// right {{at="* 4"}}
Parentheses keep the suffix out.

/// wrong {{at="[10]"}}
It is outside of two pairs of parentheses.
///

/// question {{id="demo-moment" kind="moment" of="pointed.c" moment="set" arrow="p"}}
Which object does `p` point to?

/// right {{at="row[0]"}}
The array turned into a pointer to its first element.

/// wrong {{at="row"}}
A pointer to the array has another type.
///

/// question {{id="demo-moment-value" kind="moment" of="pointed.c" moment="set" value="*p"}}
What is `*p`?

/// right 3
The first element is 3.

/// wrong 4
That is the second one.
///

/// question {{id="demo-moment-writer" kind="moment" of="pointed.c" moment="set" writer="p"}}
Which line made `p` point there?

/// right {{at="4"}}
The assignment did.

/// wrong {{at="3"}}
The declaration gives it no value.
///

The end.
"""
"""Each kind at least once; what is recorded below proves them."""

BELIEF = """\
[groups.some]
title = "Some"

[beliefs.spirals]
group = "some"
name = "`int *a[3]` spirals"
belief = "It does."
tempting = "It looks so."
truth = "It does not."
snippet = "sizes.c"
clauses = ["C17 6.7.6"]
"""
"""A file with one belief, which the questions above do not name."""

WORD = """\
[terms.letter]
name = "letter"
means = "A sign of the alphabet."
forms = ["letter"]
"""
"""A glossary with one word, which the answers above use and nothing else does."""


POINTED = """\
//@ do: run
//@ compilers: gcc
int main(void)
{
    int row[2] = {3, 4}, *p;
    p = row;
    //@ moment: set
    return *p - 3;
}
"""


def record_moment(folder: Path) -> None:
    """Write a program with a pointer, and a record of what is asked about it at its moment."""
    path = folder / "snippets/pointed.c"
    path.write_text(POINTED, encoding="utf-8")
    program = book.load(path, folder)
    cells = (
        '<rect class="cw-step-value" x="40" y="26" width="30" height="20" rx="2"/>',
        '<rect class="cw-step-cell" x="40" y="54" width="30" height="20" rx="2"/>',
        '<rect class="cw-step-cell" x="70" y="54" width="30" height="20" rx="2"/>',
        '<text class="cw-step-text" x="46" y="40" fill="currentColor" stroke="none"'
        ' xml:space="preserve">?</text>',
    )
    drawn = (("In main: row is {3, 4}; p points to ?.",), "-12 -12 200 110", 200, 110, cells)
    spots = (
        Spot("row", 40, 54, 60, 20, 100, False),
        Spot("row[0]", 40, 54, 30, 20, 70, True),
        Spot("row[1]", 70, 54, 30, 20, 100, True),
    )
    start = Spot("p", 40, 26, 30, 20, 70, False)
    asked = (
        Answered(Wanted("set", ARROW, "p"), "row[0]", *drawn, start, spots),
        Answered(Wanted("set", VALUE, "*p"), "3", *drawn),
        Answered(Wanted("set", WRITER, "p"), "4", *drawn),
    )
    moment = Moment("set", "Line 4: p points to row[0].", (), *drawn)
    runs = tuple(Run(k.compiler, k.std, k.level, "gcc", exit=0) for k in program.keys)
    records.store(program, Record("pointed.c", records.digest(program), {}, runs, (moment,), asked))


def make_questions(engine: str, folder: Path, address: str) -> None:
    """Build the book of these questions in `folder`, to be served at `address`."""
    pages = {"index.md": "# Home\n", "asked.md": PAGE, "other.md": "# Another page\n"}
    pages["exercise.md"] = exercise.PAGE
    pages |= {"glossary.toml": WORD, "words.md": "# Words\n\n```words\n```\n"}
    prepare(folder, pages)
    exercise.record_programs(folder)
    built(engine, folder, address)


def prepare(folder: Path, pages: dict[str, str], *, assets: bool = True) -> Path:
    """Write a book with these pages and the programs that its questions are about."""
    small_book(folder, pages)
    if assets:
        shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    sizes = {each: Run(each, "c17", "-O0", each, (), 0, "a 1200\nb 80\n") for each in BOTH}
    record_runs(folder, "sizes.c", f"//@ do: run\n{SIZES}", sizes)
    seven = {each: Run(each, "c17", "-O0", each, (), 0, "7\n") for each in BOTH}
    record_runs(folder, "seven.c", f"//@ do: run\n{SEVEN}", seven)
    error = CompilerDiagnostic(3, 5, "error", "'g' declared as function returning an array")
    refused = {each: Run(each, "c17", "-O0", each, (error,)) for each in BOTH}
    record_runs(folder, "refused.c", f"//@ do: compile\n{REFUSED}", refused)
    record_moment(folder)
    return folder


def record_runs(folder: Path, name: str, text: str, runs: dict[str, Run]) -> None:
    """Write a program with a record of these runs, by their compilers."""
    path = folder / "snippets" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    program = book.load(path, folder)
    made = tuple(runs[key.compiler] for key in program.keys)
    records.store(program, Record(name, records.digest(program), {}, made))


@dataclass(frozen=True)
class Asked:
    """One question on a page, as a person handles it."""

    page: Page
    identity: str

    @property
    def root(self) -> Locator:
        """All of it."""
        return self.page.locator(f"#q-{self.identity}")

    @property
    def status(self) -> Locator:
        """The sentence on how it went."""
        return self.root.locator(".cw-question__status")

    @property
    def told(self) -> Locator:
        """What answers to what was given."""
        return self.root.locator(".cw-question__told")

    @property
    def typed(self) -> Locator:
        """The field."""
        return self.root.locator(".cw-question__typed")

    def ready(self) -> "Asked":
        """Bring it into view, and wait until it can be answered."""
        self.root.scroll_into_view_if_needed()
        expect(self.button("Check")).to_have_count(1)
        return self

    def button(self, name: str) -> Locator:
        """A button by its name."""
        return self.root.get_by_role("button", name=name, exact=True, include_hidden=True)

    def choose(self, label: str) -> None:
        """Choose one by its words."""
        self.root.get_by_label(label, exact=True).check()

    def check(self) -> None:
        """Commit, and wait for the verdict."""
        self.button("Check").click()
        expect(self.status).to_have_text(re.compile(r"Right|Not so|could not|first"))

    def labels(self) -> list[str]:
        """The choices, from above."""
        return self.root.locator(".cw-question__choices .cw-question__label").all_inner_texts()


Ask = Callable[[str], Asked]
"""Brings a question into view by its name, and returns it when it can be answered."""
