import assert from "node:assert/strict";
import { test } from "node:test";
import { type State, reason, view } from "../../src/offline/view";

const offers = (state: State): string[] => view(state).offers.map(([action]) => action);

test("the size is said before anything is fetched", () => {
  const { offers: [offer] } = view({ kind: "absent", bytes: 36_000_000, most: 48_000_000 });
  assert.deepEqual(offer, ["keep", "Keep this book offline (36 to 48 MB)"]);
});

test("a download shows how far it is, and can be stopped", () => {
  const state = { kind: "keeping", done: 9, bytes: 36 } as const;
  assert.equal(view(state).progress, 0.25);
  assert.deepEqual(offers(state), ["stop"]);
  assert.equal(view({ ...state, done: 40 }).progress, 1);
});

test("what is kept can be removed, also without a network", () => {
  assert.deepEqual(offers({ kind: "kept", bytes: 1, when: 0 }), ["remove"]);
  assert.deepEqual(offers({ kind: "unreachable", kept: "partial" }), ["remove"]);
  assert.deepEqual(offers({ kind: "unreachable", kept: "none" }), []);
});

test("a book that has changed is fetched again on request only", () => {
  assert.deepEqual(offers({ kind: "changed", bytes: 1 }), ["keep", "remove"]);
});

test("a failure says why, and offers another try", () => {
  const state = { kind: "failed", why: "it was stopped." } as const;
  assert.match(view(state).says, /it was stopped\./);
  assert.deepEqual(offers(state), ["keep", "remove"]);
});

test("what a closed tab left behind is called a part, fetched to its end or removed", () => {
  const state = { kind: "partial", bytes: 36_000_000, most: 48_000_000 } as const;
  assert.match(view(state).says, /A part of this book/);
  assert.deepEqual(offers(state), ["keep", "remove"]);
});

test("while another tab is at it, this one offers nothing", () => {
  assert.deepEqual(offers({ kind: "busy" }), []);
});

test("a full device, a cut network and a stop are told apart", () => {
  const named = (name: string): Error => Object.assign(new Error("Failed to fetch"), { name });
  assert.equal(reason(named("AbortError"), 1), "it was stopped.");
  assert.equal(reason(named("TypeError"), 1), "the site could not be reached.");
  assert.match(reason(named("QuotaExceededError"), 36e6), /no room for it\. It takes about 36 MB/);
  assert.equal(reason(new Error("a/ answered with status 404."), 1), "a/ answered with status 404.");
});
