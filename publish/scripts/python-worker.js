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

  /** @param {boolean} open whether the bytes to come are unpacked already */
  function begin(open) {
    const arriving = new ReadableStream({ start: (controller) => { feed = controller; } });
    const bytes = open ? arriving : new self["xz-decompress"].XzReadableStream(arriving).pipeThrough(noted());
    WebAssembly.compileStreaming(new Response(bytes, { headers: { "Content-Type": "application/wasm" } }))
      .then((module) => wake(module).then((awake) => { python = awake; postMessage({ started: true, heap: awake.exports.memory.buffer.byteLength }); }, (error) => postMessage(error instanceof Error && !(error instanceof RangeError) ? { cut: true } : { full: true })),
        () => postMessage({ failed: true }));
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
