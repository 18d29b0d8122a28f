// Builds what pages load, beside their Markdown, into docs/assets/build/.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Files } from "./files.mjs";
import { clang } from "./steps/clang.mjs";
import { fonts } from "./steps/fonts.mjs";
import { python } from "./steps/python.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const top = join(here, "..", "..");
const source = (...path) => join(here, "src", ...path);

const files = new Files(join(top, "docs", "assets", "build"));
await files.start();
await fonts(files);
await python(files, join(top, ".cache", "wheels"));
await clang(files, join(top, ".cache", "runtime"));
// Workers come before the scripts that ask for them by name.
await files.bundle({ "python-worker": source("python", "worker.ts") }, "explainer", {
  loader: { ".py": "text" },
  splitting: false,
});
const compiler = { "clang-worker": source("clang", "worker.ts"), "program-worker": source("run", "worker.ts") };
await files.bundle(compiler, "compiler");
await files.bundle({ workbook: source("main.ts"), component: source("component.ts") }, "core");
// mkdocs.yml names the first; other people's pages name the second, so it stays.
await files.write("workbook.js", `import "./${files.named.get("workbook.js")}";\n`, "core");
await files.write("cexplain.js", `import "./${files.named.get("component.js")}";\n`, "core");
await files.manifest();
