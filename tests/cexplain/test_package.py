"""The library's public names, and what importing them costs."""

import subprocess
import sys

import pytest

import cexplain


def printed(script: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize("name", cexplain.__all__)
def test_a_public_name_is_no_module_whatever_was_imported_before(name: str) -> None:
    # A module of the same name would take its place as soon as something imports that module.
    script = (
        "import cexplain, importlib, pkgutil\n"
        "for module in pkgutil.iter_modules(cexplain.__path__):\n"
        f"    if module.name == {name!r}: importlib.import_module('cexplain.' + module.name)\n"
        "from cexplain import explain, declare, path_svg, reading_html\n"
        "explain('int x;')\n"
        f"from cexplain import {name} as found\n"
        "print(type(found).__name__)"
    )
    assert printed(script) in {"function", "type"}


def test_spelling_is_at_hand_after_reading() -> None:
    script = (
        "from cexplain import explain\n"
        "(reading,) = explain('int *p').readings\n"
        "from cexplain import spell\n"
        "print(spell(reading.declaration))"
    )
    assert printed(script) == "int *p"


def test_what_is_asked_for_and_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = cexplain.nonsense


def test_importing_the_package_loads_nothing_of_the_engine() -> None:
    script = "import sys, cexplain; print(*(n for n in sys.modules if n.startswith('cexplain')))"
    assert printed(script) == "cexplain"
