// The host of the frozen Python (publish/frozen/freeze.py): all that its module asks of JavaScript.
// It runs in a classic worker and, at build time, in Node.
"use strict";
/**
 * Wakes a frozen Python. Whatever was cut away or is not offered here throws, so it cannot go unnoticed.
 * @param {WebAssembly.Module} module
 * @returns {Promise<{handle: (request: string) => string, exports: WebAssembly.Exports}>}
 */
async function wake(module) {
  let python;
  const called = []; // a look into the table is slow
  const PAGE = 65536, TIME = BigInt("1577836800000000000"); // ns; Python's own clock stands still: requests carry the day
  const offers = {
    _PyEM_TrampolineCall_JS: (slot, a, b, c) => (called[slot] || (called[slot] = python.table.get(slot)))(a, b, c),
    clock_time_get: (clock, precision, at) => { new DataView(python.memory.buffer).setBigUint64(at >>> 0, TIME, true); return 0; },
    emscripten_resize_heap: (size) => {
      try {
        python.memory.grow(Math.ceil(((size >>> 0) - python.memory.buffer.byteLength) / PAGE) + 16);
        return 1;
      } catch (error) {
        return 0;
      }
    },
  };
  const missing = (name) => () => { throw new Error(`not in the frozen Python: ${String(name)}`); };
  const imports = new Proxy({}, { get: (_, name) => offers[name] || missing(name) });
  python = (await WebAssembly.instantiate(module, { "": imports })).exports;

  const encoder = new TextEncoder(), decoder = new TextDecoder();
  const size = python.malloc(4) >>> 0;
  const bytes = (at, count) => new Uint8Array(python.memory.buffer, at >>> 0, count);
  const found = (at) => { if (!at) throw new Error("Python gave nothing back"); return at >>> 0; };

  function handle(request) {
    const text = encoder.encode(request);
    const at = found(python.malloc(text.length + 1));
    bytes(at, text.length).set(text);
    const asked = found(python.PyUnicode_FromStringAndSize(at, text.length));
    python.free(at);
    const reply = found(python.PyObject_CallOneArg(python.handle.value, asked));
    const from = found(python.PyUnicode_AsUTF8AndSize(reply, size));
    const words = decoder.decode(bytes(from, new DataView(python.memory.buffer).getUint32(size, true)));
    python.Py_DecRef(reply);
    python.Py_DecRef(asked);
    return words;
  }
  return { handle, exports: python };
}
if (typeof module === "object") module.exports = { wake };
