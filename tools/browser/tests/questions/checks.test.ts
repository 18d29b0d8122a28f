import assert from "node:assert/strict";
import { test } from "node:test";
import { byChecks, PASSED, printed, type Check } from "../../src/questions/checks";
import { difference, shortened } from "../../src/questions/difference";
import type { Outcome } from "../../src/questions/question";

const check = (name: string, kind: Check["kind"], wanted = ""): Check => ({ name, kind, given: "", wanted });
const CHECKS = [check("output", "output", "7"), check("assert", "assert"), check("memory", "memory")];
const FAILED: Outcome = { passed: false, says: "no" };
const asked = {
  id: "a-b",
  kind: "program",
  parts: [
    { name: "7", right: true, given: "7" },
    { name: "8", right: false, given: "8" },
    { name: "leaks.c", right: false, given: "", fails: "memory" },
  ],
};
const SEVEN = { stdout: "7\n", status: 0 };

test("a program that passes all checks is right", () => {
  assert.deepEqual(byChecks(CHECKS, [PASSED, PASSED, PASSED], SEVEN, asked), { right: true, part: 0 });
});

test("the first check that fails says which part answers", () => {
  const says = "2 of 3 checks pass.";
  assert.deepEqual(byChecks(CHECKS, [PASSED, PASSED, FAILED], SEVEN, asked), { right: false, part: 2, says });
  assert.deepEqual(byChecks(CHECKS, [PASSED, FAILED, PASSED], SEVEN, asked), { right: false, says });
  const one = { right: false, part: 1, says: "1 of 3 checks pass." };
  assert.deepEqual(byChecks(CHECKS, [FAILED, PASSED, FAILED], { stdout: "8", status: 0 }, asked), one);
  assert.equal(byChecks(CHECKS, [FAILED, PASSED, FAILED], { stdout: "", status: 0 }, asked).part, undefined);
});

test("what is printed must be all of it, and the program must end by itself", () => {
  assert.equal(printed(SEVEN, "7"), PASSED);
  assert.deepEqual(printed({ stdout: "7\n8\n", status: 0 }, "7"), { passed: false, says: "It printed:", shows: "7\n8" });
  const crashed = { passed: false, says: "It ended with status 139.\nIt printed:", shows: "7" };
  assert.deepEqual(printed({ stdout: "7\n", status: 139 }, "7"), crashed);
});

test("a difference has the lines of both, and passes over spaces at their ends", () => {
  assert.deepEqual(difference("a\nb \nc\n", "a\nb\nd"), [
    { whose: "both", text: "a" },
    { whose: "both", text: "b" },
    { whose: "yours", text: "c" },
    { whose: "ours", text: "d" },
  ]);
});

test("lines far from any difference are counted, and nothing is left of texts that are the same", () => {
  const long = Array.from({ length: 20 }, (_, at) => `line ${at}`);
  const other = long.map((line, at) => (at === 10 ? "another" : line));
  const told = shortened(difference(long.join("\n"), other.join("\n")));
  assert.deepEqual(
    told.map(({ whose }) => whose),
    ["skipped", "both", "both", "yours", "ours", "both", "both", "skipped"],
  );
  assert.deepEqual([told[0]?.text, told.at(-1)?.text], ["8 lines are the same", "7 lines are the same"]);
  assert.deepEqual(shortened(difference("a\nb", "a\nb\n")), []);
});
