/** How the page's compiler is asked to make a program. */
import { isCpp } from "../clang/client";
import { MEMORY } from "./messages";
import { words, type Edit } from "./program";

/** As much as Linux gives. */
const STACK = 8 * 1024 * 1024;

/** What some programs need because WASI has it only on request; each is asked for where it is used. */
const ON_REQUEST: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[<"](?:signal\.h|csignal)[>"]/, ["-D_WASI_EMULATED_SIGNAL", "-lwasi-emulated-signal"]],
  [/[<"](?:setjmp\.h|csetjmp)[>"]/, ["-mllvm", "-wasm-enable-sjlj", "-lsetjmp"]],
  [/[<"](?:time\.h|ctime|sys\/times\.h|sys\/resource\.h)[>"]/, ["-D_WASI_EMULATED_PROCESS_CLOCKS", "-lwasi-emulated-process-clocks"]],
  [/\bgetpid\b/, ["-D_WASI_EMULATED_GETPID", "-lwasi-emulated-getpid"]],
  [/[<"]sys\/mman\.h[>"]/, ["-D_WASI_EMULATED_MMAN", "-lwasi-emulated-mman"]],
];

/** Errors of the newest clang that were warnings for the compilers of the book's records. */
const AS_WARNINGS = ["-Wno-error=incompatible-pointer-types"];

/** What stops a program at the first undefined behaviour that is seen; clang's driver thinks that WebAssembly has no vptr. */
const UBSAN = ["-fsanitize=undefined", "-fno-sanitize-recover=all"];
const UBSAN_CPP = ["-Xclang", "-fsanitize=vptr"];
/** What only tells the page where a null pointer is used: Linux would stop the program, WebAssembly does not. */
const NULL = ["-fsanitize=null", "-lnull"];

/** What the program's Worker needs to let C++ end a program whose exception nobody catches. */
const TERMINATION = ["__cpp_exception", "__cxa_begin_catch", "_ZSt9terminatev"];

/** The options for looking at a text only. */
export function checkOptions(edit: Edit): string[] {
  return [...common(edit), ...requested(edit).filter((word) => !word.startsWith("-l"))];
}

/** The options for making a program that runs in the page. */
export function buildOptions(edit: Edit): string[] {
  const limits = `-Wl,--max-memory=${MEMORY},-z,stack-size=${STACK},--stack-first,--export=__stack_pointer`;
  const cpp = isCpp(edit.std) ? ["-lunwind", `-Wl,${TERMINATION.map((name) => `--export-if-defined=${name}`).join(",")}`] : [];
  return [...ubsan(edit), ...common(edit), ...requested(edit), ...cpp, limits];
}

function common(edit: Edit): string[] {
  return [edit.level, ...AS_WARNINGS, ...words(edit.options)];
}

/** Before the reader's own options, so that those can leave a check out; the library is for those too. */
function ubsan(edit: Edit): string[] {
  if (!edit.ubsan && edit.options.includes("-fsanitize")) return ["-lubsan"];
  // In optimised code a check would keep what the optimiser takes out; in C++ it costs a second more.
  if (!edit.ubsan) return edit.level === "-O0" && !isCpp(edit.std) ? NULL : [];
  const classes = isCpp(edit.std) && !edit.options.includes("-fno-rtti");
  return [...UBSAN, ...(classes ? UBSAN_CPP : []), "-lubsan"];
}

function requested(edit: Edit): string[] {
  const text = Object.values(edit.files).join("\n");
  const found = ON_REQUEST.filter(([uses]) => uses.test(text)).flatMap(([, options]) => options);
  return isCpp(edit.std) ? ["-fwasm-exceptions", ...found] : found;
}

/** Whether a text defines main, so that there is something to run. */
export function hasMain(text: string): boolean {
  return /\bmain\s*\(/.test(text.replace(/\/\*[^]*?\*\/|\/\/.*|"(?:\\.|[^"\\\n])*"/g, " "));
}
