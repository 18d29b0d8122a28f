// Tests the modules that need no page: bundles each test, then lets node's own runner run them.
// Words choose among the tests' names: node test.mjs step/
import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "node_modules", ".cache", "tests");
const words = process.argv.slice(2);
const found = (await readdir(join(here, "tests"), { recursive: true })).filter(
  (name) => name.endsWith(".test.ts") && (words.length === 0 || words.some((word) => name.includes(word))),
);
if (found.length === 0) throw new Error("there are no tests");

await rm(out, { recursive: true, force: true });
await build({
  entryPoints: found.map((name) => join(here, "tests", name)),
  outdir: out,
  outbase: join(here, "tests"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  define: { __FILES__: "{}", __TOP__: JSON.stringify(join(here, "..", "..")) },
  external: ["@yowasp/clang"], // it looks for its parts beside itself
  loader: { ".py": "text" },
  sourcemap: "inline",
  logLevel: "warning",
});
const tests = found.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...tests], {
  stdio: "inherit",
});
process.exit(run.status ?? 1);
