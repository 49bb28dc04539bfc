// In every single file: says which page is shown.
"use strict";
(() => {
  const pages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".page")]);
  const helper = pages.find((page) => page.querySelector("[data-helper]"));

  function named() {
    const raw = location.hash.slice(1);
    try { return decodeURIComponent(raw); } catch (error) { return raw; }
  }

  /** CSS shows the page of the target. What only Python can answer has no target: that is the helper's. */
  function arrive() {
    const target = document.getElementById(named());
    const lost = !target && /^(jawab|ubah)(\.|$)/.test(named());
    if (lost) root.dataset.lost = "";
    else delete root.dataset.lost;
    const page = lost ? helper : (target && pages.find((one) => one.contains(target))) || pages[0];
    document.title = page.dataset.title;
    if (styled) return;
    const flow = helper.querySelector("[data-static]");
    if (target && flow.contains(target) && target !== flow.firstElementChild) flow.dataset.named = "";
    else delete flow.dataset.named;
    if (!page.hidden) return;
    for (const one of pages) one.hidden = one !== page;
    if (location.hash) (target || page).scrollIntoView(); // while it was hidden, the browser could not go there
  }
  // Engines without :has() are told which page to hide; before a script runs, copy.css shows what it can.
  const root = document.documentElement, styled = window.CSS && CSS.supports("selector(:has(:target))");
  if (!styled) {
    root.dataset.paged = "";
    for (const page of pages) page.hidden = true;
    arrive();
  }
  addEventListener("hashchange", arrive);
  document.addEventListener("DOMContentLoaded", arrive);
})();
