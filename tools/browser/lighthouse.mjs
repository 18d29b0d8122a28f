// Runs Lighthouse over pages and prints what it says, as one JSON object a line.
//
//     node lighthouse.mjs CHROMIUM mobile,desktop accessibility,best-practices ADDRESS...
//
// Each line: {"url", "form", "scores": {category: 0 to 100}, "failed": ["audit: elements"]}
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const [chromium, forms, categories, ...addresses] = process.argv.slice(2);
const PATIENT = { maxWaitForFcp: 600_000, maxWaitForLoad: 600_000 };
const only = categories.split(",");
const throttled = only.includes("performance");

const browser = await launch({
  chromePath: chromium,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  logLevel: "silent",
  maxConnectionRetries: 1200, // of half a second each
});
try {
  for (const form of forms.split(",")) {
    for (const url of addresses) console.log(JSON.stringify(await measured(url, form)));
  }
} finally {
  await browser.kill();
}

async function measured(url, form) {
  const settings = {
    port: browser.port,
    onlyCategories: only,
    logLevel: "silent",
    // Where no speed is asked for, none is played, and a busy machine is waited for.
    ...(throttled ? {} : { ...PATIENT, throttlingMethod: "provided", disableFullPageScreenshot: true }),
  };
  const { lhr } = await lighthouse(url, settings, form === "desktop" ? desktopConfig : undefined);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(
    Object.values(lhr.categories).map((one) => [one.id, Math.round((one.score ?? 0) * 100)]),
  );
  const counted = new Set(
    Object.values(lhr.categories).flatMap((one) =>
      one.auditRefs.filter((audit) => audit.weight > 0).map((audit) => audit.id),
    ),
  );
  const failed = Object.values(lhr.audits)
    .filter((audit) => counted.has(audit.id) && audit.score !== null && audit.score < 1)
    .map((audit) => `${audit.id} ${audit.displayValue ?? ""}: ${details(audit)}`);
  return { url, form, scores, failed };
}

/** The first things that an audit names. */
function details(audit) {
  const items = audit.details?.items ?? [];
  return items
    .slice(0, 4)
    .map((item) => item.node?.snippet ?? item.description ?? item.url ?? "")
    .join(" ");
}
