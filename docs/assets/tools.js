// Copy, print and share: buttons that the view writes hidden, and that work only with a script.
"use strict";
(() => {
  const words = (name) => document.querySelector("[data-tool-words]").dataset[name];

  async function copy(text, holder) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(holder);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      if (!document.execCommand("copy")) throw new Error("not copied");
    }
  }

  async function say(button, name) {
    const before = button.dataset.before || button.textContent;
    button.dataset.before = before;
    button.textContent = words(name);
    document.querySelector("[data-tool-words]").textContent = words(name);
    setTimeout(() => { button.textContent = before; }, 3000);
  }

  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if ("print" in button.dataset) print();
    if ("copy" in button.dataset) {
      const text = button.parentElement.querySelector("pre");
      await copy(text.textContent, text).then(() => say(button, "copied"), () => say(button, "selected"));
    }
    if ("share" in button.dataset) {
      if (navigator.share) await navigator.share({ title: document.title, url: location.href }).catch(() => {});
      else await copy(location.href, button).then(() => say(button, "link"), () => say(button, "selected"));
    }
  });

  const unveil = () => {
    for (const button of document.querySelectorAll("[data-copy][hidden], [data-print][hidden], [data-share][hidden]")) button.hidden = false;
  };
  document.addEventListener("helper:parts", unveil);
  unveil();
})();
