// What the scripts of the pages find around them, for `tsc` only.

// Which kind of element a selector finds is known from our own markup; the browser tests prove it.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface HTMLFormControlsCollection {
  [name: string]: any;
}

/** What a copy of the guide gives the shell instead of the network: copy-bytes.js or copy-folder.js. */
interface GuideCopy {
  open(name: string): Promise<ReadableStream<Uint8Array>>;
  decode?(text: string): Uint8Array;
  take?(name: string, text: string): void;
}

/** The search engine, once its file is loaded (publish/scripts/search-rank.js). */
interface Window {
  guideSearch: any;
}

/** Pyodide's own start, in the script in front of whole-runtime.js. */
declare function loadPyodide(options: object): Promise<any>;

/** Of wasm-host.js, in the script in front of python-worker.js. */
declare function wake(module: WebAssembly.Module): Promise<{ handle: (request: string) => string; exports: any }>;

/** Node's, where the build runs wasm-host.js. */
declare var module: { exports: object };
