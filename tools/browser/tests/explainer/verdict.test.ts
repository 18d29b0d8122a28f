import assert from "node:assert/strict";
import { test } from "node:test";
import { verdict } from "../../src/explainer/verdict";

const asked = { code: "", names: ["fp"], std: "c17", ok: true };
const error = (file: string, message: string) =>
  ({ file, line: 2, column: 3, severity: "error", message }) as const;

test("nothing wrong means that the types are the same", () => {
  assert.deepEqual(verdict(asked, []), {
    kind: "same",
    words: "clang agrees: fp has the type that the reading says (C17).",
  });
  assert.match(verdict({ ...asked, names: ["a", "b", "c"] }, []).words, /a, b and c have the type/);
});

test("without a type to compare, nothing is claimed of one", () => {
  assert.match(verdict({ ...asked, names: [] }, []).words, /accepts it.*no type here to compare/);
});

test("an assertion that fails means another type", () => {
  const { kind, words } = verdict(asked, [error("types", "static assertion failed: fp: another type")]);
  assert.equal(kind, "other");
  assert.match(words, /sees it differently \(C17\): static assertion failed/);
});

test("what clang cannot compare is no contradiction", () => {
  const { words } = verdict(asked, [error("try.c", "unknown type name 'u32'")]);
  assert.equal(words, "clang cannot compare it (C17): unknown type name 'u32'.");
});

test("a type alone is called by no name", () => {
  assert.equal(
    verdict({ ...asked, names: ["the type"] }, []).words,
    "clang agrees: this is the type that the reading says (C17).",
  );
});

test("a refusal of the input is told with its place, and whether we refuse it as well", () => {
  const refusal = [error("input", "expected ')'")];
  assert.deepEqual(verdict({ ...asked, std: "gnu23" }, refusal), {
    kind: "wrong",
    words: "clang does not accept this as GNU C23: line 2, column 3: expected ')'.",
  });
  assert.equal(verdict({ ...asked, ok: false }, refusal).kind, "same");
  assert.equal(verdict({ ...asked, ok: false }, []).kind, "other");
});

test("warnings decide nothing", () => {
  const warning = { ...error("input", "unused"), severity: "warning" } as const;
  assert.equal(verdict(asked, [warning]).kind, "same");
});
