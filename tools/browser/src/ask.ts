/** The home page's field for a declaration: it opens the explainer with what was typed. */
export function ask(root: Document): void {
  const form = root.querySelector<HTMLFormElement>("form.cw-ask");
  // The explainer answers; a page that is swapped finds Python ready.
  const come = (): void => void import("./explainer/page").then(({ python }) => python.warm(), () => undefined);
  form?.addEventListener("focusin", come, { once: true });
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = form.querySelector("input");
    const c = input?.value.trim() || input?.placeholder || "";
    // A link, so that the page is swapped as by any other. The explainer's own script is not here
    // yet; explainer/state.ts reads what is written here.
    const link = root.createElement("a");
    link.href = `${form.action}#${new URLSearchParams({ v: "1", c }).toString()}`;
    form.append(link);
    link.click();
    link.remove();
  });
}
