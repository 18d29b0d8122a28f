// Builds what pages load, beside their Markdown, into docs/assets/build/.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Files } from "./files.mjs";
import { assembler } from "./steps/assembler.mjs";
import { clang } from "./steps/clang.mjs";
import { fonts } from "./steps/fonts.mjs";
import { offline } from "./steps/offline.mjs";
import { licences } from "./steps/licences.mjs";
import { python } from "./steps/python.mjs";
import { script, sheet, styles } from "./steps/styles.mjs";
import { tags } from "./steps/tags.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const top = join(here, "..", "..");
const source = (...path) => join(here, "src", ...path);

const files = new Files(join(top, "docs", "assets", "build"));
await files.start();
const faces = await fonts(files);
const style = await styles(files, top, faces.rules);
const early = await script(files, "early.js", join(top, "docs", "assets", "early.js"));
await python(files, join(top, ".cache", "wheels"));
await clang(files, join(top, ".cache", "runtime"));
await assembler(files, join(top, ".cache", "assembler"));
// Workers come before the scripts that ask for them by name.
await files.bundle({ "python-worker": source("python", "worker.ts") }, "explainer", {
  loader: { ".py": "text" },
  splitting: false,
});
const compiler = {
  "clang-worker": source("clang", "worker.ts"),
  "program-worker": source("run", "worker.ts"),
  "step-worker": source("step", "worker.ts"),
};
await files.bundle(compiler, "compiler");
await sheet(files, "step.css", source("step", "view", "step.css"), "compiler");
// Apart from the pages' own: what it shares with them would be one more file for each page.
const step = (...path) => source("step", ...path);
await files.bundle({ "step-asking": step("view", "asking.ts") }, "compiler", { splitting: false });
await files.bundle({ "step-copies": step("view", "copies.ts") }, "compiler", { splitting: false });
await files.bundle({ step: step("open.ts") }, "compiler", { splitting: false, ...files.knowing(/^step/) });
await files.bundle({ "assembler-worker": source("assembler", "worker.ts") }, "assembler", { splitting: false });
await files.bundle({ workbook: source("main.ts"), component: source("component.ts") }, "core", {
  inject: [source("shared.ts")],
});
// Other people's pages name it, so its name stays.
await files.write("cexplain.js", `import "./${files.named.get("component.js")}";\n`, "core");
const texts = ["runtime", "assembler", "licences"].map((folder) => join(top, ".cache", folder));
await licences(files, "@fontsource/ibm-plex-sans", texts);
// A server that watches builds its pages anew for each of these, so they come together.
await offline(top);
await files.manifest();
// Last: a server that watches builds its pages anew now, and what they name must be there.
await tags(top, { style, early, script: files.named.get("workbook.js"), fonts: faces.early });
