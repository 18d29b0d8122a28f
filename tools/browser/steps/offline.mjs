// The service worker: its place is the book's top folder, because it serves what lies below it,
// and its name stays, because browsers ask for it anew by themselves.
import { join } from "node:path";
import { build } from "esbuild";

export async function offline(top) {
  await build({
    entryPoints: [join(top, "tools", "browser", "src", "offline", "worker.ts")],
    outfile: join(top, "docs", "offline.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    legalComments: "none",
    logLevel: "warning",
    // It asks for files by their whole addresses, never by the names that the build gave them.
    define: { __FILES__: "{}", "import.meta.url": '""' },
  });
}
