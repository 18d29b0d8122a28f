// The compiler that writes assembly: fetched by whoever asks for that, and by nobody else.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const GROUP = "assembler";

export async function assembler(files, folder) {
  await files.put("assembler-module.js", await readFile(join(folder, "Compiler.js")), GROUP);
  await files.putPacked("assembler.wasm", await readFile(join(folder, "Compiler.wasm")), GROUP);
}
