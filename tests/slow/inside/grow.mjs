// Asks a frozen Python the same requests 500 times over and writes down its heap, in bytes, before and after each time.
// Usage: node grow.mjs MODULE.wasm REQUESTS.json SIZES.json; writes the last.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const { wake } = createRequire(import.meta.url)("../../../publish/scripts/wasm-host.js");
const [, , wasm, requests, sizes] = process.argv;
const python = await wake(await WebAssembly.compile(readFileSync(wasm)));
const heap = () => python.exports.memory.buffer.byteLength;
const asked = JSON.parse(readFileSync(requests, "utf-8"));
const seen = [heap()];
for (let round = 0; round < 500; round += 1) {
  for (const request of asked) python.handle(request);
  seen.push(heap());
}
writeFileSync(sizes, JSON.stringify(seen));
