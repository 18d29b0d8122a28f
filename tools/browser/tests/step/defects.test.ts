/** Small programs with a mistake each: it is found at its line, or the program says why not. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { told } from "../../src/step/findings/words";
import { session, TOP } from "./support/programs";

const FOLDER = join(TOP, "tools", "browser", "tests", "step", "defects");

for (const name of readdirSync(FOLDER).sort()) {
  const text = readFileSync(join(FOLDER, name), "utf8");
  const expected = text.split("\n").flatMap((line, index) => {
    const kind = /\/\/! (.+)$/.exec(line)?.[1];
    return kind ? [`${index + 1}: ${kind}`] : [];
  });
  const isUnfound = name.startsWith("none_");
  test(isUnfound ? `nothing is told of ${name}` : `the mistake in ${name} is told at its line`, async () => {
    assert.equal(expected.length === 0, isUnfound);
    if (isUnfound) assert.match(text, /^\/\/ Not (?:found|told): /);
    const { findings, prepared } = await session({ files: { [name]: text }, options: "-w" });
    const found = findings.map((one) => told(one, prepared));
    assert.deepEqual(
      found.map(({ kind, place }) => `${place?.line}: ${kind}`).sort(byLine),
      expected,
      found.map((one) => one.text).join("\n"),
    );
  });
}

function byLine(one: string, other: string): number {
  return Number.parseInt(one, 10) - Number.parseInt(other, 10);
}
