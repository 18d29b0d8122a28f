/**
 * The Worker of the compiler that writes assembly: LLVM with back ends for x86 and ARM, by fortitudo.
 * It answers what the page's own compiler is asked too (../clang/messages.ts).
 */
import { parseTar } from "nanotar";
import type { Answer, Ask, Ran, Tree } from "../clang/messages";
import { Said } from "../clang/said";
import { closeExits, closeTexts } from "../exits";
import { fetchFile, fileSize, fileUrl } from "../files";
import { ASSEMBLER_PARTS } from "./parts";

/** As much of the compiler's module as is used here (Emscripten). */
interface Module {
  readonly FS: {
    mkdirTree(path: string): void;
    chdir(path: string): void;
    writeFile(path: string, content: string | Uint8Array): void;
    readFile(path: string): Uint8Array;
    readdir(path: string): string[];
    unlink(path: string): void;
  };
  ccall(name: "run_command", result: "number", types: ["string"], words: [string]): number;
}

type Factory = (given: object) => Promise<Module>;

const WORK = "/work";
let module: Promise<Module> | undefined;
let printed = { out: new Said(), err: new Said() };

self.addEventListener("message", (event: MessageEvent<Ask>) => {
  turn = turn.then(() => answer(event.data));
});
let turn: Promise<void> = Promise.resolve();

async function answer(ask: Ask): Promise<void> {
  try {
    module ??= load(ask.id);
    const loaded = await module;
    if (ask.kind === "load") tell({ kind: "loaded", id: ask.id });
    else tell({ kind: "ran", id: ask.id, ran: run(loaded, [ask.program, ...ask.args], ask.files) });
  } catch (error) {
    module = undefined;
    tell({ kind: "failed", id: ask.id, message: error instanceof Error ? error.message : String(error) });
  }
}

async function load(id: number): Promise<Module> {
  closeTexts();
  const total = ASSEMBLER_PARTS.reduce((sum, part) => sum + fileSize(part), 0);
  const came = new Map<string, number>();
  const fetched = ASSEMBLER_PARTS.map((part) =>
    fetchFile(part, (bytes) => {
      came.set(part, bytes);
      const done = [...came.values()].reduce((sum, one) => sum + one, 0);
      tell({ kind: "progress", id, done, total });
    }),
  );
  const [wasm, script, headers] = await Promise.all(fetched);
  if (!wasm || !script || !headers) throw new Error("A part of the compiler is missing.");
  const { default: make } = (await import(fileUrl("assembler-module.js"))) as { default: Factory };
  const made = await make({
    noInitialRun: true,
    wasmBinary: new Uint8Array(wasm),
    // Headers of its own, which are not fetched: those of the page's programs come next.
    getPreloadedPackage: (_name: string, size: number) => new ArrayBuffer(size),
    stdout: (byte: number) => printed.out.take(Uint8Array.of(byte)),
    stderr: (byte: number) => printed.err.take(Uint8Array.of(byte)),
  });
  for (const { name, type, data } of parseTar(headers)) {
    const path = `/usr/${name}`;
    if (type === "directory") made.FS.mkdirTree(path.replace(/\/$/, ""));
    else if (data && name.startsWith("include/")) made.FS.writeFile(path, data);
  }
  made.FS.mkdirTree(WORK);
  closeExits();
  return made;
}

function run({ FS, ccall }: Module, words: readonly string[], files: Tree): Ran {
  FS.chdir(WORK);
  for (const name of FS.readdir(WORK)) if (name !== "." && name !== "..") FS.unlink(`${WORK}/${name}`);
  for (const [name, content] of Object.entries(files)) {
    if (typeof content === "string" || content instanceof Uint8Array) FS.writeFile(`${WORK}/${name}`, content);
  }
  printed = { out: new Said(), err: new Said() };
  const code = ccall("run_command", "number", ["string"], [words.map(quoted).join(" ")]);
  const made = FS.readdir(WORK).filter((name) => name !== "." && name !== ".." && !Object.hasOwn(files, name));
  return {
    code,
    stdout: printed.out.text(),
    stderr: printed.err.text(),
    files: Object.fromEntries(made.map((name) => [name, FS.readFile(`${WORK}/${name}`)])),
  };
}

/** A word of the command's line. */
function quoted(word: string): string {
  return `"${word.replace(/["\\]/g, "\\$&")}"`;
}

function tell(answer: Answer): void {
  self.postMessage(answer);
}
