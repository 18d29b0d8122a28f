/** Types and declarations as C and C++ write them. */
import { plain, type Type } from "./types";

export type Language = "c" | "c++";

/** The type's name, as in a cast. */
export function spell(type: Type, language: Language): string {
  return declare(type, "", language);
}

/** A declaration of `name` with the type, without a semicolon. */
export function declare(type: Type, name: string, language: Language): string {
  switch (type.kind) {
    case "pointer":
      return declare(type.referenced, around(type.referenced, `*${name}`), language);
    case "reference":
      return declare(type.referenced, around(type.referenced, `${type.isRvalue ? "&&" : "&"}${name}`), language);
    case "member pointer":
      return declare(type.referenced, around(type.referenced, `${spell(type.owner, language)}::*${name}`), language);
    case "array":
      return declare(type.element, `${name}[${type.count ?? ""}]`, language);
    case "function": {
      const parameters = type.parameters.map((one) => spell(one, language));
      if (type.isVariadic && type.hasPrototype) parameters.push("...");
      const none = language === "c" && type.hasPrototype ? "void" : "";
      return declare(type.returns, `${name}(${parameters.length > 0 ? parameters.join(", ") : none})`, language);
    }
    case "qualified":
      // What qualifies a pointer stands behind its asterisk.
      if (type.type.kind === "pointer") return declare(type.type, name === "" ? type.qualifier : `${type.qualifier} ${name}`, language);
      return `${type.qualifier} ${declare(type.type, name, language)}`;
    default:
      return join(named(type, language), name);
  }
}

/** The asterisk needs parentheses before what binds closer than it does. */
function around(referenced: Type, inner: string): string {
  return referenced.kind === "array" || referenced.kind === "function" ? `(${inner})` : inner;
}

function join(specifiers: string, declarator: string): string {
  return declarator === "" ? specifiers : `${specifiers} ${declarator}`;
}

function named(type: Exclude<Type, { kind: "pointer" | "reference" | "member pointer" | "array" | "function" | "qualified" }>, language: Language): string {
  switch (type.kind) {
    case "void":
      return "void";
    case "record":
      if (type.isLambda) return "(lambda)";
      return tagged(type.word, type.name, language);
    case "enum":
      return tagged("enum", type.name, language);
    case "unknown":
      return type.name === "decltype(nullptr)" && language === "c" ? "nullptr_t" : type.name || "(unknown type)";
    case "base":
      return type.name === "_Bool" && language === "c++" ? "bool" : type.name;
    default:
      return language === "c++" ? memberType(shortened(type.name)) : type.name;
  }
}

/** A type's name in a class of the standard library says less than the name alone. */
function memberType(name: string): string {
  return name.replace(/^std::\w+<.*>::(?=\w+$)/, "");
}

function tagged(word: string, name: string, language: Language): string {
  if (name === "") return `${word} (unnamed)`;
  return language === "c" ? `${word} ${name}` : shortened(name);
}

/** Arguments of templates that say what everybody expects. */
const EXPECTED = /^(?:std::(?:allocator|char_traits|default_delete|less|equal_to|hash)<)/;

/** A class's name without the arguments of templates that are the usual ones. */
export function shortened(given: string): string {
  const name = given.replace(/\bstd::__\w+::/g, "std::");
  const open = name.indexOf("<");
  if (open < 0 || !name.endsWith(">")) return name;
  const parts = argumentsIn(name.slice(open + 1, -1));
  const kept = parts.filter((part, index) => index === 0 || !EXPECTED.test(part)).map(shortened);
  return `${name.slice(0, open)}<${kept.join(", ")}>`.replace(/\bstd::basic_string(_view)?<char>/g, "std::string$1");
}

/** The arguments of a template, split where no bracket is open. */
function argumentsIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if ("<([".includes(letter)) depth++;
    else if (">)]".includes(letter)) depth--;
    else if (letter === "," && depth === 0) {
      found.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  found.push(text.slice(start).trim());
  return found;
}

/** Whether the two are the same type, qualifiers and typedefs aside. */
export function sameType(one: Type, other: Type): boolean {
  const [a, b] = [plain(one), plain(other)];
  return a === b || spell(a, "c") === spell(b, "c");
}
