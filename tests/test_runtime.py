"""The sources of the pages' libraries as they are unpacked: into their folder, and nowhere else."""

import importlib.util
import io
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

RUNTIME = Path(__file__).resolve().parents[1] / "tools/runtime.py"


@pytest.fixture(scope="module")
def runtime() -> Any:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("runtime_under_test", RUNTIME)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclass looks there for what its types mean
    spec.loader.exec_module(module)
    return module


def archive(*members: tarfile.TarInfo) -> tarfile.TarFile:
    """An archive of these members, each file of four bytes."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as made:
        for member in members:
            member.size = 4 if member.isreg() else 0
            made.addfile(member, io.BytesIO(b"text"))
    content.seek(0)
    return tarfile.open(fileobj=content)


def test_headers_are_unpacked_and_the_rest_is_left_out(runtime: Any, tmp_path: Path) -> None:
    names = ("include/a.h", "include/c++/v1/b", "lib/c.a")
    runtime.unpack(archive(*map(tarfile.TarInfo, names)), tmp_path / "headers")
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {str(path.relative_to(tmp_path)) for path in found} == {
        "headers/include/a.h",
        "headers/include/c++/v1/b",
    }
    assert {path.read_bytes() for path in found} == {b"text"}


@pytest.mark.parametrize("name", ["include/../../x", "include/../x", "include/a/../../../x"])
def test_a_name_that_leaves_the_folder_ends_it(runtime: Any, tmp_path: Path, name: str) -> None:
    with pytest.raises(
        SystemExit, match=r"^error: an archive holds 'include/.*', which is outside"
    ):
        runtime.unpack(archive(tarfile.TarInfo(name)), tmp_path / "headers")
    assert not any(path.is_file() for path in tmp_path.rglob("*"))
