// What the scripts of the pages find around them, for `tsc` only.

// Which kind of element a selector finds is known from our own markup; the browser tests prove it.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface HTMLFormControlsCollection {
  [name: string]: any;
}

/** The search engine, once its file is loaded (publish/scripts/search-rank.js). */
interface Window {
  guideSearch: any;
}

/** Pyodide's own start, in the script in front of whole.js. */
declare function loadPyodide(options: object): Promise<any>;

/** Of host.js, in the script in front of worker.js. */
declare function wake(module: WebAssembly.Module): Promise<{ handle: (request: string) => string; exports: any }>;

/** Node's, where the build runs host.js. */
declare var module: { exports: object };
