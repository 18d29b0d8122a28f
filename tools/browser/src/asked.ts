/** Loads the scripts of questions when the first of a page comes near; puts answers last on paper. */
import { element } from "./elements";

const NEAR = "600px"; // before it is seen: choices are put in the reader's order, and nothing must move

let watching: IntersectionObserver | undefined;
let printing = false;

/** Watches the questions of a page; those of the page before are forgotten. */
export function asked(root: Document): void {
  watching?.disconnect();
  if (!printing) print(root);
  const sections = [...root.querySelectorAll(".cw-question:not(.is-live)")];
  if (sections.length === 0) return;
  watching = new IntersectionObserver(
    (entries) => {
      if (!entries.some((one) => one.isIntersecting)) return;
      watching?.disconnect();
      import("./questions/page").then(
        ({ questions }) => questions(root),
        () => sections.forEach((one) => one.classList.add("is-dead")),
      );
    },
    { rootMargin: NEAR },
  );
  for (const one of sections) watching.observe(one);
}

/** Has every answer stand at the page's end while it is printed, and where it was afterwards. */
function print(root: Document): void {
  printing = true;
  let back: (() => void)[] = [];
  let end: HTMLElement | undefined;
  window.addEventListener("beforeprint", () => {
    const article = root.querySelector("article.md-content__inner");
    const sections = root.querySelectorAll<HTMLElement>(".cw-question");
    if (!article || sections.length === 0 || end) return;
    end = element("section", "cw-answers");
    end.append(element("h2", "", "Answers"));
    for (const section of sections) {
      end.append(element("p", "cw-question__name", section.querySelector(".cw-question__name")?.textContent ?? ""));
      const parts = [...section.querySelectorAll<HTMLElement>(".cw-question__part")];
      // Right ones first, what is told in the end last: a reader may have moved them.
      parts.sort((one, other) => place(one) - place(other));
      for (const part of parts) {
        const here = root.createComment("");
        part.replaceWith(here);
        end.append(part);
        back.push(() => here.replaceWith(part));
      }
    }
    article.append(end);
  });
  window.addEventListener("afterprint", () => {
    for (const one of back) one();
    back = [];
    end?.remove();
    end = undefined;
  });
}

const ORDER = ["is-right", "is-wrong", "is-answer"];

const place = (part: HTMLElement): number => ORDER.findIndex((name) => part.classList.contains(name));
