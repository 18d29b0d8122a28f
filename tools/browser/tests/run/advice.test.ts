import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic } from "../../src/clang/client";
import { adviceOn } from "../../src/run/advice";

const said = (message: string, severity: Diagnostic["severity"] = "error"): Diagnostic => ({
  ...{ file: "a.c", line: 1, column: 1, end: 1, severity, message, option: "" },
});
const on = (message: string, isCpp = false): string => adviceOn(said(message), [], isCpp);

test("a header of C++ in a program in C is called one, with what C has", () => {
  assert.equal(on("'iostream' file not found"), "<iostream> belongs to C++; this program is compiled as C. C has <stdio.h>, which has printf and scanf.");
  assert.match(on("'vector' file not found"), /^<vector> belongs to C\+\+; this program is compiled as C\.$/);
  assert.equal(on("'iostream' file not found", true), "");
  assert.equal(on("'mine.h' file not found"), "");
});

test("what is missed most often is told with the header that declares it", () => {
  assert.match(on("use of undeclared identifier 'NULL'"), /#include <stddef.h>/);
  assert.match(on("unknown type name 'uint32_t'"), /#include <stdint.h>/);
  assert.match(on("use of undeclared identifier 'INT_MAX'"), /#include <limits.h>/);
  assert.equal(on("use of undeclared identifier 'count'"), "");
});

test("clang's note names the header of a function", () => {
  const call = said("call to undeclared library function 'printf' with type 'int (const char *, ...)'");
  const note = said("include the header <stdio.h> or explicitly provide a declaration for 'printf'", "note");
  assert.equal(adviceOn(call, [call, note], false), "printf is declared in <stdio.h>. Write #include <stdio.h> at the top.");
});

test("words of C++ are told apart from misspelled ones", () => {
  assert.match(on("unknown type name 'class'"), /belongs to C\+\+/);
  assert.equal(on("unknown type name 'clas'"), "");
});
