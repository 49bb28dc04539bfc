// Copy, print and share: buttons that the view writes hidden, and that work only with a script.
"use strict";
(() => {
  const words = () => /** @type {HTMLElement} */ (document.querySelector("[data-tool-words]"));
  let sharing = false;

  /** Tells what came of a button: on it for the eye, in the live region for the ear. */
  function say(button, name) {
    const before = button.dataset.before || button.textContent;
    button.dataset.before = before;
    button.textContent = words().textContent = words().dataset[name];
    setTimeout(() => { button.textContent = before; words().textContent = ""; }, 3000);
  }

  /** The address to pass on: no query, which may tell who sent it; for a copy, whose own address opens
   * nowhere else, that of the same place on the site. */
  function address() {
    if (/^https?:$/.test(location.protocol)) return location.origin + location.pathname + location.hash;
    const { site } = document.querySelector(".card").dataset;
    return site ? site + location.hash : "";
  }

  /** The plan around a button as plain text, and nothing else: no letter, no answer, nothing typed. */
  function plan(button) {
    const text = (node) => node.textContent.trim();
    let lines = "";
    for (const part of button.parentElement.parentElement.querySelectorAll("h2, .calm, .first, .bring, .avoid, .fallback")) {
      if (part.matches("h2, .calm")) {
        lines += `${text(part)}\n\n`;
        continue;
      }
      const [heading, list] = part.children;
      const items = [...list.children].map((item, index) => `${list.matches("ol") ? `${index + 1}.` : "-"} ${text(item)}\n`);
      lines += `${text(heading)}\n${items.join("")}\n`;
    }
    return `${lines}${text(document.querySelector(".card").firstChild)}\n${address()}`.trim();
  }

  async function copy(text, button) {
    const around = button.parentElement;
    for (const old of around.querySelectorAll("textarea")) old.remove();
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      // A local file, or no permission: a field to copy from by hand.
      const field = document.createElement("textarea");
      field.value = text;
      field.readOnly = true;
      field.setAttribute("aria-label", words().dataset.field);
      around.append(field);
      field.select();
      if (!document.execCommand("copy")) return say(button, "selected");
      field.remove();
      button.focus();
    }
    say(button, "copied");
  }

  async function share(text, button) {
    if (sharing) return; // a second tap while the sheet of the first is open
    sharing = true;
    try {
      await navigator.share({ text });
      say(button, "shared");
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") copy(text, button); // else the reader's own change of mind
    } finally {
      sharing = false;
    }
  }

  /** Takes the text of an earlier print away: it would print again instead of what is asked for now. */
  function clear() {
    for (const old of document.querySelectorAll(".sheet")) old.remove();
  }

  /** Prints the page, or one text alone: a copy of it then stands first on the page. Where printing is over is
   * not known (some browsers say so at once, some never), so that copy goes when the reader does anything else. */
  function printed(text, button) {
    clear();
    if (text) {
      const sheet = text.cloneNode(true);
      sheet.className = "sheet";
      document.body.prepend(sheet);
    }
    let begun = false;
    addEventListener("beforeprint", () => { begun = true; }, { once: true });
    const asked = performance.now();
    print();
    if (performance.now() - asked > 500) clear(); // a dialog that is closed by now
    setTimeout(() => { if (!begun) say(button, "unprinted"); }, 1000); // as in browsers inside chat programs
  }
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, clear, true);

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const text = button.parentElement.querySelector("pre"); // without one, the plan is meant
    if ("copy" in button.dataset) copy(text.textContent, button);
    if ("share" in button.dataset) share(text ? text.textContent : plan(button), button);
    if ("print" in button.dataset) printed(text, button);
  });

  const unveil = () => {
    for (const button of document.querySelectorAll(".message [hidden], .tools [hidden]")) {
      if (!("print" in button.dataset) || typeof print === "function") button.removeAttribute("hidden");
    }
  };
  document.addEventListener("helper:parts", unveil);
  /** Puts the line to the maintainers under Python's plan: the one that the same plan has without Python. */
  document.addEventListener("helper:parts", () => {
    const place = document.getElementById(location.hash.slice(1)), plan = place && place.closest(".plan");
    const line = plan && plan.querySelector("[data-report]"), tools = document.querySelector("[data-part=step] .tools");
    if (line && tools && !tools.parentElement.querySelector("[data-report]")) tools.after(line.cloneNode(true));
  });
  unveil();
})();
