// Reads a page, a question or a plan aloud with a voice of the device itself, so that nothing is sent.
// Its words stand in the page (publish/site/listening.py); without such a voice there is no button.
"use strict";
(() => {
  const speech = window.speechSynthesis;
  const starts = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-listen]")]);
  const bar = /** @type {HTMLElement} */ (document.querySelector("[data-listen-bar]"));
  if (!speech || !bar || !starts().length) return;
  const find = (name) => /** @type {HTMLElement} */ (bar.querySelector(`[data-listen-${name}]`));
  const pause = find("pause"), slower = find("slower");
  const shown = (element) => element.getClientRects().length > 0;
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, pre, figcaption, summary, caption";
  const SILENT = "button, svg, script, style, nav, form, [aria-hidden=true], .sr, .bar, .card, .check, .page-foot, [data-listen-bar]";
  const SLOW = 0.7;
  const marks = /** @type {any} */ (window).Highlight && /** @type {any} */ (CSS).highlights;

  let voice = /** @type {SpeechSynthesisVoice | null} */ (null), step = /** @type {HTMLElement | null} */ (null);
  let sentences = [], at = 0, turn = 0, from = /** @type {HTMLElement | null} */ (null), marked = /** @type {HTMLElement | null} */ (null);

  /** The voice: on the device itself, Indonesian (an old code is "in"), else Malay, else none. */
  function choose() {
    const local = speech.getVoices().filter((one) => one.localService);
    const of = (codes) => local.filter(({ lang }) => codes.test(lang));
    const found = [...of(/^(id|in)\b|^(id|in)_/i), ...of(/^ms\b|^ms_/i)];
    voice = found[0] || null;
    if (!voice && !bar.hidden) stop();
    place();
  }

  /** Shows the buttons where there is a voice; the question or plan that is shown has one of its own. */
  function place() {
    const heading = [...document.querySelectorAll("[data-helper] .flow h2")].find(shown);
    if (heading && voice) {
      step = step || /** @type {HTMLElement} */ (starts()[0].cloneNode(true));
      heading.parentElement.insertBefore(step, heading);
    }
    for (const button of starts()) button.hidden = !voice;
  }

  /** A text as it is to be heard: figures that are no amount digit by digit, abbreviations letter by letter. */
  const heard = (text) => text
    .replace(/Rp ?([\d.,]*\d( (ribu|juta|miliar))?)/g, "$1 rupiah")
    .replace(/\d{5,}/g, (figures) => figures.split("").join(" "))
    .replace(/\b[A-Z]{2,6}\b/g, (short) => (/^[^AIUEO][AIUEO][^AIUEO]{1,2}$/.test(short) ? short.toLowerCase() : short.split("").join(" ")))
    .replace(/[…_]+/g, ", ")
    .replace(/\s+/g, " ").trim();

  /** The sentences of an element: each with its text, its block, and where it stands. */
  function read(whole, begin) {
    const blocks = [], walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode), parent = node.parentElement, block = parent.closest(BLOCKS);
      if (!block || parent.closest(SILENT) || !shown(parent) || (begin && begin.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)) continue;
      const last = blocks[blocks.length - 1];
      if (last && last.block === block) last.nodes.push(node);
      else blocks.push({ block, nodes: [node] });
    }
    const found = [];
    for (const { block, nodes } of blocks) {
      const text = nodes.map((node) => node.data).join("");
      // A sentence ends at its sign, when a capital, a figure or a quotation follows; a line of a ready text ends one too.
      for (const [sentence, index] of split(text, block.matches("pre"))) {
        if (/[\wÀ-ɏ]/.test(sentence)) found.push({ block, text: sentence, nodes, index });
      }
    }
    return found;
  }

  function split(text, lines) {
    const parts = [], ends = lines ? /[.!?]["”)]*\s+(?=[A-Z0-9“"(])|\n+/g : /[.!?:]["”)]*\s+(?=[A-Z0-9“"(])/g;
    let start = 0, end;
    while ((end = ends.exec(text))) {
      parts.push([text.slice(start, ends.lastIndex), start]);
      start = ends.lastIndex;
    }
    parts.push([text.slice(start), start]);
    return parts;
  }

  /** Marks a sentence: itself, where the engine can mark without touching the page, else its block. */
  function mark(one) {
    if (marked) delete marked.dataset.heard;
    if (marks) marks.delete("heard");
    marked = one && one.block;
    if (!one) return;
    marked.dataset.heard = marks ? "part" : "whole";
    if (marks) {
      const range = document.createRange();
      let left = one.index + (one.text.length - one.text.replace(/^\s+/, "").length), set = false;
      const to = one.index + one.text.replace(/\s+$/, "").length;
      let done = 0;
      for (const node of one.nodes) {
        if (!set && left < done + node.length) { range.setStart(node, left - done); set = true; }
        if (set && to <= done + node.length) { range.setEnd(node, to - done); break; }
        done += node.length;
      }
      marks.set("heard", new /** @type {any} */ (window).Highlight(range));
    }
    marked.scrollIntoView({ block: "nearest" });
  }

  /** Says the sentence at hand, then the next. An interruption ends in an event too: only the last turn counts. */
  function speak() {
    const mine = turn += 1;
    speech.cancel();
    const one = sentences[at];
    if (!one || !shown(one.block)) return stop();
    const said = new SpeechSynthesisUtterance(heard(one.text));
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = slower.getAttribute("aria-pressed") === "true" ? SLOW : 1;
    said.onend = () => { if (mine === turn) { at += 1; speak(); } };
    said.onerror = () => { if (mine === turn) stop(); };
    told(true);
    mark(one);
    speech.speak(said);
  }

  /** Tells on the button whether it pauses or goes on. */
  function told(speaking) {
    pause.textContent = speaking ? pause.dataset.pause : pause.dataset.go;
    bar.dataset.speaking = speaking ? "" : "no";
  }

  function hush() {
    turn += 1; // what was cancelled has nothing to say any more
    speech.cancel();
  }

  function stop() {
    const held = bar.contains(document.activeElement);
    hush();
    mark(null);
    bar.hidden = true;
    if (held && from && shown(from)) from.focus({ preventScroll: true });
  }

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && /** @type {HTMLElement} */ (target.closest("button"));
    if (!button) return;
    if ("listen" in button.dataset) {
      from = button;
      const flow = button.parentElement.closest(".flow");
      sentences = read(flow || button.parentElement, button);
      at = 0;
      bar.hidden = false;
      pause.focus({ preventScroll: true });
      speak();
    } else if (button === pause) {
      // Android knows no pause: the sentence at hand begins anew.
      if (bar.dataset.speaking !== "no") { hush(); told(false); } else speak();
    } else if (button === slower) {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      if (bar.dataset.speaking !== "no") speak();
    } else if (button === find("stop")) stop();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !bar.hidden) stop(); });
  // Who goes on elsewhere, by keyboard or with a screen reader, hears that instead.
  document.addEventListener("focusin", ({ target }) => { if (!bar.hidden && !bar.contains(/** @type {Node} */ (target))) stop(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) stop(); });
  for (const type of ["pagehide", "hashchange"]) addEventListener(type, () => { if (!bar.hidden) stop(); });
  addEventListener("hashchange", place);
  document.addEventListener("helper:parts", place);
  if (speech.addEventListener) speech.addEventListener("voiceschanged", choose);
  else speech.onvoiceschanged = choose;
  choose();
})();
