// In the single file: the runtime's bytes stand in this document (publish/offline/payload.py).
"use strict";
/** @type {GuideCopy} */
var guideCopy = (() => {
  // Every byte as the character that the parser made of it.
  const all = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = new Uint8Array(65536);
  for (let byte = 0; byte < 256; byte++) bytes[all.charCodeAt(byte)] = byte;

  function decode(text) {
    const out = new Uint8Array(text.length);
    let size = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      out[size++] = code === 61 ? bytes[text.charCodeAt(++at)] - 64 : bytes[code]; // wraps around, as it is to
    }
    return out.subarray(0, size);
  }

  /** Resolves when all of this document has been read. */
  const whole = () => (document.readyState !== "loading" ? Promise.resolve()
    : new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true })));

  // A server or a program that shows files may read this one as UTF-8, whatever it says itself: then the bytes are lost.
  const misread = document.characterSet !== "windows-1252", words = misread && document.querySelector("[data-misread]");
  if (words) words.parentElement.textContent = words.textContent; // instead of the words on damage, and without their button

  async function open(name) {
    if (misread) throw new Error("misread");
    await whole();
    const element = document.querySelector(`[data-file="${name}"]`);
    if (!element) throw new Error("missing");
    return new Response(decode(element.textContent)).body;
  }

  return { open, decode };
})();
