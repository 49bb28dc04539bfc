// Copy, print and share: buttons that the view writes hidden, and that work only with a script.
"use strict";
(() => {
  const told = () => /** @type {HTMLElement} */ (document.querySelector("[data-tool-words]"));

  let hush = 0;

  /** Tells what came of a button: on it for the eye, in the live region for the ear. */
  function say(button, name) {
    const before = button.dataset.before || button.textContent;
    button.dataset.before = before;
    button.textContent = told().textContent = told().dataset[name];
    setTimeout(() => { button.textContent = before; }, 3000);
    clearTimeout(hush);
    hush = setTimeout(() => { told().textContent = ""; }, 3000); // so that the same words are told again next time
  }

  /** The plan around a button as plain text, and nothing else of the page: no letter, no answer, nothing typed. */
  function plan(button) {
    const lines = [], card = document.querySelector(".card");
    for (const part of button.parentElement.parentElement.children) {
      if (part.matches("h2, .calm")) lines.push(part.textContent, "");
      if (!part.matches(".first, .fallback, .bring, .avoid")) continue;
      lines.push(part.querySelector("h3").textContent);
      part.querySelectorAll("li").forEach((item, index) => lines.push(`${part.querySelector("ol") ? `${index + 1}.` : "-"} ${item.textContent}`));
      lines.push("");
    }
    const [words, address] = [...card.childNodes].map((node) => node.textContent);
    return [...lines, words.trim(), location.protocol === "file:" ? address : location.href].join("\n").trim();
  }

  async function copy(text, button) {
    const around = button.parentElement, old = around.querySelector("textarea");
    if (old) old.remove();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A local file, or no permission: a field that the reader can copy from by hand.
      const field = document.createElement("textarea");
      field.value = text;
      field.readOnly = true;
      field.setAttribute("aria-label", told().dataset.field);
      around.append(field);
      field.focus();
      field.select();
      if (!document.execCommand("copy")) return say(button, "selected");
      field.remove();
      button.focus();
    }
    return say(button, "copied");
  }

  async function share(text, button) {
    try {
      await navigator.share({ text });
      say(button, "shared");
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") await copy(text, button); // an abort is the reader's own change of mind
    }
  }

  /** Prints one text alone: a copy of it stands first on the page until it is printed. */
  function sheet(text) {
    const own = text.cloneNode(true);
    own.className = "sheet";
    document.body.prepend(own);
    addEventListener("afterprint", () => own.remove(), { once: true });
    print();
  }

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const text = button.parentElement.querySelector("pre"); // of a ready text; without it the plan is meant
    if ("copy" in button.dataset) copy(text.textContent, button);
    if ("share" in button.dataset) share(text ? text.textContent : plan(button), button);
    if ("print" in button.dataset) text ? sheet(text) : print();
  });

  const unveil = () => {
    for (const button of document.querySelectorAll("[data-copy][hidden], [data-print][hidden], [data-share][hidden]")) button.hidden = false;
  };
  document.addEventListener("helper:parts", unveil);
  unveil();
})();
