/**
 * <c-declaration std="c17">int *p;</c-declaration> on anybody's page: the explainer within
 * it. Without scripts the declaration itself stands there. Frames of the book on the same page, with a
 * question for example, get as high as what they show.
 */
import { frameTitle, HEIGHT } from "./explainer/embedded";
import { fragment, STANDARDS } from "./explainer/state";

const EXPLAINER = new URL("../../explainer/", import.meta.url);
const BOOK = new URL("../../", import.meta.url);
const FIRST_HEIGHT = 320; // CSS pixels, until the frame tells its own

class Declaration extends HTMLElement {
  private listening = new AbortController();

  connectedCallback(): void {
    const text = (this.textContent ?? "").trim();
    const std = STANDARDS.find((each) => each === this.getAttribute("std")) ?? null;
    const style = this.getAttribute("english") === "cdecl" ? "cdecl" : "prose";
    const frame = document.createElement("iframe");
    const says = this.getAttribute("says") ?? "";
    frame.src = `${EXPLAINER.href}?embed${fragment({ text, way: "read", std, style }, says)}`;
    frame.title = frameTitle(text);
    frame.loading = "lazy";
    frame.allow = "clipboard-write"; // else its own copy buttons do nothing on another host
    frame.style.cssText = `display: block; width: 100%; height: ${FIRST_HEIGHT}px; border: 0`;
    (this.shadowRoot ?? this.attachShadow({ mode: "open" })).replaceChildren(frame);
    this.style.display = "block";
    this.listening = new AbortController(); // an element that is moved is connected again
    window.addEventListener(
      "message",
      ({ data, source }: MessageEvent<{ kind?: unknown; height?: unknown } | null>) => {
        if (source === frame.contentWindow && data?.kind === HEIGHT && typeof data.height === "number") {
          frame.style.height = `${data.height}px`;
        }
      },
      { signal: this.listening.signal },
    );
  }

  disconnectedCallback(): void {
    this.listening.abort();
  }
}

window.addEventListener("message", ({ data, source, origin }: MessageEvent<{ kind?: unknown; height?: unknown } | null>) => {
  if (origin !== BOOK.origin || data?.kind !== HEIGHT || typeof data.height !== "number") return;
  const frame = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
  if (frame?.src.startsWith(BOOK.href)) frame.style.height = `${data.height}px`;
});

if (!customElements.get("c-declaration")) customElements.define("c-declaration", Declaration);
