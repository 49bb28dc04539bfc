// Reads a page, a question or a plan aloud with a voice of the device itself: nothing is sent.
// Its words stand in the page (publish/site/listening.py).
"use strict";
(() => {
  const speech = window.speechSynthesis;
  const starts = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-listen]")]);
  const bar = /** @type {HTMLElement} */ (document.querySelector("[data-listen-bar]"));
  if (!speech || !bar || !starts().length) return;
  const [pause, slower, end] = /** @type {HTMLElement[]} */ ([...bar.children]);
  const shown = (element) => element.getClientRects().length > 0;
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, pre, figcaption, summary, caption";
  const SILENT = "button, svg, script, nav, form, [aria-hidden=true], .sr, .bar, .card, .check, .page-foot, [data-listen-bar], details:not([open]) > :not(summary)";
  const SLOW = 0.7;
  const marks = /** @type {any} */ (window).Highlight && /** @type {any} */ (CSS).highlights;

  let voice = /** @type {SpeechSynthesisVoice | null} */ (null), step = /** @type {HTMLElement | null} */ (null);
  let sentences = [], at = 0, turn = 0, on = false, from = /** @type {HTMLElement | null} */ (null), marked = /** @type {HTMLElement | null} */ (null);

  /** The voice: on the device itself, Indonesian (an old code is "in"), else Malay, else none. */
  function choose() {
    const local = speech.getVoices().filter((one) => one.localService);
    const of = (codes) => local.filter(({ lang }) => codes.test(lang));
    const found = [...of(/^(id|in)\b|^(id|in)_/i), ...of(/^ms\b|^ms_/i)];
    voice = found[0] || null;
    if (!voice) stop();
    place();
  }

  /** Shows the buttons where there is a voice; the question or plan that is shown has one of its own. */
  function place() {
    const heading = [...document.querySelectorAll("[data-helper] .flow h2")].find(shown);
    if (heading && voice) {
      step = step || /** @type {HTMLElement} */ (starts()[0].cloneNode(true));
      heading.appendChild(step);
    }
    for (const button of starts()) button.hidden = !voice;
  }

  /** A text as heard: long figures digit by digit, abbreviations letter by letter. */
  const heard = (text) => text
    .replace(/Rp ?([\d.,]*\d( (ribu|juta|miliar))?)/g, "$1 rupiah")
    .replace(/\d{5,}/g, (figures) => figures.split("").join(" "))
    .replace(/\b[A-Z]{2,6}\b/g, (short) => (/^[^AIUEO][AIUEO][^AIUEO]{1,2}$/.test(short) ? short.toLowerCase() : short.split("").join(" ")))
    .replace(/[…_]+/g, ", ")
    .replace(/\s+/g, " ").trim();

  /** The sentences of an element after its button, each with its place. */
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
      for (const [sentence, index] of split(text, block.matches("pre"))) {
        if (/[\wÀ-ɏ]/.test(sentence)) found.push({ block, text: sentence, nodes, index });
      }
    }
    return found;
  }

  /** A sentence ends at its sign, when a capital, a figure or a quotation follows; a line of a ready text ends one too. */
  function split(text, lines) {
    const ends = lines ? /[.!?]["”)]*\s+(?=[A-Z0-9“"(])|\n+/g : /[.!?:]["”)]*\s+(?=[A-Z0-9“"(])/g;
    const starts = [0];
    while (ends.test(text)) starts.push(ends.lastIndex);
    return starts.map((start, index) => [text.slice(start, starts[index + 1]), start]);
  }

  /** Marks a sentence: itself, where the engine can mark without touching the page, else its block. */
  function mark(one) {
    if (marked) delete marked.dataset.heard;
    if (marks) marks.delete("heard");
    marked = one && one.block;
    if (!one) return;
    marked.dataset.heard = marks ? "part" : "whole";
    if (marks) {
      const range = document.createRange(), { index, text } = one, to = index + text.length;
      let done = 0;
      for (const node of one.nodes) {
        const next = done + node.length;
        if (done <= index && index < next) range.setStart(node, index - done);
        if (done < to && to <= next) range.setEnd(node, to - done);
        done = next;
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
    on = speaking;
  }

  function hush() {
    turn += 1; // what was cancelled has nothing to say any more
    speech.cancel();
  }

  function stop() {
    if (bar.hidden) return;
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
      sentences = read(flow || button.parentElement, flow ? button.parentElement : button);
      at = 0;
      bar.hidden = false;
      pause.focus({ preventScroll: true });
      speak();
    } else if (button === pause) {
      // Android knows no pause: the sentence at hand begins anew.
      if (on) { hush(); told(false); } else speak();
    } else if (button === slower) {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      if (on) speak();
    } else if (button === end) stop();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") stop(); });
  // Who goes on elsewhere, by keyboard or with a screen reader, hears that instead.
  document.addEventListener("focusin", ({ target }) => { if (!bar.contains(/** @type {Node} */ (target))) stop(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) stop(); });
  for (const type of ["pagehide", "hashchange"]) addEventListener(type, stop);
  addEventListener("hashchange", place);
  // Once what is new is also shown.
  document.addEventListener("helper:parts", () => Promise.resolve().then(place));
  if (speech.addEventListener) speech.addEventListener("voiceschanged", choose);
  else speech.onvoiceschanged = choose;
  choose();
})();
