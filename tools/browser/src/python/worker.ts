/**
 * The Worker that runs cexplain: Pyodide, two wheels, and answer.py.
 *
 * It tells how far the loading is, then answers one request after the other.
 */
import { loadPyodide, type PyodideAPI } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { info } from "pyodide/pyodide-lock.json";
import { closeExits, closeTexts } from "../exits";
import { fetchResponse, fileSize, forget, forgetMemory, isSettled, keepMemory, keptMemory, PYTHON } from "../files";
import { compileWhole } from "../wasm/whole";
import answerSource from "./answer.py";
import confirmSource from "./confirm.py";
import drillsSource from "./drills.py";
import gradeSource from "./grade.py";
import bodiesSource from "./bodies.py";
import membersSource from "./members.py";
import otherWaySource from "./other_way.py";
import type { FromWorker, Request, ToWorker } from "./messages";

type Answer = (request: string) => string;

/** Python imports from them as they are: to unpack them would take longer than all else. */
const WHEELS = ["pycparser.whl", "cexplain.whl"];
const BESIDE = {
  "confirm.py": confirmSource,
  "grade.py": gradeSource,
  "drills.py": drillsSource,
  "bodies.py": bodiesSource,
  "members.py": membersSource,
  "other_way.py": otherWaySource,
};

/** Asked once before anybody else asks: parts of the engine load when they are first needed. */
const WARM_UP: readonly Request[] = [
  "int (*(*f[3])(const char *restrict, ...))[5][10];",
  "struct point { int x : 1; } *p[2], q;",
  "int *(p",
].map((text) => ({ ask: "read", text, std: null, limit: 52 }));

const tell = (message: FromWorker): void => self.postMessage(message);

/** Fetches every part and adds up what has come. */
async function fetched(): Promise<Record<string, Response>> {
  const total = PYTHON.reduce((sum, name) => sum + (fileSize(name)), 0);
  const come: Record<string, number> = {};
  const parts = PYTHON.map(async (name) => {
    const content = await fetchResponse(name, (now) => {
      come[name] = now;
      tell({ kind: "arrived", done: Object.values(come).reduce((sum, one) => sum + one, 0), total });
    });
    return [name, content] as const;
  });
  return Object.fromEntries(await Promise.all(parts));
}

/** Answers Pyodide's own fetches with what is here already. */
function serve(parts: Record<string, Response>): void {
  const names: Record<string, string> = {
    "pyodide.asm.wasm": "pyodide.asm.wasm.gz",
    "python_stdlib.zip": "python_stdlib.zip",
  };
  const elsewhere = self.fetch.bind(self);
  self.fetch = (input, init) => {
    const asked = input instanceof Request ? input.url : String(input);
    const found = parts[names[asked.split("/").at(-1) ?? ""] ?? ""];
    return found ? Promise.resolve(found) : elsewhere(input, init);
  };
}

async function start(): Promise<Answer> {
  closeTexts(); // before Pyodide, which keeps what it finds
  compileWhole();
  const answer = await started();
  await isSettled();
  closeExits();
  return answer;
}

/** Starts from the memory that an earlier start has left here; without it, or where it is of no use, from the beginning. */
async function started(): Promise<Answer> {
  const memory = await keptMemory();
  if (memory) {
    try {
      const python = await loaded({ _loadSnapshot: memory });
      return python.globals.get("answer") as Answer;
    } catch {
      await forgetMemory();
    }
  }
  const python = await loaded({ _makeSnapshot: true });
  python.runPython(`import sys; sys.path += [${WHEELS.map((wheel) => `"/lib/${wheel}"`).join(", ")}]`);
  await python.runPythonAsync(answerSource);
  python.runPython("import confirm, drills, grade"); // so that they are in the memory, too
  const first = python.globals.get("answer") as Answer & { destroy(): void };
  for (const request of WARM_UP) first(JSON.stringify(request));
  first.destroy(); // memory that is kept may refer to nothing of this page
  // What is there now stays: the collector need not look at it again between two keys.
  python.runPython("import gc; gc.freeze()");
  keepMemory(python.makeMemorySnapshot() as Uint8Array<ArrayBuffer>);
  return python.globals.get("answer") as Answer;
}

/** Pyodide with the engine's files, but nothing of them run. */
async function loaded(how: Parameters<typeof loadPyodide>[0]): Promise<PyodideAPI> {
  const parts = await fetched();
  tell({ kind: "starting" });
  serve(parts);
  const python = await loadPyodide({
    indexURL: new URL("./", import.meta.url).href,
    // Pyodide's own packages lie elsewhere, and none of them is asked for.
    lockFileContents: { info, packages: {} },
    packageBaseUrl: new URL("./", import.meta.url).href,
    createPyodideModule,
    ...how,
  });
  for (const wheel of WHEELS) {
    python.FS.writeFile(`/lib/${wheel}`, new Uint8Array(await (parts[wheel] as Response).arrayBuffer()));
  }
  // Beside the wheels, where answer.py looks for them.
  for (const [name, source] of Object.entries(BESIDE)) python.FS.writeFile(name, source);
  return python;
}

/** The exception, without the way to it. */
const lastLine = (error: Error): string => error.message.trim().split("\n").at(-1) ?? "";

const ready = start().then(
  (answer) => {
    tell({ kind: "ready" });
    return answer;
  },
  async (error: unknown) => {
    // Nobody compares a kept file with the build's again; what is broken is fetched anew next time.
    if (error instanceof WebAssembly.CompileError) await forget(PYTHON);
    tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    return null;
  },
);

self.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  const { id, request } = event.data;
  void ready.then((answer) => {
    if (answer === null) return;
    const began = performance.now();
    try {
      const text = answer(JSON.stringify(request));
      tell({ kind: "answer", id, answer: JSON.parse(text), took: performance.now() - began });
    } catch (error) {
      // Whatever is no exception of Python's has ended Python.
      const raised = error instanceof Error && error.name === "PythonError";
      tell(raised ? { kind: "raised", id, message: lastLine(error) } : { kind: "failed", message: String(error) });
    }
  });
});
