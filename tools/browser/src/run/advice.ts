/** A line of advice beside clang's message, where the message does not say what to write. */
import type { Diagnostic } from "../clang/client";

/** Headers of C++ that have a counterpart in C, with what to write there. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  iostream: "<stdio.h>, which has printf and scanf",
  string: "<string.h>, for arrays of char",
  cstdio: "<stdio.h>",
  cstdlib: "<stdlib.h>",
  cstring: "<string.h>",
  cmath: "<math.h>",
  cstdint: "<stdint.h>",
  cstddef: "<stddef.h>",
  climits: "<limits.h>",
  cassert: "<assert.h>",
};
const CPP_HEADERS = /^(?:algorithm|array|deque|fstream|functional|iomanip|iterator|list|map|memory|numeric|optional|queue|random|ranges|set|span|sstream|stack|stdexcept|string_view|thread|tuple|type_traits|unordered_map|unordered_set|utility|variant|vector|c[a-z]+)$/;
const CPP_WORDS = /^(?:class|namespace|template|using|std|cout|cin|endl|string|vector|new|delete|virtual|public|private)$/;

/** Where C declares what is most often missed; clang names the header of functions itself. */
const DECLARED_IN: readonly (readonly [RegExp, string])[] = [
  [/^(?:NULL|size_t|ptrdiff_t|offsetof|max_align_t)$/, "stddef.h"],
  [/^(?:FILE|EOF|stdin|stdout|stderr|BUFSIZ|printf|scanf|puts|getchar|putchar|fopen)$/, "stdio.h"],
  [/^(?:EXIT_SUCCESS|EXIT_FAILURE|RAND_MAX|malloc|calloc|realloc|free|exit|abort|atoi)$/, "stdlib.h"],
  [/^u?int(?:_least|_fast)?(?:8|16|32|64)_t$|^u?int(?:ptr|max)_t$|^U?INT(?:8|16|32|64|PTR|MAX)_(?:MAX|MIN)$/, "stdint.h"],
  [/^PRI[diouxX](?:8|16|32|64|PTR|MAX)$/, "inttypes.h"],
  [/^U?(?:CHAR|SHRT|INT|LONG|LLONG|SCHAR)_(?:MAX|MIN|BIT)$/, "limits.h"],
  [/^(?:true|false|bool)$/, "stdbool.h"],
  [/^(?:errno|E[A-Z]{3,})$/, "errno.h"],
  [/^assert$/, "assert.h"],
  [/^SIG[A-Z]+$|^sig_atomic_t$/, "signal.h"],
];

const HEADER = /^'([^']+)' file not found/;
const MISSING = /^(?:use of undeclared identifier|unknown type name|call to undeclared (?:library )?function|undeclared identifier) '([^']+)'/;
const TO_INCLUDE = /^include the header <([^>]+)> or explicitly provide a declaration for '([^']+)'/;

/** Advice on one of `all` messages, or "" where clang says enough. */
export function adviceOn(one: Diagnostic, all: readonly Diagnostic[], isCpp: boolean): string {
  const header = HEADER.exec(one.message)?.[1];
  if (header !== undefined) return isCpp ? "" : onHeader(header);
  const name = MISSING.exec(one.message)?.[1];
  if (name === undefined) return "";
  if (!isCpp && CPP_WORDS.test(name)) return `${name} belongs to C++; this program is compiled as C.`;
  const note = all.map(({ message }) => TO_INCLUDE.exec(message)).find((said) => said?.[2] === name);
  const declared = note?.[1] ?? DECLARED_IN.find(([names]) => names.test(name))?.[1];
  return declared ? `${name} is declared in <${declared}>. Write #include <${declared}> at the top.` : "";
}

function onHeader(header: string): string {
  const counterpart = COUNTERPARTS[header];
  if (!counterpart && !CPP_HEADERS.test(header)) return "";
  const instead = counterpart ? ` C has ${counterpart}.` : "";
  return `<${header}> belongs to C++; this program is compiled as C.${instead}`;
}
