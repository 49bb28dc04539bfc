// The worker of the thin runtime: stands in one classic script behind the host (publish/runtime/).
// Bytes come in by message, so that it is the same from a server and from a single file.
"use strict";
(() => {
  let feed, python = null;
  const packed = new ReadableStream({ start: (controller) => { feed = controller; } });
  const wasm = new Response(packed.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": "application/wasm" } });

  // Whatever stops the frozen Python (a function that was cut, an import that is not there) ends it: half of
  // an answer may stand in its memory. The shell then takes the whole runtime.
  function attempt(work) {
    try {
      return work();
    } catch {
      python = null;
      postMessage({ cut: true });
    }
  }

  WebAssembly.compileStreaming(wasm)
    .then((module) => wake(module).then((awake) => { python = awake; postMessage({ started: true, heap: awake.exports.memory.buffer.byteLength }); }, () => postMessage({ cut: true })),
      () => postMessage({ failed: true }));

  self.onmessage = ({ data }) => {
    if (data.chunk) feed.enqueue(data.chunk);
    else if (data.end) feed.close();
    else if (data.request && python) attempt(() => postMessage({ reply: python.handle(data.request) }));
  };
})();
