// In the head of the helper's page: asks for Python's files while the page itself still arrives, where they are
// wanted at all, and wakes the Python that this device keeps. The shell takes over what is on its way. In a copy, which
// downloads nothing, only what stands first here counts: whether Python can run.
"use strict";
window["pythonEarly"] = (() => {
  const line = /** @type {any} */ (navigator).connection || {};
  const saving = () => Boolean(line.saveData);
  /** Whether the reader called off Python in this window, and has not asked for it since. */
  const declined = () => Boolean(history.state && history.state.declined);
  const slow = () => /(^|-)[23]g$/.test(line.effectiveType || "");
  // What Python needs is asked here, before anything is downloaded for it.
  /** Whether this engine takes a module of these sections. */
  const takes = (...sections) => WebAssembly.validate(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections]));
  const FUNCTION = [1, 4, 1, 0x60, 0, 0]; // a type: nothing in, nothing out
  // A function that copies memory (Chromium 75); for the whole runtime, a reference to an object of the host and an exception (95).
  const thin = () => takes(...FUNCTION, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 14, 1, 12, 0, 0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 10, 0, 0, 0x0b);
  const wide = () => takes(1, 5, 1, 0x60, 1, 0x6f, 0) && takes(...FUNCTION, 13, 3, 1, 0, 0);
  /** @param {boolean} copy whether this is an offline copy, which brings what some engines give no local file */
  const able = (copy) => typeof WebAssembly === "object" && typeof Worker === "function" && typeof DecompressionStream === "function"
    && Boolean(copy || (window.crypto && crypto.subtle)) && thin();

  // Named by the site's path, as the service worker names its own: other sites of this origin have theirs.
  const storeName = (base) => `nomor-kpj-python:${new URL(`${base}../../`, location.href).pathname}`;
  const store = async (base) => caches.open(storeName(base));

  /** What this device kept of an earlier visit, if anything. */
  const stored = (base, file) => store(base).then((cache) => cache.match(base + file)).catch(() => null);

  /** Returns that, else what the server gives: after what the page shows, and not before its scripts, one of which
   * has to take it over. */
  async function source(base, file, signal, match = stored(base, file), drawn = Promise.resolve()) {
    const kept = await match;
    if (!kept) await drawn;
    return { response: kept || (await fetch(base + file, { signal, priority: "low" })), kept: Boolean(kept) };
  }

  const hex = (buffer) => Array.from(new Uint8Array(buffer), (b) => b.toString(16).padStart(2, "0")).join("");
  const digest = (bytes) => crypto.subtle.digest("SHA-256", bytes).then(hex);
  const unpacked = (packed) => new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
  /** A worker that runs a script, and the address to let go of once it has spoken. */
  function hired(script) {
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    return { worker: new Worker(address), address };
  }

  /** Wakes the Python that this device keeps, beside a page that is still parsed: its worker fetches the rest from the
   * same place. Returns the worker and what that has said; or nothing, when a part is missing or the script is another. */
  async function wakeKept({ base, files, script }, matches) {
    const kept = await Promise.all(matches);
    if (!kept.every(Boolean)) return null;
    const bytes = await kept[0].clone().arrayBuffer(); // the shell may still want it for itself
    if ((await digest(bytes)) !== script) return null;
    const { worker, address } = hired(bytes), said = [];
    worker.onerror = worker.onmessageerror = () => said.push({ failed: true });
    worker.onmessage = ({ data }) => said.push(data);
    worker.postMessage({ store: storeName(base), addresses: files.slice(1).map((file) => new URL(base + file, location.href).href) });
    return { worker, address, said };
  }

  const coming = {};
  let awake = Promise.resolve(null);
  /** The Python that was woken here; it is given away once. */
  const take = () => {
    const given = awake;
    awake = Promise.resolve(null);
    return given;
  };
  const stop = typeof AbortController === "function" ? new AbortController() : null;
  const given = document.querySelector('meta[name="python-files"]');
  if (given && /^https?:$/.test(location.protocol) && !saving() && !slow() && !declined() && able(false)) {
    // What the page shows never shares a thin line with Python; in a tab behind others nothing is drawn.
    const drawn = new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, 3000);
    });
    const plan = JSON.parse(/** @type {HTMLMetaElement} */ (given).content), { base, files, whole } = plan;
    const kept = files.map((file) => stored(base, file));
    if (!whole || wide()) files.forEach((file, at) => {
      coming[file] = source(base, file, stop.signal, kept[at], drawn);
      coming[file].catch(() => {}); // the shell meets it, or asks anew
    });
    if (!whole) awake = wakeKept(plan, kept).catch(() => null);
  }
  return { saving, slow, declined, wide, able, store, source, coming, stop, hex, digest, unpacked, hired, take };
})();
