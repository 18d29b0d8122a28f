/** Programs of the trade, stepped through and compared with what was written down by hand beside them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { told } from "../../src/step/findings/words";
import { find, parseSelector } from "../../src/step/moment/selector";
import { asText } from "../../src/step/moment/text";
import type { Moment, Told } from "../../src/step/moment/model";
import type { Session } from "../../src/step/replay/session";
import { itemNamed, lines, programs, PROGRAMS, stepped } from "./support/programs";

/** What is expected at one moment: lines of text. */
interface Expected {
  readonly at: string;
  readonly lines: readonly string[];
}

/** Moments stand at the margin, what is expected of each is indented below it. */
function expectations(text: string): { readonly head: ReadonlyMap<string, string>; readonly moments: readonly Expected[] } {
  const head = new Map<string, string>();
  const moments: { at: string; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const [, key, value] = /^(\w+): (.*)$/.exec(line) ?? [];
    if (line.trim() === "") continue;
    else if (line.startsWith("  ")) moments.at(-1)?.lines.push(line.trim());
    else if (key !== undefined && value !== undefined) head.set(key, value);
    else moments.push({ at: line, lines: [] });
  }
  return { head, moments };
}

/** Holds one line against a moment. */
function check(line: string, moment: Moment, session: Session): void {
  const [, key = "", value = ""] = /^(frames|said|blocks|output|mistakes|told): (.*)$/.exec(line) ?? [];
  const either = value.split("|");
  if (key === "frames") assert.ok(either.includes(moment.frames.map(({ name }) => name).join(", ")), `${line}: ${moment.frames.map(({ name }) => name).join(", ")}`);
  else if (key === "said") assert.ok(either.some((one) => moment.sentence.includes(one)), `${line}: ${moment.sentence}`);
  else if (key === "blocks") assert.equal(moment.blocks.filter(({ isFreed }) => !isFreed).length, Number(value), line);
  else if (key === "output") assert.equal(moment.output.stdout.replace(/\n/g, "\\n"), value, line);
  else if (key === "mistakes") assert.deepEqual(mistakesOf(session).map(({ kind, place }) => `${kind} in line ${place?.line}`), value === "none" ? [] : value.split(", "), line);
  else if (key === "told") assert.ok(mistakesOf(session).some(({ text }) => text.includes(value)), `${line}: ${mistakesOf(session).map(({ text }) => text).join("\n")}`);
  else checkItem(line, moment);
}

/** The mistakes of a run, each as its own moment tells it. */
function mistakesOf(session: Session): readonly Told[] {
  return session.findings.map((finding) => {
    const mistake = told(finding, session.prepared);
    const { findings } = session.moment(finding.step + 1);
    assert.deepEqual(findings.filter(({ kind }) => kind === mistake.kind), [mistake]);
    return mistake;
  });
}

function checkItem(line: string, moment: Moment): void {
  const [, virtual, name = "", sign, value = ""] = /^(virtual functions of )?(.+?)( = | -> |: | is )(.*)$/.exec(line) ?? [];
  const item = itemNamed(moment, name);
  assert.ok(item, `${line}: there is no ${name}\n${asText(moment)}`);
  if (virtual) {
    const found = [item, ...item.items].flatMap((one) => [...one.items, one]).find((one) => one.name === "virtual functions");
    assert.equal(found?.text, value, line);
    return;
  }
  const arrow = moment.arrows.find(({ from }) => from === item.path || from === `${item.path}.get()`);
  const ofParts = item.items.filter(({ kind }) => kind === "padding").map(({ size }) => `padding ${size}`).join(", ");
  if (sign === " = ") assert.equal(item.text.replace(/\n/g, "\\n"), value, line);
  else if (sign === " -> ") {
    const either = value.split("|");
    assert.ok(either.some((one) => arrow?.text === one || (one === "block" && /^block \d+$/.test(arrow?.text ?? ""))), `${line}: ${arrow?.text ?? "no arrow"}`);
  } else if (sign === " is ") assert.equal(arrow?.target ?? item.state, value, line);
  else assert.ok(item.note.includes(value) || ofParts === value, `${line}: ${item.note} ${ofParts}`);
}

for (const name of programs()) {
  const { head, moments } = expectations(readFileSync(join(PROGRAMS, name.replace(/\.\w+$/, ".txt")), "utf8"));
  test(`${name} shows what was written down`, async () => {
    const session = await stepped(name, { stdin: (head.get("stdin") ?? "").replace(/\\n/g, "\n") });
    const stops = head.get("lines");
    if (stops !== undefined) assert.equal(lines(session).join(" "), stops);
    for (const { at, lines: expected } of moments) {
      const selector = parseSelector(at);
      if (typeof selector === "string") assert.fail(selector);
      const moment = find(session, selector);
      if (typeof moment === "string") assert.fail(moment);
      for (const line of expected) check(line, session.moment(moment), session);
    }
  });

  test(`${name} is the same forth and back`, async () => {
    const session = await stepped(name, { stdin: (head.get("stdin") ?? "").replace(/\\n/g, "\n") });
    const forth: string[] = [];
    for (let moment = 0; moment <= session.last; moment++) forth.push(asText(session.moment(moment)));
    for (let moment = session.last; moment >= 0; moment--) assert.equal(asText(session.moment(moment)), forth[moment]);
  });
}
