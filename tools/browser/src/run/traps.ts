/** Why WebAssembly stopped a program, and what that means in C. */
import type { Trap } from "./messages";

/** What engines say (V8, SpiderMonkey, JavaScriptCore), in the order in which they are tried. */
const SAYINGS: readonly (readonly [RegExp, Trap])[] = [
  [/call stack|too much recursion|stack overflow/i, "stack"],
  [/signature mismatch|null function|indirect call|table index|table access|undefined element|uninitialized element/i, "call"],
  [/unreachable/i, "abort"],
  [/divide by zero|division by zero|integer overflow|divide result unrepresentable|remainder by zero/i, "division"],
  [/unrepresentable|float.*(?:range|overflow)|invalid conversion/i, "conversion"],
  [/out of bounds|out-of-bounds/i, "memory"],
  [/out of memory|allocation failed/i, "exhausted"],
];

/** The trap behind an engine's error message. */
export function trapOf(message: string): Trap {
  return SAYINGS.find(([saying]) => saying.test(message))?.[1] ?? "unknown";
}

/** What the C library calls the signals 1 to 15. */
const SIGNALS: readonly string[] = [
  "Hangup", "Interrupt", "Quit", "Illegal instruction", "Trace/breakpoint trap", "Aborted", "Bus error", "Arithmetic exception",
  "Killed", "User defined signal 1", "Segmentation fault", "User defined signal 2", "Broken pipe", "Alarm clock", "Terminated",
];
const RAISED = /^Program received \w+ signal: (.*)\n$/m;

/** The number of the signal that the C library says it was ended by, in what it printed last; 0 for none. */
export function signalIn(printed: string): number {
  return SIGNALS.indexOf(RAISED.exec(lastLine(printed))?.[1] ?? "") + 1;
}

/** Whether the last line of what was printed is the one with which C++ ends a program for an exception. */
export function isTermination(printed: string): boolean {
  return lastLine(printed).startsWith("libc++abi: terminating");
}

function lastLine(printed: string): string {
  return printed.slice(printed.lastIndexOf("\n", printed.length - 2) + 1);
}

/** The signal that the same mistake would most likely raise on Linux, as a shell's status: 128 and its number. */
export const STATUS: Readonly<Record<Trap, number>> = {
  signal: 128, // and its number
  abort: 134,
  memory: 139,
  stack: 139,
  call: 139,
  division: 136,
  conversion: 132,
  exception: 134,
  exhausted: 137,
  unknown: 255,
};

/** What happened, for a reader of C, in whole sentences. */
export const MEANING: Readonly<Record<Trap, string>> = {
  signal: "The program sent itself a signal that it does not handle, so the C library ended it.",
  abort:
    "The program called abort(), by itself or through assert(), or it came to a place that the compiler holds to be " +
    "unreachable because only undefined behaviour leads there.",
  memory: "The program read or wrote beyond the end of its memory: a wild pointer or an index far outside of its array.",
  stack: "The stack is full. Too many calls lie inside each other, as in a recursion that has no end, or a local object is too large.",
  call:
    "A function was called through a pointer whose type is not the function's own, or through a null pointer. " +
    "That is undefined behaviour in C; WebAssembly checks it at every such call.",
  division: "An integer was divided by zero, or the smallest one by -1. Both are undefined behaviour in C.",
  conversion: "A floating value was converted to an integer type that cannot hold it, which is undefined behaviour in C.",
  exception:
    "An exception was thrown and nothing caught it, or it was about to leave a noexcept function or a destructor, " +
    "so std::terminate ended the program.",
  exhausted: "The browser had no more memory to give.",
  unknown: "WebAssembly stopped the program.",
};
