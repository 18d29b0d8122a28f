import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../../src/kept/store";
import { ago, digestOf, draftsIn, valueOf } from "../../src/run/drafts";
import { original, type Edit, type Program } from "../../src/run/program";
import { Versions } from "../../src/run/versions";

// Else it would keep the process waiting for other tabs.
Object.assign(globalThis, { BroadcastChannel: undefined });

const PROGRAM: Program = {
  name: "chapter/one.c",
  files: { "one.c": "int main(void) { return 0; }\n" },
  units: ["one.c"],
  shown: "one.c",
  runs: true,
  std: "c17",
  level: "-O0",
  options: [],
  args: [],
  stdin: "",
  ubsan: false,
  varies: false,
  differs: "",
  recorded: [],
};
const BOOK = original(PROGRAM);
const edited = (text: string): Edit => ({ ...BOOK, files: { "one.c": text } });

/** A page's versions of the program, over what the device has: without one, only the page's memory. */
async function opened(store = new Store(new URL("http://book.example/")), program = PROGRAM) {
  const heard: string[] = [];
  const troubles: string[] = [];
  const versions = new Versions(program, () => heard.push("renewed"), (sentence) => troubles.push(sentence), store);
  await versions.load();
  return { versions, store, heard, troubles };
}
/** Lets what is on its way to the device arrive. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test("what a reader changes becomes their version, and the book's stays to be looked at", async () => {
  const { versions } = await opened();
  assert.equal(versions.change(edited("int x;\n")), true);
  assert.equal(versions.now, "mine");
  versions.choose("book");
  assert.deepEqual(versions.edit, BOOK);
  versions.choose("mine");
  assert.deepEqual(versions.edit, edited("int x;\n"));
});

test("to have undone everything is to be back at the book's", async () => {
  const { versions } = await opened();
  versions.change(edited("int x;\n"));
  assert.equal(versions.change(BOOK), true);
  assert.equal(versions.now, "book");
  assert.equal(versions.mine, undefined);
});

test("another page finds the version, and that it was open", async () => {
  const { versions, store } = await opened();
  versions.change(edited("int x;\n"));
  await settled();
  const next = await opened(store);
  assert.equal(next.versions.wasOpen, true);
  assert.deepEqual(next.versions.mine?.edit, edited("int x;\n"));
  versions.close();
  await settled();
  assert.equal((await opened(store)).versions.wasOpen, false);
});

test("reset, and beginning anew from the book's, set the version aside; it can be brought back", async () => {
  const { versions } = await opened();
  versions.change(edited("int first;\n"));
  versions.reset();
  assert.deepEqual(versions.edit, BOOK);
  versions.change(edited("int second;\n"));
  versions.choose("book");
  versions.change(edited("int third;\n"));
  assert.deepEqual(versions.earlier.map(({ edit }) => edit.files["one.c"]), ["int second;\n", "int first;\n"]);
  const [, first] = versions.earlier;
  assert.ok(first);
  versions.bringBack(first);
  assert.deepEqual(versions.edit, edited("int first;\n"));
  assert.deepEqual(versions.earlier.map(({ edit }) => edit.files["one.c"]), ["int third;\n", "int second;\n"]);
});

test("a link's program lies beside the reader's own, and becomes theirs when it is changed", async () => {
  const { versions } = await opened();
  versions.change(edited("int mine;\n"));
  versions.take(edited("int theirs;\n"));
  assert.equal(versions.now, "link");
  assert.deepEqual(versions.mine?.edit, edited("int mine;\n"));
  versions.change(edited("int theirs, changed;\n"));
  assert.equal(versions.now, "mine");
  assert.deepEqual(versions.earlier.map(({ edit }) => edit.files["one.c"]), ["int mine;\n"]);
  assert.deepEqual(versions.link, edited("int theirs;\n"));
});

test("a link to what the reader or the book has is recognised", async () => {
  const { versions } = await opened();
  versions.change(edited("int mine;\n"));
  versions.take(edited("int mine;\n"));
  assert.equal(versions.now, "mine");
  versions.take(BOOK);
  assert.equal(versions.now, "book");
  assert.equal(versions.link, undefined);
});

test("when the book has changed since, the version stays and says so", async () => {
  const { versions, store } = await opened();
  versions.change(edited("int mine;\n"));
  assert.equal(versions.isBehind, false);
  await settled();
  const renewed = { ...PROGRAM, files: { "one.c": "int main(void) { return 1; }\n" } };
  const { versions: later } = await opened(store, renewed);
  assert.equal(later.isBehind, true);
  assert.deepEqual(later.mine?.edit, edited("int mine;\n"));
  later.choose("mine");
  later.change(edited("int mine, more;\n"));
  assert.equal(later.isBehind, true, "it began from the older text all the same");
});

test("what another tab changes is taken over", async () => {
  const { versions, store, heard } = await opened();
  const other = await opened(store);
  other.versions.change(edited("int there;\n"));
  await settled();
  assert.deepEqual(heard, ["renewed"]);
  assert.deepEqual(versions.mine?.edit, edited("int there;\n"));
  assert.deepEqual(other.heard, [], "the tab that changed it hears nothing new");
  versions.end();
});

test("where the device keeps nothing, that is told, and the page has the version all the same", async () => {
  const { versions, troubles } = await opened();
  versions.change(edited("int x;\n"));
  await settled();
  assert.match(troubles.join(), /lets the book keep nothing/);
  assert.deepEqual(versions.mine?.edit, edited("int x;\n"));
});

test("of what the device has, damaged parts are passed over", () => {
  const draft = { edit: edited("int x;\n"), when: 5, book: digestOf(PROGRAM) };
  const drafts = { mine: draft, earlier: [draft], isOpen: true };
  assert.deepEqual(draftsIn(JSON.parse(JSON.stringify(valueOf(drafts))), PROGRAM), drafts);
  for (const damaged of [undefined, 3, [], {}, { mine: 1, earlier: {} }, { mine: { files: [] } }]) {
    assert.deepEqual(draftsIn(damaged, PROGRAM).mine?.edit.std, undefined);
  }
  const odd = { files: { "one.c": 7, "gone.c": "int gone;\n", "more.c": "" }, std: "c++98", level: 2, when: "x", stdin: null };
  const { mine } = draftsIn({ mine: odd }, PROGRAM);
  assert.deepEqual(mine?.edit, { ...BOOK, files: { ...BOOK.files, "gone.c": "int gone;\n", "more.c": "" } });
  assert.equal(mine.when, 0);
});

test("a version's age is told in words", () => {
  const minute = 60_000;
  assert.equal(ago(0, 30_000), "just now");
  assert.equal(ago(0, 2 * minute), "2 minutes ago");
  assert.equal(ago(0, 60 * minute), "1 hour ago");
  assert.equal(ago(0, 24 * 60 * minute), "yesterday");
});

test("texts that differ have different digests, in whatever order files come", () => {
  const two = (files: Record<string, string>): string => digestOf({ ...PROGRAM, files });
  assert.notEqual(two({ a: "1", b: "2" }), two({ a: "2", b: "1" }));
  assert.equal(two({ a: "1", b: "2" }), two({ b: "2", a: "1" }));
});
