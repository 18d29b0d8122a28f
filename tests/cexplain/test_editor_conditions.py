"""Which branches of #if an editor's hovers read: the choice is the same all over a file."""

import pytest

from cexplain.editor.document import Document


def declared(text: str) -> list[str]:
    """The names that are declared at file scope."""
    return [item.reading.declaration.name or "" for item in Document(text).declared]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("#if A\nint a;\n#endif\n#if !A\nint b;\n#endif", ["a"]),
        ("#if !A\nint a;\n#endif\n#if A\nint b;\n#endif", ["a"]),
        ("#ifdef A\nint a;\n#else\nint b;\n#endif\n#ifndef A\nint c;\n#endif", ["a"]),
        ("#ifndef H\n#define H\nint a;\n#endif\n#ifdef H\nint b;\n#endif", ["a", "b"]),
        ("#define W 0\n#if W\nint a;\n#else\nint b;\n#endif", ["b"]),
        ("#define W 1\n#if W\nint a;\n#else\nint b;\n#endif", ["a"]),
        ("#ifdef _WIN32\nint a;\n#else\nint b;\n#endif", ["b"]),
        ("#if defined(_WIN32) || defined(X)\nint a;\n#else\nint b;\n#endif", ["a"]),
        ("#if defined(_WIN32) && defined(X)\nint a;\n#else\nint b;\n#endif", ["b"]),
        ("#if defined(_MSC_VER) && (_MSC_VER > 1200)\nint a;\n#elif 0\nint b;\n#else\nint c;\n"
         "#endif", ["c"]),
        ("#if defined __cplusplus /* C++ */\nint a;\n#endif\nint b;", ["b"]),
        ("#if 0\n#define W 0\n#endif\n#if W\nint a;\n#else\nint b;\n#endif", ["a"]),
        ("#if V >= 3\nint a;\n#else\nint b;\n#endif\n#if V >= 3\nint c;\n#endif", ["a", "c"]),
    ],
)  # fmt: skip
def test_a_condition_has_one_answer_in_a_file(text: str, names: list[str]) -> None:
    assert declared(f"{text}\n") == names
