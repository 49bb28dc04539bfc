// Copy, print and share: buttons that the view writes hidden, and that work only with a script.
"use strict";
(() => {
  const told = () => /** @type {HTMLElement} */ (document.querySelector("[data-tool-words]"));

  /** Tells what came of a button: on it for the eye, in the live region for the ear. */
  function say(button, name) {
    const before = button.dataset.before || button.textContent;
    button.dataset.before = before;
    button.textContent = told().textContent = told().dataset[name];
    setTimeout(() => { button.textContent = before; told().textContent = ""; }, 3000);
  }

  /** The plan around a button as plain text, and nothing else: no letter, no answer, nothing typed. */
  function plan(button) {
    const text = (node) => node.textContent.trim();
    let lines = "";
    for (const part of button.parentElement.parentElement.children) {
      if (part.matches("h2, .calm")) lines += `${text(part)}\n\n`;
      if (!part.matches(".first, .fallback, .bring, .avoid")) continue;
      const [heading, list] = part.children;
      const items = [...list.children].map((item, index) => `${list.matches("ol") ? `${index + 1}.` : "-"} ${text(item)}\n`);
      lines += `${text(heading)}\n${items.join("")}\n`;
    }
    const [words, address] = [...document.querySelector(".card").childNodes].map(text);
    return `${lines}${words}\n${location.protocol === "file:" ? address : location.href}`.trim();
  }

  async function copy(text, button) {
    const around = button.parentElement;
    for (const old of around.querySelectorAll("textarea")) old.remove();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A local file, or no permission: a field to copy from by hand.
      const field = document.createElement("textarea");
      field.value = text;
      field.readOnly = true;
      field.setAttribute("aria-label", told().dataset.field);
      around.append(field);
      field.select();
      if (!document.execCommand("copy")) return say(button, "selected");
      field.remove();
      button.focus();
    }
    say(button, "copied");
  }

  async function share(text, button) {
    try {
      await navigator.share({ text });
      say(button, "shared");
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") copy(text, button); // else the reader's own change of mind
    }
  }

  /** Prints one text alone: a copy of it stands first on the page until then. */
  function sheet(text) {
    const own = text.cloneNode(true);
    own.className = "sheet";
    document.body.prepend(own);
    onafterprint = () => own.remove();
    print();
  }

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const text = button.parentElement.querySelector("pre"); // without one, the plan is meant
    if ("copy" in button.dataset) copy(text.textContent, button);
    if ("share" in button.dataset) share(text ? text.textContent : plan(button), button);
    if ("print" in button.dataset) text ? sheet(text) : print();
  });

  const unveil = () => {
    for (const button of document.querySelectorAll(".message [hidden], .tools [hidden]")) button.removeAttribute("hidden");
  };
  document.addEventListener("helper:parts", unveil);
  unveil();
})();
