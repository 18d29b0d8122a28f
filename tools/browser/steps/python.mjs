// Python in WebAssembly, and the wheels of the engine that it runs.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { packaged } from "./packages.mjs";

const GROUP = "explainer";

/** Writes Pyodide's parts and the wheels that lie in `folder`, each by its distribution's name. */
export async function python(files, folder) {
  await files.putPacked("pyodide.asm.wasm", await packaged("pyodide", "pyodide.asm.wasm"), GROUP);
  await files.put("python_stdlib.zip", await packaged("pyodide", "python_stdlib.zip"), GROUP);
  const wheels = (await readdir(folder)).filter((name) => name.endsWith(".whl"));
  for (const distribution of ["cexplain", "pycparser"]) {
    const wheel = wheels.find((name) => name.startsWith(`${distribution}-`));
    if (!wheel) throw new Error(`there is no wheel of ${distribution} in ${folder}: run make build`);
    await files.put(`${distribution}.whl`, await readFile(join(folder, wheel)), GROUP);
  }
}
