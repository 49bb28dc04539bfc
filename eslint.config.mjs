// The linter of the scripts: node_modules/.bin/eslint. How code is laid out is not its matter.
import js from "@eslint/js";

/** Methods and properties younger than Chromium 64. */
const YOUNG = [
  "allSettled", "at", "description", "findLast", "findLastIndex", "flat", "flatMap", "fromEntries", "hasOwn",
  "matchAll", "randomUUID", "replaceAll", "replaceChildren", "requestSubmit", "toReversed", "toSorted", "toSpliced",
  "toggleAttribute", "trimEnd", "trimStart", "withResolvers",
];

export default [
  { ignores: ["node_modules/", "site/", "build/", "dist/", ".venv/"] },
  js.configs.recommended,
  {
    rules: {
      "no-undef": "off", // tsc knows what a script finds around it
      "no-unused-vars": ["error", { vars: "local", args: "none", caughtErrors: "none" }], // a function at the top of a classic script is for the next one; arguments of a foreign call are named for who reads
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
    },
  },
  {
    // The scripts of the pages run from Chromium 64 on (docs-maintainer/decisions/0015): no younger syntax, and no
    // younger method, which tsc does not see where it knows no types.
    files: ["docs/**/*.js", "publish/**/*.js"],
    languageOptions: { ecmaVersion: 2018, sourceType: "script" },
    rules: {
      "no-restricted-globals": ["error", "BigInt64Array", "globalThis", "queueMicrotask", "structuredClone"],
      "no-restricted-syntax": [
        "error",
        { selector: `MemberExpression[computed=false][property.name=/^(${YOUNG.join("|")})$/]`, message: "Chromium 64 tidak mengenalnya." },
        { selector: "Literal[regex.pattern=/\\\\[pP]\\{|\\(\\?<[=!a-zA-Z]/]", message: "Chromium 64 tidak mengenal pola ini." },
      ],
    },
  },
  // Asked for only by what runs where Python runs, Chromium 80 or younger: no method is too young there.
  { files: ["publish/scripts/python-worker.js", "publish/scripts/whole-runtime.js", "publish/scripts/service-worker.js"], rules: { "no-restricted-syntax": "off" } },
];
