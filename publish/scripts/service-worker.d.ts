// What publish/site/service_worker.py writes in front of the service worker, for `tsc` only.

/** Hexadecimal digits of a hash. */
declare const HASH: number;
/** Paths of files that may be missing. */
declare const OPTIONAL: string[];
/** All files of this version, path -> hash. */
declare const FILES: Record<string, string>;
