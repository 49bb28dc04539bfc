// The frame of a page: the menu by keyboard, and the choice of palette. Everything else is plain HTML.
"use strict";
(() => {
  // Some programs write the # of a link as %23: the address is then of no page.
  const [path, fragment] = location.pathname.split("%23");
  if (fragment) location.replace(`${path}#${fragment}`);

  const root = document.documentElement;
  const palette = document.querySelector("[data-palette]");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  palette.hidden = false;
  palette.addEventListener("click", () => {
    const shown = root.dataset.theme || (dark.matches ? "dark" : "light");
    root.dataset.theme = shown === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("tampilan", root.dataset.theme);
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  });

  const drawer = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
  if (!drawer) return; // in a single file the menu is one of its pages
  const menu = document.querySelector("[data-menu]");
  const panel = document.querySelector(".md-sidebar--primary");
  document.querySelector("[data-menu-plain]").hidden = true;
  menu.hidden = false;
  menu.addEventListener("click", () => open(!drawer.checked));
  const told = () => menu.setAttribute("aria-expanded", String(drawer.checked));
  const open = (yes) => {
    drawer.checked = yes;
    told();
    if (yes) panel.querySelector("a").focus();
    else menu.focus();
  };
  told();
  drawer.addEventListener("change", told);
  document.addEventListener("keydown", (event) => {
    const label = event.target instanceof HTMLElement && /** @type {HTMLElement} */ (event.target.closest("label[tabindex]"));
    if (event.key === "Escape" && drawer.checked) open(false);
    if (!label || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    label.click();
  });
})();
