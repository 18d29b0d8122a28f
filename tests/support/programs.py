"""A book of one page with programs that try what a page's compiler and its editor can do."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from cworkbook import book, records
from cworkbook.records import Record, Run
from support.sites import ROOT, built, small_book

BUILT = ROOT / "docs/assets/build/manifest.json"

HELLO = '#include <stdio.h>\n\nint main(void)\n{\n    puts("hello");\n}\n'
DIGITS = (
    "#include <float.h>\n#include <stdio.h>\n"
    'int main(void) { printf("%d\\n", LDBL_DIG); return 0; }\n'
)
PROGRAMS: dict[str, tuple[str, str, int | None]] = {
    "hello.c": (HELLO, "hello\n", 0),
    "digits.c": (DIGITS, "18\n", 0),
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
    "long.c": (
        "#include <stdio.h>\n\nint main(void)\n{\n"
        + "".join(f'    puts("line {i}");\n' for i in range(60))
        + "}\n",
        "".join(f"line {i}\n" for i in range(60)),
        0,
    ),
    "marked.c": (
        '#include <stdio.h>\n#include "marked.h"\n\n//@ section: rest\n'
        "int main(void)\n{\n    //@ section: line\n"
        '    printf("%s:%d, %d\\n", __FILE__, __LINE__, twice(21));\n    //@ end: line\n\n'
        "    return 0;\n}\n//@ end: rest\n",
        "marked.c:9, 42\n",  # in the file, which has a header and marks
        0,
    ),
    "declared.c": (DIGITS, "18\n", 0),
}
"""Each program's text, with what was recorded of it: its output and its status."""

DIFFERS = {"declared.c": "long double has more digits in WebAssembly than on x86-64"}
"""Why the page's own result is another one, where a program's header says so."""

BESIDE = {
    "marked.h": (
        "//@ section: all\nstatic inline int twice(int x)\n{\n    return 2 * x;\n}\n//@ end\n"
    )
}
"""The headers that they include."""


def make_programs(folder: Path, address: str) -> None:
    """Build the book of these programs in `folder`, to be served at `address` from `site` in it."""
    fences = "".join(f'\n```c {{snippet="{name}"}}\n```\n' for name in PROGRAMS)
    section = '```c {snippet="marked.c:line"}\n```\n'
    other = f"# Another page\n\n{section}"
    small_book(folder, {"index.md": f"# Programs\n{fences}", "other.md": other})
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    for name, text in BESIDE.items():
        (folder / "snippets" / name).write_text(text, encoding="utf-8")
    for name, (text, stdout, status) in PROGRAMS.items():
        path = folder / "snippets" / name
        do = "compile" if "main(" not in text else "run"
        differs = f"//@ browser: differs {DIFFERS[name]}\n" if name in DIFFERS else ""
        path.write_text(f"//@ do: {do}\n{differs}{text}", encoding="utf-8")
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
    """One program's figure, and what can be done with it."""

    page: Page
    figure: Locator

    @property
    def sheet(self) -> Locator:
        """What is below the code once something came of it."""
        return self.figure.locator(".cw-run")

    @property
    def output(self) -> Locator:
        """What compiler and program said."""
        return self.sheet.locator(".cw-run__output")

    @property
    def status(self) -> Locator:
        """The sentence on how it went."""
        return self.sheet.locator(".cw-run__status")

    @property
    def go(self) -> Locator:
        """The bar's first button: Run or Check, and Stop while something is going on."""
        return self.figure.locator(".cw-bar > .cw-bar__go")

    @property
    def editor(self) -> Locator:
        """Where the text is typed."""
        return self.figure.locator(".cm-content")

    @property
    def versions(self) -> Locator:
        """The choice between the reader's version, a link's, and the book's."""
        return self.figure.get_by_role("group", name="Versions").get_by_role("button")

    @property
    def text(self) -> str:
        """The text in the editor."""
        lines = self.figure.locator(".cm-line").all_inner_texts()
        return "\n".join(line.rstrip("\n") for line in lines)

    def press(self, name: str) -> None:
        """Press a button of the figure; of two with the same name, the one in the bar."""
        self.figure.get_by_role("button", name=name, exact=True).first.click()

    def menu(self) -> Locator:
        """The menu, opened if it was not."""
        menu = self.figure.locator(".cw-menu")
        if not menu.is_visible():
            self.press("More")
        expect(menu).to_be_visible()
        return menu

    def setting(self, label: str) -> Locator:
        """A field of the settings, to be seen."""
        field = self.figure.get_by_label(label, exact=True)
        if not field.is_visible():
            self.menu()
        return field

    def view(self, name: str) -> None:
        """Show one of the compiler's views, or the output."""
        tab = self.figure.get_by_role("tab", name=name, exact=True)
        if tab.is_visible():
            tab.click()
        else:
            self.menu().get_by_role("button", name=name, exact=True).click()

    def link(self) -> str:
        """Copy a link to the program as it is, and return it."""
        self.menu().get_by_role("button", name="Copy link").click()
        expect(self.menu().get_by_role("button", name="Copied")).to_be_visible()
        return str(self.page.evaluate("navigator.clipboard.readText()"))

    def write(self, text: str) -> None:
        """Put another text into the editor, as by pasting."""
        self.editor.focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def run(self) -> str:
        """Run the program, wait until it has ended, and return all that is said."""
        # On a phone the bar's own button is not in view while the thumb's is.
        self.figure.get_by_role("button", name=re.compile("^(Run|Check)$")).first.click()
        self.finished()
        return self.output.inner_text()

    def finished(self) -> None:
        """Wait until nothing is going on any more."""
        expect(self.status).to_have_text(re.compile("."))
        expect(self.go).not_to_have_text("Stop")

    def leave(self) -> None:
        """Leave the figure as the book has it, for the next test."""
        if self.figure.get_by_role("button", name="Reset").is_visible():
            self.press("Reset")
        if self.figure.get_by_role("button", name="Close", exact=True).is_visible():
            self.press("Close")
        if self.figure.locator(".cw-menu").is_visible():
            self.press("More")


def figure_of(page: Page, name: str) -> Desk:
    """A program on the page, as the book has it."""
    return Desk(page, page.locator(f".cw-evidence[data-snippet='{name}']"))


def opened(page: Page, name: str) -> Desk:
    """Open the editor of a program on the page."""
    one = figure_of(page, name)
    one.press("Edit")
    expect(one.editor).to_be_focused()
    return one
