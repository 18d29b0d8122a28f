/** The undo log: whatever was done, going back gives what was there, and going forth gives it again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ProgramMemory, STATE } from "../../src/step/record/memory";

const WORDS = 4096;

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

/** A memory with some steps of changes, as programs make them; `marks` are its content at each step's start. */
function changed(seed: number, steps: number): { memory: ProgramMemory; positions: number[]; marks: string[] } {
  const memory = new ProgramMemory();
  memory.attach(new WebAssembly.Memory({ initial: 1 }), WORDS * 2, []);
  memory.isLogging = true;
  const next = numbers(seed);
  const below = (limit: number): number => next.next().value % limit;
  const [positions, marks]: [number[], string[]] = [[], []];
  for (memory.step = 0; memory.step < steps; memory.step++) {
    positions.push(memory.log.length);
    marks.push(mark(memory));
    for (let left = below(6); left >= 0; left--) change(memory, below);
  }
  positions.push(memory.log.length);
  marks.push(mark(memory));
  return { memory, positions, marks };
}

/** One change: a store, a fill, a copy, or memory that begins or ends to be somebody's. */
function change(memory: ProgramMemory, below: (limit: number) => number): void {
  const bytes = new Uint8Array(memory.words.buffer);
  const address = below(WORDS * 2);
  const count = below(10) === 0 ? below(WORDS) : below(40) + 1;
  switch (below(5)) {
    case 0: {
      const value = below(256);
      memory.write(address, count, 1, true);
      bytes.fill(value, address, address + count);
      break;
    }
    case 1: {
      const to = below(WORDS * 2);
      memory.copy(to, address, count, 2);
      bytes.copyWithin(to, address, address + count);
      break;
    }
    case 2:
      memory.paint(address, count, [STATE.usable, STATE.uninitialised, STATE.constant, STATE.outside][below(4)] ?? 0);
      break;
    case 3:
      if (below(2)) memory.open(address, count);
      else memory.forget(address, count);
      break;
    default:
      memory.log.word(address >> 2, memory.step, 3);
      memory.words[address >> 2] = below(2 ** 31);
      memory.shadow[address >> 2] = below(256);
  }
}

function mark(memory: ProgramMemory): string {
  return `${Buffer.from(memory.words.buffer).toString("base64")} ${Buffer.from(memory.shadow).toString("base64")}`;
}

for (const seed of [1, 2, 3]) {
  test(`memory is the same at each step, forth and back (${seed})`, () => {
    const { memory, positions, marks } = changed(seed, 60);
    const next = numbers(seed + 100);
    let at = positions.length - 1;
    const go = (to: number): void => {
      const [from, wanted] = [positions[at] ?? 0, positions[to] ?? 0];
      if (wanted < from) memory.log.back(wanted, from);
      else memory.log.forth(from, wanted);
      at = to;
      assert.equal(mark(memory), marks[to], `step ${to}`);
    };
    for (let to = positions.length - 1; to >= 0; to--) go(to);
    for (let times = 0; times < 100; times++) go(next.next().value % positions.length);
  });

  test(`what a step has changed is told with what was there before (${seed})`, () => {
    const { memory, positions, marks } = changed(seed, 40);
    for (let step = positions.length - 1; step > 0; step--) {
      const [from, to] = [positions[step - 1] ?? 0, positions[step] ?? 0];
      const { words } = memory.log.before(from, to);
      const before = [...words].map(([word, { word: content, shadow }]) => [word, content, shadow]);
      memory.log.back(from, to);
      for (const [word = 0, content, shadow] of before) assert.deepEqual([memory.words[word], memory.shadow[word]], [content, shadow], `word ${word} before step ${step}`);
      assert.equal(mark(memory), marks[step - 1]);
    }
  });
}

test("the last writer of a word is found, by its own entry or by one for many words", () => {
  const memory = new ProgramMemory();
  memory.attach(new WebAssembly.Memory({ initial: 1 }), 65536, []);
  memory.isLogging = true;
  memory.step = 0;
  memory.write(400, 4, 7);
  memory.write(100, 200, 8);
  assert.equal(memory.log.lastWriter(50, 51, memory.log.length)?.site, 8);
  assert.equal(memory.log.lastWriter(100, 101, memory.log.length)?.site, 7);
  assert.equal(memory.log.lastWriter(100, 101, 0), undefined);
  assert.equal(memory.log.lastWriter(2000, 2001, memory.log.length), undefined);
});
