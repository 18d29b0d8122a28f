/** Elements made by scripts: texts go in as text, never as HTML. */

/** A new element with a class and a text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = "",
  text = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** A button in the house's style that does something when it is pressed. */
export function button(text: string, press: () => void): HTMLButtonElement {
  const made = element("button", "cw-button", text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/** The first element within `root` that a selector finds; throws where the page has none. */
export function part<T extends HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
