// Runs the browser's own search script and answers queries.
// Arguments: the script as shipped. Standard input: a JSON list of queries, {"stem": [words]},
// {"direct": [queries]}, or {"texts": true}, all texts that the engine searches.
import { readFileSync } from "node:fs";
import vm from "node:vm";

vm.runInThisContext(readFileSync(process.argv[2], "utf8"));
const asked = JSON.parse(readFileSync(0, "utf8"));
const kind = Array.isArray(asked) ? "search" : Object.keys(asked)[0];
const answer = kind === "texts" ? guideSearch.texts() : (asked[kind] || asked).map((query) => guideSearch[kind](query));
process.stdout.write(JSON.stringify(answer));
