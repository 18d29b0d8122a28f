/** Elements, made without markup: text stays text. */

type Properties<E> = { readonly [K in keyof E]?: E[K] };

/** An element with properties and children; strings become text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(text: string, className: string, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", className, textContent: text });
  made.addEventListener("click", press);
  return made;
}

/** A control with its words before it. */
export function labelled(text: string, control: HTMLElement, className = "cw-field"): HTMLElement {
  control.id ||= freshId("cw-control");
  return element("div", { className }, element("label", { htmlFor: control.id, textContent: text }), control);
}

let last = 0;

/** An id that no other element of the page has. */
export function freshId(stem: string): string {
  return `${stem}-${++last}`;
}

/** Megabytes as a reader says them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e6 ? 1 : 0)} MB`;
}
