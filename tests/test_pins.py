"""requirements.txt as it is made from requirements.in and from what pip says."""

import importlib.util
from pathlib import Path
from typing import Any

PIN = Path(__file__).resolve().parents[1] / "tools/pin.py"


def pins(asked: list[str], **installed: str) -> str:
    """The text that pin.py makes, without its heading."""
    spec = importlib.util.spec_from_file_location("pin", PIN)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    report = [{"metadata": {"name": n, "version": v}} for n, v in installed.items()]
    return str(module.pins({"install": report}, asked)).removeprefix(module.HEADING)


def test_a_package_is_pinned_with_who_asked_for_it() -> None:
    assert pins(["ruff==1.2  # lint"], ruff="1.2") == "ruff==1.2  # requirements.in\n"


def test_a_package_for_some_machines_only_keeps_its_condition() -> None:
    asked = ['rpic==1 ; sys_platform != "linux"  # draws']
    assert pins(asked, rpic="1") == 'rpic==1 ; sys_platform != "linux"  # requirements.in\n'


def test_what_a_comment_says_is_no_condition() -> None:
    assert pins(["ruff==1.2  # lint ; and format"], ruff="1.2") == "ruff==1.2  # requirements.in\n"
