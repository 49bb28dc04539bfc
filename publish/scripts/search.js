// The search dialog. Fetches the engine with its data when a reader reaches for it, and shows what it finds.
// What is typed stays here: not in the address, not stored, not sent.
"use strict";
(() => {
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("[data-search]"));
  const opener = document.querySelector("[data-search-open]");
  if (!dialog || !dialog.showModal) return;
  const find = (name) => dialog.querySelector(`[data-search-${name}]`);
  const field = find("query"), list = find("results"), status = find("status"), note = find("note"), help = find("help");
  const words = dialog.dataset;
  const PAUSE = 600; // ms without typing, after which the result is announced
  let loading = null, active = -1, timer = 0;

  /** The engine with its data; it may also stand in the page already, as in the offline file. */
  function load() {
    if (window.guideSearch) return Promise.resolve();
    loading = loading || new Promise((/** @type {(value?: any) => void} */ resolve, reject) => {
      const script = document.createElement("script");
      script.src = dialog.dataset.source;
      const fail = () => { loading = null; script.remove(); reject(new Error("missing")); };
      script.onload = () => { if (window.guideSearch) resolve(); else fail(); }; // a host may answer with a page
      script.onerror = fail;
      document.head.append(script);
    });
    return loading;
  }

  function tell(text, found = "") {
    clearTimeout(timer);
    note.textContent = text;
    note.hidden = !text || Boolean(found);
    timer = setTimeout(() => { status.textContent = [text, found].filter(Boolean).join(" "); }, PAUSE);
  }

  /** Appends a line of [text, marked] pieces. */
  function line(holder, kind, pieces) {
    if (!pieces.length) return;
    const row = document.createElement("span");
    row.className = kind;
    for (const [text, marked] of pieces) {
      if (!marked) { row.append(text); continue; }
      const mark = document.createElement("mark");
      mark.textContent = text;
      row.append(mark);
    }
    holder.append(row, " ");
  }

  function option(result, index) {
    const link = document.createElement("a");
    link.href = dialog.dataset.base + result.url;
    link.id = `search-result-${index}`;
    link.className = "search-result";
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    line(link, "search-title", result.title);
    line(link, "search-heading", result.heading);
    line(link, "search-passage", result.passage);
    return link;
  }

  function choose(index) {
    const options = [...list.children];
    active = options.length ? (index + options.length) % options.length : -1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    }
  }

  async function show() {
    if (field.value.trim() && !window.guideSearch) {
      tell(words.wordsLoading);
      try {
        await load();
      } catch (error) {
        help.hidden = false;
        return tell(field.value.trim() ? words.wordsFailed : "");
      }
    }
    const asked = field.value.trim(); // what stands there now, not when the engine was sent for
    const results = asked ? window.guideSearch.search(field.value) : [];
    list.textContent = "";
    list.append(...results.map(option));
    list.hidden = !results.length;
    list.scrollTop = 0;
    help.hidden = results.length > 0;
    field.setAttribute("aria-expanded", String(results.length > 0));
    active = -1;
    field.removeAttribute("aria-activedescendant");
    if (!asked) return tell("");
    if (!results.length) return tell(words.wordsNone);
    const count = results.length === 1 ? words.wordsOne : words.wordsMany.replace("{}", String(results.length));
    return tell(count, words.wordsTop.replace("{}", list.firstElementChild.querySelector(".search-title").textContent));
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    field.focus();
    field.select();
    load().then(() => window.guideSearch.search(""), () => {}); // counts the words while the reader types
  }

  opener.addEventListener("click", open);
  opener.addEventListener("pointerdown", () => load().catch(() => {}));
  find("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  // A link to a section of this very page does not leave it.
  list.addEventListener("click", () => dialog.close());
  help.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown") choose(active + 1);
    else if (event.key === "ArrowUp") choose(active < 0 ? -1 : active - 1);
    else return;
    event.preventDefault();
  });
  find("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (active >= 0) list.children[active].click();
    else if (matchMedia("(hover: none)").matches) list.focus(); // puts the keyboard away, so that the results are seen
    else choose(0);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || opener.closest("[inert]") || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  dialog.dataset.search = "ready";
  opener.dataset.ready = "";
})();
