// The frame of a page: the menu, by keyboard and by the Back button, and the choice of text and colours. Everything else is plain HTML.
"use strict";
(() => {
  // Some programs write the # of a link as %23: the address is then of no page.
  const [path, fragment] = location.pathname.split("%23");
  if (fragment) location.replace(`${path}#${fragment}`);

  const root = document.documentElement;
  const NAMES = ["theme", "text", "space", "contrast"]; // their order in what is kept, see the theme's first script
  const opener = document.querySelector("[data-look-open]");
  const look = /** @type {HTMLFormElement} */ (document.querySelector("[data-look]"));
  /** Opens or closes the choice of text and colours; focus goes in, and back to the button. */
  function choose(yes, back = true) {
    look.hidden = !yes;
    opener.setAttribute("aria-expanded", String(yes));
    if (yes) look.querySelector("input:checked").focus();
    else if (back) opener.focus();
  }
  opener.hidden = false;
  for (const name of NAMES) {
    const inputs = /** @type {HTMLInputElement[]} */ ([...look.querySelectorAll(`[name="${name}"]`)]);
    const chosen = inputs.find((input) => input.value === (root.dataset[name] || ""));
    if (!chosen) delete root.dataset[name]; // what was kept is nothing that can be chosen
    (chosen || inputs[0]).checked = true;
  }
  opener.addEventListener("click", () => choose(look.hidden));
  look.querySelector("[data-look-close]").addEventListener("click", () => choose(false));
  look.addEventListener("submit", (event) => event.preventDefault());
  look.addEventListener("change", (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    root.dataset[target.name] = target.value;
    const kept = NAMES.map((name) => root.dataset[name] || "").join("|");
    try {
      if (kept === "|||") localStorage.removeItem("tampilan");
      else localStorage.setItem("tampilan", kept);
    } catch (error) {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !look.hidden) choose(false); });
  for (const type of ["click", "focusin"])
    document.addEventListener(type, ({ target }) => {
      if (!look.hidden && target instanceof Element && !look.contains(target) && !opener.contains(target)) choose(false, false);
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
  // The open menu is a place in the history, so that the Back button closes it.
  const placed = () => Boolean(history.state && history.state.menu);
  function open(yes) {
    drawer.checked = yes;
    told();
    if (yes && !placed()) history.pushState({ ...history.state, menu: true }, "");
    if (!yes && placed()) history.back();
    if (!yes) menu.focus();
  }
  addEventListener("popstate", () => {
    if (drawer.checked && !placed()) open(false);
  });
  told();
  drawer.addEventListener("change", () => open(drawer.checked));
  menu.addEventListener("click", () => open(true));
  close.addEventListener("click", () => open(false));
  // A link to a section of this very page does not leave it; and a page that comes back is not covered.
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!drawer.checked || !link) return;
    drawer.checked = false;
    told();
    if (!placed() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.replace(link.href); // takes the menu's place in the history
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
