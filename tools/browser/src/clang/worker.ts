/**
 * The compiler's Worker: clang and lld in WebAssembly, by @yowasp/clang.
 *
 * The package fetches its parts from beside its script by fixed names. `fetch` is replaced
 * before it is loaded, so that they come from the build's files and this machine's cache.
 */
import { closeExits, closeTexts } from "../exits";
import { COMPILER, fetchResponse, fileSize, forget, isSettled } from "../files";
import { compileWhole } from "../wasm/whole";
import type { Answer, Ask, Tree } from "./messages";
import { Said } from "./said";

type Toolchain = typeof import("@yowasp/clang");

let toolchain: Promise<Toolchain> | undefined;

self.addEventListener("message", (event: MessageEvent<Ask>) => {
  // One after the other: the compiler fills its thread anyway, and loading must come first.
  turn = turn.then(() => answer(event.data));
});
let turn: Promise<void> = Promise.resolve();

async function answer(ask: Ask): Promise<void> {
  try {
    toolchain ??= load(ask.id);
    const loaded = await toolchain;
    if (ask.kind === "load") tell({ kind: "loaded", id: ask.id });
    else await run(loaded, ask);
  } catch (error) {
    toolchain = undefined;
    // Nobody compares a kept file with the build's again; what is broken is fetched anew next time.
    if (error instanceof WebAssembly.CompileError) await forget(COMPILER);
    tell({ kind: "failed", id: ask.id, message: error instanceof Error ? error.message : String(error) });
  }
}

async function load(id: number): Promise<Toolchain> {
  closeTexts();
  compileWhole();
  const total = COMPILER.reduce((sum, part) => sum + fileSize(part), 0);
  const came = new Map<string, number>();
  const wanted = new Map<string, Promise<Response>>();
  for (const part of COMPILER) {
    const content = fetchResponse(part, (bytes) => {
      came.set(part, bytes);
      const done = [...came.values()].reduce((sum, one) => sum + one, 0);
      tell({ kind: "progress", id, done, total });
    });
    content.catch(() => undefined); // told where it is waited for
    wanted.set(part.replace(/\.gz$/, ""), content);
  }
  self.fetch = async (input): Promise<Response> => {
    const name = new URL(input instanceof Request ? input.url : input).pathname.split("/").pop() ?? "";
    const content = wanted.get(name);
    if (!content) throw new Error(`the compiler asks for ${name}, which the build does not have`);
    return content;
  };
  const loaded = await import("@yowasp/clang");
  await loaded.runLLVM(null as unknown as string[], {}, { fetchProgress: () => undefined });
  wanted.clear();
  await isSettled();
  closeExits();
  return loaded;
}

async function run(loaded: Toolchain, ask: Extract<Ask, { kind: "clang" }>): Promise<void> {
  const out = new Said();
  const err = new Said();
  let files: Tree = {};
  let code = 0;
  const options = { stdout: out.take, stderr: err.take, decodeASCII: false };
  try {
    files = (await loaded.commands[ask.program]([...ask.args], ask.files, options)) as Tree;
  } catch (error) {
    if (!(error instanceof loaded.Exit)) throw error;
    code = error.code;
  }
  tell({ kind: "ran", id: ask.id, ran: { code, stdout: out.text(), stderr: err.text(), files } });
}

function tell(answer: Answer): void {
  self.postMessage(answer);
}
