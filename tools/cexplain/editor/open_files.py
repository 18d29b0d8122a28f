"""The files that an editor has open: each text is read once, and what waits for it is answered."""

import threading
from collections.abc import Callable
from functools import partial
from urllib.parse import unquote, urlsplit

from cexplain.arguments import fitting
from cexplain.editor import said
from cexplain.editor.dialogue import Code, Dialogue, RefusalError, RequestId, fault
from cexplain.editor.document import Document, GivenUp
from cexplain.editor.lanes import Lanes
from cexplain.editor.moved import ChangedError, MovedPlaces, Step, step
from cexplain.editor.text import Places, Text
from cexplain.editor.wire import Json
from cexplain.values import dataclass, field

PAUSE = 0.15
"""Seconds without typing after which a changed file is read again."""

PATIENCE = 1.0
"""Seconds that the end waits for what was asked before it."""

LONGEST = 2 << 20
"""Characters of the longest file that is read: C takes up to 10 seconds and 750 MB for as many."""

_TOO_LONG = f"cexplain reads files of up to {LONGEST} characters; this one is longer"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text: no document if the text is too long or a fault of ours is there."""

    places: Places
    document: Document | None
    fault: str = ""


Answer = Callable[[Document, Places], Json]


@dataclass(slots=True)
class File:
    """An open file. Each edition has another text; `begun` is the last one that was looked at.

    `before` is what was found in the text that was read last; `steps` are the edits since then.
    `lost`: an edit could not be understood, so that the editor's text is another.
    """

    uri: str
    text: Text
    version: int | None
    edition: int = 0
    begun: int = -1
    found: Found | None = None
    before: Found | None = None
    steps: list[Step] = field(default_factory=list)
    asked: list[tuple[RequestId, Answer]] = field(default_factory=list)
    lost: bool = False

    @property
    def path(self) -> str:
        """Where the file is on this machine; empty if nowhere, or if no file can be called so."""
        try:
            parts = urlsplit(self.uri)
            local = parts.scheme == "file" and not parts.netloc
            return fitting(unquote(parts.path, errors="surrogateescape")) if local else ""
        except ValueError:  # no address, or an UnfitError
            return ""


class OpenFiles:
    """All open files by their addresses, to be used with the dialogue's lock held."""

    def __init__(self, dialogue: Dialogue, std: str | None, lanes: Lanes) -> None:
        self._files: dict[str, File] = {}
        self._dialogue = dialogue
        self._std = std
        self._lanes = lanes
        self._news = threading.Condition(dialogue.lock)

    def named(self, uri: str) -> File:
        """Return an open file; raises RefusalError where it is not open."""
        if uri not in self._files:
            raise RefusalError(Code.INVALID_PARAMS, f"{uri} is not open")
        return self._files[uri]

    def open(self, uri: str, text: str, version: int | None) -> None:
        """Open a file, or anew one that is open."""
        if uri in self._files:
            self._anew(self._files[uri])
        file = self._files[uri] = File(uri, Text(text), version)
        self._lanes.idle(partial(self._read, file, file.edition), 0)

    def change(self, file: File, edit: Callable[[], None]) -> None:
        """Make an edit of a file's text; what it refuses leaves the file lost."""
        self._anew(file)
        before = file.text.c
        try:
            edit()
        except RefusalError as error:
            file.lost = True
            self._publish(file, [])
            raise RefusalError(error.code, f"{error.message}; {file.uri} is out of step") from None
        file.steps.append(step(before, file.text.c))
        if not file.lost:
            self._lanes.idle(partial(self._read, file, file.edition), PAUSE)

    def close(self, file: File) -> None:
        """Close a file; its findings go."""
        del self._files[file.uri]
        self._anew(file)
        file.version = None
        self._publish(file, [])

    def ask(
        self, number: RequestId, file: File, answer: Answer, *, meanwhile: bool = False
    ) -> None:
        """Answer a request as soon as the file is read.

        With `meanwhile` the text before the last edits is good enough, but for what they changed.
        """
        if file.lost:
            raise RefusalError(
                Code.INVALID_PARAMS,
                f"an edit of {file.uri} could not be understood; close it and open it again",
            )
        if meanwhile and not file.found and self._meanwhile(number, file, answer):
            return
        file.asked.append((number, answer))
        if file.found:
            self._answer(file, file.found)
        else:
            self._lanes.asked(partial(self._read, file, file.edition))

    def _meanwhile(self, number: RequestId, file: File, answer: Answer) -> bool:
        """Answer a request from the text that was read before, if that says what is asked."""
        document = file.before.document if file.before else None
        if document is None:
            return False
        try:
            result = answer(document, MovedPlaces(file.steps, file.text.c))
        except ChangedError:
            return False
        self._dialogue.answer(number, result)
        return True

    def cancel(self, number: Json) -> None:
        """Answer no more what was asked under a number, if it waits."""
        for file in self._files.values():
            for asked in file.asked:
                if asked[0] == number:
                    file.asked.remove(asked)
                    self._dialogue.refuse(asked[0], Code.REQUEST_CANCELLED, "cancelled, as asked")
                    return

    def settle(self) -> None:
        """Wait, but not long, until every file is read and all that was asked is answered."""
        with self._news:
            self._news.wait_for(
                lambda: all(file.found or file.lost for file in self._files.values()), PATIENCE
            )

    def _anew(self, file: File) -> None:
        """Forget what was found: the text is another one from now on."""
        file.edition += 1
        file.found = None
        asked, file.asked = file.asked, []
        for number, _ in asked:
            self._dialogue.refuse(number, Code.CONTENT_MODIFIED, "the text was changed meanwhile")

    def _read(self, file: File, edition: int) -> None:
        """Read an edition of a file, if it is the newest and was not looked at before."""
        with self._dialogue.lock:
            if edition != file.edition or edition == file.begun:
                return
            file.begun = edition
            text = file.text.c
        try:
            found, problems = self._found(text, file, lambda: edition == file.edition)
        except GivenUp:
            return
        with self._news:
            if edition == file.edition:
                file.found = file.before = found
                file.steps = []
                self._publish(file, problems)
                self._answer(file, found)
                self._news.notify_all()
        if found.document is not None:
            found.document.included.prepare()  # before somebody waits for what they declare

    def _found(self, text: str, file: File, wanted: Callable[[], bool]) -> tuple[Found, list[Json]]:
        """Return what is in a text, and what to publish of it; raises GivenUp."""
        try:
            places = Places(text)
            if len(text) > LONGEST:
                return Found(places, None), [said.note(places, 0, _TOO_LONG)]
            document = Document(text, self._std, wanted, file.path)
            return Found(places, document), said.problems(document, places)
        except GivenUp:
            raise
        except Exception as error:
            return Found(Places(""), None, fault(error)), [said.note(Places(""), 0, fault(error))]

    def _answer(self, file: File, found: Found) -> None:
        """Answer what was asked about a file that is read now."""
        asked, file.asked = file.asked, []
        for number, answer in asked:
            self._dialogue.answering(number, partial(self._one, number, found, answer))

    def _one(self, number: RequestId, found: Found, answer: Answer) -> None:
        if found.fault:
            raise RefusalError(Code.INTERNAL_ERROR, found.fault)
        result = answer(found.document, found.places) if found.document else None
        self._dialogue.answer(number, result)

    def _publish(self, file: File, problems: list[Json]) -> None:
        params: Json = {"uri": file.uri, "diagnostics": problems}
        if file.version is not None:
            params["version"] = file.version
        self._dialogue.notify("textDocument/publishDiagnostics", params)
