/** Files that the bundler understands and TypeScript does not. */

declare module "*.py" {
  const text: string;
  export default text; // the file as it is
}

// Parts of Pyodide for which it has no types of their own.
declare module "pyodide/pyodide.asm.mjs" {
  const create: NonNullable<Parameters<typeof import("pyodide").loadPyodide>[0]>["createPyodideModule"];
  export default create;
}

declare module "pyodide/pyodide-lock.json" {
  import type { Lockfile } from "pyodide";
  export const info: Lockfile["info"];
}
