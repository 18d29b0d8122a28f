/** A button that asks once more before it does what it says. */
import { button } from "../elements";

/** `text` and `sure` are what it shows, `name` is what it is called; any other step is another thought. */
export function twice(text: string, sure: string, name: string, press: () => void): HTMLButtonElement {
  const show = (shown: string, label: string): void => {
    made.textContent = shown;
    made.setAttribute("aria-label", label);
  };
  const made = button(text, () => {
    if (made.textContent !== sure) return show(sure, `${name}: forget all of it`);
    show(text, name);
    press();
  });
  show(text, name);
  made.addEventListener("blur", () => show(text, name));
  return made;
}
