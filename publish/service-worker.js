// The service worker: one whole version of the site in one cache, taken as a whole or not at all.
// `VERSION` and `FILES` are written in front of this by publish/keep.py.
"use strict";
const NAME = `situs-${VERSION}`;
const home = new URL("./", self.location.href);
const address = (path) => new URL(path, home).href;

self.addEventListener("install", (event) => {
  // `reload` goes past the browser's own cache: every file is of this very version.
  const files = FILES.map((path) => new Request(address(path), { cache: "reload" }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(files)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("situs-") && name !== NAME;
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

/** A newer version waits: it takes over when a reader with one page of this site goes to the next. */
async function newer() {
  const { waiting } = self.registration;
  if (!waiting || (await self.clients.matchAll()).length > 1) return null;
  waiting.postMessage("take over");
  return new Response("", { headers: { Refresh: "0" } });
}

async function answer(request, page) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const missing = page && (await cache.match(address("404.html")));
    if (missing) return missing;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(home.href)) return;
  const page = request.mode === "navigate";
  event.respondWith(page ? newer().then((fresh) => fresh || answer(request, page)) : answer(request, page));
});
