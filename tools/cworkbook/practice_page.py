"""The questions with which the page of practice begins, so that one is there before Python is."""

from collections.abc import Mapping
from typing import Any

from cexplain.drills.drill import LEVELS
from cexplain.drills.objects import drill_object
from cexplain.drills.sheet import SheetError, checked_seed, following
from cexplain.drills.table import KINDS
from cworkbook import options as opt
from cworkbook.fences import Fence, Place
from cworkbook.review_page import data_html


def _render(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return the element that holds them as JSON, for scripts alone; a seed stands on each line."""
    opt.check(options, {})
    seeds = [line.strip() for line in source.splitlines() if line.strip()]
    if not seeds:
        raise place.error("write the seeds of the first questions here, one a line")
    try:
        return data_html("cwp-first", openings(seeds))
    except SheetError as error:
        raise place.error(str(error)) from error


def openings(seeds: list[str]) -> dict[str, Any]:
    """Return for each level the first question of each seed, as the page asks Python for it.

    Raises SheetError for a seed that cannot be one, and for one whose first question is answered
    by typing: only Python judges that.
    """
    return {str(level): [_opening(seed, level) for seed in seeds] for level in LEVELS}


def _opening(seed: str, level: int) -> dict[str, Any]:
    found = following(checked_seed(seed), tuple(KINDS), [], start=level)
    if found.form != "choose":
        raise SheetError(f"seed {seed} begins with a question to type at level {level}")
    return {"seed": seed, "drill": drill_object(found)}


FENCE = Fence(lambda _inputs: True, _render)
