// Prints the rules of some stylesheets that some pages use.
// Standard input: paths of stylesheets, an empty line, paths of pages and scripts.
import { readFileSync } from "node:fs";
import { PurgeCSS } from "purgecss";

const [css, content] = readFileSync(0, "utf8").split("\n\n").map((list) => list.split("\n").filter(Boolean));
const results = await new PurgeCSS().purge({
  css,
  content,
  fontFace: true,
  keyframes: true,
  safelist: { greedy: [/^data-/, /^aria-/] },
  variables: false,
});
process.stdout.write(results.map((result) => result.css).join("\n"));
