/** Puts a link to an edited program on the clipboard, or two lines that show it on somebody's page; returns what to say. */
import { frameWithLink } from "../explainer/embedded";
import type { Edit, Program } from "./program";
import { fragmentOf, withStep } from "./share";

const REFUSED = "The browser does not let the page copy.";

/** `step` is where its run is shown, if it is being stepped through. */
export function copyLink(program: Program, edit: Edit, step: number | undefined): Promise<string> {
  return saying(async () => {
    const address = await addressOf(program, edit, step);
    const opens = step === undefined ? "" : `, and opens at step ${step.toLocaleString("en")}`;
    if (await isCopied(address.href)) return `Copied. The link holds this text, with its settings${opens}.`;
    history.replaceState(history.state, "", address);
    return `${REFUSED} The link is in the address bar.`;
  });
}

export function copyFrame(program: Program, edit: Edit, step: number): Promise<string> {
  return saying(async () => {
    const link = await addressOf(program, edit, step);
    const framed = new URL(link);
    framed.search = "?embed";
    const lines = frameWithLink(framed.href, link.href, `${program.name}, step by step`);
    return (await isCopied(lines)) ? "Copied. These two lines show this step on another page." : REFUSED;
  });
}

/** The page's address with the program in it; throws a sentence for a text that no link can hold. */
async function addressOf(program: Program, edit: Edit, step: number | undefined): Promise<URL> {
  const address = new URL(location.href);
  if (address.searchParams.has("embed")) address.search = "";
  address.hash = withStep(await fragmentOf(program, edit), step);
  return address;
}

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

async function saying(made: () => Promise<string>): Promise<string> {
  try {
    return await made();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
