// Runs pytest inside the Pyodide that ships, with the library zip that ships, and writes a report.
// Usage: node run.mjs LIBRARY.zip PYODIDE TESTS PACKAGES REPORT.json ARGUMENT...; the arguments are pytest's.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

// A stack in Pyodide's one long line would print that line: say the words alone.
process.on("uncaughtException", (error) => { console.error(String(error.message).slice(-3000)); process.exit(1); });
const [, , library, stock, tests, packages, report, ...asked] = process.argv;
const { loadPyodide } = createRequire(import.meta.url)("../../../node_modules/pyodide/pyodide.js");
const pyodide = await loadPyodide({
  indexURL: stock + path.sep, // with its whole standard library: pytest needs more of it than the helper
  lockFileContents: { info: JSON.parse(readFileSync(path.join(stock, "pyodide-lock.json"), "utf-8")).info, packages: {} },
  enableRunUntilComplete: false,
  env: { PYTHONDONTWRITEBYTECODE: "1", HOME: "/home/pyodide" },
});
pyodide.FS.writeFile("/library.zip", readFileSync(library));
pyodide.FS.mkdirTree("/project/tests");
pyodide.mountNodeFS("/project/tests", tests);
pyodide.FS.mkdirTree("/content/data");
pyodide.mountNodeFS("/content/data", path.join(tests, "../helper/data")); // the content is no part of what ships
pyodide.FS.mkdirTree("/packages");
pyodide.mountNodeFS("/packages", packages);
pyodide.globals.set("ASKED", pyodide.toPy(asked));
const told = pyodide.runPython(`
import json, os, sys
sys.path[0:0] = ["/library.zip", "/project"]
sys.path.append("/packages")
os.chdir("/project")
from tests.slow.inside import floats
floats.install()
import helper, pytest
assert helper.__file__.startswith("/library.zip/"), helper.__file__
helper.__path__.append("/content")

class Keep:
    def __init__(self):
        self.found, self.words = {}, []
    def pytest_runtest_logreport(self, report):
        if report.when == "call" or report.outcome != "passed":
            self.found[report.nodeid] = report.outcome
        if report.failed:
            self.words.append(report.longreprtext[-3000:])
    def pytest_collectreport(self, report):
        if report.failed:
            self.found[report.nodeid] = report.outcome
            self.words.append(report.longreprtext[-3000:])

kept = Keep()
options = ["-q", "-c", "/dev/null", "--rootdir=/project", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-p", "no:faulthandler", "-p", "no:tests.support.day", "-p", "no:tests.support.builds", "-p", "no:timeout", "--import-mode=importlib"]
code = pytest.main([*options, *ASKED], plugins=[kept])
json.dumps({"code": int(code), "found": kept.found, "words": kept.words, "platform": sys.platform})
`);
writeFileSync(report, told);
process.exit(0);
