"""Which identifier among the specifiers is the type, and which an annotation or the name.

A reader pastes one line, without its headers: type names that nobody declared
and macros that stand among the specifiers are the normal case here.
"""

from abc import abstractmethod
from typing import Literal, TypeAlias

from cexplain import words
from cexplain.syntax import idioms
from cexplain.syntax.annotations import AnnotationScanner
from cexplain.syntax.raw import RawName, RawSpecifiers, RawTagged

Place: TypeAlias = Literal["declaration", "member", "parameter", "type"]
"""Where specifiers stand; "type" is a type name, which declares nothing."""

_AFTER_A_NAME = frozenset({";", ",", "=", "[", *words.ATTRIBUTE, *words.ASM})


class IdentifierScanner(AnnotationScanner):
    """Decides what identifiers among declaration specifiers are."""

    # Stars, qualifiers and words: the start, the end and the last name of the latest stretch.
    # Each word of a long one asks for its end.
    _stretch = (0, -1, -1)

    @abstractmethod
    def begins_old_style(self, index: int, names: set[str]) -> bool:
        """Whether token `index` begins an old-style definition's declarations or its body."""

    def identifier(self, index: int, part: str, found: RawSpecifiers, place: Place) -> int:
        """Take the identifier at `index` as the type or as an annotation."""
        called = self._is_call(index, place) or (part != "type" and self.is_annotation_call(index))
        end = self.call_end(index) if called else index + 1
        if part == "type":
            self.check_spelling(index, annotation=False)
            found.base = RawName(self.tokens[index].text, index, end)
            return end
        return self.annotation(index, end, found.attributes)

    def _is_call(self, index: int, place: Place = "declaration") -> bool:
        """Whether an identifier with parentheses is a macro call among the specifiers.

        It is one when a word or a star follows the parentheses, and these do
        not hold what a declarator or an old-style list would.
        """
        if self.tokens[index + 1].text != "(":
            return False
        end = self.closing[index + 1]
        behind, inside = self.tokens[end + 1], self.tokens[index + 2 : end]
        begins_more = behind.kind == "word" or behind.text == "*"
        if not inside:  # void __interrupt() isr(void)
            return self.tokens[index].text.startswith("__") and self.is_identifier(end + 1)
        if begins_more and (
            place == "parameter" or idioms.is_reserved(self.tokens[index].text)
        ):  # _Out_writes_(n) char *p
            return True
        if begins_more and self.is_annotation_call(index):
            return True
        if inside[0].text in ("*", "...", "("):
            return False
        if self._is_type_macro(index, end):
            return True
        if self.role(index + 2) not in ("identifier", "other"):
            return False
        if behind.text == "*":
            return True
        if behind.kind != "word":
            return False
        role = self.role(end + 1)
        names_only = all(token.kind == "word" or token.text == "," for token in inside)
        if role != "identifier":
            return role in words.TYPE_ROLES and not names_only
        if self._type_likeness(behind.text) < 1 and (
            self.tokens[end + 2].text in (";", "(") or self._ends_in_annotations(end + 1)
        ):
            return False  # `f(foo) __init;`: the annotation is the word behind
        names = {token.text for token in inside}
        return not (names_only and self.begins_old_style(end + 1, names))

    def _is_type_macro(self, index: int, end: int) -> bool:
        """Whether the parentheses that end at `end` hold a type, and a plain name follows.

        `API(const char *) version(void);`: a prototype's end is followed by no such name.
        """
        return (
            self.role(index + 2) in (*words.TYPE_ROLES, "qualifier")
            and self.is_identifier(end + 1)
            and not self.is_annotation_word(end + 1)
            and (self.tokens[end + 2].text in "(;=[" or self.tokens[end + 2].kind == "end")
            and not self.is_annotation_call(end + 1)
        )

    def choose(self, index: int, found: RawSpecifiers, place: Place) -> dict[int, str]:
        """Say what each identifier of the run from `index` is: type, annotation or name."""
        if found.has_type:
            return {index: self._after_type(index, found, place)}
        run: list[int] = []
        position = index
        ends_in_identifier = True
        likely = False  # whether a word before the last one of the run may be a type
        while self.tokens[position].kind == "word" and not (
            (run and self.is_prototype_macro(position))  # f OF((int))
            or (len(run) > 1 and self._is_behind_name(position, run[-1], likely=likely))
        ):
            role = self.role(position)
            if role == "identifier":
                likely = likely or bool(run and self._type_likeness(self.tokens[run[-1]].text))
                run.append(position)
                ends_in_identifier = True
                called = self._is_call(position, place)
                position = self.call_end(position) if called else position + 1
            elif role in ("attribute", "alignas", "declspec"):
                if self.tokens[position + 1].text != "(":
                    break
                position = self.closing[position + 1] + 1
            elif role in words.TYPE_ROLES or self._is_atomic_type(position):
                return dict.fromkeys(run, "annotation")
            elif role in ("storage", "qualifier", "function", "extension"):
                ends_in_identifier = False
                position += 1
            else:
                break
        if (
            place != "type"
            and ends_in_identifier
            and self._last_is_name(position, run, found, place)
        ):
            name = {run.pop(): "name"}
        else:
            name = {}
        if not run:
            return name
        function = self.tokens[position].text == "(" or self.is_prototype_macro(position)
        best = self._best_type(run, function=function and bool(name))
        parts = {at: "type" if at == best else "annotation" for at in run} | name
        if self.tokens[position].text != "(" and not self._leads_to_function(position):
            stray = [at for at in run if at > best and not self.is_annotation(at)]
            parts.update(dict.fromkeys(stray[:1], "name"))
        return parts

    def _after_type(self, index: int, found: RawSpecifiers, place: Place) -> str:
        """Say what an identifier is that follows the type: annotation or name."""
        following = self.tokens[index + 1]
        if self.is_prototype_macro(index + 1):
            return "name"
        if self.is_address_space(index):
            return "annotation"
        if following.kind != "word" and following.text not in "*(" and found.base is None:
            return "name"
        if place == "declaration" and self._marks_a_definition(index, found):
            return "annotation"
        if following.text == "*":
            macro = self.is_annotation(index) or self._leads_to_function(index + 1)
            return "annotation" if macro else "name"
        if self._is_call(index):
            return "annotation"
        if following.text == "(":
            inner = self.tokens[index + 2]
            return "annotation" if inner.text == "*" else "name"
        plain = not self.is_annotation(index)
        if following.kind != "word" or self._ends_declarator(index + 1):
            return "name"
        if plain and self._ends_in_annotations(index + 1):
            return "name"
        if self.role(index + 1) == "qualifier" or not plain:
            return "annotation"
        of_function = self.is_identifier(index + 1) and self._leads_to_function(index + 1)
        return "annotation" if of_function else "name"

    def _ends_in_annotations(self, index: int) -> bool:
        """Whether nothing but words for macros, some of them called, follows from `index`."""
        start = index
        while True:
            if self.role(index) in ("attribute", "asm") and self.tokens[index + 1].text == "(":
                index = self.closing[index + 1] + 1
            elif self.is_identifier(index) and self._type_likeness(self.tokens[index].text) < 1:
                if self.tokens[index + 1].text == "(" and not self.is_annotation_call(index):
                    return False
                index = self.call_end(index)
            else:
                break
        behind = self.tokens[index]
        return index > start and (behind.kind == "end" or behind.text in ";,=){}")

    def _marks_a_definition(self, index: int, found: RawSpecifiers) -> bool:
        """Whether reserved words alone follow a body, as in `struct s { int x; } __packed;`."""
        defined = isinstance(found.base, RawTagged) and found.base.tag and found.base.body
        reserved = self.tokens[index].text.startswith("__")
        return bool(defined and not found.storage and reserved) and self._ends_in_annotations(index)

    def _is_behind_name(self, index: int, last: int, *, likely: bool) -> bool:
        """Whether annotations end the declarator here, and `last` is the declared name.

        `u8 b __packed;`, `u8 b __aligned(8);`, but `EXPORT size_t __n;`. It is `likely`
        that a word before is the type.
        """
        if not self.is_identifier(index) or self._type_likeness(self.tokens[last].text) != 1:
            return False
        reserved = self.tokens[index].text.startswith("__") or self.is_annotation_call(index)
        return (reserved or likely) and self._ends_in_annotations(index)

    def _leads_to_function(self, index: int) -> bool:
        """Whether stars, qualifiers and words from `index` end in a name with parentheses."""
        start, end, last_name = self._stretch
        if not start <= index <= end:
            end, last_name = index, -1
            while True:
                if self.is_identifier(end):
                    last_name = end
                elif self.tokens[end].text != "*" and self.role(end) != "qualifier":
                    break
                end += 1
            self._stretch = index, end, last_name
        return last_name >= index and self.tokens[end].text == "("

    def _is_atomic_type(self, index: int) -> bool:
        return self.tokens[index].text == "_Atomic" and self.tokens[index + 1].text == "("

    def _ends_declarator(self, index: int) -> bool:
        """Whether attributes or a label follow at `index`, and then nothing to declare."""
        start = index
        while self.role(index) in ("attribute", "asm") and self.tokens[index + 1].text == "(":
            index = self.closing[index + 1] + 1
        behind = self.tokens[index]
        return index > start and behind.kind != "word" and behind.text not in ("*", "(")

    def _last_is_name(
        self, behind: int, run: list[int], found: RawSpecifiers, place: Place
    ) -> bool:
        """Whether the last identifier before token `behind` is the declared name."""
        text = self.tokens[behind].text
        if text == "*":
            return False
        if text == "(":
            if any(word == "typedef" for word, _ in found.storage) and len(run) == 1:
                return False
            return self._names_a_function(behind, run, place)
        if len(run) > 1:
            return True
        if place != "declaration":
            return False
        return text == "=" or bool(found.storage)

    def _names_a_function(self, opening: int, run: list[int], place: Place) -> bool:
        """Whether what `opening` begins is a parameter list, and the name stands before it."""
        inner = self.tokens[opening + 1]
        attribute = self.tokens[opening + 2].text == "[" or self.is_parameter_mark(opening + 1)
        if inner.text in ("*", "^", "(") or (inner.text == "[" and not attribute):
            return False
        if len(run) > 1:
            return True
        a_name = self.is_identifier(opening + 1) and self.closing[opening] == opening + 2
        if a_name and self.tokens[opening + 3].text in ("(", "["):
            return False  # foo_t (h)(int a); no function returns a function
        if inner.text in words.ATTRIBUTE and self.tokens[opening + 2].text == "(":
            following = self.tokens[self.closing[opening + 2] + 1]
            return following.text not in ("*", "(")  # foo_t (__attribute__((x)) *f)
        if place != "declaration" or self.is_known_type(self.tokens[run[0]].text):
            return False
        if self.is_identifier(opening + 1):
            second = self.tokens[opening + 2].text
            if second in ("[", "("):
                return False  # foo_t (x[3])
            behind = self.tokens[opening + 3]
            if second == ")" and (behind.text in _AFTER_A_NAME or behind.kind == "end"):
                return False  # foo_t (x), which nobody means as an implicit int
        convention = inner.kind == "word" and self.tokens[opening + 2].text in ("*", "^")
        if convention:  # foo_t (WINAPI *f)(int)
            return self.tokens[self.closing[opening] + 1].text not in ("(", "[")
        return True

    def _best_type(self, run: list[int], *, function: bool) -> int:
        """Return which word of a run is the type.

        Of words alike, small letters mean the last. Capitals mean the last before an object,
        the first of two before a function's name (`T CALL f(void)`), and the middle one of
        three (`API T CALL f(void)`).
        """
        likeness = [self._type_likeness(self.tokens[at].text) for at in run]
        best = max(likeness)
        alike = [at for at, rank in zip(run, likeness, strict=True) if rank == best]
        alike = [at for at in alike if not self.is_annotation_call(at)] or alike
        if best > 0 or not function:
            return alike[-1]
        return alike[(len(alike) - 1) // 2]

    def _type_likeness(self, name: str) -> int:
        if self.is_known_type(name):
            return 3
        if name.startswith("__") or idioms.is_mark(name):
            return -1
        return 0 if name.isupper() else 1
