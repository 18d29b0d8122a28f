import assert from "node:assert/strict";
import { test } from "node:test";
import { File, OpenFile, PreopenDirectory, WASI, wasi as abi } from "@bjorn3/browser_wasi_shim";
import { Flood, Gathered, guarded, textIn } from "../../src/run/guard";
import { FLOOD, MEMORY, MOST_REPORTS } from "../../src/run/messages";

const MIB = 1 << 20;
const PIECES = 0; // where the tests put what they hand over
const NAME = 1000;
const RESULT = 2000;
const ROOT = 3; // the folder's descriptor

/** A system with an empty folder, and functions to call it as a program of `memory` bytes does. */
function machine(memory = MIB) {
  const nothing = new OpenFile(new File([]));
  const system = new WASI([], [], [nothing, nothing, nothing, new PreopenDirectory("/", new Map())], { debug: false });
  const buffer = new ArrayBuffer(memory);
  system.inst = { exports: { memory: { buffer } as WebAssembly.Memory } };
  const view = new DataView(buffer);
  const functions = guarded(system);
  const call = (name: string, ...given: (number | bigint)[]): number =>
    (functions[name] as (...given: (number | bigint)[]) => number)(...given);
  const named = (name: string): [number, number] => {
    const bytes = new TextEncoder().encode(name);
    new Uint8Array(buffer, NAME).set(bytes);
    return [NAME, bytes.length];
  };
  const open = (name: string, how = abi.OFLAGS_CREAT): number => call("path_open", ROOT, 0, ...named(name), how, 0n, 0n, 0, RESULT);
  /** Writes this many bytes in pieces of these lengths. */
  const write = (file: number, ...pieces: number[]): number => {
    pieces.forEach((bytes, at) => view.setUint32(PIECES + at * 8 + 4, bytes, true));
    return call("fd_write", file, PIECES, pieces.length, RESULT);
  };
  return { system, call, named, open, write, opened: () => view.getUint32(RESULT, true) };
}

test("files grow until they and the memory have all that a program may use", () => {
  const { open, opened, write, call } = machine(MIB);
  assert.equal(open("a"), 0);
  const file = opened();
  const most = MEMORY / MIB - 2; // the memory is one MiB, the name is less than another
  assert.equal(call("fd_allocate", file, 0n, BigInt(most * MIB)), 0);
  assert.equal(call("fd_allocate", file, 0n, BigInt((most + 1) * MIB)), abi.ERRNO_NOSPC);
  assert.equal(call("fd_filestat_set_size", file, BigInt((most + 1) * MIB)), abi.ERRNO_NOSPC);
  assert.equal(call("fd_pwrite", file, PIECES, 0, BigInt((most + 1) * MIB), RESULT), abi.ERRNO_NOSPC);
  assert.equal(call("fd_seek", file, 0n, abi.WHENCE_END, RESULT), 0);
  assert.equal(write(file, 500_000), 0);
  assert.equal(write(file, 500_000, 500_000), abi.ERRNO_NOSPC);
});

test("no number that a program names makes a file of it", () => {
  const { open, opened, call, write } = machine();
  assert.equal(open("a"), 0);
  const file = opened();
  for (const size of [1n << 40n, (1n << 63n) - 1n, -1n]) {
    assert.equal(call("fd_allocate", file, size, 1n), abi.ERRNO_NOSPC);
    assert.equal(call("fd_filestat_set_size", file, size), abi.ERRNO_NOSPC);
  }
  assert.equal(call("fd_seek", file, 1n << 60n, abi.WHENCE_SET, RESULT), 0);
  assert.equal(write(file, 1), abi.ERRNO_NOSPC);
});

test("what was cut off or taken away makes room again", () => {
  const { open, opened, named, call } = machine();
  const large = BigInt(MEMORY - 2 * MIB);
  for (let round = 0; round < 5; round++) {
    assert.equal(open("a"), 0);
    const file = opened();
    assert.equal(call("fd_allocate", file, 0n, large), 0);
    assert.equal(call("path_unlink_file", ROOT, ...named("a")), 0);
    assert.equal(open("b"), 0);
    assert.equal(call("fd_allocate", opened(), 0n, large), abi.ERRNO_NOSPC, "what is open is still there");
    assert.equal(call("fd_close", opened()), 0);
    assert.equal(call("fd_close", file), 0);
  }
});

test("names take room too, be they of files, folders or links", () => {
  const { call, named, open } = machine();
  const makes: ((name: string) => number)[] = [
    (name) => call("path_create_directory", ROOT, ...named(name)),
    (name) => call("path_link", ROOT, 0, ...named("one"), ROOT, ...named(`one${name}`)),
  ];
  assert.equal(open("one"), 0);
  let made = 0;
  const make = makes[0] as (name: string) => number;
  while (made < 400_000 && make(String(made)) === 0) made++;
  assert.ok(100_000 < made && made < 262_144, String(made));
  for (const another of makes) assert.equal(another("x"), abi.ERRNO_NOSPC);
  assert.equal(open("another"), abi.ERRNO_NOSPC);
  assert.equal(open("one", 0), 0, "what is there can be opened");
});

test("of files that are open there are as many as on Linux, and a number that is free is given again", () => {
  const { open, opened, call } = machine();
  let last = 0;
  for (let errno = 0; errno === 0; errno = open("a")) last = opened();
  assert.equal(last, 1023);
  assert.equal(open("a"), abi.ERRNO_MFILE);
  assert.equal(call("fd_close", 77), 0);
  for (let round = 0; round < 3000; round++) {
    assert.equal(open("a"), 0);
    assert.equal(opened(), 77);
    assert.equal(call("fd_close", 77), 0);
  }
});

test("a path is as long as Linux has it at most, in each call that takes one", () => {
  const { call } = machine();
  const long = 4097;
  const refused: Record<string, (number | bigint)[]> = {
    path_create_directory: [ROOT, NAME, long],
    path_filestat_get: [ROOT, 0, NAME, long, RESULT],
    path_filestat_set_times: [ROOT, 0, NAME, long, 0n, 0n, 0],
    path_open: [ROOT, 0, NAME, long, 0, 0n, 0n, 0, RESULT],
    path_readlink: [ROOT, NAME, long, NAME, 1, RESULT],
    path_remove_directory: [ROOT, NAME, long],
    path_unlink_file: [ROOT, NAME, -1],
  };
  for (const [name, given] of Object.entries(refused)) assert.equal(call(name, ...given), abi.ERRNO_NAMETOOLONG, name);
  for (const [first, second] of [[1, long], [long, 1]] as const) {
    assert.equal(call("path_link", ROOT, 0, NAME, first, ROOT, NAME, second), abi.ERRNO_NAMETOOLONG);
    assert.equal(call("path_rename", ROOT, NAME, first, ROOT, NAME, second), abi.ERRNO_NAMETOOLONG);
    assert.equal(call("path_symlink", NAME, first, ROOT, NAME, second), abi.ERRNO_NAMETOOLONG);
  }
});

test("every call with a path is one whose path is measured", () => {
  const { system, call } = machine();
  const paths = Object.keys(system.wasiImport).filter((name) => name.startsWith("path_"));
  const lengths = Array.from({ length: 9 }, () => 5000); // whichever of them are the paths'
  for (const name of paths) assert.equal(call(name, ...lengths), abi.ERRNO_NAMETOOLONG, name);
});

test("one read or write has as many pieces as on Linux at most", () => {
  const { call } = machine();
  for (const name of ["fd_read", "fd_write"]) {
    assert.equal(call(name, 1, PIECES, 1025, RESULT), abi.ERRNO_INVAL, name);
    assert.equal(call(name, 1, PIECES, -1, RESULT), abi.ERRNO_INVAL, name);
    assert.equal(call(name, 1, PIECES, 1024, RESULT), 0, name);
  }
  for (const name of ["fd_pread", "fd_pwrite"]) assert.equal(call(name, 1, PIECES, 1025, 0n, RESULT), abi.ERRNO_INVAL, name);
});

test("of what is printed, no more than the flood's measure is kept", () => {
  const flood = new Flood();
  assert.deepEqual(flood.take(new Uint8Array(FLOOD.characters)), { kept: new Uint8Array(FLOOD.characters) });
  assert.deepEqual(flood.take(new Uint8Array()), { kept: new Uint8Array() });
  assert.deepEqual(flood.take(new Uint8Array(5)), { kept: new Uint8Array(), most: "200,000 characters" });
});

test("lines are counted over all that is printed, and the first too many is left out", () => {
  const flood = new Flood();
  const lines = (count: number): Uint8Array => new TextEncoder().encode("a\n".repeat(count));
  assert.equal(flood.take(lines(FLOOD.lines - 1)).most, undefined);
  assert.deepEqual(flood.take(lines(2)), { kept: new TextEncoder().encode("a\na"), most: "20,000 lines" });
});

test("a text that a program reports is cut before it is read", () => {
  const { system } = machine();
  const { buffer } = system.inst.exports.memory;
  new Uint8Array(buffer).fill(97, NAME);
  assert.equal(textIn(system, NAME, 3), "aaa");
  assert.equal(textIn(system, NAME, 4000), "a".repeat(4000));
  assert.equal(textIn(system, NAME, 900_000), `${"a".repeat(4000)}…`);
});

test("places are told one by one as far as a page lists them, and the others counted", () => {
  const gathered = new Gathered();
  let made = 0;
  for (let line = 1; line <= MOST_REPORTS + 300_000; line++) {
    gathered.add(() => ({ file: "a.c", line, column: 1, message: `${++made}` }));
  }
  assert.equal(made, MOST_REPORTS);
  assert.equal(gathered.all.first.length, MOST_REPORTS);
  assert.equal(gathered.all.more, 300_000);
});
