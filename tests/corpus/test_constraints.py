"""What cexplain accepts is what gcc and clang accept; where they differ, a list says why."""

from collections.abc import Collection, Iterator

import pytest

from support.cases import Case, cases, differences
from support.verdicts import JUDGES, Judge, alone, complaints, ours


def against(judge: Judge, listed: Collection[Case]) -> Iterator[tuple[Case, str]]:
    """Yield the cases in which a compiler's verdict is not ours, with what is said.

    A case of which that is not known is asked about alone, too: neighbours have no say in it.
    """
    asked = [case for case in cases() if judge.can_answer(case)]
    refused = complaints(judge, asked)
    differing = [case for case in asked if (case in refused) == ours(case).ok]
    again = [case for case in differing if case not in listed]
    refused = {case: said for case, said in refused.items() if case in listed} | alone(judge, again)
    for case in differing:
        if (case in refused) == ours(case).ok:
            errors = [found.message for found in ours(case).diagnostics]
            yield case, refused.get(case) or f"accepted; cexplain: {errors}"


@pytest.mark.parametrize("judge", JUDGES, ids=lambda judge: judge.name)
def test_a_compiler_agrees_but_for_the_listed_differences(judge: Judge) -> None:
    listed = {case for name, case in differences() if name == judge.name}
    found = dict(against(judge, listed))
    unlisted = [
        f"{case.std} {case.text}: {said}" for case, said in found.items() if case not in listed
    ]
    assert unlisted == []
    vanished = [f"{case.std} {case.text}" for case in listed if case not in found]
    assert vanished == []


def test_the_corpus_is_large_and_knows_legal_and_illegal_of_every_standard() -> None:
    assert len({case.text for case in cases()}) >= 1000
    for std in ("c89", "c99", "c11", "c17", "c23"):
        verdicts = [ours(case).ok for case in cases() if case.std == std]
        assert min(verdicts.count(True), verdicts.count(False)) >= 300


def test_every_case_is_judged_by_a_compiler_that_knows_it() -> None:
    assert [case for case in cases() if not any(judge.can_answer(case) for judge in JUDGES)] == []


def test_every_difference_has_a_reason() -> None:
    assert all(len(reason.split()) > 4 for reason in differences().values())
