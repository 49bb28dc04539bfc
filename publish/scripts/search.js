// The search dialog. Fetches the engine with its data when a reader reaches for it, and shows what it finds.
// What is typed stays here: not in the address, not sent. The browser's own history keeps the words for the way
// back (`history.state`), unless they hold figures that could be somebody's number.
"use strict";
(() => {
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("[data-search]"));
  const opener = document.querySelector("[data-search-open]");
  if (!dialog || !dialog.showModal) return;
  const find = (name) => dialog.querySelector(`[data-search-${name}]`);
  const field = find("query"), list = find("results"), status = find("status"), note = find("note"), help = find("help");
  const words = dialog.dataset;
  const NUMBER = /\d[\d .-]{4,}\d/;
  const PAUSE = 600; // ms without typing, after which the result is announced
  let loading = null, active = -1, timer = 0, leaving = false;

  /** The engine with its data; it may also stand in the page already, as in the offline file. */
  function fetched() {
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

  /** The engine, and whom to ask, which comes with it. */
  async function load() {
    await fetched();
    const holder = find("contact");
    holder.innerHTML = window.guideSearch.contact();
    holder.parentElement.hidden = false;
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

  function option(url, kind) {
    const link = document.createElement("a");
    link.href = /^[a-z]+:/.test(url) ? url : dialog.dataset.base + url;
    link.className = kind;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    return link;
  }

  /** The options of a result: the page with the passage that answers, and another section of it. */
  function options(result) {
    const main = option(result.url, "search-result");
    line(main, "search-title", result.title);
    line(main, "search-heading", result.heading);
    line(main, "search-passage", result.passage);
    return [main, ...result.more.map((part) => {
      const link = option(part.url, "search-result search-more");
      line(link, "sr", result.title.map(([text]) => [text, false]));
      line(link, "search-heading", part.heading);
      line(link, "search-passage", part.passage);
      return link;
    })];
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
    const results = asked ? window.guideSearch.search(field.value) : [], guess = results.some((one) => one.guess);
    const direct = asked && !guess ? window.guideSearch.direct(field.value) : null;
    const shown = [].concat(...results.map(options));
    if (direct) {
      const link = option(direct.url, "search-direct");
      line(link, "search-straight", [[direct.text, false]]);
      shown.unshift(link);
    }
    shown.forEach((link, index) => { link.id = `search-result-${index}`; });
    list.textContent = "";
    list.append(...shown);
    list.hidden = !shown.length;
    list.parentElement.scrollTop = 0;
    help.hidden = results.length > 0 && !guess;
    field.setAttribute("aria-expanded", String(shown.length > 0));
    active = -1;
    field.removeAttribute("aria-activedescendant");
    if (!asked) return tell("");
    if (guess) return tell(words.wordsNone);
    const count = results.length === 1 ? words.wordsOne : words.wordsMany.replace("{}", String(results.length));
    const top = words.wordsTop.replace("{}", list.querySelector(".search-title").textContent);
    return tell(count, direct ? `${words.wordsDirect.replace("{}", direct.text)} ${top}` : top);
  }

  const kept = () => (history.state && typeof history.state.search === "string" ? history.state.search : null);
  /** Keeps the words in the open search's entry of the browser's history. */
  const keep = () => history.replaceState({ ...history.state, search: NUMBER.test(field.value) ? "" : field.value }, "");

  /** Opens the search. It has an entry of its own in the browser's history, so that Back closes it. */
  function open() {
    if (dialog.open) return;
    leaving = false;
    if (kept() === null) history.pushState({ ...history.state, search: "" }, "");
    dialog.showModal();
    field.focus();
    field.select();
    load().then(() => window.guideSearch.search(""), () => {}); // counts the words while the reader types
  }

  /** Opens it again with the words that were left, where a reader comes back to it. */
  function reopen(query) {
    if (dialog.open) return;
    field.value = query || field.value;
    open();
    if (field.value) show();
  }

  /** Lets a link that was chosen lead on, with the words kept for the way back. */
  function leave() {
    keep();
    leaving = true;
    dialog.close();
  }

  dialog.addEventListener("close", () => { if (!leaving && kept() !== null) history.back(); });
  addEventListener("popstate", () => {
    const query = kept();
    if (query !== null) reopen(query);
    else if (dialog.open) {
      leaving = true;
      dialog.close();
    }
  });
  addEventListener("pageshow", () => { if (kept() !== null) reopen(kept()); });
  opener.addEventListener("click", open);
  opener.addEventListener("pointerdown", () => load().catch(() => {}));
  find("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  // A link to a section of this very page does not leave it.
  dialog.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (link && link.protocol !== "tel:") leave();
  });
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
  // A browser may be told to search here: `?q=kata`. The words leave the address at once.
  const given = new URLSearchParams(location.search).get("q");
  if (given !== null) {
    history.replaceState(history.state, "", location.pathname + location.hash);
    reopen(given.slice(0, field.maxLength));
  }
  dialog.dataset.search = "ready";
  opener.dataset.ready = "";
})();
