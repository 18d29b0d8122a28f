// Makes one document of the book's pages, in the browser that prints it afterwards.
//
// Called with {base, paths}: the book's address and its pages' paths, in their order.
// Returns each page's path, title and the id of its part; the document holds their articles,
// with ids and links rewritten, so that a link to another page leads to its part.
async ({ base, paths }) => {
  const slug = (path) => `page-${path.replace(/\W+/g, "-") || "home"}`;
  const known = new Set(paths);
  const parse = async (path) => {
    const answer = await fetch(new URL(path, base));
    if (!answer.ok) throw new Error(`${path} answered with status ${answer.status}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const documents = await Promise.all(paths.map(parse));

  const parts = documents.map((from, index) => {
    const path = paths[index];
    const article = from.querySelector("article.md-content__inner");
    const own = (id) => `${slug(path)}--${id}`;
    const name = (element, attribute, change) => {
      const value = element.getAttribute(attribute);
      if (value) element.setAttribute(attribute, value.split(" ").map(change).join(" "));
    };
    for (const element of article.querySelectorAll("[id]")) name(element, "id", own);
    for (const attribute of ["for", "aria-labelledby", "aria-describedby", "aria-controls"]) {
      for (const element of article.querySelectorAll(`[${attribute}]`)) name(element, attribute, own);
    }
    for (const element of article.querySelectorAll("input[name]")) name(element, "name", own);
    for (const element of article.querySelectorAll("[src]")) {
      element.setAttribute("src", new URL(element.getAttribute("src"), new URL(path, base)).href);
    }
    for (const link of article.querySelectorAll("a[href]")) {
      const to = new URL(link.getAttribute("href"), new URL(path, base));
      const inside = to.href.startsWith(base) ? to.pathname.slice(new URL(base).pathname.length) : null;
      const fragment = decodeURIComponent(to.hash.slice(1));
      if (inside === null || !known.has(inside)) link.setAttribute("href", to.href);
      else link.setAttribute("href", `#${fragment ? `${slug(inside)}--${fragment}` : slug(inside)}`);
      if (inside !== null) link.dataset.part = slug(inside);
    }
    for (const element of article.querySelectorAll(".headerlink, script, .cw-offline, .cwx-bench, .cwx-copy")) {
      element.remove();
    }
    // A program is printed once on a page, as tools/browser/src/paper.ts has it.
    const shown = new Set();
    for (const figure of article.querySelectorAll(".cw-evidence")) {
      const program = figure.querySelector(".cw-program code")?.textContent;
      figure.toggleAttribute("data-cw-again", shown.has(program));
      if (program !== undefined) shown.add(program);
    }
    // Answers come last, those of a question together.
    const questions = [...article.querySelectorAll(".cw-question")];
    const end = document.createElement("section");
    end.className = "cw-answers";
    end.append(Object.assign(document.createElement("h2"), { textContent: "Answers" }));
    for (const question of questions) {
      const name = document.createElement("p");
      name.className = "cw-question__name";
      name.textContent = question.querySelector(".cw-question__name").textContent;
      end.append(name, ...question.querySelectorAll(".cw-question__part"));
      question.querySelector(".cw-question__answers").remove();
    }
    if (questions.length > 0) article.append(end);
    for (const element of article.querySelectorAll("details")) element.open = true;
    const part = document.createElement("section");
    part.id = slug(path);
    part.className = path.startsWith("rules/") && path !== "rules/" ? "book-rule" : "book-page";
    part.append(...article.childNodes);
    const title = part.querySelector("h1")?.textContent.trim() ?? from.title;
    return { path, title, id: part.id, part };
  });

  const contents = document.createElement("nav");
  contents.className = "book-contents";
  contents.innerHTML = "<h1>Contents</h1><ol></ol>";
  for (const { path, title, id } of parts) {
    const item = document.createElement("li");
    item.className = /^[\w-]*\/?$/.test(path) ? "book-chapter" : "book-section";
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = title;
    const number = document.createElement("span");
    number.className = "book-number";
    item.append(link, number);
    contents.querySelector("ol").append(item);
  }
  const front = document.createElement("header");
  front.className = "book-front";
  const meta = (name) => documents[0].querySelector(`meta[name=${name}]`)?.content ?? "";
  const siteName = documents[0].querySelector(".md-header__topic .md-ellipsis")?.textContent.trim() ?? "";
  front.append(
    Object.assign(document.createElement("p"), { className: "book-title", textContent: siteName }),
    Object.assign(document.createElement("p"), { textContent: meta("description") }),
  );
  const book = document.createElement("main");
  book.className = "md-typeset book";
  book.append(front, contents, ...parts.map(({ part }) => part));
  // What follows the # may be a script's, as the explainer's input is: paper has the page alone.
  for (const link of book.querySelectorAll("a[href^='#'][data-part]")) {
    const id = link.getAttribute("href").slice(1);
    if (!book.querySelector(`[id="${CSS.escape(id)}"]`)) link.setAttribute("href", `#${link.dataset.part}`);
  }
  document.title = siteName;
  document.body.replaceChildren(book);
  document.body.setAttribute("data-md-color-scheme", "default");
  await document.fonts.ready;
  return parts.map(({ path, title, id }) => ({ path, title, id }));
}
