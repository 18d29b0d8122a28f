"""Fuzz the engine with atheris, which instruments our modules: `make fuzz SECONDS=600`.

The inputs that reached new code are kept in tests/fuzz/corpus.jsonl; the tests
replay them. `python -m fuzz OPTIONS` takes libFuzzer's options.
"""

import sys

import atheris

from fuzz import corpus

with atheris.instrument_imports(include=["cexplain"]):
    from cexplain import declare, explain  # loaded now, so that every module is instrumented
    from fuzz.harness import ask


def main() -> None:
    """Run libFuzzer on the corpus; what it finds stays in its folder until it is packed."""
    explain("int x;")
    declare("x as int")
    atheris.Setup([sys.argv[0], *sys.argv[1:], str(corpus.unpack())], ask)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
