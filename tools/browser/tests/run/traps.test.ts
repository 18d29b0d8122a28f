import assert from "node:assert/strict";
import { test } from "node:test";
import { isWebAssembly, textOf, unfit } from "../../src/run/fitness";
import { alone } from "../../src/run/guard";
import { isTermination, signalIn } from "../../src/run/traps";
import { openQuote, unclosed } from "../../src/run/words";

const text = (word: string): number[] => [word.length, ...new TextEncoder().encode(word)];
const section = (id: number, ...content: number[]): number[] => [id, content.length, ...content];

/** A module with one function that returns, exported and imported under these names, with its names section. */
function made(exported: string, names = "", imported?: readonly [string, string]): WebAssembly.Module {
  const wanted = imported ? section(2, 1, ...text(imported[0]), ...text(imported[1]), 0, 0) : [];
  const bytes = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 0, 0),
    ...wanted,
    ...section(3, 1, 0),
    ...section(7, 1, ...text(exported), 0, imported ? 1 : 0),
    ...section(10, 1, 2, 0, 0x0b),
    ...section(0, ...text("name"), ...new TextEncoder().encode(names)),
  ];
  return new WebAssembly.Module(new Uint8Array(bytes));
}

test("a program starts somewhere, wants what the page gives, and has a main function", () => {
  const given = alone({ workbook: alone({ null: () => undefined }) });
  const why = (module: WebAssembly.Module): string => unfit(module, given) ?? "";
  assert.equal(why(made("_start")), "");
  assert.equal(why(made("_start", "main", ["workbook", "null"])), "");
  assert.match(why(made("_initialize")), /no place to start/);
  assert.match(why(made("_start", "", ["env", "system"])), /wants “system” from outside of itself \(env\)/);
  assert.match(why(made("_start", "undefined_weak:__main_argc_argv")), /no main function/);
});

test("what each object has by birth is nothing that a program is given", () => {
  const given = alone({ workbook: alone({ null: () => undefined }) });
  for (const name of ["toString", "constructor", "valueOf", "__proto__"]) {
    assert.match(unfit(made("_start", "", ["workbook", name]), given) ?? "", new RegExp(`wants “${name}”`));
    assert.match(unfit(made("_start", "", [name, "call"]), given) ?? "", /wants “call”/);
  }
});

test("what is no program is shown as text, or by its size", () => {
  assert.ok(isWebAssembly(new Uint8Array([0, 0x61, 0x73, 0x6d, 1])));
  assert.ok(!isWebAssembly(new TextEncoder().encode("# 1 \"a.c\"")));
  assert.equal(textOf(new TextEncoder().encode("# é")), "# é");
  assert.equal(textOf(new Uint8Array(1234).fill(0xff)), "a file of 1,234 bytes that is no text");
});

test("the signal is the one that the C library names in its last words", () => {
  assert.equal(signalIn("Program received termination signal: Terminated\n"), 15);
  assert.equal(signalIn("some text\nProgram received fatal signal: Segmentation fault\n"), 11);
  assert.equal(signalIn("Program received fatal signal: Aborted\nbut went on\n"), 0);
  assert.equal(signalIn("Assertion failed: x (a.c: main: 3)\n"), 0);
  assert.equal(signalIn(""), 0);
});

test("C++ says itself that it ended a program for an exception", () => {
  assert.ok(isTermination("before\nlibc++abi: terminating due to uncaught exception of type int\n"));
  assert.ok(!isTermination("libc++abi: terminating\nand more\n"));
});

test("a quotation mark that is left open is named, with its field", () => {
  assert.equal(openQuote("-DX=\"it's\" 'a \"b'"), undefined);
  assert.equal(openQuote("it's"), "'");
  assert.match(unclosed({ options: '"-DX=1', args: "it's" }) ?? "", /^Options: the quotation mark " /);
  assert.match(unclosed({ options: "-DX", args: "it's" }) ?? "", /^Arguments: the quotation mark ' /);
  assert.equal(unclosed({ options: "", args: "a 'b c'" }), undefined);
});
