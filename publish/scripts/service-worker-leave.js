
// Under `make serve` nothing may come from a cache: this worker removes what is kept of this site, and itself.
scope.addEventListener("install", () => scope.skipWaiting());
scope.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([caches.delete(NAME), caches.delete(PYTHON), forget()]).then(() => scope.registration.unregister()));
});
