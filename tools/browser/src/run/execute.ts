/** Runs a program in a Worker of its own, which is gone afterwards. */
import { fileUrl } from "../files";
import type { End, News, Start, Stream, Undefined } from "./messages";

export interface Running {
  /** Settles when the program has ended, whichever way. */
  readonly ended: Promise<End>;
  /** Where it used a null pointer and went on, once it has ended. */
  readonly nulls: readonly Undefined[];
  /** Ends it at once, an endless loop too. */
  stop(): void;
}

/** Starts a program; `wrote` hears what it writes, as it comes. */
export function execute(start: Start, wrote: (stream: Stream, text: string) => void): Running {
  const worker = new Worker(fileUrl("program-worker.js"), { type: "module", name: "program" });
  const nulls: Undefined[] = [];
  let end: (how: End) => void = () => undefined;
  const ended = new Promise<End>((resolve) => {
    end = (how) => {
      worker.terminate();
      resolve(how);
    };
  });
  worker.addEventListener("message", ({ data }: MessageEvent<News>) => {
    if (data.kind === "wrote") wrote(data.stream, data.text);
    else {
      nulls.push(...data.nulls);
      end(data.end);
    }
  });
  worker.addEventListener("error", () => end({ kind: "trapped", status: 255, trap: "unknown" }));
  worker.postMessage(start);
  return { ended, nulls, stop: () => end({ kind: "stopped" }) };
}
