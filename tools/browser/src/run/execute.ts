/** Runs a program in a Worker of its own, which is gone afterwards. */
import { fileUrl } from "../files";
import type { Ended, News, Start, Stream } from "./messages";

export interface Running {
  /** Settles when the program has ended, whichever way. */
  readonly ended: Promise<Ended>;
  /** Ends it at once, an endless loop too. */
  stop(): void;
}

/** Starts a program; `wrote` hears what it writes, as it comes. */
export function execute(start: Start, wrote: (stream: Stream, text: string) => void): Running {
  const worker = new Worker(fileUrl("program-worker.js"), { type: "module", name: "program" });
  let resolve: (ended: Ended) => void = () => undefined;
  const ended = new Promise<Ended>((settle) => (resolve = settle));
  const end = (how: Pick<Ended, "end"> & Partial<Ended>): void => {
    worker.terminate();
    resolve({ nulls: { first: [], more: 0 }, isStarved: false, ...how });
  };
  worker.addEventListener("message", ({ data }: MessageEvent<News>) => {
    if (data.kind === "wrote") wrote(data.stream, data.text);
    else end(data);
  });
  worker.addEventListener("error", () => end({ end: { kind: "trapped", status: 255, trap: "unknown" } }));
  worker.postMessage(start);
  return { ended, stop: () => end({ end: { kind: "stopped" } }) };
}
