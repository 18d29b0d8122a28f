"""Looks into a page's Workers by Chromium's own protocol: it needs nothing of what they closed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import CDPSession, Page


class Workers:
    """The Workers of a page, by the names of their scripts."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self._page = page
        self._session = session
        self._attached: dict[str, str] = {}  # a script's address -> the session in its Worker
        self._answers: dict[int, Any] = {}
        self._asked = 0
        session.on("Target.attachedToTarget", self._attach)
        session.on("Target.receivedMessageFromTarget", self._hear)
        how = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
        session.send("Target.setAutoAttach", how)

    def evaluate(self, script: str, expression: str) -> Any:
        """What an expression gives in the Worker of `<script>-HASH.js`, when there is one."""
        while not (found := [one for url, one in self._attached.items() if f"/{script}-" in url]):
            self._turn()
        self._asked += 1
        wanted = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        message = {"id": self._asked, "method": "Runtime.evaluate", "params": wanted}
        whom = {"sessionId": found[-1], "message": json.dumps(message)}
        self._session.send("Target.sendMessageToTarget", whom)
        while self._asked not in self._answers:
            self._turn()
        answer = self._answers.pop(self._asked)
        assert "exceptionDetails" not in answer["result"], answer
        return answer["result"]["result"].get("value")

    def _attach(self, told: dict[str, Any]) -> None:
        self._attached[told["targetInfo"]["url"]] = told["sessionId"]

    def _hear(self, told: dict[str, Any]) -> None:
        message = json.loads(told["message"])
        if "id" in message:
            self._answers[message["id"]] = message

    def _turn(self) -> None:
        """Let the browser speak."""
        self._page.evaluate("() => new Promise((done) => setTimeout(done))")


@contextmanager
def workers_of(page: Page) -> Iterator[Workers]:
    """The Workers of a page, those that are there and those to come."""
    session = page.context.new_cdp_session(page)
    yield Workers(page, session)
    session.detach()
