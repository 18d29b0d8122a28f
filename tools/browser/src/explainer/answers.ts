/** Answers that are made of others, or in the place of one. */
import type { Explained, Finding } from "../python/messages";

/** What is wrong with English that became C is wrong with that C: the input has no place for it. */
export function wrongOnly(answer: Explained): Explained {
  return answer.c ? { ...answer, diagnostics: [] } : answer;
}

/** What is shown in the place of an answer that a mistake of ours has kept away. */
export function failure(message: string): Explained {
  const advice = "this is a mistake in cexplain, and worth a report; other texts are read as before";
  const finding: Finding = {
    severity: "error", rule: "", message: `cexplain fails on this text: ${message}`, advice,
    line: 1, column: 1, span: [0, 0], clause: null,
  };
  return { ok: false, html: null, readings: [], diagnostics: [finding] };
}
