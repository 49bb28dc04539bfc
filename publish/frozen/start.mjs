// Starts Python from Pyodide's own files, imports the helper, and writes down the started instance.
// Usage: node start.mjs MODULE.wasm LIBRARY.zip REQUESTS.json REACHED.json MEMORY.bin IMAGE.json; writes the last two.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const [, , wasm, library, requests, reached, memory, image] = process.argv;
createRequire(import.meta.url)("../../node_modules/pyodide/pyodide.asm.js");
const EPOCH = 1577836800; // s; the same start on any day and any machine
Date.now = () => EPOCH * 1000;
const lines = [];
const RARE = 0x7abcdef1; // a number that hardly stands anywhere else
const SMALL = 512, SMALL_STEP = 8; // bytes: what Python's own allocator gives out, and its classes
let instance, asked, full = false;
const memoryNow = () => asked.env.memory;

const settings = {
  thisProgram: "/python",
  arguments: [],
  print: (line) => lines.push(line),
  printErr: (line) => lines.push(line),
  locateFile: (name) => name,
  // What Pyodide's bridge between Python and JavaScript would need is left out: only text crosses here.
  API: { config: { env: {}, jsglobals: globalThis, indexURL: "/" }, runtimeEnv: { IN_NODE: true }, lockFilePromise: new Promise(() => {}) },
  preRun: [(module) => {
    module.FS.mkdirTree("/lib/python3.13/site-packages");
    module.FS.writeFile("/lib/python313.zip", readFileSync(library));
    module.FS.writeFile("/requests.json", readFileSync(requests));
    module.FS.writeFile("/reached.json", readFileSync(reached));
    Object.assign(module.ENV, { HOME: "/", PYTHONINSPECT: "1", PYTHONHASHSEED: "20", LANG: "C.UTF-8", USER: "web_user", LOGNAME: "web_user" });
  }],
  instantiateWasm: (imports, done) => {
    asked = imports;
    imports.sentinel = { create_sentinel: () => null, is_sentinel: () => 0 };
    const grow = imports.env.emscripten_resize_heap;
    imports.env.emscripten_resize_heap = (size) => (full ? 0 : grow(size));
    const view = () => new DataView(memoryNow().buffer);
    Object.assign(imports.env, {
      _PyEM_InitTrampoline_js: () => {},
      _PyEM_GetCountArgsPtr: () => 0,
      _Py_emscripten_runtime: () => 0,
      emscripten_date_now: () => EPOCH * 1000,
      emscripten_get_now: () => 0,
      _localtime_js: imports.env._gmtime_js,
    });
    imports.wasi_snapshot_preview1.clock_time_get = (clock, precision, at) => { view().setBigUint64(at >>> 0, BigInt(EPOCH) * 1000000000n, true); return 0; };
    imports.wasi_snapshot_preview1.random_get = (at, size) => { new Uint8Array(memoryNow().buffer, at >>> 0, size).fill(1); return 0; };
    const module = new WebAssembly.Module(readFileSync(wasm));
    instance = new WebAssembly.Instance(module, imports);
    instance.module = module;
    done(instance, module);
    return {};
  },
};

await globalThis._createPyodideModule(settings);
function run(code) {
  const [failed, words] = settings.API.rawRun(code);
  if (failed) throw new Error(words);
}
const imported = (wanted) => asked[WebAssembly.Module.imports(instance.module).find(({ name }) => name === wanted).module][wanted].value >>> 0;
// Where Python's state says how many new objects make it look for garbage: when it does is chance, so a profile lets it do so all the time.
run(`import gc\nbefore = gc.get_threshold()\ngc.set_threshold(${RARE}, *before[1:])`);
const state = new Uint32Array(memoryNow().buffer, 0, imported("__stack_low") >> 2);
const often = 4 * state.indexOf(RARE);
if (often < 0 || state.indexOf(RARE) !== state.lastIndexOf(RARE)) throw new Error("no threshold");
run("gc.set_threshold(*before)\ndel gc, before");
run(readFileSync(new URL("inside.py", import.meta.url), "utf-8"));

const heap = imported("__heap_base");
// No answer needs the documentation of what is written in C. No pointer leads to it, so its text can be left out.
const view = new DataView(memoryNow().buffer), bytes = new Uint8Array(memoryNow().buffer);
for (const [object, via, at] of lines.slice(2).map((line) => line.split(" ").map(Number))) {
  const description = via ? view.getUint32(object + via, true) : object;
  const text = description && view.getUint32(description + at, true);
  if (!text || text >= heap) continue;
  const size = bytes.indexOf(0, text) - text;
  if (/[^\t\n -~]/.test(new TextDecoder().decode(bytes.subarray(text, text + size)))) throw new Error("no documentation");
  view.setUint32(description + at, 0, true);
}

// What was freed is still written in memory, and would be shipped: take all free blocks, blank them, give them back.
// Meanwhile memory cannot grow, so that Python and its allocator come to an end of them.
const { malloc, free, PyObject_Malloc, PyObject_Free, sbrk, emscripten_get_sbrk_ptr } = instance.exports;
const top = sbrk(0) >>> 0;
sbrk(memoryNow().buffer.byteLength - top);
full = true;
function blank(take, size) {
  const taken = [];
  for (let at = take(size) >>> 0; at; at = take(size) >>> 0) {
    taken.push(at);
    new Uint8Array(memoryNow().buffer, at, size).fill(0);
  }
  return taken;
}
const large = [];
for (let size = 1 << 15; size >= 16; size >>= 1) large.push(...blank(malloc, size));
for (let size = SMALL_STEP; size <= SMALL; size += SMALL_STEP) blank(PyObject_Malloc, size).forEach((at) => PyObject_Free(at));
large.reverse().forEach((at) => free(at));
new DataView(memoryNow().buffer).setUint32(emscripten_get_sbrk_ptr() >>> 0, top, true);

const globals = {};
let index = 0;
for (const { module: from, name, kind } of WebAssembly.Module.imports(instance.module)) {
  if (kind === "global") globals[index++] = asked[from][name].value;
}
for (const [name, value] of Object.entries(instance.exports)) {
  if (name.startsWith("global:")) globals[name.slice(7)] = value.value;
}
const table = asked.env.__indirect_function_table;
const slots = Array.from({ length: table.length }, (_, slot) => (table.get(slot) ? Number(table.get(slot).name) : null));
writeFileSync(memory, new Uint8Array(memoryNow().buffer, 0, top));
writeFileSync(image, JSON.stringify({ globals, table: slots, handle: Number(lines[0]), modules: lines[1].split(" "), often, top }));
process.exit(0);
