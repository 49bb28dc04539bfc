// The linter of the scripts: node_modules/.bin/eslint. How code is laid out is not its matter.
import js from "@eslint/js";

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
  { files: ["docs/**/*.js", "publish/**/*.js"], languageOptions: { sourceType: "script" } },
];
