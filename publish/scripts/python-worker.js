// The worker of the thin runtime: stands in one classic script behind the decoder and the host (publish/frozen/).
// Bytes come in by message, so that it is the same from a server and from a single file.
"use strict";
(() => {
  let feed, python = null, keep = false;
  let unpacked = /** @type {Uint8Array<ArrayBuffer>[]} */ ([]);

  /** Notes what was unpacked, for the shell to keep: on the next visit nothing has to be unpacked. */
  const noted = () => new TransformStream({
    transform(part, out) {
      if (keep) unpacked.push(part);
      out.enqueue(part);
    },
  });

  const failed = () => postMessage({ failed: true });

  /** Wakes a module; says what hinders it, and whether Python is there. */
  async function awaken(compiling) {
    const module = await compiling.catch(failed);
    if (!module) return false;
    try {
      python = await wake(module);
    } catch (error) {
      postMessage(error instanceof Error && !(error instanceof RangeError) ? { cut: true } : { full: true });
    }
    return Boolean(python);
  }

  const started = (more) => postMessage({ started: true, heap: python.exports.memory.buffer.byteLength, ...more });

  /** @param {boolean} open whether the bytes to come are unpacked already */
  async function begin(open) {
    const arriving = new ReadableStream({ start: (controller) => { feed = controller; } });
    const bytes = open ? arriving : new self["xz-decompress"].XzReadableStream(arriving).pipeThrough(noted());
    const response = new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
    if (await awaken(WebAssembly.compileStreaming(response))) started({});
  }

  /** Takes module and content from what this device keeps; Python has its content, and the shell their hashes, from the start. */
  async function resume({ store, addresses }) {
    const cache = await caches.open(store);
    const [wasm, content] = await Promise.all(addresses.map(async (address) => (await cache.match(address)).arrayBuffer()));
    const sums = Promise.all([wasm, content].map((bytes) => crypto.subtle.digest("SHA-256", bytes)));
    const text = new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    if (!(await awaken(WebAssembly.compile(wasm)))) return;
    const request = `{"id":0,"op":"load","content":${await text}}`;
    const loaded = attempt(() => python.handle(request));
    if (python) started({ loaded, sums: await sums });
  }

  // Whatever stops the frozen Python (a function that was cut, an import that is not there) ends it: half of
  // an answer may stand in its memory. The shell then takes the whole runtime.
  function attempt(work) {
    try {
      return work();
    } catch (error) {
      python = null;
      postMessage({ cut: true });
    }
  }

  /** Hands over what was unpacked, once the first answer has gone out. */
  function give() {
    if (unpacked.length) postMessage({ unpacked }, { transfer: unpacked.map((part) => part.buffer) });
    unpacked = [];
  }

  self.onmessage = ({ data }) => {
    if (data.lock) keep = data.keep;
    else if (data.store) resume(data).catch(failed);
    else if (data.chunk) {
      if (!feed) begin(data.open);
      feed.enqueue(data.chunk);
    } else if (data.end) feed.close();
    else if (data.request && python) {
      attempt(() => postMessage({ reply: python.handle(data.request) }));
      give();
    }
  };
})();
