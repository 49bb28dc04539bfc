// In every single file: says which page is shown.
"use strict";
(() => {
  const pages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".page")]);
  const helper = pages.find((page) => page.querySelector("[data-helper]"));

  function named() {
    const raw = location.hash.slice(1);
    try { return decodeURIComponent(raw); } catch { return raw; }
  }

  /** CSS shows the page of the target. What only Python can answer has no target: that is the helper's. */
  function arrive() {
    const target = document.getElementById(named());
    const lost = !target && /^(jawab|ubah)(\.|$)/.test(named());
    document.documentElement.toggleAttribute("data-lost", lost);
    const page = lost ? helper : (target && target.closest(".page")) || pages[0];
    document.title = page.dataset.title;
  }
  addEventListener("hashchange", arrive);
  document.addEventListener("DOMContentLoaded", arrive);
})();
