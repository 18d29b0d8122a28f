"""What GitHub is asked to do: with the house's own commands, with few rights, and in the end."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped] # its types would be a package for this test alone

HOUSE = Path(__file__).resolve().parents[1]
FILES = sorted((HOUSE / ".github/workflows").glob("*.yml"))
WORKFLOWS: dict[str, dict[str, Any]] = {
    file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in FILES
}
JOBS = [
    pytest.param(job, id=f"{name}-{key}")
    for name, workflow in WORKFLOWS.items()
    for key, job in workflow["jobs"].items()
]
# The first major of each action that runs on Node 24; GitHub's machines run none of the older ones.
FIRST = {"checkout": 6, "configure-pages": 6, "upload-pages-artifact": 5, "deploy-pages": 5}


def asked(run: str) -> list[str]:
    """The targets that make is asked for, at the start of a line or as another user's command."""
    found = re.findall(r'^(?:su .* --command ")?make ([a-z -]+)', run, re.MULTILINE)
    return [target for words in found for target in words.split()]


def test_one_publishes_the_book_and_one_tests_it() -> None:
    assert set(WORKFLOWS) == {"pages", "test"}
    run = [step.get("run", "") for step in WORKFLOWS["test"]["jobs"]["test"]["steps"]]
    assert [asked(each) for each in run if asked(each)] == [["debian"], ["test"]]


def test_what_a_pull_request_brings_runs_as_a_user_without_rights() -> None:
    job = WORKFLOWS["test"]["jobs"]["test"]
    made, owned, run = job["steps"][-1]["run"].splitlines()
    user = made.removeprefix("useradd --create-home ")
    assert owned == f"chown -R {user} ."
    assert run == f'su {user} --command "make test"'
    assert "--security-opt no-new-privileges" in job["container"]["options"]


@pytest.mark.parametrize("job", JOBS)
def test_a_job_ends_and_runs_githubs_own_actions_only(job: dict[str, Any]) -> None:
    assert 0 < job["timeout-minutes"] <= 90
    for used in [step["uses"] for step in job["steps"] if "uses" in step]:
        action, major = re.fullmatch(r"actions/([a-z-]+)@v(\d+)", used).groups()  # type: ignore[union-attr] # None fails
        assert int(major) >= FIRST[action], used


@pytest.mark.parametrize("job", JOBS)
def test_a_command_of_a_job_is_one_of_the_makefiles(job: dict[str, Any]) -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE)
    made = [each for step in job["steps"] for each in asked(step.get("run", ""))]
    assert [each for each in made if each not in targets] == []


def test_only_the_publication_may_write_and_only_pages() -> None:
    given = {
        (name, key, right)
        for name, workflow in WORKFLOWS.items()
        for key, job in [("", workflow), *workflow["jobs"].items()]
        for right, how in job.get("permissions", {}).items()
        if how != "read"
    }
    assert given == {("pages", "publish", "pages"), ("pages", "publish", "id-token")}
    for workflow in WORKFLOWS.values():
        assert workflow["permissions"] == {"contents": "read"}


def test_what_is_uploaded_is_what_the_build_writes() -> None:
    build = WORKFLOWS["pages"]["jobs"]["build"]
    assert {"path": "site"} in [step.get("with") for step in build["steps"]]
    (made,) = [step for step in build["steps"] if step.get("run") == "make build"]
    assert made["env"]["WORKBOOK_URL"].endswith("}}/")  # mkdocs.yml wants the slash


@pytest.mark.parametrize("job", ["pages", "test"])
def test_a_fresh_debian_gets_what_the_readme_asks_for(job: str) -> None:
    steps = next(iter(WORKFLOWS[job]["jobs"].values()))["steps"]
    for name in ("git", "make", "python3", "python3-venv", "ca-certificates"):
        assert name in steps[0]["run"].split()
