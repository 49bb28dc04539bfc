// Which caches are this site's: their names hold its path, because one origin may hold many sites.
const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const home = new URL("./", scope.location.href);
const NAME = `nomor-kpj:${home.pathname}`;
const PYTHON = `nomor-kpj-python:${home.pathname}`; // filled by shell.js
const address = (path) => new URL(path, home).href;

/** Removes what earlier versions of this very site kept under names without its path, and nothing else. */
async function forget() {
  const runtime = [address("assets/runtime/"), address("assets/whole/")];
  for (const name of await caches.keys()) {
    if (name !== "runtime" && !/^situs-[0-9a-f]{12}$/.test(name)) continue;
    const cache = await caches.open(name);
    const urls = (await cache.keys()).map(({ url }) => url);
    if (name === "runtime") {
      const ours = urls.filter((url) => runtime.some((folder) => url.startsWith(folder)));
      for (const url of ours) await cache.delete(url);
      if (ours.length && ours.length === urls.length) await caches.delete(name);
    } else if (urls.includes(home.href) && urls.every((url) => url.startsWith(home.href))) await caches.delete(name);
  }
}
