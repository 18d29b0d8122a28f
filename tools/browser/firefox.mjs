// Uses the book in Firefox as a reader would, and prints what was seen as one JSON object.
//
//     node firefox.mjs FIREFOX ADDRESS-OF-THE-BOOK
//
// {"ran": what a program printed, "stepped": what each way led to, "kept": the text after a reload,
//  "answered": what was said of a wrong and of the right choice, "read": an explainer's reading,
//  "errors", "elsewhere": requests that went to others}
import puppeteer from "puppeteer-core";

const [executablePath, book] = process.argv.slice(2);
const PATIENT = 600_000; // milliseconds: a busy machine is waited for

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  protocolTimeout: PATIENT,
  timeout: PATIENT,
  defaultViewport: null, // Firefox has no command for what a viewport asks for
  args: ["--width=1280", "--height=900"],
});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENT);
  const errors = [];
  const elsewhere = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(book)) elsewhere.push(request.url());
  });
  const seen = {};
  for (const part of [ran, stepped, kept, answered, read]) {
    seen[part.name] = await part(page).catch((error) => {
      throw new Error(`while it was to be ${part.name}, on ${page.url()}`, { cause: error });
    });
  }
  console.log(JSON.stringify({ ...seen, errors, elsewhere }));
} finally {
  await browser.close();
}

/** Runs a program as the book has it. */
async function ran(page) {
  const program = await figure(page, "declarations/", "declarations/sizes.c");
  await press(program, "Run");
  await text(program, ".cw-run__output", String.raw`b \d+`);
  await text(program, ".cw-run__status", "status 0");
  return text(program, ".cw-run__output");
}

/** Steps through a program: its beginning, the first step, the end, and back at the beginning. */
async function stepped(page) {
  const program = await figure(page, "ownership/", "ownership/kept-freed.c");
  await press(program, "Step");
  const seen = [await moment(program, "The program begins")];
  for (const [way, says] of [["step", "^Line"], ["end", "ended"], ["start", "The program begins"]]) {
    await click(await program.$(`[data-way="${way}"]`));
    seen.push(await moment(program, says));
  }
  return seen;
}

async function moment(program, says) {
  const sentence = await text(program, ".cw-step__said", says);
  return [await text(program, ".cw-step__position"), sentence];
}

/** Edits a program, comes back by a reload, and returns the text in the editor. */
async function kept(page) {
  const program = await figure(page, "declarations/", "declarations/sizes.c");
  await press(program, "Edit");
  const editor = await program.waitForSelector(".cm-content");
  await editor.focus();
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type("int mine;");
  await page.reload();
  return text(await bar(page, "declarations/sizes.c"), ".cm-content");
}

/** Chooses wrongly, then rightly. */
async function answered(page) {
  await page.goto(`${book}declarations/`);
  const question = await page.waitForSelector("#q-declarations-bytes:has(input)");
  const said = [];
  for (const [name, says] of [["600", "Not so"], ["1200", "Right"]]) {
    await click(await question.$(`[data-choice="${name}"] input`));
    await press(question, "Check");
    said.push(await text(question, ".cw-question__status", says));
  }
  return said;
}

/** Asks the explainer, which starts Python. */
async function read(page) {
  await page.goto(`${book}explainer/`);
  const input = await page.waitForSelector(".cwx textarea");
  await click(input, { count: 3 });
  await input.type("int *(*g)[3];");
  return text(await page.$(".cwx"), ".cwx-result .cw-prose", "^g is");
}

/** Opens a page and returns a program's figure on it, with its buttons. */
async function figure(page, path, name) {
  await page.goto(book + path);
  return bar(page, name);
}

function bar(page, name) {
  return page.waitForSelector(`.cw-evidence[data-snippet="${name}"]:has(.cw-bar)`);
}

async function press(root, label) {
  const [button] = await root.$$(`::-p-xpath(.//button[normalize-space(.)="${label}"])`);
  if (!button) throw new Error(`there is no button "${label}"`);
  await click(button);
}

/** Clicks on what stays where it is for two frames: a page that is still being laid out moves it away from under the mouse. */
async function click(element, options) {
  await element.scrollIntoView();
  await element.evaluate(
    (one) =>
      new Promise((resolve) => {
        let last = "";
        const look = () => {
          const { x, y, width, height } = one.getBoundingClientRect();
          const here = [x, y, width, height].join();
          if (here === last) return resolve();
          last = here;
          return requestAnimationFrame(() => requestAnimationFrame(look));
        };
        look();
      }),
  );
  await element.click(options);
}

/** The text of a part, once it says something that `holds` accepts. The page lets no text become code, so that a function waits there. */
function text(root, selector, holds = ".") {
  return root.evaluate(
    (within, what, pattern) =>
      new Promise((resolve) => {
        const look = () => {
          const said = within.querySelector(what)?.innerText ?? "";
          if (!new RegExp(pattern).test(said)) return setTimeout(look, 50);
          return resolve(said);
        };
        look();
      }),
    selector,
    holds,
  );
}
