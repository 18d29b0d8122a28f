import assert from "node:assert/strict";
import { test } from "node:test";
import type { State } from "../../src/explainer/state";
import { beginning, NONE, textsIn, withAside } from "../../src/explainer/texts";

const of = (text: string): State => ({ text, way: "read", std: null, style: "prose" });

test("what the device has comes back, and what is damaged in it is left out", () => {
  const kept = { mine: of("int x;"), hash: "#v=1&c=int", earlier: [of("int a;"), 3, { text: 4 }, of("int b;")] };
  assert.deepEqual(textsIn(kept), { ...kept, earlier: [of("int a;"), of("int b;")] });
  for (const value of [undefined, null, "x", { mine: 1, hash: 2, earlier: 3 }]) assert.deepEqual(textsIn(value), NONE);
});

test("what is set aside comes first, once, and never what is shown or says nothing", () => {
  const [a, b, c] = [of("a"), of("b"), of("c")];
  assert.deepEqual(withAside([a, b], [c, null, b], a), [c, b]);
  assert.deepEqual(withAside([], [of(" \n")], a), []);
  const many = Array.from({ length: 30 }, (_, index) => of(`int x${index};`));
  assert.equal(withAside(many, [a], b).length, 10);
});

test("a text is named by its beginning", () => {
  assert.equal(beginning(of("  int x;\n")), "int x;");
  assert.equal(beginning(of("int x;\nint y;")), "int x;…");
  assert.equal(beginning(of("😀".repeat(50)), 3), "😀😀😀…");
});
