// Runs the browser's own search script and answers queries.
// Arguments: the script as shipped. Standard input: a JSON list of queries, or {"stem": [words]}.
import { readFileSync } from "node:fs";
import vm from "node:vm";

vm.runInThisContext(readFileSync(process.argv[2], "utf8"));
const asked = JSON.parse(readFileSync(0, "utf8"));
const answer = Array.isArray(asked) ? asked.map((query) => guideSearch.search(query)) : asked.stem.map(guideSearch.stem);
process.stdout.write(JSON.stringify(answer));
