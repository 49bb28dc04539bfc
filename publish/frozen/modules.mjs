// Prints, as JSON, the standard library files that a start and everything the helper does import.
// Usage: node profile_modules.mjs WHOLE.zip
import { loadPyodide } from "../../node_modules/pyodide/pyodide.mjs";

const pyodide = await loadPyodide({
  stdLibURL: process.argv[2],
  lockFileContents: { info: (await import("../../node_modules/pyodide/pyodide-lock.json", { with: { type: "json" } })).default.info, packages: {} },
  enableRunUntilComplete: false,
  stdout: () => {},
});
const files = pyodide.runPython(`
import json, sys
from helper.bridge import handle
for request in (
    '{"id": 1, "op": "show", "fragment": "#ubah.0.x"}',
    '{"id": 2, "op": "check", "text": "3101991708450001", "today": "2026-11-22"}',
    '{"id": 3, "op": "check", "text": "\\\\ud800 O1", "today": "2026-11-22"}',
    '{"id": 4, "op": "none"}',
    'no JSON',
):
    handle(request)
names = set()
for module in list(sys.modules.values()):
    spec = getattr(module, "__spec__", None)
    if spec is None or spec.origin in (None, "built-in", "frozen"):
        continue  # part of the interpreter itself
    inside = spec.origin.partition(".zip/")[2]
    if inside and not inside.startswith("helper/"):
        names.add(inside)
json.dumps(sorted(names))
`);
console.log(files);
