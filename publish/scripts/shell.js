// The shell: fetches the runtime, starts Python in a worker, and puts what it answers on the page.
// It holds no words and builds no HTML: those come prerendered in the page, or from Python.
"use strict";
(() => {
  const root = /** @type {HTMLElement} */ (document.querySelector("[data-helper]"));
  if (!root) return;
  const find = (selector) => root.querySelector(selector);
  const plan = JSON.parse(root.dataset.runtime);
  const part = (name) => find(`[data-part="${name}"]`);
  const copy = window["guideCopy"]; // there in an offline copy only
  const positions = find("[data-static]"); // not there on a page that only names a number
  const forms = [...root.querySelectorAll("[data-asks]")];
  const entry = (form) => form.querySelector("input");
  const typed = () => forms.some((form) => entry(form).value);
  const early = window["pythonEarly"], { wide } = early;
  const saving = () => !copy && early.saving(), slow = () => !copy && early.slow(); // a copy downloads nothing
  const able = early.able(Boolean(copy)) && (!plan.files.library || wide()); // a site may ship the whole runtime alone
  const firstTitle = document.title;
  const STALL = Number(root.dataset.stall) || 30000; // ms without a byte, or without a sign of Python, after which we give up

  let worker = null, load = null, asked = 0, waiting = new Map(), pending = /** @type {HTMLFormElement | null} */ (null);

  /** Keeps what is to be known when this very page is loaded anew or come back to. */
  const remember = (more) => history.replaceState({ ...history.state, ...more }, "");
  const shown = (element) => element.getClientRects().length > 0;
  const heading = () => [...root.querySelectorAll(".flow h2")].find(shown);

  /** Changes the page under the reader's eyes: what they look at, the last landmark above the middle of the
   * screen, stays where it is. Landmarks are functions, since the heading of one layer gives way to the other's. */
  function still(change) {
    const top = (landmark) => (landmark() ? landmark().getBoundingClientRect().top : Infinity);
    const landmarks = [heading, () => find(".check"), ...forms.map((form) => () => form), () => root.nextElementSibling];
    const seen = landmarks.filter((landmark) => top(landmark) < innerHeight / 2).pop();
    const before = seen && top(seen);
    change();
    if (seen) scrollBy(0, top(seen) - before);
  }

  function state(name) {
    const held = find(".bar").contains(document.activeElement);
    still(() => { root.dataset.state = name; });
    // The button just pressed is hidden with its line: its focus goes to what stands there now.
    if (held) (find(`[data-when="${name}"] button`) || find(".bar")).focus({ preventScroll: true });
  }
  root.dataset.script = "on";

  /** Lets go of Python and of what is on its way: nothing of it reaches what is started later. */
  function drop() {
    if (load) {
      clearTimeout(load.watchdog);
      load.abort.abort();
    }
    if (worker) worker.terminate();
    worker = load = null;
    for (const { reject, watchdog } of waiting.values()) {
      clearTimeout(watchdog);
      reject(new Error("stopped"));
    }
    waiting.clear();
  }

  function stop(name) {
    drop();
    again = false;
    for (const form of forms) delete form.dataset.pending;
    // A change of one answer lives in Python only; layer 1 knows the position itself.
    if (/^#ubah\./.test(location.hash)) location.replace(location.hash.replace(/^#ubah\.\d+/, "#jawab"));
    state(name);
  }
  const fail = () => stop("failed");

  /** Python came to something that was cut away: the whole runtime takes over, where the reader is. */
  function widen() {
    if (pack === plan.whole || copy || saving() || !wide()) return fail();
    drop();
    pack = plan.whole;
    if (pending) pending.dataset.pending = "";
    start();
  }

  // --- bytes -------------------------------------------------------------------------------

  let pack = plan.files, again = false;
  const GONE = "gone"; // why a load ended: the host does not have what this page names

  /** Gives up a load without a sign of life. Each load has its own watch and counts its own bytes. */
  function watch(run) {
    clearTimeout(run.watchdog);
    run.watchdog = setTimeout(fail, STALL);
  }

  function progress(run, bytes) {
    run.loaded += bytes;
    const bar = find("progress"), out = find("[data-bytes]");
    bar.max = run.total;
    bar.value = run.loaded;
    const show = (n) => (n / 1e6).toLocaleString("id", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    out.textContent = out.dataset.words.replace("{}", show(run.loaded)).replace("{}", show(run.total));
    watch(run);
  }

  /** Where bytes come from, and the only place that knows: the copy itself when it is one (publish/offline),
   * what this device kept of an earlier visit, else the server. After a failure only the server counts. */
  async function source(name, signal) {
    if (copy) return { body: await copy.open(name) };
    const { base } = root.dataset, coming = early.coming[name];
    delete early.coming[name];
    if (coming) signal.addEventListener("abort", () => early.stop.abort());
    const fresh = async () => ({ response: await fetch(base + name, { signal, cache: "reload" }), kept: false });
    const { response, kept } = await (again ? fresh() : coming || early.source(base, name, signal));
    if (!response.ok) throw new Error(GONE);
    return { body: response.body, kept };
  }

  const keeps = () => !copy && !saving();

  /** Keeps a checked file for the next visit, and nothing that is not of this version. */
  async function keep(name, bytes) {
    if (!keeps()) return;
    const cache = await early.store(root.dataset.base), mine = Object.values(plan.files).concat(Object.values(plan.whole)).map(({ file }) => new URL(root.dataset.base + file, location.href).href);
    for (const { url } of await cache.keys()) if (!mine.includes(url)) await cache.delete(url);
    await cache.put(root.dataset.base + name, new Response(bytes));
  }

  /** Whether bytes are what the manifest says; a copy in a viewer without crypto.subtle has what xz and gzip check themselves. */
  const whole = async (bytes, hash) => (copy && !crypto.subtle) || (await early.digest(bytes)) === hash;

  /** Hands each chunk on as it comes; resolves only when the whole has the right SHA-256.
   * What has a hash for it (`open`) is kept unpacked, by the worker's help. */
  async function read(run, file, use) {
    const { signal } = run.abort;
    const { body, kept } = await source(file.file, signal);
    const open = Boolean(kept && file.open), size = open ? file.raw : file.size;
    const bytes = new Uint8Array(size);
    const reader = body.getReader();
    let at = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) throw new Error("stopped"); // what comes from the device knows of no signal
      if (done) break;
      if (at + value.length > size) throw new Error(GONE);
      bytes.set(value, at);
      at += value.length;
      progress(run, (value.length * file.size) / size);
      use(value, open);
    }
    if (at !== size || !(await whole(bytes, open ? file.open : file.sha256))) throw new Error(GONE);
    if (!kept && !file.open) quietly(keep(file.file, new Blob([bytes])));
    return bytes;
  }

  /** The bytes of a file that the page itself unpacks, and keeps so where it has a hash for that. */
  async function unpacked(run, file) {
    let kept = false;
    const bytes = await read(run, file, (chunk, open) => { kept = open; });
    if (kept) return bytes;
    const raw = await early.unpacked(bytes).arrayBuffer();
    if (file.open) quietly(keep(file.file, new Blob([raw])));
    return raw;
  }

  /** Hires a Python: from here on the shell hears what it says, after what it has said before. */
  function hire(own, address, said) {
    worker = own;
    own.onerror = own.onmessageerror = () => { if (worker === own) fail(); };
    own.onmessage = (event) => {
      URL.revokeObjectURL(address); // not before: an older engine may still be about to read it
      if (worker === own) receive(event);
    };
    for (const data of said) own.onmessage({ data });
  }

  async function start() {
    if (worker || load || !able) return;
    if (early.declined()) remember({ declined: false });
    if (!again) performance.mark("helper:start");
    // Who asks for it once more wants Python more than what stands in the field.
    const run = { abort: new AbortController(), watchdog: 0, total: 0, loaded: 0, arriving: true, content: null, urged: root.dataset.state === "failed" && !pending };
    load = run;
    state("loading");
    run.total = Object.values(pack).reduce((sum, file) => sum + file.size, 0);
    progress(run, 0);
    const before = []; // what arrives before there is a worker to take it
    let own = null;
    const send = (message, transfer) => (own ? own.postMessage(message, transfer) : before.push([message, transfer]));
    const feed = (name) => read(run, pack[name], (chunk, open) => send({ file: name, chunk, open })).then(() => send({ end: name }));
    try {
      const kept = await early.take();
      if (load !== run) return kept && kept.worker.terminate();
      if (kept) {
        progress(run, run.total);
        return hire(kept.worker, kept.address, kept.said);
      }
      run.content = unpacked(run, pack.content).then((raw) => new TextDecoder().decode(raw));
      const rest = Promise.all(Object.keys(pack).filter((name) => name !== "python" && name !== "content").map(feed).concat(run.content));
      rest.catch(() => {});
      const script = await unpacked(run, pack.python);
      if (load !== run) return;
      const hired = early.hired(script);
      own = hired.worker;
      hire(own, hired.address, []);
      own.postMessage({ lock: plan.lock, keep: keeps() });
      for (const message of before) own.postMessage(...message);
      await rest;
      run.arriving = false;
    } catch (/** @type {any} */ error) {
      if (load === run) await anew(run, error.message === GONE);
    }
  }

  /** Once more, past every cache: what came was cut short, changed, old or of somebody else. */
  async function anew(run, gone) {
    if (copy) return fail();
    if (again) return gone ? renew(run) : fail();
    const { urged } = run;
    drop();
    again = true;
    const next = start();
    if (load) load.urged = urged;
    await next;
  }

  // --- a newer version ---------------------------------------------------------------------

  const LOOKS = 3, PAUSE = 2000; // ms
  /** Whether this very load of the page was such a change of versions: there is no second one in a row. */
  const renewed = () => Boolean(history.state && history.state.renewed);

  /** Resolves when the service worker has read a message: a reload may overtake it. One that is silent is not waited for long. */
  const told = (host, message) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    setTimeout(resolve, PAUSE);
    host.postMessage(message, [port2]);
  });

  /** The host no longer has what this page names. When it has a newer page, that one takes over, by one reload:
   * the answers stand in the address. A number in the field does not, and is not thrown away unasked. */
  async function renew(run) {
    if ((renewed() || typed()) && !run.urged) return fail();
    const { signal } = run.abort, host = navigator.serviceWorker && navigator.serviceWorker.controller;
    for (let look = 0; look < LOOKS && load === run; look += 1) {
      watch(run);
      if (look) await new Promise((resolve) => setTimeout(resolve, PAUSE));
      const page = await fetch(location.pathname, { cache: "reload", signal }).then((found) => (found.ok ? found.text() : ""), () => "");
      if (load !== run) return;
      if (!page.includes("data-runtime") || Object.values(pack).every(({ file }) => page.includes(file))) continue;
      if (typed() && !run.urged) break;
      if (host) await told(host, "fresh"); // else the service worker would give the old page once more
      remember({ renewed: true });
      return location.reload();
    }
    if (load === run) fail();
  }

  // --- Python ------------------------------------------------------------------------------

  function receive({ data }) {
    if (data.full) return fail(); // no memory: more bytes would need more of it
    if (data.failed) return load.arriving ? anew(load, true) : fail(); // broken bytes may show before their hash does
    if (data.cut) return widen();
    if (data.unpacked) return quietly(keep(pack.wasm.file, new Blob(data.unpacked)));
    if (data.sums && !current(data.sums)) return anew(load, true); // changed on the device
    if (data.started) return takeOver(load, data.loaded).catch(() => { if (worker) fail(); });
    const reply = JSON.parse(data.reply), one = waiting.get(reply.id);
    if (reply.id === null) return fail(); // it could not read what it was given: the content is no JSON
    if (!one) return;
    waiting.delete(reply.id);
    clearTimeout(one.watchdog);
    one.resolve(reply);
  }

  /** Python's reply to a request; `content` is JSON text that goes along. */
  function ask(request, content = "") {
    asked += 1;
    const id = asked, text = JSON.stringify({ id, ...request });
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, watchdog: setTimeout(fail, STALL) });
      worker.postMessage({ request: content ? `${text.slice(0, -1)},"content":${content}}` : text });
    });
  }

  function fill(parts) {
    for (const [name, html] of Object.entries(parts)) part(name).innerHTML = html;
    unveil();
  }

  /** Moves focus to an element, and the screen to it or to what begins above it. */
  function lead(target, top = target, block = "start") {
    target.focus({ preventScroll: true });
    top.scrollIntoView({ block });
  }

  /** Shows what Python answered, and leads the reader to it. */
  function put(reply) {
    if (!reply.ok) return;
    fill(reply.parts);
    document.title = `${reply.title} - ${firstTitle}`;
    const target = part(reply.focus).querySelector("[tabindex]");
    if (!target) return;
    lead(target, part(reply.focus).firstElementChild);
  }

  /** What follows # in the address, as the browser itself reads it when it looks for its target. */
  function named() {
    const raw = location.hash.slice(1);
    try { return decodeURIComponent(raw); } catch (error) { return raw; }
  }

  /** Whether the address names something of the page that is not a position of the flow. */
  function elsewhere() {
    const target = document.getElementById(named());
    return Boolean(target) && !positions.contains(target);
  }

  /** Takes from the address of a position what a chat added to it: the sign behind a link, a parameter.
   * Says whether it did; then the address changes once more. */
  function mend() {
    let name = named();
    try { while (/%[0-9a-f]{2}/i.test(name)) name = decodeURIComponent(name); } catch (error) { /* a lone % */ }
    const [position] = /^(jawab|ubah)(\.[a-z0-9]+(-[a-z0-9]+)*)*/.exec(name) || [named()];
    if (position === named()) return false;
    location.replace(`#${position}`);
    return true;
  }

  const position = () => ask({ op: "show", fragment: elsewhere() ? "" : named(), page: root.dataset.page });

  async function show() {
    if (elsewhere()) return;
    const { hash } = location;
    const reply = await position();
    if (hash === location.hash) put(reply); // else the reader has answered meanwhile, and that is on its way
  }

  /** Whether module and content, by their hashes, are those that this page names; the script was looked at before. */
  const current = (sums) => sums.map(early.hex).join() === [pack.wasm.open, pack.content.sha256].join();

  /** Lets Python take over: its first answer stands where the first layer stood. `given` is its word on the content,
   * when it has that already. */
  async function takeOver(run, given) {
    const content = given || (await run.content.catch(() => "")); // then start() is at it
    if (!content || load !== run) return;
    if (given) run.arriving = false;
    clearTimeout(run.watchdog); // from here on each request has its own
    again = false;
    if (renewed()) remember({ renewed: false });
    if (!positions) {
      performance.mark("helper:ready");
      state("ready");
      if (pending) check(pending);
      return;
    }
    const { hash } = location;
    const [loaded, reply] = await Promise.all([given ? JSON.parse(given) : ask({ op: "load" }, content), position()]);
    if (!loaded.ok || !reply.ok) throw new Error("no content");
    performance.mark("helper:ready");
    const held = document.activeElement, href = held && held.getAttribute("href");
    const inside = positions.contains(held);
    still(() => {
      fill(reply.parts);
      state("ready");
    });
    // Who comes back was brought to their place in the first layer, which has other heights.
    const { place } = history.state || { place: undefined };
    if (place && place.hash === hash && !touched) scrollBy(0, heading().getBoundingClientRect().top - place.top);
    if (location.hash && !elsewhere()) document.title = `${reply.title} - ${firstTitle}`;
    const same = href && part("step").querySelector(`a[href="${CSS.escape(href)}"]`);
    if (inside) (same || part("step").querySelector("[tabindex]")).focus({ preventScroll: true });
    if (hash !== location.hash) quietly(show()); // an answer that came while Python was thinking
    if (pending) check(pending);
  }

  /** Asks Python what it makes of the number in a form. */
  async function check(form) {
    const field = entry(form);
    pending = form; // until there is a result: should the whole runtime have to take over, it is asked again
    delete form.dataset.pending;
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    const text = field.value.slice(0, Number(form.dataset.longest)); // Python refuses more than that unread
    const reply = await ask({ op: form.dataset.asks, text, today, page: root.dataset.page });
    if (pending === form) pending = null;
    put(reply);
    field.setAttribute("aria-invalid", String(reply.mistaken));
  }

  /** How many digits a text has; none when there are letters or signs that may hide some. */
  const count = (text) => (text.toLowerCase() !== text.toUpperCase() || /[*_#+/]/.test(text) ? 0 : (text.match(/[0-9\uff10-\uff19]/g) || []).length);
  const KPJ = 11;

  /** The words of a form that answer by plain HTML's own judgement, or by the number of digits alone. */
  function words(form) {
    const digits = count(entry(form).value), { valid } = entry(form).validity;
    const known = form.querySelector(`[data-length="${digits}"]`) || form.querySelector('[data-length=""]');
    return known || form.querySelector(valid ? ".html-ok" : digits === KPJ ? ".html-kpj" : ".html-bad");
  }

  /** Answers at once with plain HTML's own judgement and words, where Python is not there or not there yet. */
  function plainly(form) {
    const said = words(form), box = document.createElement("div");
    box.className = "verdict";
    box.tabIndex = -1;
    box.appendChild(said.cloneNode(true)).hidden = false;
    for (const one of form.querySelectorAll("[data-part]")) one.textContent = "";
    form.querySelector("[data-part][role=status]").appendChild(box);
    entry(form).setAttribute("aria-invalid", String(said.matches(".html-bad")));
    lead(box);
  }

  const ready = () => root.dataset.state === "ready";
  const quietly = (promise) => promise.catch(() => {});

  let touched = false; // whether the reader has moved about since the page came
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(type, () => { touched = true; }, { once: true, passive: true });
  let resting = 0;
  const REST = 150; // ms without scrolling, after which the place is kept: a phone may drop the page without a word
  addEventListener("scroll", () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (positions && ready() && heading()) remember({ place: { hash: location.hash, top: heading().getBoundingClientRect().top } });
    }, REST);
  }, { passive: true });

  // --- the reader --------------------------------------------------------------------------

  addEventListener("hashchange", () => {
    if (positions && !mend() && ready()) quietly(show());
  });
  // The second press of a double click would answer the next question, unread.
  root.addEventListener("click", (event) => {
    if (event.detail > 1 && event.target instanceof Element && event.target.closest(".answer")) event.preventDefault();
  });
  // A link to another part of this page keeps the position in the address: what is shared and opened again.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    const page = root.closest(".page, article");
    if (!target || target === page || !page.contains(target) || (positions && positions.contains(target))) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // to a tab or a window of its own
    event.preventDefault();
    if (target.tabIndex < 0) target.tabIndex = -1;
    lead(target, target, target.matches("input") ? "nearest" : "start");
  });
  for (const form of forms) {
    entry(form).removeAttribute("form"); // it belongs to its form only where this script answers when the form is sent
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (ready()) return quietly(check(form));
      plainly(form);
      if (!able) return; // then nothing else is to come
      if (pending) delete pending.dataset.pending;
      pending = form;
      form.dataset.pending = "";
      if (root.dataset.state !== "loading" && !saving()) quietly(start());
    });
  }
  for (const button of root.querySelectorAll("[data-load]")) button.addEventListener("click", () => quietly(start()));
  find("[data-cancel]").addEventListener("click", () => { pending = null; remember({ declined: true }); stop("static"); });

  // --- older engines -------------------------------------------------------------------------

  /** Tells the styles of an engine without `:has()` that another position than the first is shown. */
  function place() {
    const all = positions, target = document.getElementById(named());
    if (target && all.contains(target) && target !== all.firstElementChild) all.dataset.named = "";
    else delete all.dataset.named;
  }
  if (positions) {
    addEventListener("hashchange", place);
    place();
  }

  function unveil() {
    document.dispatchEvent(new Event("helper:parts"));
  }

  if (positions) mend();
  if (saving()) root.dataset.saving = "";
  if (!able) {
    root.dataset.unable = "";
    state("failed");
  } else if (renewed() || (!saving() && !slow() && !early.declined() && positions)) quietly(start()); // it was asked for before the page gave way
  else if (!saving()) for (const type of ["pointerdown", "focusin"]) root.addEventListener(type, () => quietly(start()), { once: true });
})();
