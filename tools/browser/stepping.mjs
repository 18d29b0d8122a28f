// Steps through programs under Node: `node stepping.mjs moments`, `figures` or `compared`, with a request as JSON
// on standard input; see node/main.ts.
import { spawnSync } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "node_modules", ".cache", "stepping");
// Several may run at a time.
const outfile = join(folder, `main-${process.pid}.mjs`);

await mkdir(folder, { recursive: true });
await build({
  entryPoints: [join(here, "node", "main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  define: { __FILES__: "{}", __TOP__: JSON.stringify(join(here, "..", "..")) },
  external: ["@yowasp/clang"], // it looks for its parts beside itself
  logLevel: "warning",
});
const run = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit" });
await rm(outfile, { force: true });
process.exit(run.status ?? 1);
