import assert from "node:assert/strict";
import { test } from "node:test";
import { Said } from "../../src/clang/said";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("what the compiler writes is text, also where a letter comes in two pieces", () => {
  const said = new Said();
  const [first, second] = bytes("é");
  said.take(bytes("a"));
  said.take(new Uint8Array([first ?? 0]));
  said.take(new Uint8Array([second ?? 0]));
  said.take(null);
  assert.equal(said.text(), "aé");
});

test("what is too much of it is dropped", () => {
  const said = new Said(5);
  for (let round = 0; round < 1000; round++) said.take(bytes("abc"));
  assert.equal(said.text(), "abcab");
});
