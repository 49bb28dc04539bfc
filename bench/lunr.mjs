// Asks Material's own search worker, as it ships, the queries of the comparison.
// Arguments: the worker's file, search_index.json. Standard input: a JSON list of queries.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const [worker, index] = process.argv.slice(2);
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // its message types
const waiting = [];
const listeners = [];
const world = {
  addEventListener: (name, listener) => { if (name === "message") listeners.push(listener); },
  postMessage: (message) => { const next = waiting.shift(); if (next) next(message); },
  importScripts: () => {},
  location: { href: "https://localhost/assets/javascripts/workers/search.js" },
  console, setTimeout, Intl, URL,
};
world.self = world;
world.globalThis = world;
vm.createContext(world);
vm.runInContext(readFileSync(worker, "utf8"), world);

function send(type, data) {
  return new Promise((resolve) => {
    waiting.push(resolve);
    for (const listener of listeners) listener({ data: { type, data } });
  });
}

const { config, docs } = JSON.parse(readFileSync(index, "utf8"));
const ready = await send(SETUP, { config, docs, options: { suggest: false } });
if (ready.type !== READY) throw new Error("not ready");
const out = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const answer = await send(QUERY, query);
  if (answer.type !== RESULT) throw new Error("no result");
  out.push(answer.data.items.map((group) => ({ url: group[0].location })));
}
process.stdout.write(JSON.stringify(out));
