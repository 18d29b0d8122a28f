import assert from "node:assert/strict";
import { test } from "node:test";
import { stepIn, withStep } from "../../src/run/share";

test("a link's step is a whole number, and anything else is none", () => {
  assert.equal(stepIn("#program=a.c&z=x&step=12"), 12);
  for (const odd of ["", "-1", "1.5", "1e3", "x", "1".repeat(10)]) assert.equal(stepIn(`#program=a.c&z=x&step=${odd}`), undefined, odd);
  assert.equal(stepIn("#program=a.c&z=x"), undefined);
});

test("a step is put into a link, exchanged and taken out, and the rest stays as it is", () => {
  const link = "#program=a%2Fb%20c.c&z=A-_b";
  assert.equal(withStep(link, 3), `${link}&step=3`);
  assert.equal(withStep(withStep(link, 3), 0), `${link}&step=0`);
  assert.equal(withStep(withStep(link, 3), undefined), link);
});
