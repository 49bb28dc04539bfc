// Prints, as JSON, what a start and the corpus reach: `modules`, the files of the standard library that are imported,
// and `functions` of Python that are called while answering, [file name, qualified name, first line].
// Usage: node modules.mjs WHOLE.zip REQUESTS.json
import { readFileSync } from "node:fs";
import { loadPyodide } from "../../node_modules/pyodide/pyodide.mjs";

const [, , library, requests] = process.argv;
const pyodide = await loadPyodide({
  stdLibURL: library,
  lockFileContents: { info: (await import("../../node_modules/pyodide/pyodide-lock.json", { with: { type: "json" } })).default.info, packages: {} },
  enableRunUntilComplete: false,
  stdout: () => {},
});
pyodide.FS.writeFile("/requests.json", readFileSync(requests));
console.log(pyodide.runPython(`
import json, sys
from helper.bridge import handle

functions, seen, TOOL = set(), sys.monitoring, 2

def entered(code, at):
    functions.add((code.co_filename.rpartition("/")[2], code.co_qualname, code.co_firstlineno))
    return seen.DISABLE

with open("/requests.json", encoding="utf-8") as file:
    requests = json.load(file)
seen.use_tool_id(TOOL, "corpus")
seen.register_callback(TOOL, seen.events.PY_START, entered)
seen.set_events(TOOL, seen.events.PY_START)
for request in requests:
    handle(request)
seen.set_events(TOOL, 0)
modules = set()
for module in list(sys.modules.values()):
    spec = getattr(module, "__spec__", None)
    if spec is None or spec.origin in (None, "built-in", "frozen"):
        continue  # part of the interpreter itself
    inside = spec.origin.partition(".zip/")[2]
    if inside and not inside.startswith("helper/"):
        modules.add(inside)
json.dumps({"modules": sorted(modules), "functions": sorted(functions)})
`));
