// Starts Python from Pyodide's own files, imports the helper, and writes down the started instance.
// Usage: node start.mjs MODULE.wasm LIBRARY.zip REQUESTS.json MEMORY.bin IMAGE.json; writes the last two.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const [, , wasm, library, requests, memory, image] = process.argv;
createRequire(import.meta.url)("../../node_modules/pyodide/pyodide.asm.js");
const EPOCH = 1577836800; // s; the same start on any day and any machine
Date.now = () => EPOCH * 1000;
const lines = [];
let instance, asked;
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
    Object.assign(module.ENV, { HOME: "/", PYTHONINSPECT: "1", PYTHONHASHSEED: "20", LANG: "C.UTF-8", USER: "web_user", LOGNAME: "web_user" });
  }],
  instantiateWasm: (imports, done) => {
    asked = imports;
    imports.sentinel = { create_sentinel: () => null, is_sentinel: () => 0 };
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
run(`
import gc, json, sys, zipimport
from helper.bridge import handle
with open("/requests.json", encoding="utf-8") as file:
    _requests = json.load(file)
for _ in range(2):
    for _request in _requests:
        handle(_request)
handle.__globals__["forget"]()
del _request, _requests, file, _
`);
// What no answer needs goes: only the helper and what it holds on to stay alive. An import from here on
// cannot be answered; it ends the frozen Python, which the page notices, instead of going wrong quietly.
run(`
class Missing(BaseException):
    @classmethod
    def find_spec(cls, *asked):
        raise cls(*asked)

import builtins
print(id(handle))
print(" ".join(sorted(m.__spec__.origin.partition(".zip/")[2] for m in sys.modules.values() if m.__spec__ and ".zip/" in (m.__spec__.origin or ""))))
sys.stdout.flush()
zipimport._zip_directory_cache.clear()
sys.path_importer_cache.clear()
sys.path_hooks.clear()
sys.path.clear()
sys.meta_path[:] = [Missing]
for name in "exit quit copyright credits license help open".split():
    delattr(builtins, name)
sys.stdin = sys.stdout = sys.stderr = sys.__stdin__ = sys.__stdout__ = sys.__stderr__ = None
KEPT = {"builtins", "sys", "_imp", "_thread", "_warnings", "_weakref", "_frozen_importlib", "_frozen_importlib_external", "__main__", "_abc", "json", "json.decoder"}
for name in list(sys.modules):
    if name not in KEPT and name.partition(".")[0] != "helper":
        del sys.modules[name]
_gc = gc
del name, KEPT, json, zipimport, sys, builtins, gc
for _ in range(3):
    _gc.collect()
`);
// What was freed is still written in memory, and would be shipped: take all free blocks, blank them, give them back.
const { malloc, free, sbrk } = instance.exports;
const end = sbrk(0) >>> 0;
const taken = [];
for (let size = 1 << 15; size >= 16; size >>= 1) {
  for (let at = malloc(size) >>> 0; at; at = malloc(size) >>> 0) {
    taken.push(at);
    if (at + size > end) break;
    new Uint8Array(memoryNow().buffer, at, size).fill(0);
  }
}
while (taken.length) free(taken.pop());

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
const top = instance.exports.sbrk(0) >>> 0;
writeFileSync(memory, new Uint8Array(memoryNow().buffer, 0, top));
writeFileSync(image, JSON.stringify({ globals, table: slots, handle: Number(lines[0]), modules: lines[1].split(" "), top }));
process.exit(0);
