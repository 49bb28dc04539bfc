// Asks a frozen Python everything, and writes down what it said and which functions it reached.
// Usage: node replay.mjs MODULE.wasm REQUESTS.json ANSWERS.json; writes the last.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const { wake } = createRequire(import.meta.url)("../../publish/scripts/wasm-host.js");
const [, , wasm, requests, answers] = process.argv;
let python = null;
const module = await WebAssembly.compile(readFileSync(wasm));
const replies = [];
let content = null; // the last request that loaded some: a Python that starts anew is given it, as by the page
const reached = new Set();
function note() {
  for (const [name, entry] of Object.entries(python.exports)) {
    if (name.startsWith("f:") && entry.value) reached.add(Number(name.slice(2)));
  }
}
for (const request of JSON.parse(readFileSync(requests, "utf-8"))) {
  if (!python) {
    python = await wake(module);
    if (content) python.handle(content);
  }
  if (request.includes('"op": "load"')) content = request;
  try {
    replies.push(python.handle(request));
  } catch (error) {
    replies.push(`stopped: ${error.stack}`);
    note();
    python = null;
  }
}
if (python) note();
writeFileSync(answers, JSON.stringify({ replies, reached: [...reached].sort((a, b) => a - b) }));
