"""Declaration specifiers (6.7.1), sorted by what they do."""

from abc import abstractmethod
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from cexplain import words
from cexplain.syntax.identifiers import IdentifierScanner, Place
from cexplain.syntax.operands import Form, check
from cexplain.syntax.raw import (
    Operand,
    RawAlignment,
    RawAtomic,
    RawBitInt,
    RawExpression,
    RawInferred,
    RawSpecifiers,
    RawTagged,
    RawTypeName,
    RawTypeof,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_STORAGE_PAIRS = frozenset(
    frozenset(pair.split())
    for pair in (
        "static _Thread_local",
        "extern _Thread_local",
        "constexpr auto",
        "constexpr register",
        "constexpr static",
        "auto static",  # with auto, only where C23 infers the type
        "auto extern",
        "auto register",
        "auto typedef",
    )
)


_EXTENDED = frozenset(words.EXTENDED)
_FLOATING = frozenset({"float", "double", "long"})
_TWO_WORDS = frozenset(name for name in words.BASIC.values() if " " in name)


@lru_cache(maxsize=1024)
def _canonical(said: tuple[str, ...]) -> str | None:
    """Return the name of the arithmetic type that keywords in any order denote."""
    return words.CANONICAL.get(tuple(sorted(said)))


class SpecifierScanner(IdentifierScanner):
    """Scans declaration specifiers and what may stand among them."""

    @abstractmethod
    def type_name(self, start: int, end: int) -> RawTypeName:
        """Scan tokens [start, end) as a type name."""

    @abstractmethod
    def tagged(self, index: int) -> tuple[RawTagged, int]:
        """Scan a struct, union or enum specifier; return it and the index behind it."""

    # -- the specifiers --------------------------------------------------------

    def specifiers(  # noqa: PLR0912 (one branch for each kind of word)
        self, index: int, place: Place
    ) -> RawSpecifiers:
        """Scan the specifiers from `index`; the result's `end` is the first token behind."""
        found = RawSpecifiers(index)
        chosen: dict[int, str] = {}
        tokens = self.tokens
        while True:
            token = tokens[index]
            if token.kind != "word":
                behind = self._bracketed(index, place, found) if token.text == "[" else index
                if behind == index:
                    break
                index = behind
                continue
            role, canonical = self.roles.get(token.text) or self._unknown(index, found)
            if role == "identifier":
                if index not in chosen:
                    chosen.update(self.choose(index, found, place))
                if chosen[index] == "name":
                    break
                index = self.identifier(index, chosen[index], found, place)
            elif role == "qualifier":
                if canonical == "_Atomic" and tokens[index + 1].text == "(":
                    index = self._atomic(index, found)
                else:
                    found.qualifiers.append((canonical, index))
                    index += 1
            elif role == "basic":
                if token.text in _EXTENDED and self._defines_word(index, found):
                    break
                if canonical in _TWO_WORDS:
                    found.words += [(word, index) for word in canonical.split()]
                else:
                    found.words.append((canonical, index))
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

    def _unknown(self, index: int, found: RawSpecifiers) -> tuple[str, str]:
        """Return the role of a word that is no keyword: `complex` may be one of <complex.h>."""
        if self.tokens[index].text == "complex" and self._is_complex(index, found):
            return "basic", "_Complex"
        return words.IDENTIFIER

    def _is_complex(self, index: int, found: RawSpecifiers) -> bool:
        """Whether the macro of <complex.h> stands beside a floating type, and is no name."""
        behind = self.tokens[index + 1]
        if behind.text in _FLOATING:
            return found.base is None
        beside = bool(found.words) and all(word in _FLOATING for word, _ in found.words)
        return beside and (self.is_identifier(index + 1) or behind.text in ("*", "("))

    def _bracketed(self, index: int, place: Place, found: RawSpecifiers) -> int:
        """Scan `[[…]]`, or `[in]` before a parameter; return the index behind it, if it is one."""
        if self.tokens[index + 1].text == "[":
            level = 0 if found.has_type else None
            return self.standard_attributes(index, found.attributes, level)
        if place == "parameter" and self.is_parameter_mark(index):
            return self.parameter_mark(index, found.attributes)
        return index

    def _defines_word(self, index: int, found: RawSpecifiers) -> bool:
        """Whether a typedef declares a compiler's own word, as headers do for those without it.

        `typedef float _Float32;`: from here on the word is a name.
        """
        word = self.tokens[index].text
        if not found.has_type or self.tokens[index + 1].text != ";":
            return False
        if all(storage != "typedef" for storage, _ in found.storage):
            return False
        self.roles = {known: role for known, role in self.roles.items() if known != word}
        return True

    def _function(self, index: int, found: RawSpecifiers) -> int:
        found.functions.append((self.roles[self.tokens[index].text][1], index))
        return index + 1

    def _extension(self, index: int, found: RawSpecifiers) -> int:
        found.extension = True
        return index + 1

    def _attribute(self, index: int, found: RawSpecifiers) -> int:
        return self.gnu_attribute(index, found.attributes)

    def _declspec(self, index: int, found: RawSpecifiers) -> int:
        end = self.parenthesized(index)
        self._attribute_list(index + 2, end - 1, "declspec", found.attributes)
        return end

    def _base(self, found: RawSpecifiers, index: int) -> None:
        if found.has_type and not (found.base is None and self._only_signs(found)):
            self.fail(
                "contradictory-specifiers",
                index,
                f"a second type: {self.describe(index)} after {self._said(found)}",
                self._one_type(found),
            )

    @staticmethod
    def _only_signs(found: RawSpecifiers) -> bool:
        return all(word in ("signed", "unsigned") for word, _ in found.words)

    def _said(self, found: RawSpecifiers) -> str:
        if found.words:
            return repr(" ".join(word for word, _ in found.words))
        return "another type"

    @staticmethod
    def _one_type(found: RawSpecifiers) -> str:
        """Return the advice where two types meet: after a body it is the ';' that is missing."""
        if isinstance(found.base, RawTagged) and found.base.body:
            return "put a ';' after the '}' if the declaration ends there; else keep one type"
        return "keep one of the two"

    def _tagged(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        found.base, end = self.tagged(index)
        members = found.base.members or ()
        found.extension |= any(member.specifiers.extension for member in members)
        return end

    def _typeof(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        end = self.parenthesized(index)
        keyword = words.TYPEOF[self.tokens[index].text]
        found.base = RawTypeof(keyword, self.operand(index + 2, end - 1), index, end)
        return end

    def _atomic(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        end = self.parenthesized(index)
        found.base = RawAtomic(self.type_name(index + 2, end - 1), index, end)
        return end

    def _bitint(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        end = self.parenthesized(index)
        check(self, index + 2, end - 1, "constant", "the width of '_BitInt'")
        found.base = RawBitInt(self.source(index + 2, end - 1), index, end)
        return end

    def _inferred(self, index: int, found: RawSpecifiers) -> int:
        self._base(found, index)
        found.base = RawInferred("__auto_type", index)
        return index + 1

    def _alignas(self, index: int, found: RawSpecifiers) -> int:
        end = self.parenthesized(index)
        found.alignments.append(RawAlignment(self.operand(index + 2, end - 1), index, end))
        return end

    _SCANS: ClassVar[dict[str, "Callable[[SpecifierScanner, int, RawSpecifiers], int]"]] = {
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

    def operand(self, start: int, end: int) -> Operand:
        """Scan what typeof or _Alignas is given: a type name where it can be one."""
        if self.starts_type(start, end):
            return self.type_name(start, end)
        word = self.tokens[start - 2].text
        form: Form = "constant" if word in words.ALIGNAS else "expressions"
        check(self, start, end, form, f"the operand of {word!r}")
        return RawExpression(self.source(start, end), start, end)

    def starts_type(self, start: int, end: int) -> bool:
        """Whether tokens [start, end) are a type name, and not an expression."""
        token = self.tokens[start]
        if token.kind != "word":
            return False
        role = self.roles.get(token.text, words.IDENTIFIER)[0]
        if role == "extension":
            return self.starts_type(start + 1, end)
        if role != "identifier":
            return role not in ("other", "asm")
        if self.is_known_type(token.text):
            return end - start == 1 or self.tokens[start + 1].text in "*(["
        return end - start > 1 and self.tokens[end - 1].text == "*"

    # -- the type --------------------------------------------------------------

    def _check_storage(self, found: RawSpecifiers) -> None:
        """Fail where two storage-class specifiers do not go together (6.7.2p2)."""
        given = [word for word, _ in found.storage]
        first = given[0]
        for word, index in found.storage[1:]:
            inferring = not found.has_type and self.std.endswith("23")
            pair = frozenset((first, word))
            if pair not in _STORAGE_PAIRS or ("auto" in pair and not inferring):
                self.fail(
                    "contradictory-storage",
                    index,
                    f"{word!r} does not go with {first!r}"
                    if word != first
                    else f"{word!r} is here twice",
                    "keep one storage-class specifier",
                )

    def _settle(self, found: RawSpecifiers, place: Place) -> None:
        """Give the arithmetic type its canonical name, or say what contradicts."""
        if len(found.storage) > 1:
            self._check_storage(found)
        if found.base is not None and found.words:
            if isinstance(found.base, RawBitInt) and self._only_signs(found):
                return
            self.fail(
                "contradictory-specifiers",
                found.words[-1][1],
                f"{self._said(found)} does not go with another type",
                self._one_type(found),
            )
        if found.words:
            name = _canonical(tuple([word for word, _ in found.words]))
            if name is None:
                self.fail(
                    "contradictory-specifiers",
                    found.words[-1][1],
                    f"{self._said(found)} is not a C type",
                    "6.7.3.1p2 lists the combinations that are types",
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
