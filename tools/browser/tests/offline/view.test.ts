import assert from "node:assert/strict";
import { test } from "node:test";
import { type State, view } from "../../src/offline/view";

const offers = (state: State): string[] => view(state).offers.map(([action]) => action);

test("the size is said before anything is fetched", () => {
  const { offers: [offer] } = view({ kind: "absent", bytes: 36_000_000 });
  assert.deepEqual(offer, ["keep", "Keep this book offline (about 36 MB)"]);
});

test("a download shows how far it is, and can be stopped", () => {
  const state = { kind: "keeping", done: 9, bytes: 36 } as const;
  assert.equal(view(state).progress, 0.25);
  assert.deepEqual(offers(state), ["stop"]);
  assert.equal(view({ ...state, done: 40 }).progress, 1);
});

test("what is kept can be removed, also without a network", () => {
  assert.deepEqual(offers({ kind: "kept", bytes: 1, when: 0 }), ["remove"]);
  assert.deepEqual(offers({ kind: "unreachable", keptBytes: 1 }), ["remove"]);
  assert.deepEqual(offers({ kind: "unreachable", keptBytes: null }), []);
});

test("a book that has changed is fetched again on request only", () => {
  assert.deepEqual(offers({ kind: "changed", bytes: 1 }), ["keep", "remove"]);
});

test("a failure says why, and offers another try", () => {
  const state = { kind: "failed", why: "it was stopped." } as const;
  assert.match(view(state).says, /it was stopped\./);
  assert.deepEqual(offers(state), ["keep", "remove"]);
});
