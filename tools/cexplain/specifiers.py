"""Declaration specifiers (6.7.1): which word is the type, which is an annotation.

A reader pastes one line, without its headers: type names that nobody declared
and macros that stand among the specifiers are the normal case here.
"""

import re
from abc import abstractmethod
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, TypeAlias

from cexplain import words
from cexplain.cursor import Cursor
from cexplain.raw import (
    Operand,
    RawAlignment,
    RawAtomic,
    RawBitInt,
    RawExpression,
    RawInferred,
    RawName,
    RawSpecifiers,
    RawTagged,
    RawTypeName,
    RawTypeof,
)
from cexplain.suggest import nearest
from cexplain.tree import Attribute

Place: TypeAlias = Literal["declaration", "member", "parameter", "type"]
"""Where specifiers stand; "type" is a type name, which declares nothing."""

_UNDERSCORES = re.compile(r"^__(\w+?)__$")
_TYPEDEF_LIKE = re.compile(r"\w_t$")
_ROLES = {
    "storage": words.STORAGE,
    "function": words.FUNCTION_SPECIFIERS,
    "qualifier": words.QUALIFIERS,
    "basic": words.BASIC,
    "typeof": dict.fromkeys(words.TYPEOF, ""),
    "tagged": dict.fromkeys((*words.RECORDS, "enum"), ""),
    "alignas": dict.fromkeys(words.ALIGNAS, ""),
    "attribute": dict.fromkeys(words.ATTRIBUTE, ""),
    "bitint": {"_BitInt": ""},
    "inferred": {"__auto_type": ""},
    "extension": {"__extension__": ""},
    "declspec": {"__declspec": ""},
    "asm": dict.fromkeys(words.ASM, ""),
}
TYPE_ROLES = frozenset({"basic", "typeof", "tagged", "bitint", "inferred"})
MISSPELLABLE = sorted(
    word for word in words.SPECIFIERS if not word.startswith("_") and len(word) > 2
)


@lru_cache(maxsize=32)
def roles(std: str) -> dict[str, tuple[str, str]]:
    """Return each keyword's role and canonical spelling under a standard; other words have none."""
    table = {word: ("other", word) for word in words.keywords(std)}
    for role, spellings in _ROLES.items():
        for word, canonical in spellings.items():
            if word in table:
                table[word] = (role, canonical)
    return table


class SpecifierScanner(Cursor):
    """Scans declaration specifiers and what may stand among them."""

    known_types: set[str]
    roles: dict[str, tuple[str, str]]

    @abstractmethod
    def type_name(self, start: int, end: int) -> RawTypeName:
        """Scan tokens [start, end) as a type name."""

    @abstractmethod
    def tagged(self, index: int) -> tuple[RawTagged, int]:
        """Scan a struct, union or enum specifier; return it and the index behind it."""

    # -- the specifiers --------------------------------------------------------

    def specifiers(self, index: int, place: Place) -> RawSpecifiers:
        """Scan the specifiers from `index`; the result's `end` is the first token behind."""
        found = RawSpecifiers(index)
        chosen: dict[int, str] = {}
        tokens = self.tokens
        while True:
            token = tokens[index]
            if token.kind != "word":
                if token.text == "[" and tokens[index + 1].text == "[":
                    index = self.standard_attributes(index, found.attributes)
                    continue
                break
            role, canonical = self.roles.get(token.text, ("identifier", ""))
            if role == "identifier":
                if index not in chosen:
                    chosen.update(self._choose(index, found, place))
                if chosen[index] == "name":
                    break
                index = self._identifier(index, chosen[index], found)
            elif role == "qualifier":
                if canonical == "_Atomic" and tokens[index + 1].text == "(":
                    index = self._atomic(index, found)
                else:
                    found.qualifiers.append((canonical, index))
                    index += 1
            elif role == "basic":
                found.words.extend((word, index) for word in canonical.split())
                index += 1
            elif role == "storage":
                found.storage.append((canonical, index))
                index += 1
            elif scan := self._SCANS.get(role):
                index = scan(self, index, found)
            else:
                break
        found.end = index
        self._settle(found, place)
        return found

    def _function(self, index: int, found: RawSpecifiers) -> int:
        found.functions.append((self.roles[self.tokens[index].text][1], index))
        return index + 1

    def _extension(self, index: int, found: RawSpecifiers) -> int:  # noqa: ARG002  (a table's signature)
        return index + 1

    def _attribute(self, index: int, found: RawSpecifiers) -> int:
        return self.gnu_attribute(index, found.attributes)

    def _declspec(self, index: int, found: RawSpecifiers) -> int:
        end = self._parenthesized(index)
        self._attribute_list(index + 2, end - 1, "declspec", found.attributes)
        return end

    def _base(self, found: RawSpecifiers, index: int) -> None:
        if found.has_type and not (found.base is None and self._only_signs(found)):
            self.fail(
                "contradictory-specifiers",
                index,
                f"a second type: {self.describe(index)} after {self._said(found)}",
                "keep one of the two",
            )

    @staticmethod
    def _only_signs(found: RawSpecifiers) -> bool:
        return all(word in ("signed", "unsigned") for word, _ in found.words)

    def _said(self, found: RawSpecifiers) -> str:
        if found.words:
            return repr(" ".join(word for word, _ in found.words))
        return "another type"

    def _tagged(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        found.base, end = self.tagged(index)
        return end

    def _typeof(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        end = self._parenthesized(index)
        unqualified = words.TYPEOF[self.tokens[index].text]
        found.base = RawTypeof(unqualified, self.operand(index + 2, end - 1), index, end)
        return end

    def _atomic(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        end = self._parenthesized(index)
        found.base = RawAtomic(self.type_name(index + 2, end - 1), index, end)
        return end

    def _bitint(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        end = self._parenthesized(index)
        found.base = RawBitInt(self.source(index + 2, end - 1), index, end)
        return end

    def _inferred(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        found.base = RawInferred("__auto_type", index)
        return index + 1

    def _alignas(self, index: int, found: RawSpecifiers) -> int:
        end = self._parenthesized(index)
        found.alignments.append(RawAlignment(self.operand(index + 2, end - 1), index, end))
        return end

    _SCANS: dict[str, "Callable[[SpecifierScanner, int, RawSpecifiers], int]"] = {
        "function": _function,
        "extension": _extension,
        "attribute": _attribute,
        "declspec": _declspec,
        "tagged": _tagged,
        "typeof": _typeof,
        "bitint": _bitint,
        "inferred": _inferred,
        "alignas": _alignas,
    }

    def _parenthesized(self, index: int) -> int:
        """Return the index behind the parentheses that must follow the word at `index`."""
        if self.tokens[index + 1].text != "(":
            word = self.tokens[index].text
            self.fail(
                "expected-parenthesis",
                index + 1,
                f"expected '(' after {word!r}, found {self.describe(index + 1)}",
                f"write {word}(…)",
            )
        end = self.closing[index + 1] + 1
        if end - index == 3:
            self.fail(
                "empty-parentheses", end - 1, "nothing stands in these parentheses", "fill in"
            )
        return end

    def operand(self, start: int, end: int) -> Operand:
        """Scan what typeof or _Alignas is given: a type name where it can be one."""
        if self.starts_type(start, end):
            return self.type_name(start, end)
        return RawExpression(self.source(start, end), start, end)

    def starts_type(self, start: int, end: int) -> bool:
        """Whether tokens [start, end) are a type name, and not an expression."""
        token = self.tokens[start]
        if token.kind != "word":
            return False
        role = self.roles.get(token.text, ("identifier", ""))[0]
        if role != "identifier":
            return role not in ("other", "asm")
        if self.is_known_type(token.text):
            return end - start == 1 or self.tokens[start + 1].text in "*(["
        return end - start > 1 and self.tokens[end - 1].text == "*"

    def is_known_type(self, name: str) -> bool:
        """Whether a name is a type by declaration, by ISO's headers or by its ending."""
        return (
            name in self.known_types
            or name in words.ISO_TYPEDEFS
            or _TYPEDEF_LIKE.search(name) is not None
        )

    # -- identifiers -----------------------------------------------------------

    def _identifier(self, index: int, part: str, found: RawSpecifiers) -> int:
        """Take the identifier at `index` as the type or as an annotation."""
        name = self.tokens[index].text
        call = self._call_end(index) if self._is_call(index) else index + 1
        if part == "type":
            self._check_spelling(index, annotation=False)
            found.base = RawName(name, index, call)
        else:
            self._check_spelling(index, annotation=True)
            arguments = self.source(index + 2, call - 1) if call > index + 1 else None
            attribute = Attribute(name, arguments, "macro")
            self.spans.put(attribute, (self.span(index, call),))
            found.attributes.append(attribute)
        return call

    def _call_end(self, index: int) -> int:
        return self.closing[index + 1] + 1

    def _is_call(self, index: int) -> bool:
        """Whether an identifier with parentheses is a macro call among the specifiers.

        It is one when a word or a star follows the parentheses, and these do
        not hold what a declarator or an old-style list would.
        """
        if self.tokens[index + 1].text != "(":
            return False
        end = self.closing[index + 1]
        behind, inside = self.tokens[end + 1], self.tokens[index + 2 : end]
        if not inside or inside[0].text in ("*", "...", "("):
            return False
        if self.roles.get(inside[0].text, ("identifier", ""))[0] not in ("identifier", "other"):
            return False
        if behind.text == "*":
            return True
        if behind.kind != "word":
            return False
        role = self.roles.get(behind.text, ("identifier", ""))[0]
        names_only = all(token.kind == "word" or token.text == "," for token in inside)
        if role != "identifier":
            return role in TYPE_ROLES and not names_only
        if self._type_likeness(behind.text) < 1 and self.tokens[end + 2].text in (";", "("):
            return False  # `f(foo) __init;`: the annotation is the word behind
        return not (names_only and self.tokens[end + 2].kind == "word")

    def _choose(self, index: int, found: RawSpecifiers, place: Place) -> dict[int, str]:
        """Say what each identifier of the run from `index` is: type, annotation or name."""
        if found.has_type:
            return {index: self._after_type(index)}
        run: list[int] = []
        position = index
        while self.tokens[position].kind == "word":
            role = self.roles.get(self.tokens[position].text, ("identifier", ""))[0]
            if role == "identifier":
                run.append(position)
                position = self._call_end(position) if self._is_call(position) else position + 1
            elif role in ("attribute", "alignas", "declspec"):
                if self.tokens[position + 1].text != "(":
                    break
                position = self.closing[position + 1] + 1
            elif role in TYPE_ROLES:
                return dict.fromkeys(run, "annotation")
            elif role in ("storage", "qualifier", "function", "extension"):
                position += 1
            else:
                break
        if place != "type" and self._last_is_name(position, run, found, place):
            name = {run.pop(): "name"}
        else:
            name = {}
        if not run:
            return name
        best = max(run, key=lambda at: (self._type_likeness(self.tokens[at].text), -at))
        return {at: "type" if at == best else "annotation" for at in run} | name

    def _after_type(self, index: int) -> str:
        """Say what an identifier is that follows the type: annotation or name."""
        following = self.tokens[index + 1]
        if following.text == "*" or self._is_call(index):
            return "annotation"
        if following.text == "(":
            inner = self.tokens[index + 2]
            return "annotation" if inner.text == "*" else "name"
        if following.kind != "word":
            return "name"
        role = self.roles.get(following.text, ("identifier", ""))[0]
        return "annotation" if role in ("identifier", "qualifier") else "name"

    def _last_is_name(
        self, behind: int, run: list[int], found: RawSpecifiers, place: Place
    ) -> bool:
        """Whether the last identifier before token `behind` is the declared name."""
        text = self.tokens[behind].text
        if run[-1] != behind - 1 or text == "*":
            return False
        if text == "(":
            return self._names_a_function(behind, run, place)
        if len(run) > 1:
            return True
        if place != "declaration":
            return False
        return text == "=" or bool(found.storage)

    def _names_a_function(self, opening: int, run: list[int], place: Place) -> bool:
        """Whether what `opening` begins is a parameter list, and the name stands before it."""
        inner = self.tokens[opening + 1]
        if inner.text in ("*", "^"):
            return False
        if len(run) > 1:
            return True
        if place != "declaration" or self.is_known_type(self.tokens[run[0]].text):
            return False
        convention = inner.kind == "word" and self.tokens[opening + 2].text in ("*", "^")
        if inner.text == "(" or convention:  # foo_t ((*f))(int), foo_t (WINAPI *f)(int)
            return self.tokens[self.closing[opening] + 1].text not in ("(", "[")
        return True

    def _type_likeness(self, name: str) -> int:
        if self.is_known_type(name):
            return 3
        if name.startswith("__"):
            return -1
        return 0 if name.isupper() else 1

    def _check_spelling(self, index: int, *, annotation: bool) -> None:
        """Fail where an unknown word is a keyword with a slip in it."""
        name = self.tokens[index].text
        if len(name) < 3 or name.isupper() or name.startswith("_") or self.is_known_type(name):
            return
        lowered = name.lower()
        if annotation and lowered != name and lowered in self.roles:
            keyword: str | None = lowered
        else:
            keyword = nearest(name, MISSPELLABLE)
        if keyword is None or (not annotation and not _is_slip(name, keyword)):
            return
        self.fail(
            "misspelt-keyword",
            index,
            f"{name!r} is no keyword of C; did you mean {keyword!r}?",
            f"write {keyword!r}, or rename it if it is a macro or a type of yours",
        )

    # -- attributes ------------------------------------------------------------

    def gnu_attribute(self, index: int, into: list[Attribute]) -> int:
        """Scan `__attribute__((…))`; return the index behind it."""
        end = self._parenthesized(index)
        if self.tokens[index + 2].text == "(" and self.closing[index + 2] == end - 2:
            self._attribute_list(index + 3, end - 2, "gnu", into)
        else:
            self._attribute_list(index + 2, end - 1, "gnu", into)
        return end

    def standard_attributes(self, index: int, into: list[Attribute]) -> int:
        """Scan `[[…]]` (6.7.13); return the index behind it."""
        end = self.closing[index]
        if self.closing[index + 1] != end - 1:
            self.fail(
                "unfinished-attribute", end, "an attribute begins with '[[', so ']]' ends it",
                "write ']]'",
            )  # fmt: skip
        self._attribute_list(index + 2, end - 1, "c23", into)
        return end + 1

    def _attribute_list(
        self,
        index: int,
        end: int,
        syntax: Literal["gnu", "c23", "declspec"],
        into: list[Attribute],
    ) -> None:
        while index < end:
            start = index
            token = self.tokens[index]
            if token.text == ",":
                index += 1
                continue
            if token.kind != "word":
                self.fail(
                    "bad-attribute",
                    index,
                    f"expected an attribute's name, found {token.text!r}",
                    "attributes are names, some with arguments in parentheses",
                )
            namespace = None
            if self.tokens[index + 1].text == "::":
                namespace, index = token.text, index + 2
            name = _UNDERSCORES.sub(r"\1", self.tokens[index].text)
            index += 1
            arguments = None
            if self.tokens[index].text == "(":
                arguments = self.source(index + 1, self.closing[index])
                index = self.closing[index] + 1
            attribute = Attribute(name, arguments, syntax, namespace)
            self.spans.put(attribute, (self.span(start, index),))
            into.append(attribute)

    # -- the type --------------------------------------------------------------

    def _settle(self, found: RawSpecifiers, place: Place) -> None:
        """Give the arithmetic type its canonical name, or say what contradicts."""
        if found.base is not None and found.words:
            if isinstance(found.base, RawBitInt) and self._only_signs(found):
                return
            self.fail(
                "contradictory-specifiers",
                found.words[-1][1],
                f"{self._said(found)} does not go with another type",
                "keep one of the two",
            )
        if found.words:
            name = words.CANONICAL.get(tuple(sorted(word for word, _ in found.words)))
            if name is None:
                self.fail(
                    "contradictory-specifiers",
                    found.words[-1][1],
                    f"{self._said(found)} is no type of C",
                    "the combinations that are types stand in 6.7.3.1p2",
                )
            found.canonical = name
        elif found.base is None and place == "declaration":
            self._infer(found)

    def _infer(self, found: RawSpecifiers) -> None:
        """Read `auto` without a type as C23 does."""
        autos = [index for word, index in found.storage if word == "auto"]
        if autos and self.std.endswith("23"):
            found.storage = [word for word in found.storage if word[0] != "auto"]
            found.base = RawInferred("auto", autos[0])


def _is_slip(name: str, keyword: str) -> bool:
    """Whether a name is a keyword with two letters swapped or one left out."""
    if len(name) == len(keyword):
        return sorted(name) == sorted(keyword)
    return len(name) < len(keyword) and len(keyword) > 4
