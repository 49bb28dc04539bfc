
// The service worker: the guide on the device, every file under its own hash. A version is a list of hashes
// (`FILES`, written in front of this by publish/site/service_worker.py); it counts once all of it is there, and from then on
// every page comes from it. Pages name their scripts with the hash, so none meets those of another version.
const LIST = address("?list"); // what is kept: `now`, path -> hash, and `before`, addresses that pages still open may ask for
const LOST = "404.html";
const AT_ONCE = 6; // requests
const SOON = 1500, COMING = 3000; // ms that a page waits for a look that is under way, and for a version that arrives
const FRESH = 60000; // ms after which the shell's wish for a page from the host is forgotten

const key = (path, hash) => `${address(path)}?${hash}`;
const own = (list, path) => Object.prototype.hasOwnProperty.call(list, path);
const isPage = (path) => path === "" || path.endsWith("/");
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Returns the newest list that is kept as a whole; a worker that still waits may have written it. */
async function kept() {
  const found = await (await caches.open(NAME)).match(LIST);
  return found ? found.json() : { now: {}, before: [] };
}

const keys = (list) => Object.keys(list).map((path) => key(path, list[path]));

// --- a version arrives -----------------------------------------------------------------------

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, HASH);
}

/** Fetches a file of this version. Its bytes count, not its status: hosts send 404.html as 404, or from /404.
 * What is not right is asked for once more, past every cache. */
async function take(path, hash) {
  /** @type {[string, RequestCache][]} */
  const tries = [[isPage(path) ? address(path) : key(path, hash), "default"], [`${address(path)}?ulang=${hash}`, "reload"]];
  for (const [url, cache] of tries) {
    const response = await fetch(url, { cache }).catch(() => null);
    const bytes = response && (await response.arrayBuffer().catch(() => null));
    if (!bytes || (await digest(bytes)) !== hash) continue;
    const headers = new Headers(response.headers);
    for (const name of ["content-encoding", "content-length"]) headers.delete(name);
    return new Response(bytes, { status: path === LOST ? 404 : 200, headers });
  }
  throw new Error(`not of this version: ${path}`);
}

/** Removes what neither the kept list nor this version needs. */
async function sweep(store, { now, before }) {
  const needed = new Set([LIST, ...keys(FILES), ...keys(now), ...before]);
  for (const { url } of await store.keys()) if (!needed.has(url)) await store.delete(url);
}

/** Takes this version: what is not here yet is fetched; without all of it but `OPTIONAL` the old one stays. */
async function install() {
  const store = await caches.open(NAME), list = await kept();
  await sweep(store, list);
  const have = new Set((await store.keys()).map(({ url }) => url));
  const now = {}, missing = Object.keys(FILES);
  const next = async () => {
    for (let path = missing.shift(); path !== undefined; path = missing.shift()) {
      const place = key(path, FILES[path]);
      try {
        if (!have.has(place)) await store.put(place, await take(path, FILES[path]));
        now[path] = FILES[path];
      } catch (error) {
        if (OPTIONAL.includes(path)) continue;
        missing.length = 0; // in vain, so nothing more is fetched
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  const same = JSON.stringify(keys(list.now).sort()) === JSON.stringify(keys(now).sort());
  const before = same ? list.before : keys(list.now).filter((url) => !isPage(url.slice(home.href.length).split("?")[0]));
  await store.put(LIST, new Response(JSON.stringify({ now, before })));
  // A worker that knows the list gives the new pages at once, so nothing hurries; one that does not has to go.
  if (!keys(list.now).length) scope.skipWaiting();
}

scope.addEventListener("install", (event) => {
  event.waitUntil(install());
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(scope.clients.claim());
  // Not waited for: as long as this event lasts, every page waits, and a phone's storage may be slow.
  const tidy = async () => sweep(await caches.open(NAME), await kept());
  tidy().then(forget).catch(() => {});
});

// --- a newer version is looked for -----------------------------------------------------------

let looking = null, looked = /** @type {(_: any) => void} */ (() => {}), patient = true, awaited = null, fresh = 0, filling = null;

/** Remembers that a page looks for a newer version, until one is found or not (a page may leave meanwhile). */
function look() {
  const end = new Promise((resolve) => { looked = resolve; }).then(() => { patient = true; });
  scope.registration.addEventListener("updatefound", looked, { once: true });
  looking = Promise.race([end, pause(SOON)]);
}

/** Waits a little for a version that is arriving; a line that gives nothing keeps a reader from what is here once. */
async function arriving() {
  const found = looking;
  looking = null;
  if (found && patient && navigator.onLine) {
    patient = false; // until a look ends: where none does, there is one wait and not one a page
    await found;
  }
  const worker = scope.registration.installing;
  if (!worker || worker === awaited) return;
  awaited = worker;
  const settled = new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
  await Promise.race([settled, pause(COMING)]);
}

scope.addEventListener("message", (event) => {
  // From a page at its start (keep.js): by itself the browser looks a second later, a worker without a page much later.
  if (event.data === "look") look();
  if (event.data === "looked") looked(event);
  if (event.data === "take over") scope.skipWaiting(); // said by a page that is at rest (keep.js)
  // The shell met a file that the host no longer has: the next page is to come from the host.
  if (event.data === "fresh") {
    fresh = Date.now();
    for (const port of event.ports) port.postMessage("");
  }
});

// --- answers ---------------------------------------------------------------------------------

function decoded(path) {
  try { return decodeURI(path); } catch (error) { return path; }
}

/** Returns the page that is meant by a path, also without its last slash or with index.html. */
function meant(path, list) {
  const plain = decoded(path).replace(/\/{2,}/g, "/").replace(/^\//, "").replace(/(^|\/)index\.html?$/, "$1");
  return [plain, `${plain}/`].find((place) => isPage(place) && own(list, place));
}

async function page(event) {
  const { request } = event, url = new URL(request.url), path = url.pathname.slice(home.pathname.length);
  const wish = Date.now() - fresh < FRESH;
  fresh = 0;
  if (wish) {
    // The very answer that the shell has just seen, where the host has many machines.
    const found = await fetch(url.href, { cache: "force-cache" }).catch(() => null);
    if (found && found.ok && !found.redirected) return found;
  }
  await arriving();
  const store = await caches.open(NAME), { now } = await kept();
  // Somebody else on this origin may have emptied our cache.
  if (!own(now, "") && !filling) event.waitUntil(filling = install().catch(() => {}));
  const place = meant(path, now);
  if (place !== undefined) {
    if (place !== path) return Response.redirect(address(place) + url.search, 302);
    const found = await store.match(key(place, now[place]));
    if (found) return found;
  }
  try {
    return await fetch(request);
  } catch (error) {
    if (/^unduh\/nomor-kpj/.test(path)) throw error; // a copy is there, but not without the network: the browser says so
    const missing = own(now, LOST) && (await store.match(key(LOST, now[LOST])));
    if (missing) return missing;
    throw error;
  }
}

/** A file beside the pages: by the hash that its page names, else the one of this version. */
async function asset(request) {
  const url = new URL(request.url), path = url.pathname.slice(home.pathname.length);
  const store = await caches.open(NAME), { now } = await kept();
  const found = await store.match(url.search ? url.href : key(path, now[path]));
  return found || fetch(request);
}

scope.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  // Who asks past every cache gets the host's answer; what is not kept goes its own way.
  else if (request.cache !== "reload" && own(FILES, url.pathname.slice(home.pathname.length))) event.respondWith(asset(request));
});
