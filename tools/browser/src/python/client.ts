/** The page's side of Python's Worker: one for the page, started when somebody asks for it. */
import { fileSize, fileUrl, isKept, PYTHON } from "../files";
import type { FromWorker, Request, ToWorker } from "./messages";

export type Stage =
  | { readonly kind: "idle" }
  | { readonly kind: "loading"; readonly done: number; readonly total: number }
  | { readonly kind: "starting" }
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly message: string; /** It ran before. */ readonly ran: boolean };

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Milliseconds: no declaration that somebody writes takes Python this long. */
const TOO_LONG = 60_000;

export class Python {
  stage: Stage = { kind: "idle" };
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Set<(stage: Stage) => void>();
  private count = 0;

  /** Bytes to fetch before the first answer. */
  get size(): number {
    return PYTHON.reduce((sum, name) => sum + fileSize(name), fileSize("python-worker.js"));
  }

  /** Whether all of them are on this machine already. */
  isKept(): Promise<boolean> {
    return isKept(PYTHON);
  }

  /** Tells the stage now and whenever it changes; returns what ends the telling. */
  watch(listener: (stage: Stage) => void): () => void {
    this.listeners.add(listener);
    listener(this.stage);
    return () => this.listeners.delete(listener);
  }

  /** Starts the Worker; after a failure, a new one. */
  start(): void {
    if (this.worker !== null) return;
    try {
      this.worker = new Worker(fileUrl("python-worker.js"), { type: "module" });
    } catch (error) {
      this.fail(String(error));
      return;
    }
    this.become({ kind: "loading", done: 0, total: this.size });
    this.worker.addEventListener("message", (event: MessageEvent<FromWorker>) => this.hear(event.data));
    this.worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.fail(event.message || "its script did not arrive");
    });
  }

  /** Starts it before anybody asks, if all of it is on this machine: nothing is fetched. */
  async warm(): Promise<void> {
    if (this.worker === null && (await this.isKept())) this.start();
  }

  /** Resolves to Python's answer, whenever Python is ready; rejects if it fails before, or raises. */
  ask(request: Request): Promise<unknown> {
    this.start();
    const worker = this.worker;
    if (worker === null) return Promise.reject(new Error("Python did not start"));
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request } satisfies ToWorker);
      this.watchOver(id);
    });
  }

  /** Ends the Worker if an answer takes so long that none will come. */
  private watchOver(id: number): void {
    setTimeout(() => {
      if (!this.waiting.has(id)) return;
      if (this.stage.kind === "ready") this.fail("this text keeps it busy for too long");
      else this.watchOver(id);
    }, TOO_LONG);
  }

  private hear(message: FromWorker): void {
    switch (message.kind) {
      case "arrived":
        this.become({ kind: "loading", done: message.done, total: message.total });
        break;
      case "starting":
        this.become({ kind: "starting" });
        break;
      case "ready":
        this.become({ kind: "ready" });
        break;
      case "failed":
        this.fail(message.message);
        break;
      case "raised":
        this.waiting.get(message.id)?.reject(new Error(message.message));
        this.waiting.delete(message.id);
        break;
      case "answer":
        this.waiting.get(message.id)?.resolve(message.answer);
        this.waiting.delete(message.id);
        break;
    }
  }

  private fail(message: string): void {
    const ran = this.stage.kind === "ready";
    this.worker?.terminate();
    this.worker = null;
    this.become({ kind: "failed", message, ran });
    for (const { reject } of this.waiting.values()) reject(new Error(message));
    this.waiting.clear();
  }

  private become(stage: Stage): void {
    this.stage = stage;
    for (const listener of this.listeners) listener(stage);
  }
}
