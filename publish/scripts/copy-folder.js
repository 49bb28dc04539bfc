// In the folder: the runtime's files are scripts, since a local page may fetch nothing (publish/offline/folder.py).
"use strict";
/** @type {GuideCopy} */
var guideCopy = (() => {
  const { base } = document.querySelector("[data-helper]").dataset;
  const taken = new Map();

  /** Called by those scripts. */
  const take = (name, text) => taken.set(name, Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));

  async function open(name) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = resolve;
      script.onerror = () => reject(new Error("missing"));
      script.src = `${base}${name}.txt`;
      document.head.append(script);
    });
    const bytes = taken.get(name);
    taken.delete(name);
    return new Response(bytes).body;
  }

  return { open, take };
})();
