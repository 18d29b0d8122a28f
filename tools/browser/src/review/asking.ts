/** Puts a card's question into a page: a drill as practice asks it, a question from the page that has it. */
import { kept } from "../kept/store";
import type { Answer } from "../questions/answers";
import { DrillView, type Given, type Judge } from "../practice/view";
import { KINDS } from "../practice/state";
import { remember } from "../practice/history";
import { bring, codeAbout } from "../questions/about";
import { drillKey, PRACTICE, type Named } from "./cards";
import { took } from "./took";

/** Shows a drill; `next` where the reader goes on. An answer to one that is `extra` moves no date. */
export function askDrill(place: HTMLElement, card: Named, judge: Judge, next: () => void, extra = false): void {
  const { drill } = card;
  if (!drill) return;
  const title = `${KINDS[drill.kind as keyof typeof KINDS] ?? drill.kind}, level ${drill.level}`;
  const answered = ({ given, right, belief }: Given): void => {
    const when = Date.now();
    const one = { given, right, ...(belief ? { belief } : {}), when, level: drill.level };
    void remember(drill.kind, one);
    if (!extra) void took(drillKey(drill), { chapter: PRACTICE, drill }, right, when);
  };
  const view = new DrillView(drill, title, judge, answered, next);
  place.replaceChildren(view.root);
  view.focus();
}

/** Shows a question as its page has it, asked anew; throws a sentence where it is not there any more. */
export async function askQuestion(place: HTMLElement, id: string, page: URL, extra = false): Promise<void> {
  const { section, programs } = await questionOf(id, page);
  await anew(id, extra);
  await show(place, section, programs);
  section.querySelector<HTMLElement>("input, textarea, button")?.focus();
}

/** Shows a question with what was answered to it, as its page does; throws as `askQuestion` does. */
export async function showQuestion(place: HTMLElement, id: string, page: URL): Promise<HTMLElement> {
  const { section, programs } = await questionOf(id, page);
  await show(place, section, programs);
  return section;
}

/** A question's section, from the page that has it, and the programs there that it is about. */
async function questionOf(id: string, page: URL): Promise<{ section: HTMLElement; programs: HTMLElement[] }> {
  const answer = await fetch(page).catch(() => undefined);
  if (!answer?.ok) throw new Error(`The page ${page.pathname} did not come: is the network off?`);
  const from = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = from.getElementById(`q-${id}`);
  if (!found) throw new Error(`The page ${page.pathname} has this question no more.`);
  const section = document.importNode(found, true);
  for (const [name, tag] of [["href", "a"], ["src", "img"]] as const) {
    for (const one of section.querySelectorAll(`${tag}[${name}]`)) {
      one.setAttribute(name, new URL(one.getAttribute(name) ?? "", page).href);
    }
  }
  section.dataset["page"] = page.href;
  section.dataset["title"] = from.title;
  return { section, programs: codeAbout(found) };
}

async function show(place: HTMLElement, section: HTMLElement, programs: readonly HTMLElement[]): Promise<void> {
  const { mount } = await import("../questions/page");
  bring(section, programs);
  place.replaceChildren(section);
  await mount(section);
}

/** Has a question forget what it shows, and keep what was answered. */
async function anew(id: string, isExtra: boolean): Promise<void> {
  const before = (await kept().get<Answer>("answers", id))?.value;
  if (!before || !Array.isArray(before.tries)) return;
  const { shown: _, extra: __, ...rest } = before;
  const since = rest.tries.length;
  await kept().put("answers", id, { ...rest, since, ...(isExtra ? { extra: since } : {}) });
}
