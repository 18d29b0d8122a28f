/**
 * HTML that Python wrote, as elements: those that readings are made of and no others.
 *
 * The engine escapes what people type. This is the second lock: should an element or an
 * attribute ever come through, it is left out here.
 */

const ELEMENTS = new Set(
  "section article pre code p span figure ul li strong svg g path rect circle text title desc".split(" "),
);
const ATTRIBUTES = new Set(
  (
    "class role aria-label aria-hidden viewbox width height transform d x y rx cx cy r font-size " +
    "textlength lengthadjust data-std data-reading data-stops data-phrases data-phrase data-stop " +
    "data-number data-rule data-line data-column"
  ).split(" "),
);

/** Returns the elements that `html` spells, each of a kind that readings have. */
export function readingElements(html: string): DocumentFragment {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const each of [...page.body.querySelectorAll("*")]) {
    if (!ELEMENTS.has(each.localName.toLowerCase())) each.remove();
    for (const { name } of [...each.attributes]) {
      if (!ATTRIBUTES.has(name.toLowerCase())) each.removeAttribute(name);
    }
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...page.body.children);
  return fragment;
}
