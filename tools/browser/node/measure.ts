/** What stepping through a program costs. Times are the processor's, since others may be busy; the least of several. */
import { buildOptions } from "../src/run/command";
import { Program } from "../src/step/dwarf/program";
import { rewrite } from "../src/step/instrument/rewrite";
import { prepare } from "../src/step/record/run";
import { LIMITS, Session } from "../src/step/replay/session";
import { TELLER } from "../src/step/sentences/teller";
import { Module } from "../src/wasm/module";
import { runPlain } from "./plain";
import { editOf, given, unitsOf, type Source, type Stepping } from "./stepping";

const TIMES = 5;
/** Places in the run that are gone to, one after the other. */
const SEEKS = 20;
/** Of a run that is longer than one recording so many are: each records a part of it anew. */
const ENTRIES = 4;

/** The figures of a program; times are milliseconds, memory is bytes. `times` is how often each is taken. */
export async function measured(stepping: Stepping, source: Source, times = TIMES): Promise<object> {
  const linked = await stepping.linked(source);
  if (typeof linked === "string") return { error: linked };
  const edit = editOf(source);
  const plain = await stepping.clang.build(edit.std, buildOptions(edit), unitsOf(source), edit.files);
  if (typeof plain === "string") return { error: plain };
  const prepared = await prepare(linked);
  if (typeof prepared === "string") return { error: prepared };
  const least = (does: () => unknown): Promise<number> => leastOf(times, does);
  let session = new Session(prepared, given(source), source.files, LIMITS, TELLER);
  const runs = await least(() => runPlain(plain, given(source)));
  const records = await least(() => (session = new Session(prepared, given(source), source.files, LIMITS, TELLER)));
  const { last, bytes, end, isWhole } = session;
  const places = Array.from({ length: SEEKS }, (_none, at) => Math.floor((last * ((at * 7) % SEEKS)) / SEEKS));
  const within = places.filter((place) => isWhole || place < 1000);
  return {
    steps: last,
    end: end.kind,
    isWhole,
    plain: runs,
    recorded: records,
    stepsASecond: Math.round((last / records) * 1000),
    bytesAStep: Math.round(bytes / Math.max(1, last)),
    read: await least(() => new Program(new Module(linked))),
    rewritten: await least(() => rewrite(prepared.linked, prepared.program)),
    sizes: { plain: plain.length, linked: linked.length, rewritten: prepared.rewritten.wasm.length },
    seek: (await least(() => within.forEach((place) => session.at(place)))) / within.length,
    moment: (await least(() => within.forEach((place) => session.moment(place)))) / within.length,
    ...(isWhole ? {} : entered(session)),
  };
}

/** What it takes to enter a long run anywhere: the longest time until a moment is there, and the most that tables took. */
function entered(session: Session): object {
  let [longest, tables] = [0, 0];
  for (let at = 1; at <= ENTRIES; at++) {
    const start = process.cpuUsage();
    session.moment(Math.floor((session.last * at) / ENTRIES));
    const { user, system } = process.cpuUsage(start);
    longest = Math.max(longest, (user + system) / 1000);
    tables = Math.max(tables, session.bytes);
  }
  return { entered: Math.round(longest), tables };
}

async function leastOf(times: number, does: () => unknown): Promise<number> {
  let found = Infinity;
  for (let time = 0; time < times; time++) {
    const start = process.cpuUsage();
    await does();
    const { user, system } = process.cpuUsage(start);
    found = Math.min(found, (user + system) / 1000);
  }
  return Math.round(found * 100) / 100;
}
