// The worker of the whole runtime: stands in one classic script behind Pyodide's own two files (publish/frozen/).
// Bytes come in by message, so that it is the same from a server and from a single file.
"use strict";
(() => {
  /** @type {Record<string, {stream: ReadableStream, feed: ReadableStreamDefaultController}>} */
  const files = {};
  for (const name of ["wasm", "library"]) {
    let feed;
    const packed = new ReadableStream({ start: (controller) => { feed = controller; } });
    files[name] = { stream: packed.pipeThrough(new DecompressionStream("gzip")), feed };
  }
  const types = { wasm: "application/wasm", library: "application/zip" };
  const respond = (name) => new Response(files[name].stream, { headers: { "Content-Type": types[name] } });

  // Pyodide asks for its files by address; nothing it asks for may reach the network.
  self.fetch = async (/** @type {any} */ address) => {
    const asked = String(address && address.url ? address.url : address);
    if (asked.endsWith("pyodide.asm.wasm")) return respond("wasm");
    if (asked.endsWith("library.zip")) return respond("library");
    throw new TypeError("no such file in the runtime");
  };

  let handle = null;
  const start = async (lock) => {
    const pyodide = await loadPyodide({
      indexURL: "memory:///",
      stdLibURL: "memory:///library.zip",
      lockFileContents: lock,
      createPyodideModule: self["_createPyodideModule"], // as of 314; before, it looks for this by itself
      enableRunUntilComplete: false,
      checkAPIVersion: false,
      stdout: () => {},
      stderr: () => {},
    });
    handle = pyodide.runPython("from helper.bridge import handle\nhandle");
  };

  self.onmessage = ({ data }) => {
    if (data.lock) start(data.lock).then(() => postMessage({ started: true }), () => postMessage({ failed: true }));
    else if (data.chunk) files[data.file].feed.enqueue(data.chunk);
    else if (data.end) files[data.end].feed.close();
    else if (data.request) postMessage({ reply: handle(data.request) });
  };
})();
