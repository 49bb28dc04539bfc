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
    } catch (error) {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  });

  const drawer = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
  if (!drawer) return; // in a single file the menu is one of its pages
  const menu = document.querySelector("[data-menu]");
  const close = document.querySelector("[data-menu-close]");
  const panel = document.querySelector(".md-sidebar--primary");
  const behind = [...document.querySelectorAll(".md-skip, .md-header, .md-content, .md-sidebar--secondary, .md-footer")];
  const shown = (element) => element.getClientRects().length > 0;
  for (const label of document.querySelectorAll("[data-menu-plain]")) label.hidden = true;
  for (const label of panel.querySelectorAll('.md-nav__link[for="__toc"]')) label.tabIndex = 0;
  menu.hidden = close.hidden = false;

  /** Makes the open menu all there is, and the page itself again when it closes. */
  function told() {
    const yes = drawer.checked;
    menu.setAttribute("aria-expanded", String(yes));
    for (const element of behind) element.inert = yes;
    if (yes) {
      root.dataset.menuOpen = "";
      panel.setAttribute("role", "dialog");
      panel.setAttribute("aria-modal", "true");
      panel.setAttribute("aria-label", "Menu");
      close.focus();
    } else {
      delete root.dataset.menuOpen;
      for (const name of ["role", "aria-modal", "aria-label"]) panel.removeAttribute(name);
    }
  }
  function open(yes) {
    drawer.checked = yes;
    told();
    if (!yes) menu.focus();
  }
  told();
  drawer.addEventListener("change", () => open(drawer.checked));
  menu.addEventListener("click", () => open(true));
  close.addEventListener("click", () => open(false));
  // A link to a section of this very page does not leave it; and a page that comes back is not covered.
  panel.addEventListener("click", (event) => {
    if (!drawer.checked || !event.target.closest("a")) return;
    drawer.checked = false;
    told();
  });
  // On a screen that became wide the menu stands beside the page.
  addEventListener("resize", () => { if (drawer.checked && !shown(close)) open(false); });
  // Where `inert` is unknown too, Tab comes around to the menu.
  panel.addEventListener("keydown", (event) => {
    if (!drawer.checked || event.key !== "Tab") return;
    const stops = [...panel.querySelectorAll("a, button, label[tabindex]")].filter(shown);
    const [from, to] = event.shiftKey ? [stops[0], stops[stops.length - 1]] : [stops[stops.length - 1], stops[0]];
    if (document.activeElement !== from) return;
    event.preventDefault();
    to.focus();
  });
  document.addEventListener("keydown", (event) => {
    const label = event.target instanceof HTMLElement && /** @type {HTMLElement} */ (event.target.closest("label[tabindex]"));
    if (event.key === "Escape" && drawer.checked) open(false);
    if (!label || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    label.click();
  });
})();
