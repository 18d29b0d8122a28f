"""JSON-RPC between an editor and a server as LSP 3.17 has it: every request gets one answer."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from threading import RLock

from cexplain.editor.wire import Json, MessageError, parsed
from cexplain.values import dataclass

LARGEST = 2**31 - 1  # LSP's uinteger

RequestId = int | str


class Code(IntEnum):
    """The codes of errors that JSON-RPC and LSP name."""

    PARSE_ERROR = -32700
    INVALID_REQUEST = -32600
    METHOD_NOT_FOUND = -32601
    INVALID_PARAMS = -32602
    INTERNAL_ERROR = -32603
    SERVER_NOT_INITIALIZED = -32002
    REQUEST_CANCELLED = -32800
    CONTENT_MODIFIED = -32801


class RefusalError(Exception):
    """Raised for what is not answered as it was asked; becomes the answer's error."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class Part:
    """A part of what a message says, and its path; whatever is not as LSP has it is refused."""

    def __init__(self, value: Json, path: str = "params") -> None:
        self.value, self.path = value, path

    def __getitem__(self, key: str) -> "Part":
        """Return a member of an object; raises RefusalError where there is none."""
        found = self.get(key)
        if found is None:
            raise self.refused(f".{key} is missing")
        return found

    def get(self, key: str) -> "Part | None":
        """Return a member of an object, None where it is missing or null."""
        if not isinstance(self.value, dict):
            raise self.refused(" is not an object")
        value = self.value.get(key)
        return None if value is None else Part(value, f"{self.path}.{key}")

    def parts(self) -> "list[Part]":
        """Return what an array holds."""
        if not isinstance(self.value, list):
            raise self.refused(" is not an array")
        return [Part(value, f"{self.path}[{index}]") for index, value in enumerate(self.value)]

    def string(self) -> str:
        """Return a string."""
        if not isinstance(self.value, str):
            raise self.refused(" is not a string")
        return self.value

    def integer(self) -> int:
        """Return a whole number."""
        if not _is_integer(self.value):
            raise self.refused(" is not a whole number")
        return int(self.value)

    def number(self) -> int:
        """Return a whole number from 0 on, as LSP's uinteger."""
        if not _is_integer(self.value) or not 0 <= self.value <= LARGEST:
            raise self.refused(f" is not a whole number from 0 to {LARGEST}")
        return int(self.value)

    def refused(self, fault: str) -> RefusalError:
        """Return the error for a fault of this part."""
        return RefusalError(Code.INVALID_PARAMS, f"{self.path}{fault}")


@dataclass(frozen=True, slots=True)
class Methods:
    """What a server does: how it introduces itself, what is asked of it, what it is told."""

    initialize: Callable[[Part], Json]
    requests: Mapping[str, Callable[[RequestId, Part], None]]
    told: Mapping[str, Callable[[Part], None]]
    shutdown: Callable[[], None]


class Dialogue:
    """What was said so far: messages come in one after the other, answers go out from any thread.

    `shut` says whether `shutdown` was asked for. `status` is the exit status once
    the editor has said `exit`, 1 without that. After `ended` nothing is sent.
    """

    def __init__(self, send: Callable[[Json], None], methods: Methods) -> None:
        self.lock = RLock()
        self.status: int | None = None
        self.ended = False
        self._send = send
        self._methods = methods
        self.shut = False
        self._initialized = False

    def receive(self, content: bytes) -> None:
        """Do what a message says."""
        try:
            message = parsed(content)
        except MessageError as error:
            self.refuse(None, Code.PARSE_ERROR, f"the message cannot be read: {error}")
            return
        number, flaw = _checked(message)
        with self.lock:
            if flaw:
                self.refuse(number, Code.INVALID_REQUEST, flaw)
            elif "method" not in message:
                return
            elif number is None:
                self._tell(message["method"], message.get("params"))
            else:
                method, params = message["method"], message.get("params")
                self.answering(number, lambda: self._ask(number, method, params))

    def answering(self, number: RequestId, work: Callable[[], None]) -> None:
        """Do work for a request; whatever goes wrong is the request's answer."""
        try:
            work()
        except RefusalError as error:
            self.refuse(number, error.code, error.message)
        except OSError:
            raise  # the answer could not be sent
        except Exception as error:
            self.refuse(number, Code.INTERNAL_ERROR, fault(error))

    def answer(self, number: RequestId, result: Json) -> None:
        """Send the answer to a request."""
        self.say({"id": number, "result": result})

    def refuse(self, number: RequestId | None, code: Code, message: str) -> None:
        """Send an error in an answer's place; without a number, about a message that has none."""
        self.say({"id": number, "error": {"code": int(code), "message": message}})

    def notify(self, method: str, params: Json) -> None:
        """Tell the editor something."""
        self.say({"method": method, "params": params})

    def say(self, message: Json) -> None:
        """Send a message, if anybody is there."""
        with self.lock:
            if not self.ended:
                self._send({"jsonrpc": "2.0", **message})

    def log(self, text: str) -> None:
        """Have the editor write a line into its log of this server."""
        if self._initialized:
            self.notify("window/logMessage", {"type": 1, "message": text})

    def _ask(self, number: RequestId, method: str, params: Json) -> None:
        if self.shut:
            raise RefusalError(Code.INVALID_REQUEST, "the server was shut down")
        if method == "initialize":
            if self._initialized:
                raise RefusalError(Code.INVALID_REQUEST, "the server is initialized already")
            result = self._methods.initialize(Part(params))
            self._initialized = True
            self.answer(number, result)
        elif not self._initialized:
            raise RefusalError(Code.SERVER_NOT_INITIALIZED, "initialize has to come first")
        elif method == "shutdown":
            self._methods.shutdown()
            self.shut = True
            self.answer(number, None)
        elif method in self._methods.requests:
            self._methods.requests[method](number, Part(params))
        else:
            raise RefusalError(Code.METHOD_NOT_FOUND, f"the server has no method {method[:80]}")

    def _tell(self, method: str, params: Json) -> None:
        if method == "exit":
            self.status = 0 if self.shut else 1
            return
        if not self._initialized or self.shut or method not in self._methods.told:
            return
        try:
            self._methods.told[method](Part(params))
        except RefusalError as error:
            self.log(f"{method}: {error.message}")
        except OSError:
            raise
        except Exception as error:
            self.log(f"{method}: {fault(error)}")


def fault(error: Exception) -> str:
    """Return what is said about a failure of our own, in one line."""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"this is a mistake of cexplain, not of your C ({what}); please report it"


def _checked(message: Json) -> tuple[RequestId | None, str]:
    """Return a message's id, if it has one, and what is wrong with it as a message."""
    if not isinstance(message, dict):
        return None, "the message is not an object"
    if "method" not in message and {"result", "error"} & message.keys():
        return None, ""  # an answer, and nothing was asked
    number = message.get("id")
    if not isinstance(number, str) and not _is_integer(number):
        number = None
    if message.get("jsonrpc") != "2.0":
        return number, 'the message does not say "jsonrpc": "2.0"'
    if number is None and "id" in message:
        return None, "the id is neither a whole number nor a string"
    if "method" not in message:
        return number, "the message has no method"
    return number, "" if isinstance(message["method"], str) else "the method is not a string"


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
