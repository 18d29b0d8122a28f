"""Programs where WebAssembly has no addresses of 64 bits, as in Safari: they run as everywhere."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.desks import Open, desks, main_of

# What Safari's WebAssembly does: it refuses a memory whose limits say that its addresses are long.
REFUSES = """
{
  const number = (bytes, place) => {
    let found = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[place.at++];
      found += (byte & 127) * scale;
      if (byte < 128) return found;
    }
  };
  const isWide = (bytes) => {
    const place = { at: 8 };
    while (place.at < bytes.length) {
      const id = bytes[place.at++];
      const size = number(bytes, place);
      if (id === 5) return (bytes[place.at + 1] & 4) !== 0;
      place.at += size;
    }
    return false;
  };
  const { compile, validate } = WebAssembly;
  WebAssembly.validate = (bytes) => !isWide(bytes) && validate(bytes);
  WebAssembly.compile = async (bytes) => {
    if (isWide(bytes)) throw new WebAssembly.CompileError("this memory is too wide");
    return compile(bytes);
  };
}
"""


@pytest.fixture(scope="module")
def narrow(browser: Browser, programs: str) -> Iterator[Page]:
    """The page in a browser that refuses such programs; its compiler stays warm."""

    def refuse(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=REFUSES + answer.text())

    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.route("**/program-worker-*.js", refuse)
    page = context.new_page()
    page.goto(programs)
    yield page
    context.close()


@pytest.fixture
def desk(narrow: Page) -> Iterator[Open]:
    """Opens the editor of a program in that browser."""
    with desks(narrow) as open_program:
        yield open_program


def test_long_and_pointers_have_the_books_size(desk: Open) -> None:
    one = desk("hello.c")
    one.write(main_of('printf("%zu %zu", sizeof(long), sizeof(char *)); return 0;'))
    assert "8 8" in one.run()


def test_arguments_and_standard_input_reach_the_program(desk: Open) -> None:
    one = desk("echo.c")
    one.setting("Arguments").fill("one two")
    one.setting("Standard input").fill("line\n")
    assert "[one][two]line" in one.run()


def test_an_exception_is_caught_and_objects_are_destroyed(desk: Open) -> None:
    assert "The same as the book's." in desk("thrown.cpp").run()


def test_functions_are_called_through_pointers_and_longjmp_comes_back(desk: Open) -> None:
    one = desk("hello.c")
    one.write(
        "#include <setjmp.h>\n#include <stdio.h>\n#include <stdlib.h>\n"
        "static jmp_buf back;\n"
        "static int falling(const void *a, const void *b)\n"
        "{ return *(const int *)b - *(const int *)a; }\n"
        "int main(void)\n{\n    int row[] = {2, 3, 1};\n    qsort(row, 3, sizeof *row, falling);\n"
        "    int times = setjmp(back);\n    if (times < row[0]) longjmp(back, times + 1);\n"
        '    printf("%d%d%d after %d", row[0], row[1], row[2], times);\n}\n'
    )
    assert "321 after 3" in one.run()


def test_memory_grows_to_its_limit_and_malloc_says_so(desk: Open) -> None:
    one = desk("hello.c")
    one.write(
        main_of(
            "unsigned blocks = 0; while (malloc(1 << 24)) blocks++;"
            ' printf("%u, then %p", blocks, malloc((size_t)1 << 40)); return blocks < 10;'
        )
    )
    said = one.run()
    assert "15, then 0" in said
    assert "Exit status 0" in said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "volatile int *p = (int *)0x7fffffff; return *p;",
            "on Linux the exit status would be 139",
        ),
        (
            "int (*none)(void) = (int (*)(void))0x100000001; return none();",
            "called through a pointer",
        ),
        ("volatile int zero = 0; return 1 / zero;", "divided by zero"),
    ],
    ids=["memory", "call", "division"],
)
def test_a_trap_is_told_as_elsewhere(desk: Open, body: str, said: str) -> None:
    one = desk("hello.c")
    one.write(main_of(body))
    assert said in one.run()


def test_ubsan_names_the_line(desk: Open) -> None:
    one = desk("hello.c")
    one.setting("Stop at undefined behaviour (UBSan)").check()
    one.write(main_of("volatile int far = 40; return 1 << far;"))
    assert "shift exponent 40 is too large for 32-bit type 'int'" in one.run()
    expect(one.status).to_contain_text("Undefined behaviour in line")
