"""Lock files as they are made from lists of packages and from what pip says."""

import importlib.util
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

PIN = Path(__file__).resolve().parents[1] / "tools/pin.py"


@pytest.fixture(scope="module")
def pin() -> Any:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("pin_under_test", PIN)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclass looks there for what its types mean
    spec.loader.exec_module(module)
    return module


def report(*files: tuple[str, str, str]) -> dict[str, Any]:
    """What pip tells of an installation: names, versions and digests of its files."""
    return {
        "install": [
            {
                "metadata": {"name": name, "version": version},
                "download_info": {"archive_info": {"hashes": {"sha256": digest}}},
            }
            for name, version, digest in files
        ]
    }


def test_a_condition_goes_with_its_package_and_a_comment_does_not(pin: Any) -> None:
    asked = ['rpic==1 ; sys_platform != "linux"  # draws', "ruff==1.2  # lint ; and format"]
    told = report(("ruff", "1.2", "b"), ("rpic", "1", "a"))
    assert pin.versions(told, asked) == {
        "rpic": 'rpic==1 ; sys_platform != "linux"',
        "ruff": "ruff==1.2",
    }


def test_each_package_names_who_asks_for_it(pin: Any) -> None:
    told = report(("My_Theme", "1", "a"), ("markdown", "3", "b"), ("colorama", "1", "c"))
    wants = ["Markdown>=3", "absent>1", 'colorama ; extra == "colour"']
    told["install"][0]["metadata"]["requires_dist"] = wants
    assert pin.askers(told, ["my-theme==1 # looks", "markdown==3 # renders"], "some.in") == {
        "colorama": ["an extra"],
        "markdown": ["some.in", "my-theme"],
        "my-theme": ["some.in"],
    }


LOCK = """
# some.in
mypy==2.4 ; sys_platform == "linux" \\
    --hash=sha256:aa \\
    --hash=sha256:bb

# mypy
pluggy==1.7 \\
    --hash=sha256:cc
"""


def test_a_lock_has_each_packages_hashes_below_it(pin: Any) -> None:
    pinned = {"mypy": 'mypy==2.4 ; sys_platform == "linux"', "pluggy": "pluggy==1.7"}
    by = {"mypy": ["some.in"], "pluggy": ["mypy"]}
    assert "".join(pin.blocks(pinned, by, {"mypy": {"bb", "aa"}, "pluggy": {"cc"}})) == LOCK


def test_the_lines_of_one_package_are_found_in_a_lock(pin: Any) -> None:
    assert pin.locked(LOCK, "pluggy==1.7") == "pluggy==1.7 \\\n    --hash=sha256:cc\n"
    assert pin.locked(LOCK, "mypy==2.4").count("--hash=") == 2
    for other in ("pluggy==1.70", "pluggy==1", "mypy==2.5", "uggy==1.7"):
        with pytest.raises(LookupError, match="run make requirements"):
            pin.locked(LOCK, other)
    with pytest.raises(LookupError):
        pin.locked("pluggy==1.7\n", "pluggy==1.7")


def test_a_target_takes_what_its_system_and_machine_can_install(pin: Any) -> None:
    debian, arm, mac = (
        pin.Target("linux", "x86_64", "3.11"),
        pin.Target("linux", "aarch64", "3.11"),
        pin.Target("darwin", "arm64", "3.13"),
    )
    condition = (
        'sys_platform == "linux" and platform_machine == "x86_64" or python_version > "3.12"'
    )
    assert [one.takes(condition) for one in (debian, arm, mac)] == [True, False, True]
    assert arm.takes("")
    assert {"manylinux1_x86_64", "manylinux2014_x86_64", "manylinux_2_36_x86_64"} <= {
        *debian.platforms
    }
    assert {"manylinux2014_aarch64", "manylinux_2_17_aarch64"} <= {*arm.platforms}
    assert not {"manylinux1_aarch64", "manylinux_2_37_aarch64"} & {*arm.platforms}
    assert {"macosx_11_0_arm64", "macosx_10_9_universal2"} <= {*mac.platforms}


def test_hashes_are_gathered_from_all_targets_and_one_without_a_wheel_is_told(
    pin: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    targets = [pin.Target("linux", machine, "3.11") for machine in ("x86_64", "aarch64", "riscv64")]

    def pip(*words: str) -> dict[str, Any]:
        machine = words[words.index("--platform") + 1].rsplit("_2_36_")[-1]
        names = words[words.index("--platform") :]
        if machine == "riscv64":
            raise pin.subprocess.CalledProcessError(1, "pip", stderr="no wheel of mypy")
        assert ("rpic==1" in names) == (machine == "x86_64")
        assert "mypy==2" in names
        return report(("mypy", "2", f"mypy-{machine}"), ("pure", "1", "same"))

    monkeypatch.setattr(pin, "pip", pip)
    pinned = {"mypy": "mypy==2", "rpic": 'rpic==1 ; platform_machine == "x86_64"'}
    hashes, complete = pin.hashes_of(pinned, targets)
    assert hashes == {"mypy": {"mypy-x86_64", "mypy-aarch64"}, "pure": {"same"}}
    assert complete == targets[:2]
    assert (
        "Linux with glibc on riscv64 with Python 3.11:\nno wheel of mypy" in capsys.readouterr().err
    )


def test_pip_that_cannot_resolve_a_list_is_told_and_leaves_the_lock_alone(
    pin: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source, lock = tmp_path / "some.in", tmp_path / "some.txt"
    source.write_text("nothing==1 # is there\n", encoding="utf-8")

    def run(*_: object, **__: object) -> SimpleNamespace:
        raise pin.subprocess.CalledProcessError(1, "pip", stderr="no nothing\n")

    monkeypatch.setattr(pin.subprocess, "run", run)
    with pytest.raises(SystemExit, match=r"no nothing\nerror: pip cannot resolve .*some\.in"):
        pin.main(source, lock)
    assert not lock.exists()
