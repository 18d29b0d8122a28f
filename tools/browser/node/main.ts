/**
 * What the tests and the authors' tools ask of the stepper, as JSON in and out.
 *
 * moments: {"programs": [{"name", "source", "at": ["line 12", …]}]} gives for each program its moments, each
 *          as data and as text, with how many times its line has been reached, or what is wrong as {"error"}.
 * figures: the same request; gives each moment as a picture and as sentences (node/figures.ts).
 * asked: {"programs": [{"name", "source", "ask": [{"at", "what", "of"}]}]} gives for each what pages ask about
 *        moments of it, with the answers (node/asked.ts).
 * dwarf: {"programs": [{"name", "source"}], "folder"} writes each linked program into the folder and gives
 *          what was read out of its debug information.
 * measured: {"programs": [{"name", "source"}], "times"} gives for each how many steps it has, and what they cost.
 * compiled: {"programs": [{"name", "source", "args"}]} gives what clang writes with these arguments, and what it says.
 * compared: {"programs": [{"name", "source"}], "steps"} gives for each what it printed when it ran and when it
 *          was stepped through, and the mistakes that were told.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Program as Debugged, type Scope, type Variable } from "../src/step/dwarf/program";
import { spell } from "../src/step/dwarf/spell";
import { sizeOf } from "../src/step/dwarf/types";
import { told } from "../src/step/findings/words";
import { find, parseSelector } from "../src/step/moment/selector";
import type { Moment } from "../src/step/moment/model";
import { asText } from "../src/step/moment/text";
import { buildOptions } from "../src/run/command";
import { isAt } from "../src/step/replay/moves";
import { LIMITS, type Session } from "../src/step/replay/session";
import { Module } from "../src/wasm/module";
import { asked, type Ask } from "./asked";
import { figures } from "./figures";
import { runPlain } from "./plain";
import { measured } from "./measure";
import { editOf, given, Stepping, unitsOf, type Source } from "./stepping";

declare const __TOP__: string;

interface Program {
  readonly name: string;
  readonly source: Source;
  readonly at?: readonly string[];
  readonly ask?: readonly Ask[];
  readonly args?: readonly string[];
}

interface Request {
  readonly programs: readonly Program[];
  readonly steps?: number;
  readonly times?: number;
  readonly folder?: string;
}

const stepping = new Stepping(__TOP__);

/** The moments of a program that are asked for, in the same order. */
async function moments({ source, at = [] }: Program): Promise<object> {
  const session = await stepping.session(source);
  if (typeof session === "string") return { error: session };
  const found = at.map((text) => momentAt(session, text));
  const wrong = found.find((one) => typeof one === "string");
  return wrong === undefined ? { moments: found } : { error: wrong };
}

function momentAt(session: Session, text: string): { moment: Moment; text: string; time: number } | string {
  const selector = parseSelector(text);
  const found = typeof selector === "string" ? selector : find(session, selector);
  if (typeof found === "string") return found;
  const moment = session.moment(found);
  let time = 0;
  session.visit((step, row) => {
    if (step <= found && moment.next && isAt(session, row, moment.next.line, moment.next.file)) time++;
    return step >= found;
  });
  return { moment, text: asText(moment), time };
}

/** A program's output both ways; `refused` is what the compiler says of one that it does not take. */
async function compared({ source }: Program, steps: number): Promise<object> {
  const edit = editOf(source);
  const wasm = await stepping.clang.build(edit.std, buildOptions(edit), unitsOf(source), edit.files);
  if (typeof wasm === "string") return { refused: wasm };
  const session = await stepping.session(source, { ...LIMITS, steps });
  if (typeof session === "string") return { error: session };
  const last = session.moment(session.last);
  const findings = session.findings.map((one) => told(one, session.prepared));
  const about = { steps: session.last, end: session.end, findings, stepped: last.output };
  // A program without an end cannot be waited for.
  const isEndless = session.end.kind === "capped" || session.end.kind === "flooded";
  return isEndless ? about : { ...about, plain: await runPlain(wasm, given(source)) };
}

/** What clang writes when it is given these arguments, and what it says. */
async function compiled({ source, args = [] }: Program): Promise<object> {
  const { code, stdout, stderr } = await stepping.clang.run("clang", args, source.files);
  return { code, stdout, stderr };
}

/** What the reader of DWARF says of a program. */
async function dwarf({ name, source }: Program, folder: string): Promise<object> {
  const wasm = await stepping.linked(source);
  if (typeof wasm === "string") return { error: wasm };
  const path = join(folder, `${name}.wasm`);
  await writeFile(path, wasm);
  const { lines, functions, globals, language } = new Debugged(new Module(wasm));
  const variable = ({ name: called, type, line }: Variable): object => ({ name: called, type: spell(type, language), size: sizeOf(type), line });
  const within = (scope: Scope): object => ({ low: scope.low, high: scope.high, variables: scope.variables.map(variable), blocks: scope.blocks.map(within) });
  return {
    path,
    lines: lines.map(({ address, file, line, column, isStatement, endsPrologue, endsSequence }) => [address, file.name, line, column, isStatement, endsPrologue, endsSequence]),
    functions: functions.map(({ name: called, symbol, scope, statics }) => ({ name: called, symbol, scope: within(scope), statics: statics.map(variable) })),
    globals: globals.map(variable),
  };
}

const [command = ""] = process.argv.slice(2);
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const request = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Request;

/** What a command answers about a program. */
function answerTo(program: Program): Promise<object> {
  switch (command) {
    case "moments":
      return moments(program);
    case "figures":
      return figures(stepping, program.source, program.at ?? []);
    case "asked":
      return asked(stepping, program.source, program.ask ?? []);
    case "measured":
      return measured(stepping, program.source, request.times);
    case "compiled":
      return compiled(program);
    case "dwarf":
      return dwarf(program, request.folder ?? ".");
    default:
      return compared(program, request.steps ?? LIMITS.steps);
  }
}

const answers: object[] = [];
for (const program of request.programs) answers.push({ name: program.name, ...(await answerTo(program)) });
process.stdout.write(JSON.stringify(answers));
