"""A book of one page with programs that try what a page's compiler and its editor can do."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from cworkbook import book, records
from cworkbook.records import Record, Run
from support.sites import ROOT, built, small_book

BUILT = ROOT / "docs/assets/build/manifest.json"
MINUTE = 60_000  # ms; two busy cores compile C++ with iostream

HELLO = '#include <stdio.h>\n\nint main(void)\n{\n    puts("hello");\n}\n'
PROGRAMS: dict[str, tuple[str, str, int | None]] = {
    "hello.c": (HELLO, "hello\n", 0),
    "sizes.c": (
        '#include <stdio.h>\nint main(void) { printf("%zu\\n", sizeof(long)); return 0; }\n',
        "8\n",
        0,
    ),
    "echo.c": (
        "#include <stdio.h>\n"
        "int main(int argc, char **argv)\n{\n"
        '    for (int i = 1; i < argc; i++) printf("[%s]", argv[i]);\n'
        "    for (int c; (c = getchar()) != EOF; ) putchar(c);\n    return argc;\n}\n",
        "",
        1,
    ),
    "endless.c": (
        '#include <stdio.h>\nint main(void) { puts("before"); for (volatile int i = 0;; i++) ; }\n',
        "before\n",
        None,
    ),
    "poll.c": (
        "volatile int ready;\nint plain;\n"
        "void wait(void) { while (!ready) ; }\nint look(void) { return plain; }\n"
        "struct mixed { char c; double d; short s; };\nstruct mixed mixed;\n"
        "int row[3];\nint first(void) { return *row; }\n",
        "",
        0,
    ),
    "thrown.cpp": (
        "#include <iostream>\n#include <stdexcept>\n"
        'struct Noisy { ~Noisy() { std::cout << "unwound\\n"; } };\n'
        "int main()\n{\n    try {\n        Noisy noisy;\n"
        '        throw std::out_of_range("far out");\n'
        "    } catch (const std::exception &e) {\n"
        "        std::cout << e.what() << '\\n';\n    }\n}\n",
        "unwound\nfar out\n",
        0,
    ),
    "marked.c": (
        '#include <stdio.h>\n#include "marked.h"\n\n//@ section: rest\n'
        "int main(void)\n{\n    //@ section: line\n"
        '    printf("line %d, %d\\n", __LINE__, twice(21));\n    //@ end: line\n\n'
        "    return 0;\n}\n//@ end: rest\n",
        "line 9, 42\n",
        0,
    ),
}
"""Each program's text, with what was recorded of it: its output and its status."""

BESIDE = {
    "marked.h": (
        "//@ section: all\nstatic inline int twice(int x)\n{\n    return 2 * x;\n}\n//@ end\n"
    )
}
"""The headers that they include."""


def make_programs(folder: Path, address: str) -> None:
    """Build the book of these programs in `folder`, to be served at `address` from `site` in it."""
    fences = "".join(f'\n```c {{snippet="{name}"}}\n```\n' for name in PROGRAMS)
    small_book(folder, {"index.md": f"# Programs\n{fences}", "other.md": "# Another page\n"})
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    for name, text in BESIDE.items():
        (folder / "snippets" / name).write_text(text, encoding="utf-8")
    for name, (text, stdout, status) in PROGRAMS.items():
        path = folder / "snippets" / name
        do = "compile" if "main(" not in text else "run"
        path.write_text(f"//@ do: {do}\n{text}", encoding="utf-8")
        program = book.load(path, folder)
        runs = tuple(
            Run(
                key.compiler,
                key.std,
                key.level,
                f"{key.compiler} {name}",
                stdout=stdout,
                exit=status,
            )
            for key in program.keys
        )
        records.store(program, Record(name, records.digest(program), {}, runs))
    built("mkdocs", folder, address)


@dataclass
class Desk:
    """One program's figure, with its editor open."""

    page: Page
    figure: Locator

    @property
    def panel(self) -> Locator:
        """What the scripts put under the program."""
        return self.figure.locator(".cw-run")

    @property
    def output(self) -> Locator:
        """What compiler and program said."""
        return self.panel.locator(".cw-run__output")

    @property
    def status(self) -> Locator:
        """The sentence on how it went."""
        return self.panel.locator(".cw-run__status")

    @property
    def text(self) -> str:
        """The text in the editor."""
        lines = self.panel.locator(".cm-line").all_inner_texts()
        return "\n".join(line.rstrip("\n") for line in lines)

    def press(self, name: str) -> None:
        """Press a button of the panel."""
        self.panel.get_by_role("button", name=name, exact=True).click()

    def write(self, text: str) -> None:
        """Put another text into the editor, as by pasting."""
        self.panel.locator(".cm-content").focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def run(self) -> str:
        """Run the program, wait until it has ended, and return all that is said."""
        self.panel.locator(".cw-button--main").click()
        self.finished()
        return self.output.inner_text()

    def finished(self) -> None:
        """Wait until nothing is going on any more."""
        expect(self.status).not_to_have_text("", timeout=MINUTE)
        expect(self.panel.locator(".cw-run__buttons").get_by_text("Stop")).to_be_hidden(
            timeout=MINUTE
        )


def opened(page: Page, name: str) -> Desk:
    """Open the editor of a program on the page."""
    figure = page.locator(f".cw-evidence[data-snippet='{name}']")
    figure.get_by_role("button", name="Edit and").click()
    expect(figure.locator(".cm-content")).to_be_focused(timeout=30_000)
    return Desk(page, figure)
