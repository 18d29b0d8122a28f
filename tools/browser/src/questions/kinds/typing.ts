/** A field in the place of the lines that paper has. */
import { element } from "../../elements";
import type { Data, Handle, Judged, Part } from "../question";

export interface Typed extends Data {
  readonly parts: readonly (Part & { readonly given: string })[];
}

/** How a kind judges what was typed. */
export type Judge = (given: string) => Judged | Promise<Judged>;

/** What a reader handles where something is typed; `below` stands under the field. */
export function typing(root: HTMLElement, room: HTMLElement, data: Typed, changed: () => void, judge: Judge): Handle {
  const place = room.querySelector<HTMLElement>(".cw-question__field");
  if (!place) throw new Error(`the question ${data.id} has no place to type in`);
  const lines = Number(place.dataset["lines"] ?? "1");
  const input = lines > 1 ? element("textarea") : element("input");
  input.className = "cw-question__typed";
  input.id = `${root.id}-typed`;
  input.autocapitalize = "off";
  input.spellcheck = false;
  input.setAttribute("autocomplete", "off");
  if (input instanceof HTMLTextAreaElement) {
    input.rows = lines;
    // Enter alone commits where one line is wanted; Shift and Enter always begin another.
    input.addEventListener("keydown", (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== "Enter") return;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        input.form?.requestSubmit();
      }
    });
  }
  const grow = (): void => {
    if (input instanceof HTMLTextAreaElement) grown(input);
  };
  input.addEventListener("input", grow);
  input.addEventListener("input", changed);
  const named = place.querySelector(".cw-question__typedlabel");
  const label = element("label", "cw-question__typedlabel", named?.textContent ?? "Your answer");
  label.htmlFor = input.id;
  named?.replaceWith(label);
  const drawn = [...place.querySelectorAll(".cw-question__line")];
  drawn[0]?.before(input);
  for (const one of drawn) one.classList.add("cw-question__line--paper");

  return {
    given: () => input.value.trim(),
    put: (text) => {
      input.value = text;
      grow();
    },
    judge,
    right: () => data.parts.find((one) => one.right)?.given ?? "",
    lock: (locked) => (input.readOnly = locked),
    mark(_text, right) {
      place.classList.toggle("is-right", right === true);
      place.classList.toggle("is-wrong", right === false);
      if (right === undefined) input.removeAttribute("aria-invalid");
      else input.setAttribute("aria-invalid", String(!right));
    },
    focus: () => input.focus(),
  };
}

/** Has an area be as high as its text, where the style sheet's `field-sizing` is unknown. */
function grown(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
