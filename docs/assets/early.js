// What must be there before the page is first drawn, and before the theme's own script runs.
//
// The theme would put this into each page as inline scripts, which the pages' policy forbids.
// It is plain JavaScript, so that a book without Node has it too.

(() => {
  const SEARCH = ".md-search, [for=__search], #__search"; // its field, its buttons, its switch
  const tag = document.currentScript;
  const base = new URL(tag?.dataset.base || ".", location.href);
  if (!base.pathname.endsWith("/")) base.pathname += "/";

  // The theme's script would say so too, but only when the page is drawn.
  document.documentElement.classList.replace("no-js", "js");
  // With the pages' own scripts to come, style sheets keep room free for what these add.
  document.documentElement.classList.toggle("cw-scripts", tag?.hasAttribute("data-scripts"));
  // Where a page begins at its top, what lies below waits to be laid out (far.css).
  // The theme keeps the reader's place in the history.
  const atTop = !location.hash && !history.state?.y;
  document.documentElement.toggleAttribute("data-cw-far", atTop && tag?.hasAttribute("data-scripts"));
  // The explainer within somebody's page comes without the book around it.
  document.documentElement.classList.toggle("cwx-embedded", /[?&]embed\b/.test(location.search));
  // The theme would do both when the page is drawn, and have all of it styled anew.
  document.documentElement.classList.add("js-focus-visible");
  writeOut();
  remember(base);
  colour();
  delayTheIndex();
  keepEnter();
  findThePages(base);
  stayOnThePage();
  keepPlacesApart();
  lookUpByName();
  document.documentElement.dataset.platform = navigator.platform; // Zensical names keys by it

  /**
   * The names under which Material and Zensical look for what a reader chose, for this book only:
   * others may share the host. Storage may be closed to an embedded page.
   * @param {URL} scope
   */
  function remember(scope) {
    Object.assign(window, {
      __md_scope: scope,
      /** @param {string} text */
      __md_hash: (text) => [...text].reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) | 0, 0),
      /** @param {string} key */
      __md_get: (key, storage = store("localStorage"), of = scope) =>
        JSON.parse(storage?.getItem(`${of.pathname}.${key}`) ?? "null"),
      /** @param {string} key @param {unknown} value */
      __md_set: (key, value, storage = store("localStorage"), of = scope) => {
        try {
          storage?.setItem(`${of.pathname}.${key}`, JSON.stringify(value));
        } catch {
          // A full store forgets a colour scheme, and nothing else.
        }
      },
    });
  }

  /**
   * Writes out the addresses of the style sheets. For instant navigation the theme does so with
   * all addresses, and browsers then read a sheet anew.
   */
  function writeOut() {
    for (const link of document.querySelectorAll("link")) {
      if (link.relList.contains("stylesheet")) link.setAttribute("href", link.href);
    }
  }

  /** @param {"localStorage" | "sessionStorage"} name */
  function store(name) {
    try {
      return window[name];
    } catch {
      return null;
    }
  }

  /** Gives the body the reader's colours as soon as there is a body: no flash of the others. */
  function colour() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const chosen = window.__md_get("__palette")?.color ?? (dark ? { scheme: "slate" } : {});
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      for (const [name, value] of Object.entries(chosen)) {
        document.body.setAttribute(`data-md-color-${name}`, String(value));
      }
    }).observe(document.documentElement, { childList: true });
  }

  /**
   * Looks elements up by their id, whatever letters it has. Zensical writes the fragment of an address
   * into a selector: a quotation mark there, in a declaration for the explainer, was an exception.
   */
  function lookUpByName() {
    const { querySelector } = Document.prototype;
    Document.prototype.querySelector = function (/** @type {string} */ selector) {
      const id = /^\[id="([^]*)"\]$/.exec(selector)?.[1];
      return id === undefined ? querySelector.call(this, selector) : this.getElementById(id);
    };
  }

  /**
   * Holds the request for the search index, some 100 KB, back until somebody turns to the search.
   * The themes ask for it on each page, and offer no setting.
   */
  function delayTheIndex() {
    const { open, send } = XMLHttpRequest.prototype;
    /** @type {WeakSet<XMLHttpRequest>} */
    const forIndex = new WeakSet();
    /** @type {(() => void)[] | null} */
    let held = new URLSearchParams(location.search).has("h") ? null : [];

    XMLHttpRequest.prototype.open = function (/** @type {any[]} */ ...details) {
      if (/\/search(\/search_index)?\.json$/.test(String(details[1]))) forIndex.add(this);
      return Reflect.apply(open, this, details);
    };
    XMLHttpRequest.prototype.send = function (...body) {
      if (held && forIndex.has(this)) held.push(() => send.apply(this, body));
      else send.apply(this, body);
    };
    const release = (/** @type {Event} */ event) => {
      if (!held || !turnsToSearch(event)) return;
      const sends = held;
      held = null;
      for (const each of sends) each();
    };
    for (const kind of ["focusin", "pointerover", "pointerdown", "change", "keydown"]) {
      document.addEventListener(kind, release, { capture: true, passive: true });
    }
  }

  /**
   * Keeps an Enter in the search until there is a result. Material's search drops it while the index
   * is on its way; once results are there, the same key opens the first of them.
   */
  function keepEnter() {
    const came = new MutationObserver(() => {
      came.disconnect();
      const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
      document.querySelector(".md-search__input")?.dispatchEvent(enter);
    });
    document.addEventListener(
      "keydown",
      (event) => {
        const { target } = event;
        if (event.key !== "Enter" || event.isComposing) return;
        if (!(target instanceof Element && target.matches(".md-search__input"))) return;
        const list = document.querySelector(".md-search-result__list");
        if (!list || list.childElementCount > 0) return;
        came.observe(list, { childList: true });
        event.preventDefault(); // before the theme's script is there, the form would be sent
      },
      { capture: true },
    );
    // Another text, or another place: then it is not wanted any more.
    for (const kind of ["input", "reset", "focusout"]) {
      document.addEventListener(kind, () => came.disconnect(), { capture: true });
    }
  }

  /**
   * Puts the address at which the book is read in place of the one that it was built for. The theme
   * swaps pages only between addresses of the sitemap; with others in it, each link would load a
   * whole page, and start the compiler anew.
   * @param {URL} here
   */
  function findThePages(here) {
    const { parseFromString } = DOMParser.prototype;
    DOMParser.prototype.parseFromString = function (text, type) {
      const read = parseFromString.call(this, text, type);
      if (read.documentElement?.localName === "urlset") {
        const places = [...read.getElementsByTagName("loc")];
        const shortest = Math.min(...places.map((place) => place.textContent?.length ?? 0));
        // The home page's address begins all others.
        for (const place of places) place.textContent = here.href + place.textContent?.slice(shortest);
      }
      return read;
    };
  }

  /**
   * Leaves it to the browser to move within the page that was loaded. Material would fetch that page
   * anew at the first such move, and swap it: what a reader typed, opened or ran would be gone.
   * These listeners come before the theme's.
   */
  function stayOnThePage() {
    const { pathname } = location;
    // Once the theme has turned to another page, it knows where it is, and has to hear of all moves:
    // that page may still be on its way when somebody comes back.
    let turned = false;
    const stays = () => !turned && location.pathname === pathname;

    addEventListener("DOMContentLoaded", () => window.location$?.subscribe(() => (turned = true)));
    addEventListener("popstate", (event) => {
      if (stays()) event.stopImmediatePropagation();
    });
    document.addEventListener(
      "click",
      ({ target }) => {
        const link = target instanceof Element ? target.closest("a") : null;
        if (!link?.hash || link.target || !stays()) return;
        const [page] = link.href.split("#");
        // The theme leaves links that name their window to the browser.
        if (page === location.href.split("#")[0]) link.target = "_self";
      },
      { capture: true },
    );
  }

  /**
   * Keeps the theme from noting a page's place in the history of the one that follows. It notes the
   * place a quarter of a second after the last move; whoever had followed a link by then came to the
   * top of a page, and not to the heading that the link names.
   */
  function keepPlacesApart() {
    const { pushState, replaceState } = history;
    let isTurning = false;
    history.pushState = function (...all) {
      isTurning = true;
      pushState.apply(this, all);
    };
    history.replaceState = function (...all) {
      if (isTurning && all.length < 3) return; // a place; an address would be the third
      replaceState.apply(this, all);
    };
    addEventListener("DOMContentLoaded", () => window.document$?.subscribe(() => (isTurning = false)));
  }

  /** @param {Event} event */
  function turnsToSearch(event) {
    if (event instanceof KeyboardEvent) return (event.ctrlKey || event.metaKey) && event.key === "k";
    return event.target instanceof Element && event.target.closest(SEARCH) !== null;
  }
})();
