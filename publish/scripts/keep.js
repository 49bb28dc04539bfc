// Keeps the guide on the device, so that it opens again without a network: for a reader who stays, not for
// one who glances; never where data are saved or the line is slow.
"use strict";
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const worker = new URL("../sw.js", own.src);
  const STAYS = 8000; // ms
  const line = /** @type {any} */ (navigator).connection || {};
  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol)) return;

  const say = () => {
    for (const note of document.querySelectorAll("[data-kept]")) /** @type {HTMLElement} */ (note).hidden = false;
  };
  // Python comes first: what a reader waits for must not share the line with what they may need tomorrow.
  const here = (state) => Boolean(document.querySelector(`[data-helper][data-state="${state}"]`));
  const begun = performance.now();
  const keep = () => {
    if (here("loading") || (!here("ready") && performance.now() - begun < STAYS)) return void setTimeout(keep, 500);
    navigator.serviceWorker
      .register(worker, { updateViaCache: "none" })
      .then((found) => {
        if (found.waiting) found.waiting.postMessage("take over");
        return navigator.serviceWorker.ready;
      })
      .then(say)
      .catch(() => {}); // storage is forbidden or full: the guide works as before
  };
  // Another site of this origin may have emptied what was kept: only what is there is promised.
  const home = new URL("../", own.src).href;
  const { controller } = navigator.serviceWorker;
  if (controller) {
    const looked = () => controller.postMessage("looked");
    controller.postMessage("look");
    navigator.serviceWorker.getRegistration(home).then((found) => found.update()).then(looked, looked);
  }
  if (controller && window.caches) {
    caches.match(home, { ignoreSearch: true }).then((found) => { if (found) say(); }).catch(() => {});
  }
  if (line.saveData || /(^|-)[23]g$/.test(line.effectiveType || "")) return;
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep);
})();
