"""Compares structures, unions and enumerations member by member, bit-fields by running."""

from collections.abc import Iterable

from support import ctext
from support.compilers import Compiler, run_program
from support.ctext import Body, Tokens
from support.declarations import PRELUDE
from support.fragments import defined, renames, same


def wrapped(words: Tokens, number: int) -> Body:
    closed = words if words[-1] == ";" else [*words, ";"]
    return Body("struct", f"wrap_{number}", (), tuple(closed), ())


def has_bit_fields(layout: Iterable[tuple[Body, Body]]) -> bool:
    return any(
        member.bit_field
        for body, _ in layout
        if body.keyword != "enum"
        for member in ctext.members(body.members)
    )


def body_check(number: int, first: Body, second: Body, suffix: str = "") -> str:
    """Return C that defines the second body beside the first and compares all members."""
    mine = f"_r{suffix}_{number}"
    new = Body(second.keyword, first.tag, second.before, second.members, second.after)
    text = first.text() if first.tag.startswith("wrap_") else ""
    if first.keyword == "enum":
        names = ctext.enumerators(first.members)
        if names != ctext.enumerators(second.members):
            raise ValueError("not the same enumeration constants")
        fresh_names = renames(names, number, f"r{suffix}")
        text += "".join(f"#undef {name}\n" for name in names)
        text += defined(fresh_names, new.text(mine))
        text += "".join(f"#define {old} {fresh}\n" for old, fresh in renames(names, number, "o"))
        for name in names:
            text += f'_Static_assert({name} == {name}_{number}_r{suffix}, "{name}");\n'
        return text
    text += new.text(mine)
    old_type = f"{first.keyword} {first.tag}"
    # The tag may be a macro, which a suffix would hide: both spellings name the new type alike.
    new_type = f"{first.keyword} {first.tag}{mine}"
    text += f'_Static_assert(sizeof({old_type}) == sizeof({new_type}), "size");\n'
    text += f'_Static_assert(__alignof__({old_type}) == __alignof__({new_type}), "alignment");\n'
    names_of = ctext.members(first.members)
    if names_of != ctext.members(second.members):
        raise ValueError("not the same members")
    for member in names_of:
        if member.bit_field:
            continue
        old = f"(({old_type} *)0)->{member.name}"
        fresh = f"(({new_type} *)0)->{member.name}"
        text += same(f"__typeof__(&{old})", f"__typeof__(&{fresh})", member.name)
        offsets = (f"__builtin_offsetof({kind}, {member.name})" for kind in (old_type, new_type))
        text += f'_Static_assert({" == ".join(offsets)}, "{member.name}: offset");\n'
    return text


def misplaced(
    compiler: Compiler,
    layouts: dict[int, list[tuple[Body, Body]]],
    flags: dict[int, str],
) -> list[tuple[int, str]]:
    """Return (number, bit-field) for each that has another width, sign or place, by running."""
    groups: dict[str, list[int]] = {}
    for number in layouts:
        groups.setdefault(flags[number], []).append(number)
    found: list[tuple[int, str]] = []
    for flag, numbers in groups.items():
        source = [
            PRELUDE,
            "int printf(const char *, ...);\nint memcmp(const void *, const void *, ",
        ]
        source.append("unsigned long);\n#define register\n")
        calls = []
        for number in numbers:
            source.append(_layout_program(number, layouts[number]))
            calls.append(f"check_{number}();\n")
        source.append(f"int main(void) {{\n{''.join(calls)}return 0; }}\n")
        output = run_program(compiler, flag, "".join(source))
        found += [(int(line.split()[0]), line.split()[1]) for line in output.splitlines()]
    return found


def _layout_program(number: int, layout: list[tuple[Body, Body]]) -> str:
    definitions, tests = [], []
    for place, (first, second) in enumerate(layout):
        mine = f"_r_{place}_{number}"
        new = Body(second.keyword, first.tag, second.before, second.members, second.after)
        names = [] if first.keyword != "enum" else ctext.enumerators(first.members)
        if place < len({body.tag for body, _ in layout}):
            definitions.append(defined(renames(names, number, "o"), first.text()))
        definitions.append(defined(renames(names, number, f"r{place}"), new.text(mine)))
        if first.keyword == "enum":
            continue
        tests += [
            f"{{ static {first.keyword} {first.tag} a = {{ .{member.name} = -1 }};\n"
            f"static {first.keyword} {first.tag}{mine} b = {{ .{member.name} = -1 }};\n"
            f"if (memcmp(&a, &b, sizeof a) || a.{member.name} != b.{member.name})\n"
            f'printf("{number} {member.name}\\n"); }}\n'
            for member in ctext.members(first.members)
            if member.bit_field
        ]
    tags = [
        (body.tag, f"{body.tag}_{number}")
        for body, _ in layout
        if not body.tag.endswith(str(number))
    ]
    text = "".join(definitions) + f"static void check_{number}(void) {{\n{''.join(tests)}}}\n"
    return defined(list(dict.fromkeys(tags)), text)
