// Answers requests by a frozen Python for as long as somebody asks: a line of JSON, a list of requests, gets a line with its replies.
// What stops it is the reply; the next request finds a Python that was started anew. Usage: node answer.mjs MODULE.wasm
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const { wake } = createRequire(import.meta.url)("../../../publish/scripts/wasm-host.js");
const module = await WebAssembly.compile(readFileSync(process.argv[2]));
let python = await wake(module);
for await (const line of createInterface({ input: process.stdin })) {
  const replies = [];
  for (const request of JSON.parse(line)) {
    try {
      replies.push(python.handle(request));
    } catch (error) {
      replies.push(`stopped: ${error.stack}`);
      python = await wake(module);
      break;
    }
  }
  process.stdout.write(`${JSON.stringify(replies)}\n`);
}
