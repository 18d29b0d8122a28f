"""The fence that asks an exercise: the Markdown that a page has instead of it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from cworkbook import options as opt
from cworkbook.exercises.data import MODEL, Exercise, load

_LANGUAGES = {".xs": "c", ".c": "c"}


def markdown(options: Mapping[str, str], page: str, root: Path) -> list[str]:
    """Return the lines of the exercise that `name=` names; ValueError if it belongs elsewhere."""
    exercises = load(root)
    opt.check(options, {"name": opt.one_of(*exercises)})
    if "name" not in options:
        raise ValueError('write name="…", the folder of an exercise')
    exercise = exercises[options["name"]]
    if exercise.page != page:
        raise ValueError(f"'{exercise.name}' says that it is asked on {exercise.page}")
    return list(_asked(exercise))


def _asked(exercise: Exercise) -> Iterator[str]:
    yield from (f"### {exercise.title} {{ #do-{exercise.name} }}", "", exercise.asks, "")
    yield from ("```sh", f"make exercise NAME={exercise.name}", "```", "")
    for number, hint in enumerate(exercise.hints, 1):
        yield from _fold(f"Hint {number} of {len(exercise.hints)}", [hint])
    files = exercise.files(MODEL)
    model = [exercise.why]
    for name in exercise.edit:
        language = _LANGUAGES.get(Path(name).suffix, "text")
        model += ["", f"```{language}", files[name].decode("utf-8").rstrip("\n"), "```"]
    yield from _fold("A solution that passes", model)


def _fold(title: str, lines: list[str]) -> Iterator[str]:
    yield from (f'??? proof "{title}"', "")
    yield from (f"    {line}".rstrip() for text in lines for line in text.split("\n"))
    yield ""
